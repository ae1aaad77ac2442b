package io.huiyin.nonconformity.rules;

import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.nonconformity.Disposition;
import io.huiyin.nonconformity.Nonconformity.Review;

/**
 * Nobody inspects or verifies what he carried out himself, whatever his roles; and nobody carries out what he reviewed or approved,
 * unless the profile allows it. X-15; value {@code ncr.execution.byReviewer}.
 */
public final class SeparationOfDuty {

    private static final String KEY = "ncr.execution.byReviewer";
    private static final String ALLOWED = "allowed";

    private SeparationOfDuty() {}

    /** Whether somebody is another than the executor. */
    public static boolean mayCheck(String subject, Disposition disposition) {
        Disposition.Execution execution = disposition.execution();
        return execution == null || !execution.executor().equals(subject);
    }

    /** Whether somebody is none of those who judged it. */
    public static boolean mayExecute(String subject, Disposition disposition, Review review, PolicyValues policies) {
        if (policies.word(KEY).equals(ALLOWED)) {
            return true;
        }
        Disposition.Approval approval = disposition.approver();
        boolean approved = approval != null && subject.equals(approval.by());
        boolean reviewed =
                review.opinions().stream().anyMatch(opinion -> opinion.member().equals(subject));
        return !approved && !reviewed;
    }
}

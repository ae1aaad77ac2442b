package io.huiyin.report.rules;

import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.policy.PolicyValues;

/** A report is approved, or given back, by the role that the profile names. RPT-01, RPT-23; value {@code rpt.approver}. */
public final class ReportApprover {

    private static final String KEY = "rpt.approver";

    private ReportApprover() {}

    public static String role(PolicyValues policies) {
        return policies.word(KEY);
    }

    public static boolean isOne(Actor actor, PolicyValues policies) {
        return actor.isAny(role(policies));
    }
}

package io.huiyin.report.action.rules;

import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.report.action.ImprovementAction;
import io.huiyin.report.action.ImprovementAction.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * An action is overdue when its due date has passed and it was not yet verified as effective; nobody types it, and the due day itself
 * still counts (RPT-39, X-17).
 */
public final class Overdue {

    private Overdue() {}

    /** The day by which due dates are judged: that of the business zone. */
    public static LocalDate today(Instant now, PolicyValues policies) {
        return LocalDate.ofInstant(now, policies.zone("business.zone"));
    }

    /** Whether an action in this status still has to be done or verified. */
    public static boolean counts(Status status) {
        return switch (status) {
            case ASSIGNED, IN_PROGRESS, TO_VERIFY -> true;
            case PROPOSED, VERIFIED, REPORTED, CLOSED, CANCELLED -> false;
        };
    }

    /** Those statuses, as views keep them. */
    public static List<String> statuses() {
        return Arrays.stream(Status.values())
                .filter(Overdue::counts)
                .map(Status::wire)
                .toList();
    }

    /** Whether an action is overdue on a day. */
    public static boolean on(LocalDate today, ImprovementAction action) {
        return action instanceof ImprovementAction.Given given
                && counts(given.status())
                && given.task().assignment().dueOn().isBefore(today);
    }
}

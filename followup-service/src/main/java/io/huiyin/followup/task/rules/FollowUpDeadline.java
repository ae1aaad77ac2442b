package io.huiyin.followup.task.rules;

import io.huiyin.kernel.deadline.Clock;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;

/**
 * A customer is asked within {@code fup.afterComplaint.within} after his complaint was handled; the limit is written into the plan
 * with the policy version it came from. FUP-09, X-24.
 */
public final class FollowUpDeadline {

    private static final String KEY = "fup.afterComplaint.within";

    private FollowUpDeadline() {}

    public static Instant dueAt(Instant handledAt, Context context) {
        return Clock.start(handledAt, context.policies().limit(KEY), context.calendar())
                .due(handledAt);
    }

    public static PolicyRef policy(PolicyValues policies) {
        return policies.ref(KEY);
    }
}

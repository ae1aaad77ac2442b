package io.huiyin.followup.task.rules;

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

    public static Instant dueAt(Instant handledAt, PolicyValues policies) {
        return handledAt.plus(policies.limit(KEY).duration());
    }

    public static PolicyRef policy(PolicyValues policies) {
        return policies.ref(KEY);
    }
}

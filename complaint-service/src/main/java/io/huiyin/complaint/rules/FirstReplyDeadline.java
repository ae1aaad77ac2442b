package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;

/**
 * The sender hears from us within {@code cmp.sla.firstReply} of receipt; the limit is written into the registration with the
 * policy version it came from. CMP-22, X-24; §11 no. 26.
 */
public final class FirstReplyDeadline {

    private static final String KEY = "cmp.sla.firstReply";

    private FirstReplyDeadline() {}

    public static Deadline promised(Instant receivedAt, PolicyValues policies) {
        Instant dueAt = receivedAt.plus(policies.limit(KEY).duration());
        return new Deadline(Deadline.FIRST_REPLY, receivedAt, dueAt, policies.ref(KEY));
    }
}

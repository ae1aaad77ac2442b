package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.kernel.decide.Context;
import java.time.Instant;

/**
 * The sender hears from us within {@code cmp.sla.firstReply} of receipt; the limit is written into the registration with the
 * policy version it came from. CMP-22, X-24; §11 no. 26.
 */
public final class FirstReplyDeadline {

    private static final String KEY = "cmp.sla.firstReply";

    private FirstReplyDeadline() {}

    public static Deadline promised(Instant receivedAt, Context context) {
        return PromisedDeadline.of(Deadline.FIRST_REPLY, receivedAt, KEY, context);
    }
}

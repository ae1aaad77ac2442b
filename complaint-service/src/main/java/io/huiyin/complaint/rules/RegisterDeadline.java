package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.kernel.decide.Context;
import java.time.Instant;

/**
 * An entry is registered within {@code cmp.sla.register} of its receipt. The registration itself ends this clock, so whether the limit
 * was kept is known at once. CMP-04, CMP-21; §11 no. 26.
 */
public final class RegisterDeadline {

    private static final String KEY = "cmp.sla.register";

    private RegisterDeadline() {}

    public static Deadline promised(Instant receivedAt, Context context) {
        return PromisedDeadline.of(Deadline.REGISTER, receivedAt, KEY, context);
    }

    public static boolean isMissed(Deadline limit, Instant registeredAt) {
        return registeredAt.isAfter(limit.dueAt());
    }
}

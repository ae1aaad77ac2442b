package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.kernel.decide.Context;

/** Somebody takes charge of a case within {@code cmp.sla.accept} of its registration. CMP-21, CMP-22; §11 no. 3. */
public final class AcceptDeadline {

    private static final String KEY = "cmp.sla.accept";

    private AcceptDeadline() {}

    public static Deadline atRegistration(Context context) {
        return PromisedDeadline.of(Deadline.ACCEPT, context.now(), KEY, context);
    }
}

package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.kernel.decide.Context;

/** Within {@code cmp.sla.track} of the registration the desk traces and records whether the result is in place. CMP-27; §11 no. 18. */
public final class TrackDeadline {

    private static final String KEY = "cmp.sla.track";

    private TrackDeadline() {}

    public static Deadline atRegistration(Context context) {
        return PromisedDeadline.of(Deadline.TRACK, context.now(), KEY, context);
    }
}

package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.kernel.decide.Context;

/** Within {@code cmp.sla.track} of the registration the desk traces and records whether the result is in place. CMP-27; §11 no. 18. */
public final class TrackDeadline {

    private static final String KEY = "cmp.sla.track";

    private TrackDeadline() {}

    /** Also of a case that is taken up again. */
    public static Deadline promised(Context context) {
        return PromisedDeadline.of(Deadline.TRACK, context.now(), KEY, context);
    }
}

package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.kernel.decide.Context;
import java.util.List;

/**
 * A case is closed within {@code cmp.sla.close} of its registration, or of its acceptance where the profile starts the clock there;
 * the limit is written into the event that starts it. CMP-25, X-24; §11 nos. 4, 26; start {@code cmp.clock.close}.
 */
public final class CloseDeadline {

    private static final String KEY = "cmp.sla.close";
    private static final String START = "cmp.clock.close";

    private static final String AT_REGISTRATION = "registration";

    private CloseDeadline() {}

    /** The promises that a registration makes. */
    public static List<Deadline> atRegistration(Context context) {
        return context.policies().word(START).equals(AT_REGISTRATION)
                ? List.of(PromisedDeadline.of(Deadline.CLOSE, context.now(), KEY, context))
                : List.of();
    }

    /** The promises that an acceptance makes: where the registration made none, whatever the profile says by now. */
    public static List<Deadline> atAcceptance(boolean runs, Context context) {
        return runs ? List.of() : List.of(PromisedDeadline.of(Deadline.CLOSE, context.now(), KEY, context));
    }

    /** A case that is taken up again has the whole time once more. */
    public static Deadline atReopening(Context context) {
        return PromisedDeadline.of(Deadline.CLOSE, context.now(), KEY, context);
    }
}

package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;
import java.util.List;

/**
 * A case is closed within {@code cmp.sla.close} of its registration, or of its acceptance where the profile starts the clock there;
 * the limit is written into the event that starts it. CMP-25, X-24; §11 nos. 4, 26; start {@code cmp.clock.close}.
 */
public final class CloseDeadline {

    private static final String KEY = "cmp.sla.close";
    private static final String START = "cmp.clock.close";

    private CloseDeadline() {}

    /** The promises that a registration makes. */
    public static List<Deadline> atRegistration(Instant now, PolicyValues policies) {
        return starting("registration", now, policies);
    }

    /** The promises that an acceptance makes. */
    public static List<Deadline> atAcceptance(Instant now, PolicyValues policies) {
        return starting("acceptance", now, policies);
    }

    /** A case that is taken up again has the whole time once more. */
    public static Deadline atReopening(Instant now, PolicyValues policies) {
        return promised(now, policies);
    }

    private static Deadline promised(Instant now, PolicyValues policies) {
        return new Deadline(Deadline.CLOSE, now, now.plus(policies.limit(KEY).duration()), policies.ref(KEY));
    }

    private static List<Deadline> starting(String where, Instant now, PolicyValues policies) {
        return policies.word(START).equals(where) ? List.of(promised(now, policies)) : List.of();
    }
}

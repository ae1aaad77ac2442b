package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.kernel.decide.Context;
import java.time.Instant;
import java.util.List;

/**
 * The matter is investigated and a plan proposed within {@code cmp.sla.plan}, of the receipt or of the acceptance as {@code
 * cmp.clock.plan} says. CMP-24, X-24; §11 no. 3.
 */
public final class PlanDeadline {

    private static final String KEY = "cmp.sla.plan";
    private static final String START = "cmp.clock.plan";

    private static final String AT_RECEIPT = "receipt";

    private PlanDeadline() {}

    /** The promises that a registration makes. */
    public static List<Deadline> atRegistration(Instant receivedAt, Context context) {
        return context.policies().word(START).equals(AT_RECEIPT)
                ? List.of(PromisedDeadline.of(Deadline.PLAN, receivedAt, KEY, context))
                : List.of();
    }

    /** The promises that an acceptance makes: where the registration made none, whatever the profile says by now. */
    public static List<Deadline> atAcceptance(boolean runs, Context context) {
        return runs ? List.of() : List.of(PromisedDeadline.of(Deadline.PLAN, context.now(), KEY, context));
    }

    /** A case that is taken up again is to be planned anew. */
    public static Deadline atReopening(Context context) {
        return PromisedDeadline.of(Deadline.PLAN, context.now(), KEY, context);
    }
}

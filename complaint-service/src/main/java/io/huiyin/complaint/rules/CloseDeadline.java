package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.policy.PolicyValue.Flag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case is closed within {@code cmp.sla.close} of its registration, or of its acceptance where the profile starts the clock there;
 * the limit is written into the event that starts it. Where {@code cmp.sla.close.byCustomersDate} says so, the day the customer set
 * takes its place, to its end. CMP-25, X-24; §11 nos. 4, 26; start {@code cmp.clock.close}.
 */
public final class CloseDeadline {

    private static final String KEY = "cmp.sla.close";
    private static final String START = "cmp.clock.close";
    private static final String BY_CUSTOMERS_DATE = "cmp.sla.close.byCustomersDate";

    private static final String AT_REGISTRATION = "registration";

    private CloseDeadline() {}

    /** The promises that a registration makes. */
    public static List<Deadline> atRegistration(@Nullable LocalDate wantedBy, Context context) {
        return context.policies().word(START).equals(AT_REGISTRATION)
                ? List.of(promised(wantedBy, context))
                : List.of();
    }

    /** The promises that an acceptance makes: where the registration made none, whatever the profile says by now. */
    public static List<Deadline> atAcceptance(boolean runs, @Nullable LocalDate wantedBy, Context context) {
        return runs ? List.of() : List.of(promised(wantedBy, context));
    }

    /** A day that is over already sets no limit. */
    private static Deadline promised(@Nullable LocalDate wantedBy, Context context) {
        if (wantedBy != null && isByCustomersDate(context)) {
            Instant end = context.calendar().reached(wantedBy.plusDays(1).atStartOfDay());
            if (end.isAfter(context.now())) {
                return PromisedDeadline.dueAt(Deadline.CLOSE, context.now(), end, BY_CUSTOMERS_DATE, context);
            }
        }
        return PromisedDeadline.of(Deadline.CLOSE, context.now(), KEY, context);
    }

    private static boolean isByCustomersDate(Context context) {
        return context.policies().value(BY_CUSTOMERS_DATE, Flag.class).isSet();
    }

    /** A case that is taken up again has the whole time once more. */
    public static Deadline atReopening(Context context) {
        return PromisedDeadline.of(Deadline.CLOSE, context.now(), KEY, context);
    }
}

package io.huiyin.complaint;

import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.deadline.Clock;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.kernel.policy.PolicyValue.CalendarKind;
import io.huiyin.kernel.policy.PolicyValue.Limit;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A promise with its limit, written into the event that makes it.
 *
 * @param milestone such as {@code first-reply}
 * @param startedAt where its clock started
 * @param dueAt the limit
 * @param policy the value it was made with
 * @param calendar {@code working} or {@code working-days} where only such time counts; null where all time does
 */
public record Deadline(
        String milestone,
        Instant startedAt,
        Instant dueAt,
        PolicyRef policy,
        @Nullable String calendar) {

    /** Until the sender hears from us for the first time. */
    public static final String FIRST_REPLY = "first-reply";

    /** Until the case is closed. */
    public static final String CLOSE = "close";

    /** One for which all time counts. */
    public Deadline(String milestone, Instant startedAt, Instant dueAt, PolicyRef policy) {
        this(milestone, startedAt, dueAt, policy, null);
    }

    /** What the limit of a policy comes to from a start, counted as that limit is. */
    public static Deadline promised(String milestone, Instant startedAt, String key, Context context) {
        Limit limit = context.policies().limit(key);
        Instant dueAt = Clock.start(startedAt, limit, context.calendar()).due(startedAt);
        return new Deadline(milestone, startedAt, dueAt, context.policies().ref(key), wire(limit.calendar()));
    }

    private static @Nullable String wire(CalendarKind kind) {
        return switch (kind) {
            case ELAPSED, CALENDAR_DAYS -> null;
            case WORKING, WORKING_DAYS -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    private CalendarKind kind() {
        return calendar == null
                ? CalendarKind.ELAPSED
                : CalendarKind.valueOf(calendar.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** The same promise after a pause: later by as much of it as counts. */
    public Deadline paused(Instant from, Instant to, BusinessCalendar hours) {
        Instant moved = Clock.promised(startedAt, dueAt, kind(), hours)
                .pause(from, "held")
                .resume(to)
                .due(to);
        return new Deadline(milestone, startedAt, moved, policy, calendar);
    }
}

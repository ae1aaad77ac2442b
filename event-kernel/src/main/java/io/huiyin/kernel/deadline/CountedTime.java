package io.huiyin.kernel.deadline;

import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.calendar.Stretch;
import io.huiyin.kernel.policy.PolicyValue.CalendarKind;
import io.huiyin.kernel.policy.PolicyValue.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which time counts, and how: all of it, that of working hours, or that of working days from midnight to midnight.
 *
 * @param calendar null where all time counts
 */
record CountedTime(@Nullable BusinessCalendar calendar) {

    static CountedTime of(CalendarKind kind, BusinessCalendar calendar) {
        return switch (kind) {
            case ELAPSED, CALENDAR_DAYS -> new CountedTime(null);
            case WORKING -> new CountedTime(calendar);
            case WORKING_DAYS -> new CountedTime(calendar.wholeDays());
        };
    }

    /** When a limit is due that is not paused. */
    static Instant due(Instant start, Limit limit, BusinessCalendar calendar) {
        return switch (limit.calendar()) {
            case ELAPSED -> start.plus(limit.duration());
            case CALENDAR_DAYS ->
                calendar.plusDays(start, Math.toIntExact(limit.duration().toDays()));
            case WORKING -> calendar.plus(start, limit.duration());
            case WORKING_DAYS ->
                calendar.plusWorkingDays(start, Math.toIntExact(limit.duration().toDays()));
        };
    }

    /** None when the second instant is not after the first. */
    Duration between(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        return calendar == null ? Duration.between(from, to) : calendar.workingTime(from, to);
    }

    /** The first instant by which so much has been counted. */
    Instant plus(Instant at, Duration counted) {
        return calendar == null ? at.plus(counted) : calendar.plus(at, counted);
    }

    List<Stretch> stretches(Instant from, Instant to) {
        if (calendar != null) {
            return calendar.stretches(from, to);
        }
        return to.isAfter(from) ? List.of(new Stretch(from, to, Stretch.Kind.WORKING_HOURS, null)) : List.of();
    }
}

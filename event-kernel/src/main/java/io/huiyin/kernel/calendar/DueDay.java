package io.huiyin.kernel.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A day that comes again by which something is due: "by the 10th", "Sunday 17:00", "Monday, Sunday if that is off". */
public sealed interface DueDay {

    /** What happens to a day that is not worked. */
    enum WhenOff {
        /** It stays. */
        STAY,
        /** The last working day before it. */
        WORKING_DAY_BEFORE,
        /** The first working day after it. */
        WORKING_DAY_AFTER,
        /** The day before it, worked or not. */
        DAY_BEFORE
    }

    /** Until when on that day; null is its end. */
    @Nullable
    LocalTime time();

    WhenOff whenOff();

    /** A day of each month; in one that is too short its last day, so that 31 is always the last. */
    record OfMonth(int day, @Nullable LocalTime time, WhenOff whenOff) implements DueDay {
        public OfMonth {
            if (day < 1 || day > 31) {
                throw new IllegalArgumentException("a month has no day " + day);
            }
        }

        /** Due instant in one month, such as the month after the one reported. */
        public Instant in(YearMonth month, BusinessCalendar calendar) {
            return due(this, dayIn(month), calendar);
        }

        /** The day it is due on in one month. */
        public LocalDate dayIn(YearMonth month, BusinessCalendar calendar) {
            return kept(this, dayIn(month), calendar);
        }

        private LocalDate dayIn(YearMonth month) {
            return month.atDay(Math.min(day, month.lengthOfMonth()));
        }
    }

    /** A day of each week. */
    record OfWeek(DayOfWeek day, @Nullable LocalTime time, WhenOff whenOff) implements DueDay {}

    /**
     * The first due instant after an instant.
     *
     * @throws NoOpening when there is no working day to move to in ten years
     */
    default Instant next(Instant after, BusinessCalendar calendar) {
        LocalDate near = calendar.dayOf(after);
        int period = 0;
        while (due(this, day(near, period), calendar).isAfter(after)) {
            period--;
        }
        Instant due;
        do {
            due = due(this, day(near, ++period), calendar);
        } while (!due.isAfter(after));
        return due;
    }

    /** The day as named so many periods after the one a date lies in. */
    private LocalDate day(LocalDate near, int period) {
        return switch (this) {
            case OfMonth ofMonth -> ofMonth.dayIn(YearMonth.from(near).plusMonths(period));
            case OfWeek ofWeek ->
                near.minusDays(near.getDayOfWeek().getValue())
                        .plusDays(ofWeek.day().getValue())
                        .plusWeeks(period);
        };
    }

    private static Instant due(DueDay rule, LocalDate named, BusinessCalendar calendar) {
        LocalDate day = kept(rule, named, calendar);
        LocalTime until = rule.time();
        return calendar.reached(until == null ? day.plusDays(1).atStartOfDay() : day.atTime(until));
    }

    /** The named day, or where it moves to when it is off. */
    private static LocalDate kept(DueDay rule, LocalDate named, BusinessCalendar calendar) {
        if (calendar.isWorkingDay(named)) {
            return named;
        }
        return switch (rule.whenOff()) {
            case STAY -> named;
            case WORKING_DAY_BEFORE -> calendar.workingDayBefore(named);
            case WORKING_DAY_AFTER -> calendar.workingDayAfter(named);
            case DAY_BEFORE -> named.minusDays(1);
        };
    }
}

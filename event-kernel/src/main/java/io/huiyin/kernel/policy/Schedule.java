package io.huiyin.kernel.policy;

import io.huiyin.kernel.calendar.DueDay;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.Period;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When something is due that comes again and again. What is left out is as late as may be: without a weekday or day by the end of the
 * week or month, without a time by the end of the day.
 *
 * @param every how often
 * @param within of each occasion: how long after it
 * @param months in which of the months it falls; of quarters, half-years and years only
 * @param day of the month; where a month has no such day, its last
 * @param weekday of the week
 * @param time of the day
 * @param earlierIfOff the day before, when the day is none of work
 */
public record Schedule(
        Every every,
        @Nullable Period within,
        List<Month> months,
        @Nullable Integer day,
        @Nullable DayOfWeek weekday,
        @Nullable LocalTime time,
        boolean earlierIfOff)
        implements PolicyValue {

    /** How often. */
    public enum Every {
        /** Whenever it happens. */
        OCCASION,
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR
    }

    private static final EnumSet<Every> OF_MONTHS = EnumSet.of(Every.QUARTER, Every.HALF_YEAR, Every.YEAR);
    private static final EnumSet<Every> OF_DAYS = EnumSet.of(Every.MONTH, Every.QUARTER, Every.HALF_YEAR, Every.YEAR);

    private static final int LAST_DAY = 31;

    public Schedule {
        months = months.stream().distinct().sorted().toList();
        require(within == null || every == Every.OCCASION, "within belongs to an occasion");
        require(within == null || !within.isNegative(), "within must not be negative");
        require(time == null || every != Every.OCCASION, "an occasion has no time of day");
        require(weekday == null || every == Every.WEEK, "a weekday belongs to a week");
        require(months.isEmpty() || OF_MONTHS.contains(every), "months belong to a quarter, half-year or year");
        require(day == null || OF_DAYS.contains(every), "a day belongs to a month");
        require(day == null || (day >= 1 && day <= 31), "a day of the month is one of 1 to 31");
        require(!earlierIfOff || day != null || weekday != null, "earlierIfOff needs a day or weekday");
    }

    /** The first of so many months in a row in which it falls; empty where it falls in none, or does not go by months. */
    public Optional<YearMonth> monthIn(YearMonth first, int count) {
        if (!OF_DAYS.contains(every)) {
            return Optional.empty();
        }
        List<YearMonth> inTurn =
                Stream.iterate(first, month -> month.plusMonths(1)).limit(count).toList();
        if (every != Every.MONTH && months.isEmpty()) {
            return Optional.of(inTurn.getLast());
        }
        return inTurn.stream()
                .filter(month -> months.isEmpty() || months.contains(month.getMonth()))
                .findFirst();
    }

    /** By which day of such a month. */
    public DueDay.OfMonth dayOfMonth() {
        return new DueDay.OfMonth(
                day == null ? LAST_DAY : day, time, earlierIfOff ? DueDay.WhenOff.DAY_BEFORE : DueDay.WhenOff.STAY);
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}

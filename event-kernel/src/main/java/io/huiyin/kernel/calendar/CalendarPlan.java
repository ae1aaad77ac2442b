package io.huiyin.kernel.calendar;

import io.huiyin.kernel.policy.PolicyValue.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a business calendar is made of. The hours of a day are those of its special day, else of its season, else of the week.
 * Where a window of one season or special day runs into a window of the next, the two are one.
 *
 * @param version given by who changes calendars; a deadline tells it
 * @param days single days that are special
 * @param known for which years the special days are known: a deadline after them may stand on a holiday not yet announced
 */
public record CalendarPlan(
        int version,
        ZoneId zone,
        WeeklyHours week,
        List<Season> seasons,
        SortedMap<LocalDate, SpecialDay> days,
        Years known) {

    public CalendarPlan {
        seasons = List.copyOf(seasons);
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
        if (week.isEmpty() && seasons.stream().allMatch(season -> season.hours().isEmpty())) {
            throw new IllegalArgumentException("a calendar must have working hours on some day of the week");
        }
        for (int one = 0; one < seasons.size(); one++) {
            for (int other = one + 1; other < seasons.size(); other++) {
                if (seasons.get(one).overlaps(seasons.get(other))) {
                    throw new IllegalArgumentException(
                            "the seasons " + seasons.get(one).name() + " and "
                                    + seasons.get(other).name() + " overlap");
                }
            }
        }
    }

    /** The same week all year round, without special days. */
    public static CalendarPlan of(int version, ZoneId zone, WeeklyHours week, Years known) {
        return new CalendarPlan(version, zone, week, List.of(), new TreeMap<>(), known);
    }

    /** With other seasons. */
    public CalendarPlan withSeasons(List<Season> other) {
        return new CalendarPlan(version, zone, week, other, days, known);
    }

    /** With other hours all year round; see {@link BusinessCalendar#withHours}. */
    CalendarPlan withHours(WeeklyHours hours, boolean onHolidays) {
        SortedMap<LocalDate, SpecialDay> special = new TreeMap<>();
        days.forEach((date, day) -> {
            switch (day) {
                case SpecialDay.Closed closed when onHolidays -> {
                    // a day like others
                }
                case SpecialDay.Working working ->
                    special.put(
                            date,
                            new SpecialDay.WorkingLike(
                                    working.name(),
                                    hours.of(date.getDayOfWeek()).isEmpty() ? DayOfWeek.FRIDAY : date.getDayOfWeek()));
                case SpecialDay other -> special.put(date, other);
            }
        });
        return new CalendarPlan(version, zone, hours, List.of(), special, known);
    }

    /** With these special days too; one of them replaces another of the same date. */
    public CalendarPlan with(SortedMap<LocalDate, SpecialDay> more) {
        SortedMap<LocalDate, SpecialDay> all = new TreeMap<>(days);
        all.putAll(more);
        return new CalendarPlan(version, zone, week, seasons, all, known);
    }

    /** As the version that follows it. */
    public CalendarPlan withVersion(int next) {
        return new CalendarPlan(next, zone, week, seasons, days, known);
    }

    /** Windows that begin on a day, in order; none on a day off. */
    public List<Window> windows(LocalDate day) {
        return switch (special(day)) {
            case null -> hours(day).of(day.getDayOfWeek());
            case SpecialDay.Closed closed -> List.of();
            case SpecialDay.Working working -> working.windows();
            case SpecialDay.WorkingLike like -> hours(day).of(like.day());
        };
    }

    @Nullable
    SpecialDay special(LocalDate day) {
        return days.get(day);
    }

    private WeeklyHours hours(LocalDate day) {
        for (Season season : seasons) {
            if (season.contains(day)) {
                return season.hours();
            }
        }
        return week;
    }
}

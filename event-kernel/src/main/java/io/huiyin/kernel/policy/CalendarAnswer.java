package io.huiyin.kernel.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.calendar.CalendarPlan;
import io.huiyin.kernel.calendar.SpecialDay;
import io.huiyin.kernel.calendar.Years;
import io.huiyin.kernel.calendar.source.Calendars;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The business calendar as the API shows it: what it was given as, and the special days of a year that come of it.
 *
 * @param version of the policy {@code calendar}; 1 is the profile's own
 * @param profile which gave the first version
 * @param effectiveFrom since when; null for the profile's own value
 * @param zone in which its times are
 * @param holidays country whose holidays are free
 * @param week windows of each weekday
 * @param days special days of its own, of all years
 * @param years for which {@code days} has all that the authorities announced
 * @param knownYears in which the special days are known: later ones may bring holidays that nobody has announced yet
 * @param year the one whose special days are shown
 * @param specialDays the country's holidays and its own days, in order
 * @param changes all that were decided, also those that do not hold yet or no more
 */
public record CalendarAnswer(
        int version,
        String profile,
        @Nullable Instant effectiveFrom,
        @Nullable String reason,
        JsonNode zone,
        @Nullable JsonNode holidays,
        JsonNode week,
        @Nullable JsonNode seasons,
        @Nullable JsonNode days,
        @Nullable JsonNode years,
        Years knownYears,
        int year,
        List<Day> specialDays,
        List<PolicyChanges.Change> changes) {

    /**
     * One special day.
     *
     * @param kind {@code closed}, {@code working} in windows of its own, or {@code like} another day of the week
     * @param like which one
     * @param windows in which it is worked
     * @param own whether the company gave it itself; otherwise it is one of the country's
     */
    public record Day(
            LocalDate date,
            String kind,
            String name,
            @Nullable String like,
            List<String> windows,
            boolean own) {}

    /**
     * What a value comes to.
     *
     * @param value the policy's, as it is read
     * @param year whose special days are shown; null for the one an instant lies in
     */
    public static CalendarAnswer of(PolicyAnswer policy, WorkingWeek value, Instant at, @Nullable Integer year) {
        BusinessCalendar calendar = Calendars.of(policy.version(), value);
        int shown = year == null ? calendar.dayOf(at).getYear() : year;
        JsonNode given = policy.value();
        return new CalendarAnswer(
                policy.version(),
                policy.profile(),
                policy.effectiveFrom(),
                policy.reason(),
                given.path("zone"),
                given.get("holidays"),
                given.path("week"),
                given.get("seasons"),
                given.get("days"),
                given.get("years"),
                calendar.plan().known(),
                shown,
                days(calendar.plan(), value, shown),
                policy.changes());
    }

    private static List<Day> days(CalendarPlan plan, WorkingWeek value, int year) {
        SortedMap<LocalDate, SpecialDay> own = value.specialDays();
        return plan.days().subMap(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)).entrySet().stream()
                .map(day -> day(plan, day, own.containsKey(day.getKey())))
                .toList();
    }

    private static Day day(CalendarPlan plan, Map.Entry<LocalDate, SpecialDay> day, boolean own) {
        DayOfWeek like = day.getValue() instanceof SpecialDay.WorkingLike makeUp ? makeUp.day() : null;
        return new Day(
                day.getKey(),
                switch (day.getValue()) {
                    case SpecialDay.Closed closed -> "closed";
                    case SpecialDay.Working working -> "working";
                    case SpecialDay.WorkingLike makeUp -> "like";
                },
                day.getValue().name(),
                like == null ? null : Located.wire(like),
                plan.windows(day.getKey()).stream().map(ValueWriting::text).toList(),
                own);
    }
}

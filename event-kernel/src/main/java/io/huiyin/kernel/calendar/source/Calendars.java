package io.huiyin.kernel.calendar.source;

import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.calendar.CalendarPlan;
import io.huiyin.kernel.calendar.NoOpening;
import io.huiyin.kernel.calendar.Season;
import io.huiyin.kernel.calendar.SpecialDay;
import io.huiyin.kernel.calendar.WeeklyHours;
import io.huiyin.kernel.calendar.Years;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValue.Window;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.policy.WorkingWeek;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The business calendar that the policy {@code calendar} describes, with the holidays of its country. A calendar is made once for
 * each value; its version is the value's.
 */
public final class Calendars {

    private static final String KEY = "calendar";

    /** For which holidays follow rules: as far as anybody promises anything. */
    private static final Years BY_RULE = new Years(2015, 2050);

    private static final Map<Made, BusinessCalendar> CALENDARS = new ConcurrentHashMap<>();

    private static final BusinessCalendar ALWAYS = new BusinessCalendar(CalendarPlan.of(
            0,
            ZoneOffset.UTC,
            WeeklyHours.on(EnumSet.allOf(DayOfWeek.class), new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)),
            BY_RULE));

    private record Made(int version, WorkingWeek week) {}

    private Calendars() {}

    /**
     * The calendar that is in force with these values; without the policy it is always open.
     *
     * @throws IllegalArgumentException when its country's holidays are not known
     */
    public static BusinessCalendar of(PolicyValues policies) {
        if (!policies.has(KEY)) {
            return ALWAYS;
        }
        // Kept for good: there are as many as the policy has had values.
        return CALENDARS.computeIfAbsent(
                new Made(policies.ref(KEY).version(), policies.value(KEY, WorkingWeek.class)),
                made -> new BusinessCalendar(plan(made)));
    }

    /**
     * Whether a calendar can be made of a value; any other value is none of a calendar.
     *
     * @throws InvalidInput saying why not
     */
    public static void check(PolicyValue value) {
        try {
            if (value instanceof WorkingWeek week) {
                new BusinessCalendar(plan(new Made(0, week))).nextOpening(Instant.EPOCH);
            } else if (value instanceof PolicyValue.CallWindow window
                    && !window.days().isEmpty()) {
                WeeklyHours.on(window.days(), window.windows().toArray(Window[]::new));
            }
        } catch (IllegalArgumentException | NoOpening e) {
            throw new InvalidInput("/value", String.valueOf(e.getMessage()));
        }
    }

    private static CalendarPlan plan(Made made) {
        WorkingWeek value = made.week();
        CalendarFile holidays = holidays(value.holidays());
        Years known = holidays.years() == null ? BY_RULE : holidays.years();
        return new CalendarPlan(
                made.version(),
                value.zone(),
                new WeeklyHours(value.week()),
                value.seasons().stream()
                        .map(season ->
                                new Season(season.name(), season.from(), season.to(), new WeeklyHours(season.week())))
                        .toList(),
                holidays.days(),
                known);
    }

    private static CalendarFile holidays(@Nullable String country) {
        SortedMap<LocalDate, SpecialDay> none = new TreeMap<>();
        return country == null ? new CalendarFile(none, BY_RULE) : Holidays.of(country, BY_RULE, Locale.CHINESE);
    }
}

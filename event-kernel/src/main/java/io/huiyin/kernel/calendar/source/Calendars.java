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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The business calendar that the policy {@code calendar} describes, with the holidays of its country and the special days it names
 * itself, which go before them. A calendar is made once for each value; its version is the value's.
 */
public final class Calendars {

    /** The policy that describes it. */
    public static final String KEY = "calendar";

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
        return of(policies.ref(KEY).version(), policies.value(KEY, WorkingWeek.class));
    }

    /**
     * The calendar of a value in one of its versions.
     *
     * @throws IllegalArgumentException when its country's holidays are not known
     */
    public static BusinessCalendar of(int version, WorkingWeek week) {
        // Kept for good: there are as many as the policy has had values.
        return CALENDARS.computeIfAbsent(new Made(version, week), made -> new BusinessCalendar(plan(made)));
    }

    /**
     * Whether a calendar can be made of a value, and opens time and again; any other value is none of a calendar.
     *
     * @param pointer where the value stands in what was given
     * @throws InvalidInput naming the field, and why not
     */
    public static void check(PolicyValue value, String pointer) {
        switch (value) {
            case WorkingWeek week -> check(week, pointer);
            case PolicyValue.CallWindow window
            when !window.days().isEmpty() ->
                checked(
                        pointer + "/windows",
                        () -> WeeklyHours.on(window.days(), window.windows().toArray(Window[]::new)));
            case PolicyValue other -> {
                // nothing is counted with its hours
            }
        }
    }

    private static void check(WorkingWeek week, String pointer) {
        checked(pointer + "/week", () -> new WeeklyHours(week.week()));
        for (int place = 0; place < week.seasons().size(); place++) {
            Map<DayOfWeek, List<Window>> hours = week.seasons().get(place).week();
            checked(pointer + "/seasons/" + place + "/week", () -> new WeeklyHours(hours));
        }
        CalendarFile holidays = checked(pointer + "/holidays", () -> holidays(week.holidays()));
        Years known = years(holidays);
        Years given = week.years();
        if (given != null && !known.meets(given)) {
            throw new InvalidInput(
                    pointer + "/years",
                    "do not follow on " + known.first() + " to " + known.last() + ", which are known");
        }
        BusinessCalendar calendar = checked(pointer + "/seasons", () -> new BusinessCalendar(plan(new Made(0, week))));
        checked(pointer + "/days", () -> openAgain(calendar, week));
    }

    private static <T> T checked(String pointer, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException | NoOpening e) {
            throw new InvalidInput(pointer, String.valueOf(e.getMessage()));
        }
    }

    /** The last opening that was looked for: after each special day there is one, for every week of the year has its hours. */
    private static Instant openAgain(BusinessCalendar calendar, WorkingWeek week) {
        Instant open = calendar.nextOpening(Instant.EPOCH);
        for (LocalDate day : week.specialDays().keySet()) {
            Instant begin = calendar.reached(day.atStartOfDay());
            open = begin.isBefore(open) ? open : calendar.nextOpening(begin);
        }
        return open;
    }

    private static CalendarPlan plan(Made made) {
        WorkingWeek value = made.week();
        CalendarFile holidays = holidays(value.holidays());
        SortedMap<LocalDate, SpecialDay> days = new TreeMap<>(holidays.days());
        days.putAll(value.specialDays());
        return new CalendarPlan(
                made.version(),
                value.zone(),
                new WeeklyHours(value.week()),
                value.seasons().stream()
                        .map(season ->
                                new Season(season.name(), season.from(), season.to(), new WeeklyHours(season.week())))
                        .toList(),
                days,
                known(value, holidays));
    }

    /**
     * The years in which all special days are known, by the country's holidays or by the value itself. A later release may know others
     * of the country than the one in which the value was given: there is a calendar all the same.
     */
    private static Years known(WorkingWeek value, CalendarFile holidays) {
        Years known = years(holidays);
        Years given = value.years();
        return given == null || !known.meets(given) ? known : known.with(given);
    }

    private static Years years(CalendarFile holidays) {
        return holidays.years() == null ? BY_RULE : holidays.years();
    }

    private static CalendarFile holidays(@Nullable String country) {
        SortedMap<LocalDate, SpecialDay> none = new TreeMap<>();
        return country == null ? new CalendarFile(none, BY_RULE) : Holidays.of(country, BY_RULE, Locale.CHINESE);
    }
}

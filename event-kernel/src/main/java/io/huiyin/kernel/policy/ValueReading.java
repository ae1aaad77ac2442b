package io.huiyin.kernel.policy;

import io.huiyin.kernel.policy.PolicyValue.CalendarKind;
import io.huiyin.kernel.policy.PolicyValue.Window;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes each type of value of its fields. */
final class ValueReading {

    private static final Pattern DASH = Pattern.compile("-");
    private static final Window A_WINDOW = new Window(LocalTime.MIDNIGHT, LocalTime.NOON);

    private ValueReading() {}

    /** What is wrong with a field is noted there; where fields do not go together, an {@link IllegalArgumentException} says so. */
    static PolicyValue of(Located at, PolicyType type) {
        return switch (type) {
            case LIMIT -> limit(at, "limit", "calendar");
            case PERIOD, UNTIL, TERM -> term(at);
            case TERMS -> new Named.Terms(only(at, "terms").map(ValueReading::term));
            case NAMES -> new PolicyValue.Names(names(only(at, "names")));
            case RANKS -> ranks(at);
            case CHOICE -> new PolicyValue.Word(only(at, "choice").text());
            case COUNT -> new PolicyValue.Count(only(at, "count").whole());
            case COUNTS -> new Named.Counts(only(at, "counts").map(Located::whole));
            case RANGE -> range(at);
            case FLAG -> new PolicyValue.Flag(only(at, "flag").flag());
            case BY_NAME -> new PolicyValue.ByName(only(at, "byName").map(Located::text));
            case STEPS -> new Steps(only(at, "steps").list(ValueReading::step));
            case TIERS -> tiers(at);
            case AMOUNTS -> amounts(at);
            case TARGET -> target(at);
            case PERCENTS -> new Named.Percents(only(at, "percents").map(Located::number));
            case CALL_WINDOW -> callWindow(at);
            case SHIFTS -> new Shifts(only(at, "shifts").list(ValueReading::shift));
            case SCHEDULE -> schedule(at);
            case WAITS -> new Named.Waits(only(at, "waits").map(waits -> waits.list(ValueReading::period)));
            case NUMBER_PATTERN -> numberPattern(at);
            case WORKING_WEEK -> workingWeek(at);
            case ZONE -> new PolicyValue.Zone(zone(only(at, "zone")));
            case NONE -> none(at);
        };
    }

    /** The one field a value has. */
    private static Located only(Located at, String field) {
        at.hasOnly(field);
        return at.at(field);
    }

    private static Term term(Located at) {
        if (at.has("period")) {
            return new Term.Span(period(only(at, "period")));
        }
        if (at.has("until")) {
            return new Term.Until(only(at, "until").word(Term.End.values()));
        }
        return limit(at, "limit", "calendar");
    }

    private static PolicyValue.Limit limit(Located at, String... fields) {
        at.hasOnly(fields);
        Duration duration =
                at.at("limit").parsed(Duration::parse, Duration.ZERO, "must be a duration such as PT24H or P6D");
        return new PolicyValue.Limit(
                duration, at.has("calendar") ? at.at("calendar").word(CalendarKind.values()) : CalendarKind.ELAPSED);
    }

    private static Period period(Located at) {
        return at.parsed(Period::parse, Period.ofDays(1), "must be a period such as P3M or P10D");
    }

    private static List<String> names(Located at) {
        return at.list(Located::text);
    }

    private static Ranks ranks(Located at) {
        at.hasOnly("ranks", "subjects");
        Map<String, List<String>> subjects =
                at.has("subjects") ? at.at("subjects").map(ValueReading::names) : Map.of();
        return new Ranks(at.at("ranks").map(Located::whole), subjects);
    }

    private static PolicyValue.Range range(Located at) {
        at.hasOnly("lowest", "highest");
        return new PolicyValue.Range(at.at("lowest").whole(), at.at("highest").whole());
    }

    private static Steps.Step step(Located at) {
        String department = at.at("department").text();
        return new Steps.Step(department, limit(at, "department", "limit", "calendar"));
    }

    private static PolicyValue.Tiers tiers(Located at) {
        at.hasOnly("currency", "tiers");
        return new PolicyValue.Tiers(currency(at), at.at("tiers").list(tier -> {
            tier.hasOnly("role", "upTo");
            return new PolicyValue.Tier(
                    tier.at("role").text(), tier.has("upTo") ? tier.at("upTo").number() : null);
        }));
    }

    private static String currency(Located at) {
        return at.has("currency")
                ? at.at("currency")
                        .parsed(
                                code -> Currency.getInstance(code).getCurrencyCode(),
                                "CNY",
                                "must be a currency such as CNY")
                : "CNY";
    }

    private static Named.Amounts amounts(Located at) {
        at.hasOnly("currency", "amounts", "unset");
        Set<String> unset = at.has("unset") ? Set.copyOf(names(at.at("unset"))) : Set.of();
        return new Named.Amounts(currency(at), at.at("amounts").map(Located::number), unset);
    }

    private static PolicyValue.Target target(Located at) {
        at.hasOnly("percent", "direction");
        BigDecimal percent = at.at("percent").number();
        return new PolicyValue.Target(
                percent,
                at.has("direction")
                        ? at.at("direction").word(PolicyValue.Direction.values())
                        : PolicyValue.Direction.AT_LEAST);
    }

    private static PolicyValue.CallWindow callWindow(Located at) {
        at.hasOnly("windows", "days");
        List<DayOfWeek> days = at.has("days") ? at.at("days").list(day -> day.word(DayOfWeek.values())) : List.of();
        return new PolicyValue.CallWindow(windows(at.at("windows")), days.isEmpty() ? Set.of() : EnumSet.copyOf(days));
    }

    static List<Window> windows(Located at) {
        return at.list(ValueReading::window);
    }

    private static Window window(Located at) {
        return at.parsed(ValueReading::window, A_WINDOW, "must be a window such as 09:00-12:00");
    }

    private static Window window(String text) {
        List<String> ends = DASH.splitAsStream(text).toList();
        if (ends.size() != 2) {
            throw new IllegalArgumentException(text);
        }
        LocalTime from = LocalTime.parse(ends.getFirst());
        LocalTime to = LocalTime.parse(ends.getLast());
        // From nine to nine somebody meant something else.
        if (from.equals(to) && !from.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException(text);
        }
        return new Window(from, to);
    }

    private static Shifts.Shift shift(Located at) {
        at.hasOnly("name", "window", "from");
        return new Shifts.Shift(
                at.at("name").text(), window(at.at("window")), at.has("from") ? dayOfYear(at.at("from")) : null);
    }

    private static MonthDay dayOfYear(Located at) {
        return at.parsed(
                text -> MonthDay.parse("--" + text), MonthDay.of(1, 1), "must be a month and day such as 05-01");
    }

    private static Schedule schedule(Located at) {
        at.hasOnly("every", "within", "months", "day", "weekday", "time", "earlierIfOff");
        return new Schedule(
                at.at("every").word(Schedule.Every.values()),
                at.has("within") ? period(at.at("within")) : null,
                at.has("months") ? at.at("months").list(month -> month.word(Month.values())) : List.of(),
                at.has("day") ? at.at("day").whole() : null,
                at.has("weekday") ? at.at("weekday").word(DayOfWeek.values()) : null,
                at.has("time") ? time(at.at("time")) : null,
                at.has("earlierIfOff") && at.at("earlierIfOff").flag());
    }

    private static LocalTime time(Located at) {
        return at.parsed(LocalTime::parse, LocalTime.NOON, "must be a time of the day such as 17:00");
    }

    private static PolicyValue.NumberPattern numberPattern(Located at) {
        at.hasOnly("datePattern", "digits");
        int digits = at.at("digits").whole();
        return at.at("datePattern")
                .parsed(
                        pattern -> PolicyValue.NumberPattern.of(pattern, digits),
                        PolicyValue.NumberPattern.of("yyMM", 4),
                        "must be a pattern of dates such as yyMM");
    }

    private static WorkingWeek workingWeek(Located at) {
        at.hasOnly("zone", "holidays", "week", "seasons", "days", "years");
        return new WorkingWeek(
                zone(at.at("zone")),
                at.has("holidays") ? at.at("holidays").text() : null,
                week(at.at("week")),
                at.has("seasons") ? at.at("seasons").list(ValueReading::season) : List.of(),
                at.has("days") ? SpecialDayReading.days(at.at("days")) : List.of(),
                at.has("years") ? SpecialDayReading.years(at.at("years")) : null);
    }

    private static WorkingWeek.Season season(Located at) {
        at.hasOnly("name", "from", "to", "week");
        return new WorkingWeek.Season(
                at.at("name").text(), dayOfYear(at.at("from")), dayOfYear(at.at("to")), week(at.at("week")));
    }

    private static Map<DayOfWeek, List<Window>> week(Located at) {
        Map<DayOfWeek, List<Window>> week = new LinkedHashMap<>();
        at.map(ValueReading::windows).forEach((name, windows) -> {
            DayOfWeek day = weekday(name);
            if (day == null) {
                at.at(name).fault("is no day of the week");
            } else {
                week.put(day, windows);
            }
        });
        return week;
    }

    private static @Nullable DayOfWeek weekday(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (Located.wire(day).equals(name)) {
                return day;
            }
        }
        return null;
    }

    private static ZoneId zone(Located at) {
        return at.parsed(ZoneId::of, ZoneOffset.UTC, "must be a time zone such as Asia/Shanghai");
    }

    private static PolicyValue none(Located at) {
        if (!only(at, "none").flag()) {
            throw new IllegalArgumentException("none is true or not given at all");
        }
        return new PolicyValue.None();
    }
}

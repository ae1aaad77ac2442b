package io.huiyin.kernel.testing;

import io.huiyin.kernel.policy.Named;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.Ranks;
import io.huiyin.kernel.policy.Schedule;
import io.huiyin.kernel.policy.Shifts;
import io.huiyin.kernel.policy.Steps;
import io.huiyin.kernel.policy.Term;
import io.huiyin.kernel.policy.WorkingWeek;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Policy values as a person writes them into a table: "24 h", "5 working days", "≥ 90 %". */
final class PolicyNotation {

    private static final String NONE = "none";

    private PolicyNotation() {}

    static String of(PolicyValue value) {
        return switch (value) {
            case Term term -> term(term);
            case Named.Terms terms -> named(terms.byName(), PolicyNotation::term);
            case Named.Counts counts -> named(counts.byName(), String::valueOf);
            case Named.Percents percents -> named(percents.byName(), PolicyNotation::percent);
            case Named.Amounts amounts -> amounts(amounts);
            case Named.Waits waits ->
                named(
                        waits.byName(),
                        each -> each.stream().map(PolicyNotation::period).collect(Collectors.joining(", ")));
            case Ranks ranks -> ranks(ranks);
            case Steps steps ->
                joined(steps.steps().stream().map(step -> step.department() + " " + term(step.limit())), ", ");
            case Schedule schedule -> schedule(schedule);
            case Shifts shifts -> joined(shifts.shifts().stream().map(PolicyNotation::shift), ", ");
            case WorkingWeek week -> week(week);
            case PolicyValue.Names names -> joined(names.names().stream(), ", ");
            case PolicyValue.NumberPattern pattern -> pattern.datePattern() + " + " + pattern.digits() + " digits";
            case PolicyValue.Target target -> sign(target.direction()) + " " + percent(target.percent());
            case PolicyValue.Word word -> word.word();
            case PolicyValue.Zone zone -> zone.zone().getId();
            case PolicyValue.Count count -> String.valueOf(count.count());
            case PolicyValue.Range range -> range.lowest() + "-" + range.highest();
            case PolicyValue.Flag flag -> flag.isSet() ? "yes" : "no";
            case PolicyValue.ByName byName -> named(byName.names(), name -> name);
            case PolicyValue.Tiers tiers -> tiers(tiers);
            case PolicyValue.CallWindow window ->
                window.windows().isEmpty() ? NONE : days(window.days()) + " " + windows(window.windows());
            case PolicyValue.None none -> NONE;
        };
    }

    private static String term(Term term) {
        return switch (term) {
            case PolicyValue.Limit limit -> limit(limit);
            case Term.Span span -> period(span.period());
            case Term.Until until -> "until " + wire(until.end());
        };
    }

    private static String limit(PolicyValue.Limit limit) {
        Duration length = limit.duration();
        if (length.isZero()) {
            return "at once";
        }
        return switch (limit.calendar()) {
            case CALENDAR_DAYS -> counted(length.toDays(), "day");
            case WORKING_DAYS -> counted(length.toDays(), "working day");
            case ELAPSED -> clock(length, "");
            case WORKING -> clock(length, "working ");
        };
    }

    private static String clock(Duration length, String kind) {
        return length.toMinutesPart() == 0
                ? length.toHours() + " " + kind + "h"
                : length.toMinutes() + " " + kind + "min";
    }

    private static String period(Period period) {
        if (period.isZero()) {
            return "same day";
        }
        return Stream.of(
                        counted(period.getYears(), "year"),
                        counted(period.getMonths(), "month"),
                        counted(period.getDays(), "day"))
                .filter(part -> !part.startsWith("0 "))
                .collect(Collectors.joining(" "));
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String percent(BigDecimal percent) {
        return percent.toPlainString() + " %";
    }

    private static String sign(PolicyValue.Direction direction) {
        return switch (direction) {
            case AT_LEAST -> "≥";
            case AT_MOST -> "≤";
            case BELOW -> "<";
        };
    }

    /** By name, those of no name last. */
    private static <V> String named(Map<String, V> byName, Function<V, String> text) {
        Comparator<String> order =
                Comparator.<String, Boolean>comparing(Named.ANY::equals).thenComparing(Comparator.naturalOrder());
        Map<String, V> sorted = new TreeMap<>(order);
        sorted.putAll(byName);
        return joined(sorted.entrySet().stream().map(each -> each.getKey() + ": " + text.apply(each.getValue())), "; ");
    }

    private static String amounts(Named.Amounts amounts) {
        String set = amounts.byName().isEmpty()
                ? ""
                : named(amounts.byName(), amount -> amount.toPlainString() + " " + amounts.currency());
        String unset = amounts.unset().stream().sorted().collect(Collectors.joining(", "));
        return joined(Stream.of(set, unset.isEmpty() ? "" : "unset " + unset).filter(part -> !part.isEmpty()), "; ");
    }

    private static String ranks(Ranks ranks) {
        String all =
                joined(ranks.byName().entrySet().stream().map(each -> each.getKey() + " " + each.getValue()), ", ");
        return ranks.subjects().isEmpty()
                ? all
                : all + " (" + named(ranks.subjects(), classes -> String.join(", ", classes)) + ")";
    }

    private static String tiers(PolicyValue.Tiers tiers) {
        return joined(
                tiers.tiers().stream()
                        .map(tier -> tier.upTo() == null
                                ? tier.role()
                                : tier.role() + " ≤ " + tier.upTo().toPlainString() + " " + tiers.currency()),
                ", ");
    }

    private static String schedule(Schedule schedule) {
        List<String> words = new ArrayList<>(List.of("every " + wire(schedule.every())));
        if (schedule.within() != null) {
            words.add("within " + period(schedule.within()));
        }
        schedule.months().forEach(month -> words.add(wire(month).substring(0, 3)));
        if (schedule.day() != null) {
            words.add("day " + schedule.day());
        }
        if (schedule.weekday() != null) {
            words.add(short3(schedule.weekday()));
        }
        if (schedule.time() != null) {
            words.add(schedule.time().toString());
        }
        if (schedule.earlierIfOff()) {
            words.add("or the day before if off");
        }
        return String.join(" ", words);
    }

    private static String shift(Shifts.Shift shift) {
        String text = shift.name() + " " + window(shift.window());
        return shift.from() == null
                ? text
                : text + " from " + shift.from().toString().substring(2);
    }

    /** Days with the same windows together. */
    private static String week(WorkingWeek week) {
        Map<String, List<DayOfWeek>> byWindows = new LinkedHashMap<>();
        week.week()
                .forEach((day, windows) -> byWindows
                        .computeIfAbsent(windows(windows), same -> new ArrayList<>())
                        .add(day));
        String days = byWindows.entrySet().stream()
                .map(each -> days(each.getValue()) + " " + each.getKey())
                .collect(Collectors.joining(", "));
        String free = week.holidays() == null ? "no holidays" : "holidays of " + week.holidays();
        String seasons = week.seasons().isEmpty() ? "" : ", " + week.seasons();
        return days + ", " + free + ", " + week.zone() + seasons;
    }

    private static String days(Collection<DayOfWeek> days) {
        return days.stream().sorted().map(PolicyNotation::short3).collect(Collectors.joining(" "));
    }

    private static String short3(DayOfWeek day) {
        return wire(day).substring(0, 3);
    }

    private static String windows(List<PolicyValue.Window> windows) {
        return windows.stream().map(PolicyNotation::window).collect(Collectors.joining(" "));
    }

    private static String window(PolicyValue.Window window) {
        return time(window.from()) + "-" + time(window.to());
    }

    private static String time(LocalTime time) {
        return time.toString();
    }

    private static String joined(Stream<String> parts, String by) {
        String joined = parts.collect(Collectors.joining(by));
        return joined.isEmpty() ? NONE : joined;
    }

    private static String wire(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

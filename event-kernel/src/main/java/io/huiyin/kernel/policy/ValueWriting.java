package io.huiyin.kernel.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huiyin.kernel.calendar.SpecialDay;
import io.huiyin.kernel.calendar.Years;
import io.huiyin.kernel.policy.PolicyValue.Window;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes each type of value in the shape it is read in. */
final class ValueWriting {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

    private ValueWriting() {}

    static ObjectNode of(PolicyValue value) {
        ObjectNode node = JSON.objectNode();
        switch (value) {
            case PolicyValue.Limit limit -> limit(node, limit);
            case Term.Span span -> node.put("period", span.period().toString());
            case Term.Until until -> node.put("until", Located.wire(until.end()));
            case Named.Terms terms -> {
                ObjectNode byName = node.putObject("terms");
                terms.byName().forEach((name, term) -> byName.set(name, of(term)));
            }
            case Named.Counts counts -> {
                ObjectNode byName = node.putObject("counts");
                counts.byName().forEach(byName::put);
            }
            case Named.Percents percents -> {
                ObjectNode byName = node.putObject("percents");
                percents.byName().forEach(byName::put);
            }
            case Named.Amounts amounts -> amounts(node, amounts);
            case Named.Waits waits -> {
                ObjectNode byName = node.putObject("waits");
                waits.byName().forEach((name, each) -> texts(byName.putArray(name), each));
            }
            case Ranks ranks -> ranks(node, ranks);
            case Steps steps -> {
                ArrayNode list = node.putArray("steps");
                steps.steps()
                        .forEach(step -> limit(list.addObject().put("department", step.department()), step.limit()));
            }
            case Schedule schedule -> schedule(node, schedule);
            case Shifts shifts -> shifts(node.putArray("shifts"), shifts);
            case WorkingWeek week -> workingWeek(node, week);
            case PolicyValue.Names names -> texts(node.putArray("names"), names.names());
            case PolicyValue.NumberPattern pattern ->
                node.put("datePattern", pattern.datePattern()).put("digits", pattern.digits());
            case PolicyValue.Target target ->
                node.put("percent", target.percent()).put("direction", Located.wire(target.direction()));
            case PolicyValue.Word word -> node.put("choice", word.word());
            case PolicyValue.Zone zone -> node.put("zone", zone.zone().getId());
            case PolicyValue.Count count -> node.put("count", count.count());
            case PolicyValue.Range range -> node.put("lowest", range.lowest()).put("highest", range.highest());
            case PolicyValue.Flag flag -> node.put("flag", flag.isSet());
            case PolicyValue.ByName byName -> {
                ObjectNode names = node.putObject("byName");
                byName.names().forEach(names::put);
            }
            case PolicyValue.Tiers tiers -> tiers(node, tiers);
            case PolicyValue.CallWindow window -> {
                windows(node.putArray("windows"), window.windows());
                texts(
                        node.putArray("days"),
                        window.days().stream().sorted().map(Located::wire).toList());
            }
            case PolicyValue.None none -> node.put("none", true);
        }
        return node;
    }

    private static void limit(ObjectNode node, PolicyValue.Limit limit) {
        String length = limit.calendar().isOfDays()
                ? "P" + limit.duration().toDays() + "D"
                : limit.duration().toString();
        node.put("limit", length).put("calendar", Located.wire(limit.calendar()));
    }

    private static void amounts(ObjectNode node, Named.Amounts amounts) {
        ObjectNode byName = node.put("currency", amounts.currency()).putObject("amounts");
        amounts.byName().forEach(byName::put);
        texts(node.putArray("unset"), amounts.unset().stream().sorted().toList());
    }

    private static void ranks(ObjectNode node, Ranks ranks) {
        ObjectNode byName = node.putObject("ranks");
        ranks.byName().forEach(byName::put);
        if (!ranks.subjects().isEmpty()) {
            ObjectNode subjects = node.putObject("subjects");
            ranks.subjects().forEach((subject, classes) -> texts(subjects.putArray(subject), classes));
        }
    }

    private static void tiers(ObjectNode node, PolicyValue.Tiers tiers) {
        ArrayNode list = node.put("currency", tiers.currency()).putArray("tiers");
        for (PolicyValue.Tier tier : tiers.tiers()) {
            ObjectNode written = list.addObject().put("role", tier.role());
            if (tier.upTo() != null) {
                written.put("upTo", tier.upTo());
            }
        }
    }

    private static void schedule(ObjectNode node, Schedule schedule) {
        node.put("every", Located.wire(schedule.every()));
        if (schedule.within() != null) {
            node.put("within", schedule.within().toString());
        }
        if (!schedule.months().isEmpty()) {
            texts(
                    node.putArray("months"),
                    schedule.months().stream().map(Located::wire).toList());
        }
        if (schedule.day() != null) {
            node.put("day", schedule.day());
        }
        if (schedule.weekday() != null) {
            node.put("weekday", Located.wire(schedule.weekday()));
        }
        if (schedule.time() != null) {
            node.put("time", schedule.time().toString());
        }
        if (schedule.earlierIfOff()) {
            node.put("earlierIfOff", true);
        }
    }

    private static void shifts(ArrayNode list, Shifts shifts) {
        for (Shifts.Shift shift : shifts.shifts()) {
            ObjectNode written = list.addObject().put("name", shift.name()).put("window", text(shift.window()));
            if (shift.from() != null) {
                written.put("from", text(shift.from()));
            }
        }
    }

    private static void workingWeek(ObjectNode node, WorkingWeek week) {
        node.put("zone", week.zone().getId());
        if (week.holidays() != null) {
            node.put("holidays", week.holidays());
        }
        week(node.putObject("week"), week.week());
        if (!week.seasons().isEmpty()) {
            ArrayNode seasons = node.putArray("seasons");
            for (WorkingWeek.Season season : week.seasons()) {
                ObjectNode written = seasons.addObject()
                        .put("name", season.name())
                        .put("from", text(season.from()))
                        .put("to", text(season.to()));
                week(written.putObject("week"), season.week());
            }
        }
        if (!week.days().isEmpty()) {
            ArrayNode days = node.putArray("days");
            week.days().forEach(special -> special(days.addObject(), special));
        }
        Years years = week.years();
        if (years != null) {
            node.putObject("years").put("first", years.first()).put("last", years.last());
        }
    }

    private static void special(ObjectNode node, WorkingWeek.Special special) {
        if (special.from().equals(special.to())) {
            node.put("date", special.from().toString());
        } else {
            node.put("from", special.from().toString()).put("to", special.to().toString());
        }
        switch (special.what()) {
            case SpecialDay.Closed closed -> node.put("closed", closed.name());
            case SpecialDay.Working working -> {
                windows(node.putArray("working"), working.windows());
                node.put("name", working.name());
            }
            case SpecialDay.WorkingLike like ->
                node.put("like", Located.wire(like.day())).put("name", like.name());
        }
    }

    private static void week(ObjectNode node, Map<DayOfWeek, List<Window>> week) {
        week.forEach((day, windows) -> windows(node.putArray(Located.wire(day)), windows));
    }

    private static void windows(ArrayNode list, List<Window> windows) {
        windows.forEach(window -> list.add(text(window)));
    }

    private static void texts(ArrayNode list, Collection<?> texts) {
        texts.forEach(text -> list.add(text.toString()));
    }

    static String text(Window window) {
        return window.from() + "-" + window.to();
    }

    private static String text(MonthDay day) {
        return DAY_OF_YEAR.format(day);
    }
}

package io.huiyin.kernel.calendar.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.calendar.SpecialDay;
import io.huiyin.kernel.calendar.Years;
import io.huiyin.kernel.policy.PolicyValue.Window;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One entry of a calendar file: a day or several in a row, and what they are. */
record CalendarEntry(int line, JsonNode node) {

    private static final Set<String> FIELDS = Set.of("date", "from", "to", "closed", "working", "like", "name");
    private static final int LONGEST = 366;
    private static final Pattern DASH = Pattern.compile("-");

    /** Something of it that cannot be read. */
    static final class Unreadable extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        Unreadable(int line, String what, @Nullable Exception cause) {
            super("line " + line + ": " + what, cause);
        }
    }

    CalendarEntry {
        refuseUnless(line, node.isObject(), "an entry of days has fields");
        node.fieldNames()
                .forEachRemaining(field ->
                        refuseUnless(line, FIELDS.contains(field), field + ": is none of the fields of a day"));
    }

    List<LocalDate> dates() {
        if (node.has("date")) {
            refuseUnless(line, !node.has("from") && !node.has("to"), "date: stands alone, or from and to do");
            return List.of(this.<LocalDate>read("date", LocalDate::parse));
        }
        LocalDate from = read("from", LocalDate::parse);
        LocalDate to = read("to", LocalDate::parse);
        refuseUnless(line, !to.isBefore(from), "to: " + to + " is before " + from);
        refuseUnless(line, to.isBefore(from.plusDays(LONGEST)), "to: " + to + " is more than a year after " + from);
        return from.datesUntil(to.plusDays(1)).toList();
    }

    SpecialDay day() {
        long kinds =
                List.of("closed", "working", "like").stream().filter(node::has).count();
        refuseUnless(line, kinds == 1, "closed, working, like: exactly one of them says what the day is");
        if (node.has("closed")) {
            refuseUnless(line, !node.has("name"), "name: closed tells it");
            return new SpecialDay.Closed(read("closed", text -> text));
        }
        String name = read("name", text -> text);
        if (node.has("like")) {
            return new SpecialDay.WorkingLike(
                    name, read("like", text -> DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT))));
        }
        JsonNode working = node.get("working");
        refuseUnless(line, working.isArray(), "working: is a list of windows, such as [ \"09:00-12:00\" ]");
        List<Window> windows = new ArrayList<>();
        working.forEach(window -> windows.add(value("working", window, CalendarEntry::window)));
        try {
            return new SpecialDay.Working(name, windows);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(line, "working: " + e.getMessage(), e);
        }
    }

    static Years years(int line, JsonNode node) {
        boolean whole = node.path("first").isInt() && node.path("last").isInt() && node.size() == 2;
        refuseUnless(line, whole, "years: has a first and a last one");
        try {
            return new Years(node.get("first").intValue(), node.get("last").intValue());
        } catch (IllegalArgumentException e) {
            throw new Unreadable(line, "years: " + e.getMessage(), e);
        }
    }

    private static Window window(String text) {
        List<String> ends = DASH.splitAsStream(text).toList();
        if (ends.size() != 2) {
            throw new IllegalArgumentException("a window is written 09:00-12:00");
        }
        return new Window(LocalTime.parse(ends.getFirst()), LocalTime.parse(ends.getLast()));
    }

    private <T> T read(String field, Function<String, T> parser) {
        refuseUnless(line, node.hasNonNull(field), field + ": is missing");
        return value(field, node.get(field), parser);
    }

    private <T> T value(String field, JsonNode value, Function<String, T> parser) {
        refuseUnless(line, value.isTextual() && !value.asText().isBlank(), field + ": is not a text");
        try {
            return parser.apply(value.asText());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Unreadable(line, field + ": " + value.asText() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void refuseUnless(int line, boolean right, String what) {
        if (!right) {
            throw new Unreadable(line, what, null);
        }
    }
}

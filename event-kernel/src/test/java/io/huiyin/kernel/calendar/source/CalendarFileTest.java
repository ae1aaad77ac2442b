package io.huiyin.kernel.calendar.source;

import static io.huiyin.kernel.calendar.Calendars.window;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.calendar.SpecialDay;
import io.huiyin.kernel.calendar.Years;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Special days from a file; whatever is wrong in it is found by file, line and field. */
class CalendarFileTest {

    private static CalendarFile read(String text) {
        return CalendarFile.read("days.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyKindOfDayIsRead() {
        CalendarFile file = read("""
                years: { first: 2026, last: 2027 }
                days:
                  - { from: 2026-12-31, to: 2027-01-01, closed: shutdown }
                  - { date: 2026-10-10, like: friday, name: 国庆节调休 }
                  - date: 2026-12-24
                    working: [ "13:00-14:00", "09:00-12:00" ]
                    name: Christmas Eve
                """);

        assertEquals(new Years(2026, 2027), file.years());
        assertEquals(
                new TreeMap<>(Map.of(
                        LocalDate.of(2026, 10, 10), new SpecialDay.WorkingLike("国庆节调休", DayOfWeek.FRIDAY),
                        LocalDate.of(2026, 12, 24),
                                new SpecialDay.Working(
                                        "Christmas Eve", List.of(window("09:00", "12:00"), window("13:00", "14:00"))),
                        LocalDate.of(2026, 12, 31), new SpecialDay.Closed("shutdown"),
                        LocalDate.of(2027, 1, 1), new SpecialDay.Closed("shutdown"))),
                file.days());
    }

    @Test
    void jsonIsReadToo() {
        CalendarFile file = read("{\"days\": [{\"date\": \"2026-12-24\", \"closed\": \"shutdown\"}]}");

        assertEquals(Map.of(LocalDate.of(2026, 12, 24), new SpecialDay.Closed("shutdown")), file.days());
        assertNull(file.years());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ date: 2026-13-01, closed: x } | date: 2026-13-01 cannot be read",
                "{ date: 2026-02-29, closed: x } | date: 2026-02-29 cannot be read",
                "{ closed: x } | from: is missing",
                "{ from: 2026-01-01, closed: x } | to: is missing",
                "{ date: 2026-01-01, from: 2026-01-01, closed: x } | date: stands alone",
                "{ from: 2026-01-02, to: 2026-01-01, closed: x } | to: 2026-01-01 is before 2026-01-02",
                "{ from: 2026-01-01, to: 2027-01-02, closed: x } | to: 2027-01-02 is more than a year after",
                "{ date: 2026-01-01 } | closed, working, like: exactly one",
                "{ date: 2026-01-01, closed: x, like: friday } | closed, working, like: exactly one",
                "{ date: 2026-01-01, closed: '' } | closed: is not a text",
                "{ date: 2026-01-01, closed: } | closed: is not a text",
                "{ date: 2026-01-01, closed: x, name: y } | name: closed tells it",
                "{ date: 2026-01-01, like: friday } | name: is missing",
                "{ date: 2026-01-01, like: fryday, name: x } | like: fryday cannot be read",
                "{ date: 2026-01-01, working: '09:00-12:00', name: x } | working: is a list of windows",
                "{ date: 2026-01-01, working: [], name: x } | working: x: a day worked needs a window",
                "{ date: 2026-01-01, working: [ '09:00' ], name: x } | working: 09:00 cannot be read: a window is written",
                "{ date: 2026-01-01, working: [ '09:00-25:00' ], name: x } | working: 09:00-25:00 cannot be read",
                "{ date: 2026-01-01, working: [ '09:00-12:00', '11:00-13:00' ], name: x } | working: x: 09:00-12:00 and 11:00-13:00 overlap",
                "{ date: 2026-01-01, color: red, closed: x } | color: is none of the fields",
                "{ date: 2026-07-01, closed: x } | date: 2026-07-01 stands in line 3 already",
                "{ date: 2026-01-01, closed: x, closed: y } | closed",
                "nothing | an entry of days has fields"
            })
    void anEntryThatCannotBeReadIsNamedByFileLineAndField(String entry, String what) {
        String message = message("# ours\ndays:\n  - { date: 2026-07-01, closed: audit }\n  - " + entry + "\n");

        assertTrue(message.startsWith("days.yaml: line 4: "), message);
        assertTrue(message.contains(what), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "days: 3 | line 1: days: is a list",
                "holidays: [] | line 1: holidays: is none of years, days",
                "[] | line 1: a calendar file has the fields",
                "years: 2026 | line 1: years: has a first and a last",
                "years: { first: 2027, last: 2026 } | line 1: years: years from 2027 to 2026",
                "days: [ | line"
            })
    void aFileThatIsNoneIsNamed(String text, String what) {
        String message = message(text);

        assertTrue(message.startsWith("days.yaml: line "), message);
        assertTrue(message.contains(what), message);
    }

    @Test
    void anEmptyFileIsNamed() {
        assertTrue(message("").startsWith("days.yaml: line 1: a calendar file has"));
    }

    private static String message(String text) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage());
    }
}

package io.huiyin.kernel.calendar.source;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.calendar.SpecialDay;
import io.huiyin.kernel.calendar.Years;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.policy.PolicyValue.Window;
import io.huiyin.kernel.policy.WorkingWeek;
import io.huiyin.kernel.policy.WorkingWeek.Season;
import io.huiyin.kernel.policy.WorkingWeek.Special;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The calendar that a value of the policy comes to. */
@Tag("X-09")
class CalendarsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Window MORNING = new Window(LocalTime.of(9, 0), LocalTime.NOON);
    private static final Window NIGHT = new Window(LocalTime.of(22, 0), LocalTime.of(8, 0));
    private static final Map<DayOfWeek, List<Window>> WEEK =
            Map.of(DayOfWeek.THURSDAY, List.of(MORNING), DayOfWeek.FRIDAY, List.of(MORNING));
    private static final LocalDate NATIONAL_DAY = LocalDate.of(2026, 10, 1);

    private static WorkingWeek week(@Nullable String holidays, List<Special> days, @Nullable Years years) {
        return new WorkingWeek(SHANGHAI, holidays, WEEK, List.of(), days, years);
    }

    private static WorkingWeek china(Special... days) {
        return week("CN", List.of(days), null);
    }

    private static String faultOf(WorkingWeek week) {
        return assertThrows(InvalidInput.class, () -> Calendars.check(week, "/value"))
                .faults()
                .getFirst()
                .pointer();
    }

    @Test
    @DisplayName("X-09: a day the company names itself goes before a holiday of the country")
    void itsOwnDaysGoBeforeTheCountrysHolidays() {
        assertFalse(Calendars.of(1, china()).isWorkingDay(NATIONAL_DAY), "a Thursday, but a holiday");
        BusinessCalendar calendar = Calendars.of(
                2,
                china(
                        Special.on(NATIONAL_DAY, new SpecialDay.Working("on call", List.of(MORNING))),
                        new Special(
                                LocalDate.of(2026, 11, 5), LocalDate.of(2026, 11, 6), new SpecialDay.Closed("removal")),
                        Special.on(
                                LocalDate.of(2026, 11, 7), new SpecialDay.WorkingLike("make-up", DayOfWeek.FRIDAY))));

        assertTrue(calendar.isOpen(Instant.parse("2026-10-01T01:00:00Z")));
        assertFalse(calendar.isWorkingDay(NATIONAL_DAY.plusDays(1)), "the other holidays stay");
        assertEquals(
                Instant.parse("2026-11-07T01:00:00Z"),
                calendar.nextOpening(Instant.parse("2026-11-04T16:00:00Z")),
                "Thursday and Friday are closed, Saturday makes up for it");
    }

    @Test
    @DisplayName("X-09: whoever gives all days of the next year knows it")
    void theYearsItsDaysAreCompleteForAreKnownToo() {
        Instant nextYear = Instant.parse("2027-03-01T00:00:00Z");

        assertFalse(Calendars.of(1, china()).knows(nextYear));
        assertTrue(Calendars.of(2, week("CN", List.of(), new Years(2027, 2027))).knows(nextYear));
        assertEquals("/value/years", faultOf(week("CN", List.of(), new Years(2028, 2028))), "what of 2027?");
    }

    @Test
    void aCalendarThatNeverOpensAgainIsRefused() {
        List<Special> closed = IntStream.rangeClosed(2030, 2041)
                .mapToObj(year -> new Special(
                        LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), new SpecialDay.Closed("given up")))
                .toList();

        assertEquals("/value/days", faultOf(week(null, closed, null)));
        assertDoesNotThrow(() -> Calendars.check(week(null, closed.subList(0, 9), null), "/value"));
    }

    @Test
    void whatIsWrongIsNamed() {
        Season summer = new Season("summer", MonthDay.of(6, 1), MonthDay.of(9, 30), WEEK);
        Season hot = new Season("hot", MonthDay.of(7, 1), MonthDay.of(8, 31), WEEK);
        Map<DayOfWeek, List<Window>> running = Map.of(
                DayOfWeek.MONDAY,
                List.of(NIGHT),
                DayOfWeek.TUESDAY,
                List.of(new Window(LocalTime.of(7, 0), LocalTime.NOON)));

        assertEquals("/value/holidays", faultOf(week("KR", List.of(), null)));
        assertEquals("/value/week", faultOf(new WorkingWeek(SHANGHAI, null, running, List.of())));
        assertEquals("/value/seasons", faultOf(new WorkingWeek(SHANGHAI, null, WEEK, List.of(summer, hot))));
        assertEquals(
                "/value/seasons/1/week",
                faultOf(new WorkingWeek(
                        SHANGHAI,
                        null,
                        WEEK,
                        List.of(summer, new Season("winter", MonthDay.of(12, 1), MonthDay.of(2, 1), running)))));
    }
}

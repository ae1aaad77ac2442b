package io.huiyin.kernel.calendar;

import static io.huiyin.kernel.calendar.Calendars.EVERY_DAY;
import static io.huiyin.kernel.calendar.Calendars.WORKWEEK;
import static io.huiyin.kernel.calendar.Calendars.window;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A calendar that contradicts itself is refused, with what contradicts what. */
class CalendarPlanTest {

    private static final WeeklyHours WEEK =
            WeeklyHours.on(WORKWEEK, window("13:00", "18:00"), window("09:00", "12:00"));
    private static final CalendarPlan PLAN =
            CalendarPlan.of(1, ZoneId.of("Asia/Shanghai"), WEEK, new Years(2026, 2026));

    private static String refused(Executable work) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, work).getMessage());
    }

    @Test
    void windowsStandInOrderAndMayTouch() {
        assertEquals(List.of(window("09:00", "12:00"), window("13:00", "18:00")), WEEK.of(DayOfWeek.MONDAY));
        assertEquals(List.of(), WEEK.of(DayOfWeek.SUNDAY));
        assertEquals(
                2,
                WeeklyHours.on(EVERY_DAY, window("00:00", "12:00"), window("12:00", "00:00"))
                        .of(DayOfWeek.SUNDAY)
                        .size());
    }

    @Test
    void windowsOfADayMustNotOverlap() {
        assertEquals(
                "MONDAY: 09:00-12:00 and 11:59-13:00 overlap",
                refused(() -> new WeeklyHours(
                        Map.of(DayOfWeek.MONDAY, List.of(window("11:59", "13:00"), window("09:00", "12:00"))))));
        assertEquals(
                "MONDAY: 20:00-02:00 and 22:00-23:00 overlap",
                refused(() -> new WeeklyHours(
                        Map.of(DayOfWeek.MONDAY, List.of(window("20:00", "02:00"), window("22:00", "23:00"))))));
        assertEquals(
                "stocktaking: 09:00-12:00 and 10:00-11:00 overlap",
                refused(() -> new SpecialDay.Working(
                        "stocktaking", List.of(window("09:00", "12:00"), window("10:00", "11:00")))));
    }

    @Test
    void aNightMustNotRunIntoTheNextDay() {
        assertEquals(
                "SUNDAY: 22:00-06:00 runs into 05:00-09:00 of MONDAY",
                refused(() -> new WeeklyHours(Map.of(
                        DayOfWeek.SUNDAY, List.of(window("22:00", "06:00")),
                        DayOfWeek.MONDAY, List.of(window("05:00", "09:00"))))));
    }

    @Test
    void aCalendarOpensAtSomeTime() {
        assertTrue(
                refused(() -> CalendarPlan.of(1, ZoneId.of("Asia/Shanghai"), WeeklyHours.NONE, new Years(2026, 2026)))
                        .contains("must have working hours"));
        assertTrue(
                refused(() -> new SpecialDay.Working("stocktaking", List.of())).contains("stocktaking"));
    }

    @Test
    void seasonsMustNotOverlap() {
        Season summer = new Season("summer", MonthDay.of(5, 1), MonthDay.of(9, 30), WEEK);
        Season holidays = new Season("holidays", MonthDay.of(9, 30), MonthDay.of(10, 10), WEEK);
        Season winter = new Season("winter", MonthDay.of(12, 1), MonthDay.of(5, 1), WEEK);
        Season frost = new Season("frost", MonthDay.of(1, 10), MonthDay.of(1, 20), WEEK);

        for (List<Season> both : List.of(
                List.of(summer, holidays), List.of(summer, winter), List.of(winter, frost), List.of(frost, winter))) {
            String message = refused(() -> PLAN.withSeasons(both));
            assertTrue(message.contains(both.getFirst().name()), message);
            assertTrue(message.contains(both.getLast().name()), message);
        }
        assertEquals(2, PLAN.withSeasons(List.of(summer, frost)).seasons().size());
    }

    @Test
    void aSpecialDayReplacesAnotherOfItsDate() {
        LocalDate day = LocalDate.of(2026, 10, 1);
        CalendarPlan closed = PLAN.with(new TreeMap<>(Map.of(day, new SpecialDay.Closed("国庆节"))));
        CalendarPlan worked = closed.with(new TreeMap<>(
                Map.of(day, new SpecialDay.Working("shift", List.of(window("20:00", "22:00"))))));

        assertEquals(List.of(), closed.windows(day));
        assertEquals(List.of(window("20:00", "22:00")), worked.windows(day));
        assertEquals(2, worked.withVersion(2).version());
        assertEquals(worked.days(), worked.withVersion(2).days());
    }

    @Test
    void aMakeUpDayHasTheHoursOfItsSeason() {
        Season summer = new Season(
                "summer", MonthDay.of(5, 1), MonthDay.of(9, 30), WeeklyHours.on(WORKWEEK, window("08:00", "14:00")));
        LocalDate sunday = LocalDate.of(2026, 9, 20);
        LocalDate saturday = LocalDate.of(2026, 10, 10);
        CalendarPlan plan = PLAN.withSeasons(List.of(summer))
                .with(new TreeMap<>(Map.of(
                        sunday, new SpecialDay.WorkingLike("国庆节调休", DayOfWeek.FRIDAY),
                        saturday, new SpecialDay.WorkingLike("国庆节调休", DayOfWeek.FRIDAY))));

        assertEquals(List.of(window("08:00", "14:00")), plan.windows(sunday));
        assertEquals(WEEK.of(DayOfWeek.FRIDAY), plan.windows(saturday));
    }

    @Test
    void yearsAreNotBackwards() {
        assertTrue(refused(() -> new Years(2027, 2026)).contains("2027"));
    }
}

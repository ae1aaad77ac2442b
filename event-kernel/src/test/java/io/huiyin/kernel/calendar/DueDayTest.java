package io.huiyin.kernel.calendar;

import static io.huiyin.kernel.calendar.Calendars.at;
import static io.huiyin.kernel.calendar.Calendars.general;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.calendar.DueDay.OfMonth;
import io.huiyin.kernel.calendar.DueDay.OfWeek;
import io.huiyin.kernel.calendar.DueDay.WhenOff;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** days by which something is due. */
class DueDayTest {

    private static final BusinessCalendar CALENDAR = general();
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    /** 10 October 2026 is a Saturday that is worked, 10 May a Sunday, the 9th before it worked. */
    @ParameterizedTest
    @CsvSource({
        "10, STAY, 2026-10, 2026-10-11T00:00:00+08:00",
        "10, STAY, 2026-05, 2026-05-11T00:00:00+08:00",
        "10, WORKING_DAY_BEFORE, 2026-05, 2026-05-10T00:00:00+08:00",
        "10, WORKING_DAY_AFTER, 2026-05, 2026-05-12T00:00:00+08:00",
        "10, WORKING_DAY_BEFORE, 2026-10, 2026-10-11T00:00:00+08:00",
        "1, WORKING_DAY_BEFORE, 2026-10, 2026-10-01T00:00:00+08:00",
        "1, WORKING_DAY_AFTER, 2026-10, 2026-10-09T00:00:00+08:00",
        "31, STAY, 2026-02, 2026-03-01T00:00:00+08:00",
        "31, STAY, 2026-12, 2027-01-01T00:00:00+08:00",
        "30, WORKING_DAY_BEFORE, 2026-02, 2026-03-01T00:00:00+08:00"
    })
    void byADayOfAMonthMeansItsEnd(int day, WhenOff whenOff, YearMonth month, String due) {
        OfMonth rule = new OfMonth(day, null, whenOff);

        assertEquals(at(due), rule.in(month, CALENDAR));
        assertEquals(CALENDAR.dayOf(at(due).minusNanos(1)), rule.dayIn(month, CALENDAR));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:00:00+08:00, 2026-12-10T17:00:00+08:00",
        "2026-12-10T16:59:59+08:00, 2026-12-10T17:00:00+08:00",
        "2026-12-10T17:00:00+08:00, 2027-01-11T17:00:00+08:00",
        "2027-01-10T18:00:00+08:00, 2027-01-11T17:00:00+08:00"
    })
    void theNextOneComesAfterTheInstant(String after, String due) {
        assertEquals(at(due), new OfMonth(10, FIVE, WhenOff.WORKING_DAY_AFTER).next(at(after), CALENDAR));
    }

    /** DECORATION's follow-up slips, FUP-38. */
    @Test
    void sundayAtFive() {
        OfWeek sunday = new OfWeek(DayOfWeek.SUNDAY, FIVE, WhenOff.STAY);

        assertEquals(at("2026-11-22T17:00:00+08:00"), sunday.next(at("2026-11-20T10:00:00+08:00"), CALENDAR));
        assertEquals(at("2026-11-22T17:00:00+08:00"), sunday.next(at("2026-11-22T16:59:59+08:00"), CALENDAR));
        assertEquals(at("2026-11-29T17:00:00+08:00"), sunday.next(at("2026-11-22T17:00:00+08:00"), CALENDAR));
    }

    /** REALESTATE's weekly statistics, FUP-38: 5 October 2026 is a Monday that is off, and so is the Sunday before it. */
    @Test
    void mondayOrSundayIfMondayIsOff() {
        OfWeek monday = new OfWeek(DayOfWeek.MONDAY, null, WhenOff.DAY_BEFORE);

        assertEquals(at("2026-09-29T00:00:00+08:00"), monday.next(at("2026-09-27T10:00:00+08:00"), CALENDAR));
        assertEquals(at("2026-10-05T00:00:00+08:00"), monday.next(at("2026-09-29T00:00:00+08:00"), CALENDAR));
        assertEquals(at("2026-10-13T00:00:00+08:00"), monday.next(at("2026-10-05T00:00:00+08:00"), CALENDAR));
    }

    @Test
    void aDayMovedFarIsFoundFromEverySide() {
        OfWeek saturday = new OfWeek(DayOfWeek.SATURDAY, null, WhenOff.WORKING_DAY_AFTER);
        OfWeek thursday = new OfWeek(DayOfWeek.THURSDAY, null, WhenOff.WORKING_DAY_BEFORE);

        assertEquals(at("2026-10-09T00:00:00+08:00"), saturday.next(at("2026-10-07T00:00:00+08:00"), CALENDAR));
        assertEquals(at("2026-10-01T00:00:00+08:00"), thursday.next(at("2026-09-30T12:00:00+08:00"), CALENDAR));
        assertEquals(at("2026-10-09T00:00:00+08:00"), thursday.next(at("2026-10-01T00:00:00+08:00"), CALENDAR));
    }

    /** 1 October is a holiday and 1 November a Sunday: both are due on a day of the month before. */
    @Test
    void aDayMovedIntoTheMonthBeforeIsNotDueTwice() {
        OfMonth first = new OfMonth(1, FIVE, WhenOff.WORKING_DAY_BEFORE);

        assertEquals(at("2026-09-30T17:00:00+08:00"), first.next(at("2026-09-30T16:59:59+08:00"), CALENDAR));
        assertEquals(at("2026-10-30T17:00:00+08:00"), first.next(at("2026-09-30T17:00:00+08:00"), CALENDAR));
    }

    /** The slow way: of all due instants of years around, the first after the instant. */
    @Test
    void theNextOneIsTheFirstOfAll() {
        SplittableRandom random = new SplittableRandom(9);
        List<WhenOff> whenOff = List.of(WhenOff.values());
        for (int times = 0; times < 500; times++) {
            OfMonth due = new OfMonth(
                    random.nextInt(1, 32),
                    random.nextBoolean() ? null : FIVE,
                    whenOff.get(random.nextInt(whenOff.size())));
            Instant after = at("2026-01-01T00:00:00+08:00").plus(random.nextInt(365 * 24), ChronoUnit.HOURS);
            Instant first = Instant.MAX;
            for (YearMonth month = YearMonth.of(2025, 6); month.getYear() < 2028; month = month.plusMonths(1)) {
                Instant in = due.in(month, CALENDAR);
                first = in.isAfter(after) && in.isBefore(first) ? in : first;
            }
            assertEquals(first, due.next(after, CALENDAR), "seed 9, " + due + " after " + after);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32})
    void aMonthHasNoSuchDay(int day) {
        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> new OfMonth(day, null, WhenOff.STAY))
                        .getMessage());
        assertTrue(message.contains(String.valueOf(day)), message);
    }
}

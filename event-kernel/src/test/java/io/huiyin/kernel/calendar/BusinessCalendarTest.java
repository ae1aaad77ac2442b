package io.huiyin.kernel.calendar;

import static io.huiyin.kernel.calendar.Calendars.WORKWEEK;
import static io.huiyin.kernel.calendar.Calendars.at;
import static io.huiyin.kernel.calendar.Calendars.daily;
import static io.huiyin.kernel.calendar.Calendars.general;
import static io.huiyin.kernel.calendar.Calendars.nights;
import static io.huiyin.kernel.calendar.Calendars.window;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** X-09, by hand: 2026-11-20 is a Friday; 1 to 7 October 2026 are holidays, Saturday the 10th is worked for them. */
class BusinessCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:59:59.999999999+08:00, 2026-11-20T09:00:00+08:00",
        "2026-11-20T09:00:00+08:00, 2026-11-20T09:00:00+08:00",
        "2026-11-20T12:00:00+08:00, 2026-11-20T13:30:00+08:00",
        "2026-11-20T18:00:00+08:00, 2026-11-23T09:00:00+08:00",
        "2026-09-30T18:00:00+08:00, 2026-10-08T09:00:00+08:00",
        "2026-10-09T18:00:00+08:00, 2026-10-10T09:00:00+08:00"
    })
    void itIsOpenFromTheFirstInstantOfAWindowToBeforeItsLast(String when, String opening) {
        assertEquals(at(opening), general().nextOpening(at(when)));
        assertEquals(when.equals(opening), general().isOpen(at(when)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T16:00:00+08:00, PT0S, 2026-11-20T16:00:00+08:00",
        "2026-11-21T16:00:00+08:00, PT0S, 2026-11-21T16:00:00+08:00",
        "2026-11-20T11:00:00+08:00, PT1H, 2026-11-20T12:00:00+08:00",
        "2026-11-20T11:00:00+08:00, PT1H0.000000001S, 2026-11-20T13:30:00.000000001+08:00",
        "2026-11-20T16:00:00+08:00, PT8H, 2026-11-23T16:30:00+08:00",
        "2026-09-30T17:00:00+08:00, PT2H, 2026-10-08T10:00:00+08:00",
        "2026-10-09T17:00:00+08:00, PT9H, 2026-10-12T09:30:00+08:00"
    })
    void workingTimeIsAddedWindowByWindow(String from, Duration working, String to) {
        assertEquals(at(to), general().plus(at(from), working));
        assertEquals(working, general().workingTime(at(from), at(to)));
    }

    @Test
    void thereIsNoWorkingTimeBackwards() {
        assertEquals(
                Duration.ZERO, general().workingTime(at("2026-11-20T11:00:00+08:00"), at("2026-11-20T10:00:00+08:00")));
        assertThrows(IllegalArgumentException.class, () -> general().plus(Instant.EPOCH, Duration.ofSeconds(-1)));
        assertThrows(IllegalArgumentException.class, () -> general().plusDays(Instant.EPOCH, -1));
        assertThrows(IllegalArgumentException.class, () -> general().plusWorkingDays(Instant.EPOCH, -1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T16:00:00+08:00, 0, 2026-11-20T16:00:00+08:00",
        "2026-11-20T16:00:00+08:00, 1, 2026-11-23T16:00:00+08:00",
        "2026-11-20T16:00:00+08:00, 5, 2026-11-27T16:00:00+08:00",
        "2026-11-20T20:00:00+08:00, 1, 2026-11-23T20:00:00+08:00",
        "2026-11-21T10:00:00+08:00, 1, 2026-11-24T00:00:00+08:00",
        "2026-11-21T10:00:00+08:00, 5, 2026-11-28T00:00:00+08:00",
        "2026-11-20T00:00:00+08:00, 1, 2026-11-21T00:00:00+08:00",
        "2026-09-30T10:00:00+08:00, 3, 2026-10-10T10:00:00+08:00",
        "2026-10-03T10:00:00+08:00, 3, 2026-10-11T00:00:00+08:00"
    })
    void workingDaysAreAddedToTheSameTimeAndWholeFromADayOff(String from, int days, String to) {
        assertEquals(at(to), general().plusWorkingDays(at(from), days));
    }

    @Test
    void whatHappensInADayIsToldWithItsReason() {
        assertEquals(
                List.of(
                        new Stretch(
                                at("2026-09-30T17:00:00+08:00"),
                                at("2026-09-30T18:00:00+08:00"),
                                Stretch.Kind.WORKING_HOURS,
                                null),
                        new Stretch(
                                at("2026-09-30T18:00:00+08:00"),
                                at("2026-10-01T00:00:00+08:00"),
                                Stretch.Kind.OUTSIDE_HOURS,
                                null),
                        new Stretch(
                                at("2026-10-01T00:00:00+08:00"),
                                at("2026-10-08T00:00:00+08:00"),
                                Stretch.Kind.HOLIDAY,
                                "国庆节"),
                        new Stretch(
                                at("2026-10-08T00:00:00+08:00"),
                                at("2026-10-08T09:00:00+08:00"),
                                Stretch.Kind.OUTSIDE_HOURS,
                                null)),
                general().stretches(at("2026-09-30T17:00:00+08:00"), at("2026-10-08T09:00:00+08:00")));
        assertEquals(
                List.of(
                        new Stretch(
                                at("2026-10-10T13:30:00+08:00"),
                                at("2026-10-10T18:00:00+08:00"),
                                Stretch.Kind.MAKE_UP_DAY,
                                "国庆节调休"),
                        new Stretch(
                                at("2026-10-10T18:00:00+08:00"),
                                at("2026-10-11T00:00:00+08:00"),
                                Stretch.Kind.OUTSIDE_HOURS,
                                null),
                        new Stretch(
                                at("2026-10-11T00:00:00+08:00"),
                                at("2026-10-11T08:00:00+08:00"),
                                Stretch.Kind.DAY_OFF,
                                null)),
                general().stretches(at("2026-10-10T13:30:00+08:00"), at("2026-10-11T08:00:00+08:00")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30T18:29:59+08:00, false",
        "2026-09-30T18:30:00+08:00, true",
        "2026-10-01T07:59:59+08:00, true",
        "2026-10-01T08:00:00+08:00, false",
        "2026-10-01T17:00:00+08:00, true",
        "2026-12-31T17:00:00+08:00, true",
        "2026-01-01T07:59:59+08:00, true",
        "2026-04-30T17:00:00+08:00, true",
        "2026-05-01T17:00:00+08:00, false",
        "2026-02-28T12:30:00+08:00, false"
    })
    void seasonsHaveHoursOfTheirOwn(String when, boolean open) {
        assertEquals(open, nights().isOpen(at(when)));
    }

    @Test
    void aNightThatBeganBeforeAClosedDayIsWorkedToItsEnd() {
        SortedMap<LocalDate, SpecialDay> closed = new TreeMap<>();
        closed.put(LocalDate.of(2026, 7, 2), new SpecialDay.Closed("stocktaking"));
        BusinessCalendar calendar = new BusinessCalendar(nights().plan().with(closed));

        assertTrue(calendar.isOpen(at("2026-07-02T07:00:00+08:00")));
        assertFalse(calendar.isOpen(at("2026-07-02T23:00:00+08:00")));
        assertFalse(calendar.isOpen(at("2026-07-03T07:00:00+08:00")));
    }

    /** Berlin goes from 2 to 3 on 29 March 2026, back from 3 to 2 on 25 October; Lord Howe by half an hour on 4 October and 5 April. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 22:00, 06:00, 2026-03-28T21:00:00Z, 2026-03-29T04:00:00Z, PT7H",
        "Europe/Berlin, 22:00, 06:00, 2026-10-24T20:00:00Z, 2026-10-25T05:00:00Z, PT9H",
        "Europe/Berlin, 01:00, 02:30, 2026-03-29T00:00:00Z, 2026-03-29T01:00:00Z, PT1H",
        "Europe/Berlin, 02:30, 04:00, 2026-03-29T01:00:00Z, 2026-03-29T02:00:00Z, PT1H",
        "Europe/Berlin, 01:00, 02:30, 2026-10-24T23:00:00Z, 2026-10-25T00:30:00Z, PT1H30M",
        "Europe/Berlin, 02:30, 04:00, 2026-10-25T00:30:00Z, 2026-10-25T03:00:00Z, PT2H30M",
        "America/New_York, 00:00, 00:00, 2026-03-08T05:00:00Z, 2026-03-09T04:00:00Z, PT23H",
        "America/New_York, 00:00, 00:00, 2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z, PT25H",
        "Australia/Lord_Howe, 01:00, 03:00, 2026-10-03T14:30:00Z, 2026-10-03T16:00:00Z, PT1H30M",
        "Australia/Lord_Howe, 01:00, 03:00, 2026-04-04T14:00:00Z, 2026-04-04T16:30:00Z, PT2H30M"
    })
    void windowsKeepTheirEndsOnTheWallClockWhenItChanges(
            String zone, String from, String to, Instant opens, Instant closes, Duration length) {
        BusinessCalendar calendar = daily(zone, window(from, to));

        assertEquals(length, calendar.workingTime(opens, closes));
        assertEquals(closes, calendar.plus(opens, length));
        assertEquals(opens, calendar.nextOpening(opens));
        if (!from.equals(to)) {
            assertFalse(calendar.isOpen(opens.minusNanos(1)));
            assertFalse(calendar.isOpen(closes));
        }
    }

    /** New York: 2:30 is skipped on 8 March 2026, and shown twice on 1 November. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-07T02:30:00-05:00, 1, 2026-03-08T07:00:00Z",
        "2026-03-07T10:00:00-05:00, 1, 2026-03-08T14:00:00Z",
        "2026-10-31T01:30:00-04:00, 1, 2026-11-01T05:30:00Z",
        "2026-11-01T01:30:00-04:00, 1, 2026-11-02T06:30:00Z",
        "2026-11-01T01:10:00-05:00, 1, 2026-11-02T07:00:00Z",
        "2026-10-31T10:00:00-04:00, 2, 2026-11-02T15:00:00Z"
    })
    void daysOfTheCalendarEndAtTheSameLocalTime(String from, int days, Instant due) {
        BusinessCalendar calendar = daily("America/New_York", window("09:00", "17:00"));

        assertEquals(due, calendar.plusDays(at(from), days));
        assertEquals(due, calendar.plusWorkingDays(at(from), days));
    }

    /** Beirut's clocks went back at midnight, so that Saturday lasted an hour more; St John's a minute after, when Sunday had begun. */
    @ParameterizedTest
    @CsvSource({
        "Asia/Beirut, 2026-10-24T20:59:59Z, 2026-10-24",
        "Asia/Beirut, 2026-10-24T21:30:00Z, 2026-10-24",
        "Asia/Beirut, 2026-10-24T22:00:00Z, 2026-10-25",
        "America/St_Johns, 2010-11-07T02:29:59Z, 2010-11-06",
        "America/St_Johns, 2010-11-07T02:30:00Z, 2010-11-07",
        "America/St_Johns, 2010-11-07T03:00:00Z, 2010-11-07",
        "Pacific/Apia, 2011-12-30T09:59:59Z, 2011-12-29",
        "Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-31"
    })
    void aDayBeginsWhenMidnightIsFirstReached(String zone, Instant when, LocalDate day) {
        assertEquals(day, daily(zone, window("09:00", "17:00")).dayOf(when));
    }

    @Test
    void aCalendarThatDoesNotOpenAgainSaysSo() {
        SortedMap<LocalDate, SpecialDay> closed = new TreeMap<>();
        LocalDate.of(2026, 12, 1)
                .datesUntil(LocalDate.of(2037, 12, 31))
                .forEach(day -> closed.put(day, new SpecialDay.Closed("wound up")));
        BusinessCalendar calendar =
                new BusinessCalendar(general().plan().with(closed).withVersion(7));
        Instant before = at("2026-11-30T17:00:00+08:00");
        Instant after = at("2026-11-30T18:00:00+08:00");

        assertEquals(after, calendar.plus(before, Duration.ofHours(1)));
        for (Executable search : List.<Executable>of(
                () -> calendar.nextOpening(after),
                () -> calendar.plus(before, Duration.ofHours(2)),
                () -> calendar.plusWorkingDays(before, 1))) {
            String message =
                    String.valueOf(assertThrows(NoOpening.class, search).getMessage());
            assertTrue(message.contains("version 7"), message);
            assertTrue(message.contains("2026-11-"), message);
        }
        assertEquals(Duration.ZERO, calendar.workingTime(after, at("2037-12-30T00:00:00+08:00")));
        assertEquals(
                2, calendar.stretches(after, at("2037-12-30T00:00:00+08:00")).size());
    }

    @Test
    void aCalendarThatOpensYearsLaterIsWaitedFor() {
        SortedMap<LocalDate, SpecialDay> closed = new TreeMap<>();
        LocalDate.of(2026, 12, 1)
                .datesUntil(LocalDate.of(2030, 1, 1))
                .forEach(day -> closed.put(day, new SpecialDay.Closed("rebuilding")));
        BusinessCalendar calendar = new BusinessCalendar(general().plan().with(closed));

        assertEquals(at("2030-01-01T09:00:00+08:00"), calendar.nextOpening(at("2026-11-30T18:00:00+08:00")));
    }

    @Test
    void itSaysForWhichYearsItKnowsTheSpecialDays() {
        assertTrue(general().knows(at("2026-12-31T23:59:59+08:00")));
        assertFalse(general().knows(at("2027-01-01T00:00:00+08:00")));
        assertFalse(general().knows(at("2025-12-31T23:59:59+08:00")));
    }

    @Test
    void wholeDaysAreOpenAroundTheClockOnTheSameDays() {
        BusinessCalendar whole = general().wholeDays();

        assertTrue(whole.isOpen(at("2026-11-20T03:00:00+08:00")));
        assertFalse(whole.isOpen(at("2026-11-21T10:00:00+08:00")));
        assertEquals(ZoneId.of("Asia/Shanghai"), whole.zone());
        assertEquals(
                Duration.ofDays(3),
                whole.workingTime(at("2026-09-30T00:00:00+08:00"), at("2026-10-10T00:00:00+08:00")));
    }

    /** Of somebody who calls customers in the evening, on the same days. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T19:00:00+08:00, 2026-11-20T19:00:00+08:00",
        "2026-11-20T21:00:00+08:00, 2026-11-23T19:00:00+08:00",
        "2026-09-30T21:00:00+08:00, 2026-10-08T19:00:00+08:00",
        "2026-10-09T21:00:00+08:00, 2026-10-10T19:00:00+08:00"
    })
    void otherHoursKeepTheSpecialDays(String when, String opening) {
        assertEquals(at(opening), evenings(false).nextOpening(at(when)));
    }

    @Test
    void whoWorksOnHolidaysHasThemAsDaysLikeOthers() {
        assertEquals(at("2026-10-01T19:00:00+08:00"), evenings(true).nextOpening(at("2026-09-30T21:00:00+08:00")));
        assertEquals(at("2026-10-05T19:00:00+08:00"), evenings(true).nextOpening(at("2026-10-02T21:00:00+08:00")));
    }

    private static BusinessCalendar evenings(boolean onHolidays) {
        return general().withHours(WeeklyHours.on(WORKWEEK, window("19:00", "21:00")), onHolidays);
    }
}

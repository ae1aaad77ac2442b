package io.huiyin.kernel.deadline;

import static io.huiyin.kernel.calendar.Calendars.at;
import static io.huiyin.kernel.calendar.Calendars.general;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.deadline.Reading.State;
import io.huiyin.kernel.deadline.Segment.Reason;
import io.huiyin.kernel.policy.PolicyValue.CalendarKind;
import io.huiyin.kernel.policy.PolicyValue.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** CMP-21, by hand: 2026-11-20 is a Friday; work is done from 9 to 12 and from 13:30 to 18. */
class ClockTest {

    private static final BusinessCalendar CALENDAR = general();
    private static final Instant FRIDAY_FOUR = at("2026-11-20T16:00:00+08:00");
    private static final Instant FRIDAY_FIVE = at("2026-11-20T17:00:00+08:00");
    private static final Instant MONDAY_TEN = at("2026-11-23T10:00:00+08:00");

    /** Eight hours of work from Friday at four: due on Monday at 16:30. */
    private static Clock eightHours() {
        return Clock.start(FRIDAY_FOUR, new Limit(Duration.ofHours(8), CalendarKind.WORKING), CALENDAR);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T16:00:00+08:00, PT24H, ELAPSED, 2026-11-21T16:00:00+08:00, PT24H",
        "2026-11-20T16:00:00+08:00, P6D, CALENDAR_DAYS, 2026-11-26T16:00:00+08:00, PT144H",
        "2026-11-20T16:00:00+08:00, PT8H, WORKING, 2026-11-23T16:30:00+08:00, PT8H",
        "2026-11-21T16:00:00+08:00, PT1H, WORKING, 2026-11-23T10:00:00+08:00, PT1H",
        "2026-11-20T16:00:00+08:00, P5D, WORKING_DAYS, 2026-11-27T16:00:00+08:00, PT120H",
        "2026-11-21T16:00:00+08:00, P5D, WORKING_DAYS, 2026-11-28T00:00:00+08:00, PT120H",
        "2026-09-30T10:00:00+08:00, P2D, WORKING_DAYS, 2026-10-09T10:00:00+08:00, PT48H"
    })
    void aLimitIsCountedByItsCalendar(String start, Duration limit, CalendarKind kind, String due, Duration total) {
        Reading reading =
                Clock.start(at(start), new Limit(limit, kind), CALENDAR).read(at(start));

        assertEquals(at(due), reading.due());
        assertEquals(at(due), reading.promised());
        assertEquals(total, reading.total());
        assertEquals(total, reading.left());
    }

    @ParameterizedTest
    @EnumSource(CalendarKind.class)
    void aLimitOfNothingIsDueAtOnce(CalendarKind kind) {
        Instant saturday = at("2026-11-21T10:00:00+08:00");
        Clock clock = Clock.start(saturday, new Limit(Duration.ZERO, kind), CALENDAR);

        assertEquals(saturday, clock.due(saturday.plusSeconds(9)));
        assertFalse(clock.isOverdue(saturday));
        assertTrue(clock.isOverdue(saturday.plusNanos(1)));
    }

    @Test
    void itShowsWhatWasUsedAndIsLeft() {
        Reading reading = eightHours().read(MONDAY_TEN);

        assertEquals(State.RUNNING, reading.state());
        assertEquals(Duration.ofHours(3), reading.used());
        assertEquals(Duration.ofHours(5), reading.left());
        assertFalse(reading.overdue());
        assertFalse(reading.kept(), "it goes on");
        assertEquals(
                State.NOT_STARTED, eightHours().read(FRIDAY_FOUR.minusNanos(1)).state());
        assertEquals(
                Duration.ZERO, eightHours().read(FRIDAY_FOUR.minusSeconds(9)).used());
    }

    @Test
    void whatIsLateIsToldBesideTheTotal() {
        Reading reading = eightHours().read(at("2026-11-24T10:00:00+08:00"));

        assertTrue(reading.overdue());
        assertEquals(Duration.ofHours(8), reading.used());
        assertEquals(Duration.ZERO, reading.left());
        assertEquals(Duration.ofMinutes(150), reading.overdueBy());
    }

    @Test
    void whilePausedItIsDueAsIfItWentOnAtOnce() {
        Clock paused = eightHours().pause(FRIDAY_FIVE, "customer");

        assertEquals(State.PAUSED, paused.read(FRIDAY_FIVE).state());
        assertEquals(at("2026-11-23T16:30:00+08:00"), paused.due(FRIDAY_FIVE));
        assertEquals(at("2026-11-24T09:30:00+08:00"), paused.due(MONDAY_TEN));
        assertEquals(at("2026-12-02T09:30:00+08:00"), paused.due(at("2026-12-01T10:00:00+08:00")));
        assertFalse(paused.isOverdue(at("2026-12-01T10:00:00+08:00")));
        assertEquals(
                Duration.ofHours(7),
                paused.read(at("2026-12-01T10:00:00+08:00")).left());
        assertEquals(State.RUNNING, paused.resume(MONDAY_TEN).read(MONDAY_TEN).state());
        assertEquals(at("2026-11-24T09:30:00+08:00"), paused.resume(MONDAY_TEN).due(at("2027-01-01T00:00:00+08:00")));
    }

    @Test
    void aPauseAfterItWasDueMovesNothing() {
        Instant tuesday = at("2026-11-24T10:00:00+08:00");
        Clock late = eightHours().pause(tuesday, "customer");

        Reading reading = late.read(tuesday.plus(Duration.ofDays(3)));
        assertEquals(at("2026-11-23T16:30:00+08:00"), reading.due());
        assertEquals(Duration.ofMinutes(150), reading.overdueBy(), "what it was late by before");
    }

    @Test
    void whatHappensTwiceChangesNothing() {
        Clock paused = eightHours().pause(FRIDAY_FIVE, "customer");
        assertSame(paused, paused.pause(MONDAY_TEN, "supplier"));

        Clock resumed = paused.resume(MONDAY_TEN);
        assertEquals(resumed, resumed.resume(MONDAY_TEN.plusSeconds(9)));
        assertSame(resumed, resumed.reopen(MONDAY_TEN, "reopened"));

        Clock stopped = resumed.stop(MONDAY_TEN);
        assertSame(stopped, stopped.stop(MONDAY_TEN.plusSeconds(9)));
    }

    @Test
    void aResumeBeforeThePauseLeavesNone() {
        Clock clock = eightHours().pause(MONDAY_TEN, "customer").resume(FRIDAY_FIVE);

        assertEquals(eightHours().read(MONDAY_TEN.plusSeconds(9)), clock.read(MONDAY_TEN.plusSeconds(9)));
        assertThrows(IllegalArgumentException.class, () -> new Pause(MONDAY_TEN, FRIDAY_FIVE, "customer"));
    }

    @Test
    void itIsKeptWhenStoppedAtTheDueInstant() {
        Instant due = eightHours().firstPromise().due();

        assertTrue(eightHours().stop(due).read(due.plusSeconds(9)).kept());
        Reading late = eightHours().stop(due.plusNanos(1)).read(due.plusSeconds(9));
        assertFalse(late.kept());
        assertTrue(late.overdue());
        assertEquals(Duration.ofNanos(1), late.overdueBy());
        assertEquals(
                State.RUNNING, eightHours().stop(due).read(due.minusNanos(1)).state());
        assertTrue(eightHours().stop(FRIDAY_FOUR.minusSeconds(9)).read(due).kept(), "done before it started");
    }

    @Test
    void anAgreedDateIsInForceFromWhenItWasAgreedAndBothAreKept() {
        Instant thursday = at("2026-11-26T12:00:00+08:00");
        Clock clock = eightHours().agree(MONDAY_TEN, thursday);

        assertEquals(at("2026-11-23T16:30:00+08:00"), clock.due(MONDAY_TEN.minusNanos(1)));
        assertEquals(thursday, clock.due(MONDAY_TEN));
        Reading reading = clock.read(at("2026-11-25T10:00:00+08:00"));
        assertEquals(at("2026-11-23T16:30:00+08:00"), reading.promised());
        assertEquals(thursday, reading.due());
        assertFalse(reading.overdue());
        assertEquals(
                Duration.ofMinutes(60 * 3 + 390 + 450 * 2 + 180),
                reading.total(),
                "used until then, and until the new date");
        assertEquals(
                List.of(new Promise(FRIDAY_FOUR, at("2026-11-23T16:30:00+08:00")), new Promise(MONDAY_TEN, thursday)),
                clock.promises());
        assertEquals(
                at("2026-11-26T13:30:00+08:00").plus(Duration.ofHours(1)),
                clock.pause(at("2026-11-26T09:00:00+08:00"), "customer")
                        .resume(at("2026-11-26T10:00:00+08:00"))
                        .due(thursday),
                "a pause moves it as it moves the first");
    }

    @Test
    void aDateAgreedOnADayOffStaysThere() {
        Instant sunday = at("2026-11-29T12:00:00+08:00");

        assertEquals(sunday, eightHours().agree(MONDAY_TEN, sunday).due(MONDAY_TEN));
        assertTrue(eightHours().agree(MONDAY_TEN, sunday).isOverdue(sunday.plusNanos(1)));
    }

    @Test
    void aDateAgreedAfterTheLastOnePassedHoldsFromThenOn() {
        Instant tuesday = at("2026-11-24T10:00:00+08:00");
        Clock clock = eightHours().agree(tuesday, at("2026-11-25T18:00:00+08:00"));

        assertTrue(clock.isOverdue(tuesday.minusNanos(1)));
        assertFalse(clock.isOverdue(tuesday));
    }

    @Test
    void itExplainsItself() {
        Clock clock = Clock.start(
                        at("2026-09-30T08:00:00+08:00"), new Limit(Duration.ofHours(8), CalendarKind.WORKING), CALENDAR)
                .pause(at("2026-09-30T10:00:00+08:00"), "customer")
                .resume(at("2026-09-30T14:00:00+08:00"));

        assertEquals(
                List.of(
                        segment("2026-09-30T08:00", "2026-09-30T09:00", Reason.OUTSIDE_HOURS, null),
                        segment("2026-09-30T09:00", "2026-09-30T10:00", Reason.RUNNING, null),
                        segment("2026-09-30T10:00", "2026-09-30T14:00", Reason.PAUSED, "customer"),
                        segment("2026-09-30T14:00", "2026-09-30T16:00", Reason.RUNNING, null),
                        segment("2026-09-30T16:00", "2026-09-30T18:00", Reason.RUNNING, null),
                        segment("2026-09-30T18:00", "2026-10-01T00:00", Reason.OUTSIDE_HOURS, null),
                        segment("2026-10-01T00:00", "2026-10-08T00:00", Reason.HOLIDAY, "国庆节"),
                        segment("2026-10-08T00:00", "2026-10-08T09:00", Reason.OUTSIDE_HOURS, null),
                        segment("2026-10-08T09:00", "2026-10-08T12:00", Reason.RUNNING, null)),
                clock.explain(at("2026-09-30T16:00:00+08:00")));
    }

    @Test
    void itExplainsWhatWasLateAndWhatCameAfter() {
        Clock clock = Clock.start(
                        at("2026-10-10T17:00:00+08:00"),
                        new Limit(Duration.ofMinutes(30), CalendarKind.WORKING),
                        CALENDAR)
                .stop(at("2026-10-12T10:00:00+08:00"));

        assertEquals(
                List.of(
                        segment("2026-10-10T17:00", "2026-10-10T17:30", Reason.RUNNING, "国庆节调休"),
                        segment("2026-10-10T17:30", "2026-10-10T18:00", Reason.OVERDUE, "国庆节调休"),
                        segment("2026-10-10T18:00", "2026-10-11T00:00", Reason.OUTSIDE_HOURS, null),
                        segment("2026-10-11T00:00", "2026-10-12T00:00", Reason.DAY_OFF, null),
                        segment("2026-10-12T00:00", "2026-10-12T09:00", Reason.OUTSIDE_HOURS, null),
                        segment("2026-10-12T09:00", "2026-10-12T10:00", Reason.OVERDUE, null),
                        segment("2026-10-12T10:00", "2026-10-12T11:00", Reason.STOPPED, null)),
                clock.explain(at("2026-10-12T11:00:00+08:00")));
        assertEquals(
                segment("2026-10-10T16:00", "2026-10-10T17:00", Reason.NOT_STARTED, null),
                clock.explain(at("2026-10-10T16:00:00+08:00")).getFirst());
    }

    private static Segment segment(String from, String to, Reason reason, @Nullable String name) {
        return new Segment(at(from + ":00+08:00"), at(to + ":00+08:00"), reason, name);
    }

    @Test
    void aClockStartsWithAPromise() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Clock(FRIDAY_FOUR, CalendarKind.ELAPSED, CALENDAR, List.of(), List.of(), null));
    }
}

package io.huiyin.kernel.deadline;

import static io.huiyin.kernel.calendar.Calendars.at;
import static io.huiyin.kernel.calendar.Calendars.daily;
import static io.huiyin.kernel.calendar.Calendars.general;
import static io.huiyin.kernel.calendar.Calendars.window;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.calendar.SpecialDay;
import io.huiyin.kernel.policy.PolicyValue.CalendarKind;
import io.huiyin.kernel.policy.PolicyValue.Limit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The ways in which other systems got deadlines wrong, one by one. 2026-11-20 is a Friday. */
class ClockTrapsTest {

    private static final Instant FRIDAY_FOUR = at("2026-11-20T16:00:00+08:00");
    private static final Instant FRIDAY_FIVE = at("2026-11-20T17:00:00+08:00");
    private static final Instant MONDAY_TEN = at("2026-11-23T10:00:00+08:00");

    private static Limit working(int hours) {
        return new Limit(Duration.ofHours(hours), CalendarKind.WORKING);
    }

    private static Clock eightHours() {
        return Clock.start(FRIDAY_FOUR, working(8), general());
    }

    /** Two working hours were paused, not the 65 between Friday at five and Monday at ten, nor both. */
    @Test
    void holdOverNonWorkingTimeCountedTwice() {
        Clock held = eightHours().pause(FRIDAY_FIVE, "customer").resume(MONDAY_TEN);

        assertEquals(at("2026-11-24T09:30:00+08:00"), held.due(MONDAY_TEN));
        assertEquals(held.firstPromise().due(), general().plus(FRIDAY_FOUR, Duration.ofHours(8)));
        assertEquals(held.due(MONDAY_TEN), general().plus(FRIDAY_FOUR, Duration.ofHours(10)));
    }

    /** The limit of another priority is laid over the same history: what was used and paused remains so. */
    @Test
    void pauseWhileThePriorityChanges() {
        Clock paused = eightHours().pause(FRIDAY_FIVE, "customer");
        Clock urgent = new Clock(
                FRIDAY_FOUR,
                CalendarKind.WORKING,
                general(),
                Clock.start(FRIDAY_FOUR, working(4), general()).promises(),
                paused.pauses(),
                null);

        Reading before = paused.read(MONDAY_TEN);
        Reading after = urgent.read(MONDAY_TEN);
        assertEquals(Duration.ofHours(1), before.used());
        assertEquals(Duration.ofHours(1), after.used());
        assertEquals(before.left().minusHours(4), after.left());
        assertFalse(after.overdue(), "the three hours left have not been used");
        assertEquals(at("2026-11-23T14:30:00+08:00"), urgent.resume(MONDAY_TEN).due(MONDAY_TEN));
    }

    /** Five working days are five days of work, not the sixteen in which 120 hours are worked. */
    @Test
    void daysMixedWithACalendarOfHours() {
        Clock clock = Clock.start(FRIDAY_FOUR, new Limit(Duration.ofDays(5), CalendarKind.WORKING_DAYS), general());

        assertEquals(at("2026-11-27T16:00:00+08:00"), clock.due(FRIDAY_FOUR));
        Reading reading = clock.read(at("2026-11-24T16:00:00+08:00"));
        assertEquals(Duration.ofDays(2), reading.used());
        assertEquals(Duration.ofDays(3), reading.left());
    }

    /** It is neither used time nor waiting for anybody. */
    @Test
    void theIntervalFromSolvedToReopenedCountedAsPending() {
        Clock reopened = eightHours()
                .pause(FRIDAY_FIVE, "customer")
                .stop(FRIDAY_FIVE.plusSeconds(1800))
                .reopen(MONDAY_TEN, "reopened");

        Reading reading = reopened.read(MONDAY_TEN);
        assertEquals(Duration.ofHours(1), reading.used());
        assertEquals(Reading.State.RUNNING, reading.state());
        assertEquals(at("2026-11-24T09:30:00+08:00"), reading.due());
        assertEquals(
                List.of("customer", "reopened"),
                reopened.explain(MONDAY_TEN).stream()
                        .filter(segment -> segment.reason() == Segment.Reason.PAUSED)
                        .map(segment -> String.valueOf(segment.name()))
                        .toList());
    }

    @Test
    void createdOutsideHours() {
        Instant saturday = at("2026-11-21T10:00:00+08:00");
        Clock clock = Clock.start(saturday, working(1), general());

        assertEquals(MONDAY_TEN, clock.due(saturday));
        assertEquals(Duration.ZERO, clock.read(at("2026-11-23T09:00:00+08:00")).used());
        assertEquals(
                List.of(Segment.Reason.DAY_OFF, Segment.Reason.OUTSIDE_HOURS, Segment.Reason.RUNNING),
                clock.explain(saturday).stream().map(Segment::reason).toList());
    }

    /** Berlin loses an hour in the night to 29 March 2026 and gains one in that to 25 October. */
    @Test
    void daylightSaving() {
        BusinessCalendar berlin = daily("Europe/Berlin", window("22:00", "06:00"));
        Instant march = at("2026-03-28T10:00:00+01:00");
        Instant october = at("2026-10-24T22:00:00+02:00");

        assertEquals(
                at("2026-03-29T10:00:00+02:00"),
                Clock.start(march, new Limit(Duration.ofDays(1), CalendarKind.CALENDAR_DAYS), berlin)
                        .due(march));
        assertEquals(
                at("2026-03-29T11:00:00+02:00"),
                Clock.start(march, new Limit(Duration.ofHours(24), CalendarKind.ELAPSED), berlin)
                        .due(march));
        assertEquals(
                at("2026-03-29T22:01:00+02:00"),
                Clock.start(march, new Limit(Duration.ofMinutes(7 * 60 + 1), CalendarKind.WORKING), berlin)
                        .due(march));
        assertEquals(
                at("2026-10-25T05:00:00+01:00"),
                Clock.start(october, working(8), berlin).due(october));
    }

    /** Next Wednesday becomes a day off; who was promised Thursday is served on Thursday, who asks now is promised Friday. */
    @Test
    void aHolidayAddedRetroactively() {
        Limit three = new Limit(Duration.ofDays(3), CalendarKind.WORKING_DAYS);
        Instant monday = MONDAY_TEN;
        Clock promised = Clock.start(monday, three, general());
        BusinessCalendar later = new BusinessCalendar(general()
                .plan()
                .withVersion(2)
                .with(new TreeMap<>(Map.of(LocalDate.of(2026, 11, 25), new SpecialDay.Closed("added")))));
        Instant thursday = at("2026-11-26T10:00:00+08:00");

        assertEquals(thursday, promised.due(thursday));
        assertEquals(1, promised.calendar().version());
        assertEquals(
                thursday,
                Clock.promised(monday, thursday, CalendarKind.WORKING_DAYS, later)
                        .due(thursday),
                "also when only the recorded instant is left");
        assertTrue(Clock.promised(monday, thursday, CalendarKind.WORKING_DAYS, later)
                .isOverdue(thursday.plusNanos(1)));
        assertEquals(
                at("2026-11-27T10:00:00+08:00"),
                Clock.start(monday, three, later).due(monday));
    }

    @Test
    void twoWindowsADay() {
        Instant eleven = at("2026-11-20T11:00:00+08:00");
        Clock clock = Clock.start(eleven, working(2), general());

        assertEquals(at("2026-11-20T14:30:00+08:00"), clock.due(eleven));
        assertEquals(
                Duration.ofHours(1), clock.read(at("2026-11-20T13:00:00+08:00")).used());
        assertEquals(
                clock.due(eleven),
                clock.pause(at("2026-11-20T12:00:00+08:00"), "lunch")
                        .resume(at("2026-11-20T13:30:00+08:00"))
                        .due(eleven.plusSeconds(99_999)));
    }

    /** A sweep that comes an hour late, or a month, finds the same breach; one that comes early finds none. */
    @Test
    void breachJudgedByWhenTheJobRuns() {
        Clock clock = eightHours();
        Instant due = clock.firstPromise().due();

        assertFalse(clock.isOverdue(due));
        assertTrue(clock.isOverdue(due.plusNanos(1)));
        Clock inTimeButRecordedLate = clock.stop(due.minusSeconds(60));
        for (Duration late : List.of(Duration.ofHours(1), Duration.ofDays(30))) {
            assertEquals(due, clock.due(due.plus(late)));
            assertFalse(inTimeButRecordedLate.isOverdue(due.plus(late)), "what was done in time is no breach (X-28)");
            assertTrue(inTimeButRecordedLate.read(due.plus(late)).kept());
            assertTrue(clock.stop(due.plusSeconds(1)).isOverdue(due.plus(late)));
        }
    }

    @Test
    void aPauseOrANewDateThatLosesThePromise() {
        Clock clock = eightHours();
        Promise promise = new Promise(FRIDAY_FOUR, at("2026-11-23T16:30:00+08:00"));

        for (Clock changed : List.of(
                clock.pause(FRIDAY_FIVE, "customer"),
                clock.pause(FRIDAY_FIVE, "customer").resume(MONDAY_TEN),
                clock.agree(MONDAY_TEN, at("2026-11-27T12:00:00+08:00")),
                clock.stop(MONDAY_TEN),
                clock.stop(MONDAY_TEN).reopen(MONDAY_TEN.plusSeconds(9), "reopened"))) {
            assertEquals(promise, changed.firstPromise());
            assertEquals(promise.due(), changed.read(MONDAY_TEN.plusSeconds(99)).promised());
        }
    }
}

package io.huiyin.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.huiyin.complaint.ComplaintEvent.ComplaintAccepted;
import io.huiyin.complaint.ComplaintEvent.ComplaintAcknowledged;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintHeld;
import io.huiyin.complaint.ComplaintEvent.ComplaintResumed;
import io.huiyin.complaint.PromisedClock.Happened;
import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.policy.PolicyRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Six days to close from {@link Cases#NOW}; held on the second day for two days; closed on the eighth. */
@Tag("CMP-21")
@DisplayName("CMP-21: a limit explains itself from the case's own events")
class DeadlineReadingTest {

    private static final Instant HELD = Cases.NOW.plus(Duration.ofDays(1));
    private static final Instant RESUMED = HELD.plus(Duration.ofDays(2));
    private static final Instant CLOSED = Cases.NOW.plus(Duration.ofDays(7));
    private static final Instant LIMIT = Cases.NOW.plus(Duration.ofDays(6));

    private static final List<Happened> HISTORY = List.of(
            new Happened(Steps.registered().history()[0], AFiling.RECEIVED),
            new Happened(new ComplaintAcknowledged("phone", "已受理", null, null), Cases.NOW.plusSeconds(60)),
            new Happened(new ComplaintHeld("等待检测报告", "supplier", HELD, null), HELD),
            new Happened(new ComplaintResumed(List.of(), RESUMED, null), RESUMED),
            new Happened(ComplaintClosed.historically(CLOSED), CLOSED));

    private static DeadlineReading read(String milestone, Instant at) {
        return Objects.requireNonNull(
                DeadlineReading.of(HISTORY, milestone, null, Calendars.of(Cases.GENERAL), at), milestone);
    }

    @Test
    void whileTheCaseIsHeldItIsDueLaterByTheHour() {
        DeadlineReading reading = read("close", HELD.plus(Duration.ofHours(5)));

        assertEquals("paused", reading.state());
        assertEquals(LIMIT, reading.promisedDueAt());
        assertEquals(LIMIT.plus(Duration.ofHours(5)), reading.dueAt());
        assertEquals("PT24H", reading.used());
        assertEquals("PT120H", reading.left());
    }

    @Test
    void whenItIsClosedEveryHourHasItsReason() {
        DeadlineReading reading = read("close", CLOSED);

        assertEquals("stopped", reading.state());
        assertEquals(LIMIT.plus(Duration.ofDays(2)), reading.dueAt());
        assertEquals("PT120H", reading.used());
        assertEquals("PT24H", reading.left());
        assertFalse(reading.overdue());
        assertEquals(
                List.of("running", "paused", "running"),
                reading.segments().stream().map(DeadlineReading.Part::reason).toList());
        assertEquals("waiting-for-supplier", reading.segments().get(1).name());
    }

    @Test
    void aReplyStopsItsOwnLimitAlone() {
        assertEquals("stopped", read("first-reply", HELD).state());
        assertEquals("running", read("close", Cases.NOW.plusSeconds(120)).state());
    }

    @Test
    void whatWasNotPromisedIsNotThere() {
        assertNull(DeadlineReading.of(HISTORY, "step", null, Calendars.of(Cases.GENERAL), CLOSED));
    }

    @Test
    void whatIsPromisedWhileTheCaseIsHeldStandsStillFromItsStart() {
        Deadline step = new Deadline(
                "step", RESUMED.minusSeconds(3600), LIMIT, new PolicyRef("cmp.step.budgets", 1, "MACHINERY"));
        List<Happened> history = List.of(
                new Happened(new ComplaintHeld("等待检测报告", "supplier", HELD, null), HELD),
                new Happened(new ComplaintAccepted(null, List.of(step), null, null), RESUMED.minusSeconds(3600)),
                new Happened(new ComplaintResumed(List.of(), RESUMED, null), RESUMED));

        DeadlineReading reading =
                Objects.requireNonNull(DeadlineReading.of(history, "step", null, Calendars.of(Cases.GENERAL), RESUMED));

        assertEquals(LIMIT.plusSeconds(3600), reading.dueAt());
    }
}

package io.huiyin.complaint.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.huiyin.complaint.AFiling;
import io.huiyin.complaint.Cases;
import io.huiyin.complaint.ComplaintEvent.ComplaintAccepted;
import io.huiyin.complaint.ComplaintEvent.ComplaintAcknowledged;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintHeld;
import io.huiyin.complaint.ComplaintEvent.ComplaintResumed;
import io.huiyin.complaint.PromisedClock.Happened;
import io.huiyin.complaint.Steps;
import io.huiyin.complaint.simulation.Simulation.Counts;
import io.huiyin.complaint.simulation.Simulation.Proposal;
import io.huiyin.complaint.simulation.Simulation.Result;
import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValue.CalendarKind;
import io.huiyin.kernel.policy.PolicyValue.Limit;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cases registered at {@link Cases#NOW}, a Monday, with six days to close. */
@Tag("X-24")
@DisplayName("X-24: what another value would have come to")
class SimulationTest {

    private static final Instant LATER = Cases.NOW.plus(Duration.ofDays(60));
    private static final UUID CASE = new UUID(1, 1);

    private static Result simulate(String key, PolicyValue value, List<List<Happened>> cases) {
        return simulate(new Proposal(key, value, Cases.NOW.minusSeconds(3600), Cases.NOW.plusSeconds(1), LATER), cases);
    }

    private static Result simulate(Proposal proposal, List<List<Happened>> cases) {
        Simulation simulation = new Simulation(proposal, Cases.GENERAL, Calendars.of(Cases.GENERAL));
        cases.forEach(history -> simulation.take(CASE, history));
        return simulation.result();
    }

    private static List<Happened> closedAfter(Duration time) {
        List<Happened> history = new ArrayList<>(open());
        history.add(new Happened(ComplaintClosed.historically(Cases.NOW.plus(time)), Cases.NOW.plus(time)));
        return history;
    }

    private static List<Happened> open() {
        return List.of(new Happened(Steps.registered().history()[0], AFiling.RECEIVED));
    }

    private static Limit days(int days) {
        return new Limit(Duration.ofDays(days), CalendarKind.CALENDAR_DAYS);
    }

    @Test
    void aShorterLimitIsMissedByThoseWhoTookLonger() {
        Result result = simulate(
                "cmp.sla.close",
                days(4),
                List.of(
                        closedAfter(Duration.ofDays(3)),
                        closedAfter(Duration.ofDays(5)),
                        closedAfter(Duration.ofDays(7))));

        assertEquals(3, result.cases());
        assertEquals(new Counts(2, 1, 0), result.as());
        assertEquals(new Counts(1, 2, 0), result.would());
        assertEquals(3, result.moved());
        assertEquals(1, result.newlyMissed());
        assertEquals(0, result.newlyKept());
        assertEquals(
                Cases.NOW.plus(Duration.ofDays(6)), result.examples().getFirst().dueAt());
        assertEquals(
                Cases.NOW.plus(Duration.ofDays(4)), result.examples().getFirst().wouldBeDueAt());
    }

    @Test
    void aLongerLimitIsKeptByThoseWhoWereLateAndLeavesOthersOpen() {
        Result result = simulate("cmp.sla.close", days(90), List.of(closedAfter(Duration.ofDays(7)), open()));

        assertEquals(new Counts(0, 2, 0), result.as());
        assertEquals(new Counts(1, 0, 1), result.would());
        assertEquals(2, result.newlyKept());
    }

    @Test
    void theSameValueMovesNothing() {
        Result result = simulate("cmp.sla.close", days(6), List.of(closedAfter(Duration.ofDays(6))));

        assertEquals(new Counts(1, 0, 0), result.as());
        assertEquals(result.as(), result.would());
        assertEquals(0, result.moved());
        assertEquals(List.of(), result.examples());
    }

    @Test
    void heldTimeIsHeldUnderEitherValue() {
        List<Happened> history = new ArrayList<>(open());
        Instant held = Cases.NOW.plus(Duration.ofDays(1));
        history.add(new Happened(new ComplaintHeld("等待检测报告", "supplier", held, null), held));
        Instant resumed = held.plus(Duration.ofDays(10));
        history.add(new Happened(new ComplaintResumed(List.of(), resumed, null), resumed));
        Instant closed = resumed.plus(Duration.ofDays(2));
        history.add(new Happened(ComplaintClosed.historically(closed), closed));

        Result result = simulate("cmp.sla.close", days(4), List.of(history));

        assertEquals(new Counts(1, 0, 0), result.as());
        assertEquals(new Counts(1, 0, 0), result.would());
    }

    @Test
    void otherKeysAndOtherPeriodsDoNotCount() {
        List<Happened> replied = new ArrayList<>(open());
        Instant reply = AFiling.RECEIVED.plus(Duration.ofHours(2));
        replied.add(new Happened(new ComplaintAcknowledged("phone", "已受理", null, null), reply));
        Limit hour = new Limit(Duration.ofHours(1), CalendarKind.ELAPSED);

        Result reply1 = simulate("cmp.sla.firstReply", hour, List.of(replied));
        assertEquals(new Counts(1, 0, 0), reply1.as());
        assertEquals(new Counts(0, 1, 0), reply1.would());
        assertEquals(
                0,
                simulate(
                                new Proposal("cmp.sla.close", days(4), Cases.NOW.plusSeconds(1), LATER, LATER),
                                List.of(replied))
                        .cases());
    }

    @Test
    @Tag("CMP-26")
    void stepsAreSharedOutAnew() {
        PolicyValues machinery = Cases.MACHINERY;
        var history = Steps.registered(machinery).then(Cases.accept()).history();
        List<Happened> accepted =
                List.of(new Happened(history[0], AFiling.RECEIVED), new Happened(history[2], Cases.NOW));
        assertInstanceOf(ComplaintAccepted.class, history[2], "behind the late registration");
        var halved = new io.huiyin.kernel.policy.Steps(List.of(
                new io.huiyin.kernel.policy.Steps.Step("gm-office", days(1)),
                new io.huiyin.kernel.policy.Steps.Step("quality", days(2))));

        Result result = simulate("cmp.step.budgets", halved, List.of(accepted));

        assertEquals(new Counts(0, 2, 0), result.as(), "the departments that keep a step");
        assertEquals(1, result.moved());
        assertEquals("quality", result.examples().getFirst().department());
        assertEquals(
                Cases.NOW.plus(Duration.ofDays(3)), result.examples().getFirst().wouldBeDueAt());
    }
}

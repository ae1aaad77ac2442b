package io.huiyin.followup.task;

import static io.huiyin.followup.task.Tasks.COMPLAINT;
import static io.huiyin.followup.task.Tasks.FIRST;
import static io.huiyin.followup.task.Tasks.HAN;
import static io.huiyin.followup.task.Tasks.LEASE;
import static io.huiyin.followup.task.Tasks.LI;
import static io.huiyin.followup.task.Tasks.NOW;
import static io.huiyin.followup.task.Tasks.PERSON;
import static io.huiyin.followup.task.Tasks.attempt;
import static io.huiyin.followup.task.Tasks.attempted;
import static io.huiyin.followup.task.Tasks.claimed;
import static io.huiyin.followup.task.Tasks.followUp;
import static io.huiyin.followup.task.Tasks.happy;
import static io.huiyin.followup.task.Tasks.planned;
import static io.huiyin.followup.task.Tasks.reached;
import static io.huiyin.followup.task.Tasks.taskOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.huiyin.followup.task.FollowUpCommand.ReportAttempt;
import io.huiyin.followup.task.FollowUpEvent.FollowUpAttempted;
import io.huiyin.followup.task.FollowUpEvent.FollowUpUnconfirmed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trying to reach the customer. */
@Tag("FUP-29")
class AttemptingTest {

    private static final Instant IN_TWO_HOURS = NOW.plus(Duration.ofHours(2));

    @Test
    void whoIsReachedKeepsTheAgent() {
        followUp()
                .given(planned(), claimed(HAN))
                .at(NOW)
                .by(HAN)
                .when(attempt("reached"))
                .then(reached())
                .thenState(state -> {
                    assertEquals(FollowUpStatus.CONTACTED, taskOf(state).status());
                    assertNotNull(taskOf(state).running(NOW));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-answer", "busy", "wrong-number", "inconvenient"})
    @DisplayName("FUP-29: who is not reached is tried again after a while, and the task is anybody's")
    void whoIsNotReachedIsTriedAgain(String outcome) {
        followUp()
                .given(planned(), claimed(HAN))
                .at(NOW)
                .by(HAN)
                .when(attempt(outcome))
                .then(attempted(1, outcome, IN_TWO_HOURS))
                .thenState(state -> {
                    assertEquals(FollowUpStatus.RESCHEDULED, taskOf(state).status());
                    assertEquals(IN_TWO_HOURS, taskOf(state).nextContactAt());
                    assertNull(taskOf(state).claim());
                });
    }

    @Test
    @DisplayName("FUP-29: or when he asked for")
    void orWhenHeAskedFor() {
        Instant asked = NOW.plus(Duration.ofDays(1));
        followUp()
                .given(planned(), claimed(HAN))
                .at(NOW)
                .by(HAN)
                .when(new ReportAttempt("phone", null, "inconvenient", null, null, asked, null))
                .then(attempted(1, "inconvenient", asked));
    }

    @Test
    @DisplayName("FUP-26: who refuses is not tried again")
    void whoRefusesIsNotTriedAgain() {
        followUp()
                .given(planned(), claimed(HAN))
                .at(NOW)
                .by(HAN)
                .when(attempt("refused"))
                .then(attempted(1, "refused", null), new FollowUpUnconfirmed(COMPLAINT, FIRST, 1, "refused", 1))
                .thenState(state ->
                        assertEquals(FollowUpStatus.UNCONFIRMED, taskOf(state).status()));
    }

    @Test
    @DisplayName("FUP-26: the sixth time nobody answers is the last")
    void theSixthTimeNobodyAnswersIsTheLast() {
        List<FollowUpEvent> history = new ArrayList<>(List.of(planned()));
        for (int i = 1; i <= 4; i++) {
            history.addAll(List.of(claimed(HAN), attempted(i, i == 2 ? "busy" : "no-answer", IN_TWO_HOURS)));
        }
        history.add(claimed(HAN));
        followUp()
                .given(history.toArray(FollowUpEvent[]::new))
                .at(NOW)
                .by(HAN)
                .when(attempt("wrong-number"))
                .then(attempted(5, "wrong-number", IN_TWO_HOURS));

        history.addAll(List.of(attempted(5, "wrong-number", IN_TWO_HOURS), claimed(HAN)));
        followUp()
                .given(history.toArray(FollowUpEvent[]::new))
                .at(NOW)
                .by(HAN)
                .when(attempt("no-answer"))
                .then(attempted(6, "no-answer", null), new FollowUpUnconfirmed(COMPLAINT, FIRST, 1, "unanswered", 6));
    }

    @Test
    @DisplayName("FUP-26: who answers and asks for another time has answered")
    void whoAsksForAnotherTimeHasAnswered() {
        List<FollowUpEvent> history = new ArrayList<>(List.of(planned()));
        for (int i = 1; i <= 9; i++) {
            history.addAll(List.of(claimed(HAN), attempted(i, "inconvenient", IN_TWO_HOURS)));
        }
        history.add(claimed(HAN));
        followUp()
                .given(history.toArray(FollowUpEvent[]::new))
                .at(NOW)
                .by(HAN)
                .when(attempt("no-answer"))
                .then(attempted(10, "no-answer", IN_TWO_HOURS));
    }

    @Test
    void theNumberTriedIsPersonalData() {
        followUp()
                .given(planned(), claimed(HAN))
                .at(NOW)
                .by(HAN)
                .when(new ReportAttempt(
                        "phone", "021-5555", "reached", NOW.minusSeconds(120), NOW.minusSeconds(30), null, "前台转接"))
                .then(new FollowUpAttempted(
                        1,
                        "han",
                        "phone",
                        new Person(PERSON, null, "021-5555", null, null),
                        "reached",
                        NOW.minusSeconds(120),
                        NOW.minusSeconds(30),
                        null,
                        null,
                        "前台转接"));
    }

    @Test
    @DisplayName("FUP-27: a call outside the window is told and marked")
    void aCallOutsideTheWindowIsMarked() {
        Instant noon = Instant.parse("2026-03-02T04:00:00Z");
        followUp()
                .given(planned(), claimed(HAN, noon.plusSeconds(60)))
                .at(noon)
                .by(HAN)
                .when(attempt("reached"))
                .thenEvents(events -> assertEquals(true, ((FollowUpAttempted) events.getFirst()).outsideCallWindow()));
    }

    @Test
    void eachFaultIsNamed() {
        invalid("/channel", new ReportAttempt("pigeon", null, "reached", null, null, null, null));
        invalid("/outcome", attempt("asleep"));
        invalid("/startedAt", new ReportAttempt("phone", null, "reached", NOW.plusSeconds(1), null, null, null));
        invalid("/endedAt", new ReportAttempt("phone", null, "reached", null, NOW.plusSeconds(1), null, null));
        invalid(
                "/endedAt",
                new ReportAttempt("phone", null, "reached", NOW.minusSeconds(60), NOW.minusSeconds(61), null, null));
        invalid("/nextContactAt", new ReportAttempt("phone", null, "no-answer", null, null, NOW, null));
        invalid("/nextContactAt", new ReportAttempt("phone", null, "reached", null, null, IN_TWO_HOURS, null));
        invalid("/nextContactAt", new ReportAttempt("phone", null, "refused", null, null, IN_TWO_HOURS, null));
    }

    private static void invalid(String pointer, ReportAttempt command) {
        followUp().given(planned(), claimed(HAN)).at(NOW).by(HAN).when(command).thenInvalid(pointer);
    }

    @Test
    @DisplayName("FUP-01: only the holder of a running lease tries")
    void onlyTheHolderTries() {
        followUp()
                .given(planned(), claimed(HAN))
                .at(NOW)
                .by(LI)
                .when(attempt("reached"))
                .thenRefused(FollowUpRefusal.NOT_THE_HOLDER);
        followUp()
                .given(planned(), claimed(HAN))
                .at(LEASE)
                .by(HAN)
                .when(attempt("reached"))
                .thenRefused(FollowUpRefusal.LEASE_EXPIRED);
        followUp()
                .given(planned(), claimed(HAN), reached(), happy())
                .at(NOW)
                .by(HAN)
                .when(attempt("reached"))
                .thenRefused(FollowUpRefusal.NOT_OPEN);
    }
}

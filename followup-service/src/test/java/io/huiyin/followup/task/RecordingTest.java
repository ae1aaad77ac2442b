package io.huiyin.followup.task;

import static io.huiyin.followup.task.Tasks.FIRST;
import static io.huiyin.followup.task.Tasks.HAN;
import static io.huiyin.followup.task.Tasks.HAPPY;
import static io.huiyin.followup.task.Tasks.LEASE;
import static io.huiyin.followup.task.Tasks.LI;
import static io.huiyin.followup.task.Tasks.NEXT;
import static io.huiyin.followup.task.Tasks.NOW;
import static io.huiyin.followup.task.Tasks.SAD;
import static io.huiyin.followup.task.Tasks.STILL_NOISY;
import static io.huiyin.followup.task.Tasks.ZHOU;
import static io.huiyin.followup.task.Tasks.attempted;
import static io.huiyin.followup.task.Tasks.claimed;
import static io.huiyin.followup.task.Tasks.followUp;
import static io.huiyin.followup.task.Tasks.happy;
import static io.huiyin.followup.task.Tasks.person;
import static io.huiyin.followup.task.Tasks.planned;
import static io.huiyin.followup.task.Tasks.reached;
import static io.huiyin.followup.task.Tasks.recontact;
import static io.huiyin.followup.task.Tasks.record;
import static io.huiyin.followup.task.Tasks.recorded;
import static io.huiyin.followup.task.Tasks.sad;
import static io.huiyin.followup.task.Tasks.secondContact;
import static io.huiyin.followup.task.Tasks.taskOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.huiyin.followup.task.FollowUpCommand.RecordFollowUp;
import io.huiyin.followup.task.FollowUpCommand.ReviewFollowUp;
import io.huiyin.followup.task.FollowUpEvent.FollowUpAttempted;
import io.huiyin.followup.task.FollowUpEvent.FollowUpClosed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpRecorded;
import io.huiyin.followup.task.FollowUpEvent.FollowUpReviewed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writing down what the customer said, and a supervisor's look at it. */
@Tag("FUP-35")
class RecordingTest {

    private static final ReviewFollowUp REVIEW = new ReviewFollowUp("同意结案", null);
    private static final FollowUpReviewed REVIEWED = new FollowUpReviewed("zhou", "同意结案", null);

    @Test
    void aSatisfiedCustomerIsRecorded() {
        followUp()
                .given(planned(), claimed(HAN), reached())
                .at(NOW)
                .by(HAN)
                .when(record(HAPPY, null))
                .then(happy())
                .thenState(state -> {
                    assertEquals(FollowUpStatus.RECORDED, taskOf(state).status());
                    assertNull(taskOf(state).claim());
                });
    }

    @Test
    @DisplayName("FUP-43: a low score or any issue is dissatisfaction")
    void aDissatisfiedOneLeavesAnIssueOpen() {
        followUp()
                .given(planned(), claimed(HAN), reached())
                .at(NOW)
                .by(HAN)
                .when(record(SAD, "又响了", STILL_NOISY))
                .then(sad())
                .thenState(state ->
                        assertEquals(FollowUpStatus.ISSUE_OPEN, taskOf(state).status()));
        followUp()
                .given(planned(), claimed(HAN), reached())
                .at(NOW)
                .by(HAN)
                .when(record(HAPPY, null, STILL_NOISY))
                .then(recorded(true, HAPPY, null, STILL_NOISY));
        followUp()
                .given(planned(), claimed(HAN), reached())
                .at(NOW)
                .by(HAN)
                .when(record(null, null, STILL_NOISY))
                .then(recorded(true, null, null, STILL_NOISY));
    }

    @Test
    @DisplayName("FUP-35: a dissatisfied record without a word of the customer is malformed")
    void aDissatisfiedRecordSaysWhy() {
        invalid("/opinions", record(SAD, null));
        invalid("/opinions", record(SAD, "  "));
        invalid("/satisfaction", record(null, "一切正常"));
    }

    @Test
    @DisplayName("FUP-32: a score lies on its scale")
    void aScoreLiesOnItsScale() {
        invalid("/satisfaction/score", record(new Satisfaction(6, 5), null));
        invalid("/satisfaction/score", record(new Satisfaction(-1, 5), null));
        invalid("/satisfaction/scale", record(new Satisfaction(0, 0), null));
    }

    @Test
    void anIssuesSeverityIsOneOfTheProfiles() {
        invalid("/issues/1/severity", record(HAPPY, null, STILL_NOISY, new Issue("漏水", "terrible", null)));
    }

    private static void invalid(String pointer, RecordFollowUp command) {
        followUp()
                .given(planned(), claimed(HAN), reached())
                .at(NOW)
                .by(HAN)
                .when(command)
                .thenInvalid(pointer);
    }

    @Test
    @DisplayName("FUP-36: the record of a visit is signed by the customer")
    void aVisitIsSigned() {
        FollowUpAttempted visited =
                new FollowUpAttempted(1, "han", "visit", null, "reached", NOW, null, null, null, null);
        followUp()
                .given(planned(), claimed(HAN), visited)
                .at(NOW)
                .by(HAN)
                .when(record(HAPPY, null))
                .thenInvalid("/signature");
        followUp()
                .given(planned(), claimed(HAN), visited)
                .at(NOW)
                .by(HAN)
                .when(new RecordFollowUp(List.of(), HAPPY, null, List.of(), "李雷", null))
                .thenEvents(events -> {
                    assertEquals("visit", ((FollowUpRecorded) events.getFirst()).channel());
                    assertEquals("李雷", ((FollowUpRecorded) events.getFirst()).signature());
                });
    }

    @Test
    @DisplayName("FUP-35: nothing is recorded before the customer was reached")
    void onlyAfterTheCustomerWasReached() {
        followUp()
                .given(planned(), claimed(HAN))
                .at(NOW)
                .by(HAN)
                .when(record(HAPPY, null))
                .thenRefused(FollowUpRefusal.NOT_REACHED);
        followUp()
                .given(planned(), claimed(HAN), attempted(1, "no-answer", NOW), claimed(HAN))
                .at(NOW)
                .by(HAN)
                .when(record(HAPPY, null))
                .thenRefused(FollowUpRefusal.NOT_REACHED);
    }

    @Test
    @DisplayName("FUP-35: a record of another day says so")
    void aRecordOfAnotherDaySaysSo() {
        Instant tomorrow = NOW.plus(Duration.ofHours(24));
        followUp()
                .given(planned(), claimed(HAN), reached(), claimed(HAN, tomorrow.plusSeconds(60)))
                .at(tomorrow)
                .by(HAN)
                .when(record(HAPPY, null))
                .thenEvents(events -> {
                    FollowUpRecorded recorded = (FollowUpRecorded) events.getFirst();
                    assertEquals(Tasks.TODAY, recorded.contactedOn());
                    assertEquals(Tasks.TODAY.plusDays(1), recorded.recordedOn());
                    assertFalse(recorded.sameDay());
                });
    }

    @Test
    @DisplayName("FUP-01: only the holder of a running lease records")
    void onlyTheHolderRecords() {
        followUp()
                .given(planned(), claimed(HAN), reached())
                .at(NOW)
                .by(LI)
                .when(record(HAPPY, null))
                .thenRefused(FollowUpRefusal.NOT_THE_HOLDER);
        followUp()
                .given(planned(), claimed(HAN), reached())
                .at(LEASE)
                .by(HAN)
                .when(record(HAPPY, null))
                .thenRefused(FollowUpRefusal.LEASE_EXPIRED);
        followUp()
                .given(planned(), claimed(HAN), reached(), happy())
                .at(NOW)
                .by(HAN)
                .when(record(HAPPY, null))
                .thenRefused(FollowUpRefusal.NOT_OPEN);
    }

    @Test
    @DisplayName("FUP-39: a satisfied customer's record is closed by the supervisor's review")
    void aReviewClosesASatisfiedOne() {
        followUp()
                .given(planned(), claimed(HAN), reached(), happy())
                .at(NOW)
                .by(ZHOU)
                .when(REVIEW)
                .then(REVIEWED, new FollowUpClosed(FIRST, 1, null));
        followUp()
                .given(secondContact(), claimed(HAN), reached(), happy())
                .at(NOW)
                .by(ZHOU)
                .when(REVIEW)
                .then(REVIEWED, new FollowUpClosed(FIRST, 2, FIRST));
    }

    @Test
    @DisplayName("FUP-39: an open issue stays open, with the supervisor's opinion")
    void aReviewLeavesAnOpenIssueOpen() {
        followUp()
                .given(planned(), claimed(HAN), reached(), sad())
                .at(NOW)
                .by(ZHOU)
                .when(REVIEW)
                .then(REVIEWED)
                .thenState(state -> {
                    assertEquals(FollowUpStatus.ISSUE_OPEN, taskOf(state).status());
                    assertEquals(REVIEWED, taskOf(state).ending().reviewed());
                });
        followUp()
                .given(planned(), claimed(HAN), reached(), sad(), recontact(NEXT))
                .at(NOW)
                .by(ZHOU)
                .when(REVIEW)
                .then(REVIEWED)
                .thenState(state -> assertEquals(
                        FollowUpStatus.RECONTACT_SCHEDULED, taskOf(state).status()));
    }

    @Test
    @DisplayName("X-15: nobody reviews his own record")
    void nobodyReviewsHisOwnRecord() {
        followUp()
                .given(planned(), claimed(HAN), reached(), happy())
                .at(NOW)
                .by(person("han", "followup-supervisor", "admin"))
                .when(REVIEW)
                .thenRefused(FollowUpRefusal.OWN_RECORD);
    }

    @Test
    @DisplayName("FUP-39: a record is reviewed once, and not before it is there")
    void aRecordIsReviewedOnce() {
        followUp()
                .given(planned(), claimed(HAN), reached(), sad(), REVIEWED)
                .at(NOW)
                .by(ZHOU)
                .when(REVIEW)
                .thenRefused(FollowUpRefusal.ALREADY_REVIEWED);
        followUp()
                .given(planned(), claimed(HAN), reached())
                .at(NOW)
                .by(ZHOU)
                .when(REVIEW)
                .thenRefused(FollowUpRefusal.NOT_RECORDED);
        followUp().given().at(NOW).by(ZHOU).when(REVIEW).thenRefused(FollowUpRefusal.NOT_PLANNED);
    }
}

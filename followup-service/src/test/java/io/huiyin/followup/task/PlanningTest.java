package io.huiyin.followup.task;

import static io.huiyin.followup.task.Tasks.COMPLAINT;
import static io.huiyin.followup.task.Tasks.CUSTOMER;
import static io.huiyin.followup.task.Tasks.FIRST;
import static io.huiyin.followup.task.Tasks.HAN;
import static io.huiyin.followup.task.Tasks.NEXT;
import static io.huiyin.followup.task.Tasks.NOW;
import static io.huiyin.followup.task.Tasks.PRODUCT;
import static io.huiyin.followup.task.Tasks.SECOND_COMPLAINT;
import static io.huiyin.followup.task.Tasks.claimed;
import static io.huiyin.followup.task.Tasks.followUp;
import static io.huiyin.followup.task.Tasks.happy;
import static io.huiyin.followup.task.Tasks.plan;
import static io.huiyin.followup.task.Tasks.planRecontact;
import static io.huiyin.followup.task.Tasks.planned;
import static io.huiyin.followup.task.Tasks.reached;
import static io.huiyin.followup.task.Tasks.recontact;
import static io.huiyin.followup.task.Tasks.sad;
import static io.huiyin.followup.task.Tasks.secondHandled;
import static io.huiyin.followup.task.Tasks.taskOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.huiyin.followup.task.FollowUpCommand.ConfirmEarlierContact;
import io.huiyin.followup.task.FollowUpCommand.PlanRecontact;
import io.huiyin.followup.task.FollowUpCommand.WaiveFollowUp;
import io.huiyin.followup.task.FollowUpEvent.FollowUpClosed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpRecontactPlanned;
import io.huiyin.followup.task.FollowUpEvent.FollowUpUnconfirmed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpWaived;
import io.huiyin.followup.task.FollowUpEvent.FollowUpWithdrawn;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What policies ask of a follow-up: planning, waiving, asking again, confirming. */
@Tag("FUP-07")
class PlanningTest {

    private static final WaiveFollowUp WAIVE = new WaiveFollowUp(COMPLAINT);
    private static final FollowUpWaived REOPENED = new FollowUpWaived(COMPLAINT, "complaint-reopened", null);
    private static final FollowUpWithdrawn WITHDRAWN = new FollowUpWithdrawn(COMPLAINT, "complaint-reopened");

    @Test
    @DisplayName("FUP-09: the limit runs from the end of handling, not from when we heard of it")
    void isDueThreeDaysAfterHandling() {
        followUp().given().at(NOW).when(plan("ordinary", null)).then(planned());
    }

    @ParameterizedTest
    @CsvSource({"ordinary,followup-agent", "important,followup-supervisor", "major,leader", "unheard-of,followup-agent"
    })
    @DisplayName("FUP-09: the severity chooses who asks")
    void theSeverityChoosesWhoAsks(String severity, String role) {
        followUp().given().at(NOW).when(plan(severity, null)).then(planned(severity, role));
    }

    @Test
    void isPlannedOnceForOneEndOfHandling() {
        followUp().given(planned()).when(plan("ordinary", null)).thenNothing();
        followUp().given(planned(), REOPENED).when(plan("ordinary", null)).thenNothing();
    }

    @ParameterizedTest
    @CsvSource({"anonymous", "reply-only"})
    @DisplayName("CMP-10: an exempt complaint's follow-up is planned and at once waived")
    void anExemptOneIsWaivedAtOnce(String why) {
        followUp()
                .given()
                .at(NOW)
                .when(plan("ordinary", why))
                .then(planned(), new FollowUpWaived(COMPLAINT, why, null))
                .thenState(state -> {
                    assertEquals(FollowUpStatus.WAIVED, taskOf(state).status());
                    assertEquals(why, taskOf(state).ending().because());
                });
    }

    @Test
    void aReopenedComplaintsTaskIsWaivedWhereverItStandsBeforeTheRecord() {
        followUp().given(planned()).when(WAIVE).then(REOPENED);
        followUp().given(planned(), claimed(HAN)).when(WAIVE).then(REOPENED).thenState(state -> {
            assertEquals(FollowUpStatus.WAIVED, taskOf(state).status());
            assertNull(taskOf(state).claim());
        });
        followUp().given(planned(), claimed(HAN), reached()).when(WAIVE).then(REOPENED);
    }

    @Test
    void aTaskThatWasRecordedStaysAsItIs() {
        followUp()
                .given(planned(), claimed(HAN), reached(), happy())
                .when(WAIVE)
                .thenNothing();
        followUp().given(planned(), claimed(HAN), reached(), sad()).when(WAIVE).thenNothing();
        followUp()
                .given(planned(), new FollowUpUnconfirmed(COMPLAINT, FIRST, 1, "refused", 1))
                .when(WAIVE)
                .thenNothing();
        followUp().given(planned(), REOPENED).when(WAIVE).thenNothing();
    }

    @Test
    void reopeningHeardOfBeforeClosingComesToTheSame() {
        followUp().given().when(WAIVE).then(WITHDRAWN);
        followUp().given(WITHDRAWN).when(WAIVE).thenNothing();
        followUp().given(WITHDRAWN).at(NOW).when(plan("ordinary", null)).then(planned(), REOPENED);
        followUp()
                .given(WITHDRAWN)
                .at(NOW)
                .when(plan("ordinary", "anonymous"))
                .then(planned(), new FollowUpWaived(COMPLAINT, "anonymous", null));
    }

    @Test
    @DisplayName("FUP-46: the next contact takes what the chain knows, and from the complaint what is new")
    void theNextContactTakesWhatTheChainKnows() {
        followUp()
                .given(planned(), claimed(HAN), reached(), sad())
                .when(planRecontact())
                .then(recontact(NEXT))
                .thenState(state -> {
                    assertEquals(
                            FollowUpStatus.RECONTACT_SCHEDULED, taskOf(state).status());
                    assertEquals(NEXT, taskOf(state).ending().nextFollowUpId());
                });
        Customer other = new Customer("K-9", false, null, null);
        Subject told = new Subject(other, null, "major", "leak", "喷涂车间");
        followUp()
                .given(planned(), claimed(HAN), reached(), sad())
                .when(new PlanRecontact(NEXT, secondHandled(), told, "reply-only"))
                .then(new FollowUpRecontactPlanned(
                        NEXT,
                        SECOND_COMPLAINT,
                        "26030001",
                        1,
                        FIRST,
                        2,
                        NOW,
                        CUSTOMER,
                        PRODUCT,
                        "major",
                        "leak",
                        "喷涂车间",
                        "reply-only"));
    }

    @Test
    void theNextContactIsPlannedOncePerEndOfHandling() {
        followUp()
                .given(planned(), claimed(HAN), reached(), sad(), recontact(NEXT))
                .when(planRecontact())
                .thenNothing();
        UUID again = FollowUps.id(SECOND_COMPLAINT, 2);
        followUp()
                .given(planned(), claimed(HAN), reached(), sad(), recontact(NEXT), recontact(again))
                .when(planRecontact())
                .thenNothing();
        followUp()
                .given(planned(), claimed(HAN), reached(), sad(), recontact(NEXT))
                .when(new PlanRecontact(again, secondHandled(), Subject.UNKNOWN, null))
                .then(recontact(again));
    }

    @Test
    @DisplayName("FUP-46: only a contact that left something open is followed by another")
    void onlyWhatLeftSomethingOpenIsAskedAgain() {
        followUp().given(planned()).when(planRecontact()).thenRefused(FollowUpRefusal.NOTHING_LEFT_OPEN);
        followUp()
                .given(planned(), claimed(HAN), reached(), happy())
                .when(planRecontact())
                .thenRefused(FollowUpRefusal.NOTHING_LEFT_OPEN);
        followUp().given().when(planRecontact()).thenRefused(FollowUpRefusal.NOT_PLANNED);
        followUp().given(WITHDRAWN).when(planRecontact()).thenRefused(FollowUpRefusal.NOT_PLANNED);
    }

    @Test
    @DisplayName("FUP-46: a contact that confirms closes the one before it")
    void aLaterContactConfirms() {
        FollowUpClosed closed = new FollowUpClosed(FIRST, 1, null);
        followUp()
                .given(planned(), claimed(HAN), reached(), sad(), recontact(NEXT))
                .when(new ConfirmEarlierContact(NEXT))
                .then(closed)
                .thenState(state ->
                        assertEquals(FollowUpStatus.CLOSED, taskOf(state).status()));
        followUp()
                .given(planned(), claimed(HAN), reached(), sad(), recontact(NEXT), closed)
                .when(new ConfirmEarlierContact(NEXT))
                .thenNothing();
    }

    @Test
    @DisplayName("FUP-46: a contact that another has replaced confirms nothing")
    void onlyTheLastPlannedContactConfirms() {
        UUID again = FollowUps.id(SECOND_COMPLAINT, 2);
        followUp()
                .given(planned(), claimed(HAN), reached(), sad(), recontact(NEXT), recontact(again))
                .when(new ConfirmEarlierContact(NEXT))
                .thenNothing();
        followUp()
                .given(planned(), claimed(HAN), reached(), sad())
                .when(new ConfirmEarlierContact(NEXT))
                .thenNothing();
        followUp().given().when(new ConfirmEarlierContact(NEXT)).thenRefused(FollowUpRefusal.NOT_PLANNED);
    }

    @Test
    void aComplaintReopenedAfterItsConfirmationIsAskedAboutAgain() {
        UUID again = FollowUps.id(SECOND_COMPLAINT, 2);
        FollowUpClosed closed = new FollowUpClosed(FIRST, 1, null);
        followUp()
                .given(planned(), claimed(HAN), reached(), sad(), recontact(NEXT), closed)
                .when(new PlanRecontact(again, secondHandled(), Subject.UNKNOWN, null))
                .then(recontact(again))
                .thenState(state -> assertEquals(
                        FollowUpStatus.RECONTACT_SCHEDULED, taskOf(state).status()));
    }
}

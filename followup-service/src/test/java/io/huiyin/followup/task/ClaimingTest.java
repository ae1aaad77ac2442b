package io.huiyin.followup.task;

import static io.huiyin.followup.task.Tasks.BOSS;
import static io.huiyin.followup.task.Tasks.COMPLAINT;
import static io.huiyin.followup.task.Tasks.HAN;
import static io.huiyin.followup.task.Tasks.LEASE;
import static io.huiyin.followup.task.Tasks.LI;
import static io.huiyin.followup.task.Tasks.NOW;
import static io.huiyin.followup.task.Tasks.ZHOU;
import static io.huiyin.followup.task.Tasks.attempted;
import static io.huiyin.followup.task.Tasks.claim;
import static io.huiyin.followup.task.Tasks.claimed;
import static io.huiyin.followup.task.Tasks.followUp;
import static io.huiyin.followup.task.Tasks.happy;
import static io.huiyin.followup.task.Tasks.person;
import static io.huiyin.followup.task.Tasks.planned;
import static io.huiyin.followup.task.Tasks.reached;
import static io.huiyin.followup.task.Tasks.taskOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.followup.task.FollowUpCommand.ClaimFollowUp;
import io.huiyin.followup.task.FollowUpCommand.ReleaseFollowUp;
import io.huiyin.followup.task.FollowUpCommand.RenewClaim;
import io.huiyin.followup.task.FollowUpEvent.FollowUpClaimRenewed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpClaimed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpReleased;
import io.huiyin.followup.task.FollowUpEvent.FollowUpWaived;
import io.huiyin.kernel.decide.Actor;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Claiming, renewing and giving back. */
@Tag("FUP-01")
class ClaimingTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Instant SUNDAY = Instant.parse("2026-03-01T02:00:00Z");

    @Test
    @DisplayName("FUP-01: a claim lasts for one lease")
    void aClaimLastsForOneLease() {
        followUp()
                .given(planned())
                .at(NOW)
                .by(HAN)
                .when(claim())
                .then(claimed(HAN))
                .thenState(state -> {
                    assertTrue(taskOf(state).running(LEASE.minusNanos(1)) != null);
                    assertNull(taskOf(state).running(LEASE));
                });
    }

    @Test
    @DisplayName("FUP-01: nobody takes what another holds")
    void nobodyTakesWhatAnotherHolds() {
        followUp()
                .given(planned(), claimed(HAN))
                .at(LEASE.minusSeconds(1))
                .by(LI)
                .when(claim())
                .thenRefused(FollowUpRefusal.HELD_BY_ANOTHER);
        followUp()
                .given(planned(), claimed(HAN))
                .at(NOW)
                .by(BOSS)
                .when(claim())
                .thenRefused(FollowUpRefusal.HELD_BY_ANOTHER);
    }

    @Test
    void whoHoldsItHasNothingToClaim() {
        followUp()
                .given(planned(), claimed(HAN))
                .at(NOW.plusSeconds(60))
                .by(HAN)
                .when(claim())
                .thenNothing();
    }

    @Test
    @DisplayName("FUP-01: an expired lease returns the task, and the history says so")
    void anExpiredLeaseReturnsIt() {
        FollowUpReleased expired = new FollowUpReleased("han", "expired", null);
        followUp()
                .given(planned(), claimed(HAN))
                .at(LEASE)
                .by(LI)
                .when(claim())
                .then(expired, claimed(LI, LEASE.plus(Duration.ofMinutes(30))));
        followUp()
                .given(planned(), claimed(HAN))
                .at(LEASE)
                .by(HAN)
                .when(claim())
                .then(expired, claimed(HAN, LEASE.plus(Duration.ofMinutes(30))));
    }

    @Test
    @DisplayName("FUP-09: a higher role takes a lower one's task, never the other way round")
    void aLowerRoleDoesNotTakeAHigherOnes() {
        for (Actor actor : new Actor[] {ZHOU, BOSS, person("root", "admin")}) {
            followUp()
                    .given(planned("important", "followup-supervisor"))
                    .at(NOW)
                    .by(actor)
                    .when(claim())
                    .then(claimed(actor));
        }
        followUp()
                .given(planned("important", "followup-supervisor"))
                .at(NOW)
                .by(HAN)
                .when(claim())
                .thenRefused(FollowUpRefusal.ABOVE_ROLE);
        followUp()
                .given(planned("major", "leader"))
                .at(NOW)
                .by(ZHOU)
                .when(claim())
                .thenRefused(FollowUpRefusal.ABOVE_ROLE);
    }

    @Test
    @DisplayName("FUP-29: a customer who asked for another time is not tried before")
    void notBeforeTheTimeHeAskedFor() {
        Instant later = NOW.plus(Duration.ofHours(1));
        followUp()
                .given(planned(), claimed(HAN), attempted(1, "inconvenient", later))
                .at(later.minusSeconds(1))
                .by(LI)
                .when(claim())
                .thenRefused(FollowUpRefusal.NOT_YET);
        followUp()
                .given(planned(), claimed(HAN), attempted(1, "inconvenient", later))
                .at(later)
                .by(LI)
                .when(claim())
                .then(claimed(LI, later.plus(Duration.ofMinutes(30))));
    }

    @Test
    @DisplayName("FUP-27: nobody is called outside the call window; other channels have none")
    void nobodyIsCalledOutsideTheCallWindow() {
        for (Instant closed : new Instant[] {NOON, SUNDAY, Instant.parse("2026-03-02T00:59:59Z")}) {
            followUp()
                    .given(planned())
                    .at(closed)
                    .by(HAN)
                    .when(claim())
                    .thenRefused(FollowUpRefusal.OUTSIDE_CALL_WINDOW);
            followUp()
                    .given(planned())
                    .at(closed)
                    .by(HAN)
                    .when(new ClaimFollowUp("email"))
                    .then(new FollowUpClaimed("han", "han", "email", closed.plus(Duration.ofMinutes(30))));
        }
    }

    @Test
    void anUnknownChannelIsNamed() {
        followUp()
                .given(planned())
                .at(NOW)
                .by(HAN)
                .when(new ClaimFollowUp("pigeon"))
                .thenInvalid("/channel");
    }

    @Test
    void whatHasEndedIsNotClaimed() {
        followUp()
                .given(planned(), new FollowUpWaived(COMPLAINT, "anonymous", null))
                .at(NOW)
                .by(HAN)
                .when(claim())
                .thenRefused(FollowUpRefusal.NOT_OPEN);
        followUp()
                .given(planned(), claimed(HAN), reached(), happy())
                .at(NOW)
                .by(LI)
                .when(claim())
                .thenRefused(FollowUpRefusal.NOT_OPEN);
        followUp().given().at(NOW).by(HAN).when(claim()).thenRefused(FollowUpRefusal.NOT_PLANNED);
    }

    @Test
    void whoWasReachedMayBeTakenOverWhenTheLeaseHasExpired() {
        followUp()
                .given(planned(), claimed(HAN), reached())
                .at(LEASE)
                .by(LI)
                .when(claim())
                .thenState(state -> {
                    assertEquals(FollowUpStatus.CONTACTED, taskOf(state).status());
                    FollowUp.Claim claim = taskOf(state).claim();
                    assertTrue(claim != null && claim.agent().equals("li"));
                });
    }

    @Test
    @DisplayName("FUP-01: a renewal lasts for one lease from now")
    void aRenewalLastsForOneLeaseFromNow() {
        Instant later = NOW.plus(Duration.ofMinutes(20));
        Instant until = NOW.plus(Duration.ofMinutes(50));
        followUp()
                .given(planned(), claimed(HAN))
                .at(later)
                .by(HAN)
                .when(new RenewClaim("客户通话中"))
                .then(new FollowUpClaimRenewed("han", until, "客户通话中"))
                .thenState(state -> assertTrue(taskOf(state).running(until.minusSeconds(1)) != null));
        followUp()
                .given(planned(), claimed(HAN))
                .at(NOW)
                .by(HAN)
                .when(new RenewClaim(null))
                .thenNothing();
    }

    @Test
    @DisplayName("FUP-01: only the holder of a running lease renews and gives back")
    void onlyTheHolderOfARunningLease() {
        for (FollowUpCommand command : new FollowUpCommand[] {new RenewClaim(null), new ReleaseFollowUp(null)}) {
            followUp()
                    .given(planned(), claimed(HAN))
                    .at(NOW)
                    .by(LI)
                    .when(command)
                    .thenRefused(FollowUpRefusal.NOT_THE_HOLDER);
            followUp().given(planned()).at(NOW).by(HAN).when(command).thenRefused(FollowUpRefusal.NOT_THE_HOLDER);
            followUp()
                    .given(planned(), claimed(HAN))
                    .at(LEASE)
                    .by(HAN)
                    .when(command)
                    .thenRefused(FollowUpRefusal.LEASE_EXPIRED);
            followUp()
                    .given(planned(), claimed(HAN), reached(), happy())
                    .at(NOW)
                    .by(HAN)
                    .when(command)
                    .thenRefused(FollowUpRefusal.NOT_OPEN);
        }
    }

    @Test
    void whatIsGivenBackIsAnybodys() {
        FollowUpReleased released = new FollowUpReleased("han", "released", "交接班");
        followUp()
                .given(planned(), claimed(HAN))
                .at(NOW)
                .by(HAN)
                .when(new ReleaseFollowUp("交接班"))
                .then(released);
        followUp()
                .given(planned(), claimed(HAN), released)
                .at(NOW)
                .by(LI)
                .when(claim())
                .then(claimed(LI));
    }
}

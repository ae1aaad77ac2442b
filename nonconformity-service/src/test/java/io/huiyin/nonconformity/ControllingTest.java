package io.huiyin.nonconformity;

import static io.huiyin.nonconformity.Sheets.A;
import static io.huiyin.nonconformity.Sheets.B;
import static io.huiyin.nonconformity.Sheets.C;
import static io.huiyin.nonconformity.Sheets.COMPLAINT;
import static io.huiyin.nonconformity.Sheets.INSPECTOR;
import static io.huiyin.nonconformity.Sheets.LEADER;
import static io.huiyin.nonconformity.Sheets.MEMBER;
import static io.huiyin.nonconformity.Sheets.QUALITY;
import static io.huiyin.nonconformity.Sheets.SEGREGATED;
import static io.huiyin.nonconformity.Sheets.SITE;
import static io.huiyin.nonconformity.Sheets.TEN;
import static io.huiyin.nonconformity.Sheets.WORKER;
import static io.huiyin.nonconformity.Sheets.actor;
import static io.huiyin.nonconformity.Sheets.approve;
import static io.huiyin.nonconformity.Sheets.approved;
import static io.huiyin.nonconformity.Sheets.execute;
import static io.huiyin.nonconformity.Sheets.executed;
import static io.huiyin.nonconformity.Sheets.heard;
import static io.huiyin.nonconformity.Sheets.heardOf;
import static io.huiyin.nonconformity.Sheets.nonconformity;
import static io.huiyin.nonconformity.Sheets.proposed;
import static io.huiyin.nonconformity.Sheets.reinspect;
import static io.huiyin.nonconformity.Sheets.reported;
import static io.huiyin.nonconformity.Sheets.sheet;
import static io.huiyin.nonconformity.Sheets.verified;
import static io.huiyin.nonconformity.Sheets.verify;
import static io.huiyin.nonconformity.Sheets.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.decide.Refused;
import io.huiyin.kernel.policy.PolicyProfiles;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.nonconformity.NonconformityCommand.Close;
import io.huiyin.nonconformity.NonconformityCommand.Convene;
import io.huiyin.nonconformity.NonconformityEvent.ComplaintLinked;
import io.huiyin.nonconformity.NonconformityEvent.Disposed;
import io.huiyin.nonconformity.NonconformityEvent.DispositionVerified;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityClosed;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityVerified;
import io.huiyin.nonconformity.NonconformityEvent.ReinspectionFailed;
import io.huiyin.nonconformity.NonconformityEvent.ReinspectionPassed;
import io.huiyin.nonconformity.rules.Segregation;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Execute, reinspect, verify, close. */
class ControllingTest {

    private static final NonconformityVerified ALL_VERIFIED = new NonconformityVerified(
            "NC26030001", List.of(), List.of(new Disposed("rework", 6), new Disposed("scrap", 4)));

    private static ReinspectionPassed passed(UUID id, int quantity) {
        return new ReinspectionPassed(id, "zheng", "复检报告", quantity, null);
    }

    /** Six to rework and four to scrap, approved; then what is added. */
    private static NonconformityEvent[] sixAndFour(NonconformityEvent... more) {
        NonconformityEvent[] begun = heard(proposed(A, "rework", 6), proposed(B, "scrap", 4), approved(A, B));
        NonconformityEvent[] all = java.util.Arrays.copyOf(begun, begun.length + more.length);
        System.arraycopy(more, 0, all, begun.length, more.length);
        return all;
    }

    // Executing

    @Test
    @Tag("NCR-32")
    void nothingIsCarriedOutBeforeItIsApproved() {
        nonconformity().given(heard()).by(WORKER).when(execute(null)).thenRefused(NonconformityRefusal.NOT_APPROVED);
        nonconformity()
                .given(heard(proposed(A, "rework", 10)))
                .by(WORKER)
                .when(execute(A))
                .thenRefused(NonconformityRefusal.NOT_APPROVED);
        nonconformity()
                .given(heard(proposed(A, "rework", 10), approved(A)))
                .by(WORKER)
                .when(execute(null))
                .then(executed(A, "rework", 10));
        nonconformity()
                .given(sixAndFour(executed(A, "rework", 6)))
                .by(WORKER)
                .when(execute(A))
                .thenRefused(NonconformityRefusal.NOT_APPROVED);
    }

    @Test
    @Tag("NCR-35")
    void reworkIsInspectedAgainScrapIsNot() {
        nonconformity()
                .given(sixAndFour())
                .by(WORKER)
                .when(execute(A))
                .then(executed(A, "rework", 6))
                .thenState(state -> assertEquals(
                        NonconformityStatus.DISPOSITION_APPROVED, sheet(state).status()));
        nonconformity()
                .given(sixAndFour(executed(A, "rework", 6)))
                .by(WORKER)
                .when(execute(B))
                .then(executed(B, "scrap", 4))
                .thenState(state ->
                        assertEquals(NonconformityStatus.EXECUTED, sheet(state).status()));
    }

    @Test
    void whichOneMustBeSaidWhereSeveralStand() {
        nonconformity().given(sixAndFour()).by(WORKER).when(execute(null)).thenInvalid("/dispositionId");
        nonconformity().given(sixAndFour()).by(WORKER).when(execute(C)).thenInvalid("/dispositionId");
        nonconformity()
                .given(sixAndFour(executed(A, "rework", 6)))
                .by(WORKER)
                .when(execute(null))
                .then(executed(B, "scrap", 4));
    }

    @Test
    @Tag("X-15")
    void whoReviewedOrApprovedItCarriesItOutOnlyWhereTheProfileSaysSo() {
        var strict = with("ncr.execution.byReviewer", new PolicyValue.Word("refused"));
        nonconformity(strict)
                .given(sixAndFour())
                .by(MEMBER)
                .when(execute(A))
                .thenRefused(NonconformityRefusal.EXECUTED_BY_REVIEWER);
        nonconformity(strict)
                .given(sixAndFour())
                .by(actor("qian", "mrb-site", "production"))
                .when(execute(A))
                .thenRefused(NonconformityRefusal.EXECUTED_BY_REVIEWER);
        nonconformity()
                .given(sixAndFour())
                .by(MEMBER)
                .when(execute(A))
                .thenEvents(events -> assertEquals(1, events.size()));
    }

    // Re-inspecting

    @Test
    @Tag("X-15")
    void nobodyInspectsWhatHeReworkedHimselfWhateverHisRoles() {
        for (String role : List.of("inspector", "quality", "admin")) {
            nonconformity()
                    .given(sixAndFour(executed(A, "rework", 6)))
                    .by(actor("wu", "production", role))
                    .when(reinspect(A, true))
                    .thenRefused(NonconformityRefusal.VERIFIED_BY_EXECUTOR);
        }
        nonconformity()
                .given(sixAndFour(executed(A, "rework", 6)))
                .by(INSPECTOR)
                .when(reinspect(A, true))
                .then(passed(A, 6));
    }

    @Test
    @Tag("NCR-74")
    void theManufacturingDepartmentInspectsItsOwnWorkOnlyWhereTheProfileSaysSo() {
        PolicyValues foundry = PolicyProfiles.load("FOUNDRY");
        NonconformityEvent[] reworked =
                heardOf("in-process", proposed(A, "rework", 10), approved(A), executed(A, "rework", 10));
        nonconformity(foundry)
                .given(reworked)
                .by(actor("feng", "production"))
                .when(reinspect(A, true))
                .then(
                        new ReinspectionPassed(A, "feng", "复检报告", 10, null),
                        new NonconformityVerified("NC26030001", List.of(), List.of(new Disposed("rework", 10))));
        nonconformity(foundry)
                .given(reworked)
                .by(WORKER)
                .when(reinspect(A, true))
                .thenRefused(NonconformityRefusal.VERIFIED_BY_EXECUTOR);
        nonconformity()
                .given(reworked)
                .by(actor("feng", "production"))
                .when(reinspect(A, true))
                .thenRefused(NonconformityRefusal.NOT_THE_INSPECTOR);
        nonconformity(foundry)
                .given(sixAndFour(executed(A, "rework", 6)))
                .by(actor("feng", "production"))
                .when(reinspect(A, true))
                .thenRefused(NonconformityRefusal.NOT_THE_INSPECTOR);
    }

    @Test
    @Tag("NCR-35")
    void whatFailsIsUnderReviewAgainAndTheOthersStand() {
        nonconformity()
                .given(sixAndFour(executed(A, "rework", 6), executed(B, "scrap", 4), verified(B)))
                .by(INSPECTOR)
                .when(reinspect(null, false))
                .then(new ReinspectionFailed(A, "zheng", "复检报告", 6, null))
                .thenState(state -> {
                    assertEquals(NonconformityStatus.UNDER_REVIEW, sheet(state).status());
                    assertEquals(6, sheet(state).dispositions().undisposed());
                    assertEquals(
                            List.of(B),
                            sheet(state).dispositions().covering().stream()
                                    .map(Disposition::dispositionId)
                                    .toList());
                    assertEquals(2, sheet(state).review().round());
                });
    }

    @Test
    @Tag("NCR-35")
    void onlyWhatWaitsForItIsInspectedAgain() {
        nonconformity()
                .given(sixAndFour())
                .by(INSPECTOR)
                .when(reinspect(null, true))
                .thenRefused(NonconformityRefusal.NOT_IN_REINSPECTION);
        nonconformity()
                .given(sixAndFour(executed(B, "scrap", 4)))
                .by(INSPECTOR)
                .when(reinspect(B, true))
                .thenRefused(NonconformityRefusal.NOT_IN_REINSPECTION);
    }

    // Verifying

    @Test
    @Tag("NCR-36")
    void theLastVerificationVerifiesTheWhole() {
        nonconformity()
                .given(sixAndFour(executed(A, "rework", 6), executed(B, "scrap", 4), passed(A, 6)))
                .by(QUALITY)
                .when(verify(null))
                .then(verified(B), ALL_VERIFIED)
                .thenState(state ->
                        assertEquals(NonconformityStatus.VERIFIED, sheet(state).status()));
        nonconformity()
                .given(sixAndFour(executed(A, "rework", 6), executed(B, "scrap", 4), verified(B)))
                .by(INSPECTOR)
                .when(reinspect(null, true))
                .then(passed(A, 6), ALL_VERIFIED);
    }

    @Test
    void aVerifiedPartDoesNotVerifyTheWhole() {
        nonconformity()
                .given(sixAndFour(executed(B, "scrap", 4)))
                .by(QUALITY)
                .when(verify(B))
                .then(verified(B))
                .thenState(state -> assertEquals(
                        NonconformityStatus.DISPOSITION_APPROVED, sheet(state).status()));
    }

    @Test
    @Tag("NCR-36")
    void onlyWhatWasCarriedOutIsVerified() {
        nonconformity().given(sixAndFour()).by(QUALITY).when(verify(B)).thenRefused(NonconformityRefusal.NOT_EXECUTED);
        nonconformity().given(heard()).by(QUALITY).when(verify(null)).thenRefused(NonconformityRefusal.NOT_EXECUTED);
    }

    @Test
    @Tag("NCR-35")
    void reworkIsNotSimplyVerified() {
        nonconformity()
                .given(sixAndFour(executed(A, "rework", 6)))
                .by(QUALITY)
                .when(verify(A))
                .thenRefused(NonconformityRefusal.NEEDS_REINSPECTION);
        nonconformity()
                .given(sixAndFour(executed(A, "rework", 6)))
                .by(QUALITY)
                .when(verify(null))
                .thenRefused(NonconformityRefusal.NEEDS_REINSPECTION);
    }

    @Test
    @Tag("X-15")
    void nobodyVerifiesWhatHeCarriedOutHimself() {
        nonconformity()
                .given(sixAndFour(executed(B, "scrap", 4)))
                .by(actor("wu", "quality"))
                .when(verify(B))
                .thenRefused(NonconformityRefusal.VERIFIED_BY_EXECUTOR);
    }

    @Test
    @Tag("NCR-36")
    void theProfileSaysWhoVerifies() {
        nonconformity()
                .given(sixAndFour(executed(B, "scrap", 4)))
                .by(INSPECTOR)
                .when(verify(B))
                .thenRefused(NonconformityRefusal.NOT_THE_VERIFIER);
        nonconformity(with("ncr.verifier", new PolicyValue.Word("discoverer")))
                .given(sixAndFour(executed(B, "scrap", 4)))
                .by(INSPECTOR)
                .when(verify(B))
                .then(new DispositionVerified(B, "zheng", null));
        nonconformity(with("ncr.verifier", new PolicyValue.Word("review-team")))
                .given(sixAndFour(executed(B, "scrap", 4)))
                .by(INSPECTOR)
                .when(verify(B))
                .thenRefused(NonconformityRefusal.NOT_THE_VERIFIER);
        nonconformity(with("ncr.verifier", new PolicyValue.Word("review-team")))
                .given(sixAndFour(executed(B, "scrap", 4)))
                .by(MEMBER)
                .when(verify(B))
                .then(new DispositionVerified(B, "sun", null));
    }

    // Closing

    @Test
    @Tag("X-11")
    void aLeaderClosesWhatIsVerified() {
        NonconformityEvent[] done =
                sixAndFour(executed(A, "rework", 6), executed(B, "scrap", 4), passed(A, 6), verified(B), ALL_VERIFIED);
        nonconformity()
                .given(done)
                .by(LEADER)
                .when(new Close("同意"))
                .then(new NonconformityClosed("NC26030001", List.of(), "li", "同意"))
                .thenState(state -> {
                    assertEquals(NonconformityStatus.CLOSED, sheet(state).status());
                    assertFalse(Segregation.isHeld(
                            sheet(state).stage(), sheet(state).custody()));
                });
    }

    @Test
    @Tag("X-11")
    void whatIsNotVerifiedIsNotClosedAndSaysWhy() {
        Refused refused = nonconformity()
                .given(heard(proposed(A, "rework", 6), approved(A), executed(A, "rework", 6)))
                .by(LEADER)
                .when(new Close(null))
                .thenRefused(NonconformityRefusal.NOT_VERIFIED);
        String detail = refused.detail();
        assertNotNull(detail);
        assertTrue(detail.contains("4 are not disposed of"), detail);
        assertTrue(detail.contains("rework " + A + " is reinspection"), detail);
        nonconformity()
                .given(reported(TEN), SEGREGATED)
                .by(LEADER)
                .when(new Close(null))
                .thenRefused(NonconformityRefusal.NOT_VERIFIED);
        nonconformity()
                .given(heard(null, "minor"))
                .by(LEADER)
                .when(new Close(null))
                .thenRefused(NonconformityRefusal.NOT_VERIFIED);
    }

    @Test
    void nothingMoreHappensToWhatIsClosed() {
        NonconformityEvent[] closed = sixAndFour(
                executed(A, "rework", 6),
                executed(B, "scrap", 4),
                passed(A, 6),
                verified(B),
                ALL_VERIFIED,
                new NonconformityClosed("NC26030001", List.of(), "li", null));
        for (NonconformityCommand command :
                List.of(new Close(null), execute(A), verify(B), reinspect(A, false), new Convene(List.of("x"), null))) {
            nonconformity().given(closed).by(SITE).when(command).thenRefused(NonconformityRefusal.ENDED);
        }
        nonconformity().given(closed).by(SITE).when(approve()).thenRefused(NonconformityRefusal.ENDED);
    }

    @Test
    @Tag("X-16")
    void itsComplaintIsToldTheResult() {
        nonconformity()
                .given(
                        Sheets.reportedForComplaint(new Product("干燥机", null, null, null, null)),
                        new ComplaintLinked(COMPLAINT, "26030007", 2, "复核", null),
                        SEGREGATED,
                        Sheets.CONFIRMED,
                        Sheets.classified("minor"),
                        Sheets.CONVENED,
                        Sheets.HEARD,
                        proposed(A, "exchange", null),
                        approved(A),
                        executed(A, "exchange", null))
                .by(QUALITY)
                .when(verify(null))
                .then(
                        verified(A),
                        new NonconformityVerified(
                                "NC26030001", List.of(COMPLAINT), List.of(new Disposed("exchange", null))));
    }
}

package io.huiyin.nonconformity;

import static io.huiyin.nonconformity.Sheets.A;
import static io.huiyin.nonconformity.Sheets.B;
import static io.huiyin.nonconformity.Sheets.C;
import static io.huiyin.nonconformity.Sheets.COMPANY;
import static io.huiyin.nonconformity.Sheets.CONFIRMED;
import static io.huiyin.nonconformity.Sheets.CONVENED;
import static io.huiyin.nonconformity.Sheets.HEARD;
import static io.huiyin.nonconformity.Sheets.MEMBER;
import static io.huiyin.nonconformity.Sheets.QUALITY;
import static io.huiyin.nonconformity.Sheets.SEGREGATED;
import static io.huiyin.nonconformity.Sheets.SITE;
import static io.huiyin.nonconformity.Sheets.TEN;
import static io.huiyin.nonconformity.Sheets.WORKER;
import static io.huiyin.nonconformity.Sheets.actor;
import static io.huiyin.nonconformity.Sheets.approve;
import static io.huiyin.nonconformity.Sheets.approved;
import static io.huiyin.nonconformity.Sheets.classified;
import static io.huiyin.nonconformity.Sheets.executed;
import static io.huiyin.nonconformity.Sheets.heard;
import static io.huiyin.nonconformity.Sheets.nonconformity;
import static io.huiyin.nonconformity.Sheets.opine;
import static io.huiyin.nonconformity.Sheets.propose;
import static io.huiyin.nonconformity.Sheets.proposed;
import static io.huiyin.nonconformity.Sheets.reported;
import static io.huiyin.nonconformity.Sheets.sheet;
import static io.huiyin.nonconformity.Sheets.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.nonconformity.NonconformityCommand.Approve;
import io.huiyin.nonconformity.NonconformityCommand.Convene;
import io.huiyin.nonconformity.NonconformityCommand.Opine;
import io.huiyin.nonconformity.NonconformityCommand.Return;
import io.huiyin.nonconformity.NonconformityEvent.DispositionApproved;
import io.huiyin.nonconformity.NonconformityEvent.DispositionReturned;
import io.huiyin.nonconformity.NonconformityEvent.OpinionGiven;
import io.huiyin.nonconformity.NonconformityEvent.ReinspectionFailed;
import io.huiyin.nonconformity.NonconformityEvent.ReviewConvened;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Convene, opine, propose, approve, return. */
class ReviewingTest {

    private static final NonconformityEvent[] CLASSIFIED = {reported(TEN), SEGREGATED, CONFIRMED, classified("minor")};

    private static final ReinspectionFailed FAILED = new ReinspectionFailed(A, "zheng", "超差", 10, null);

    // Convening

    @Test
    @Tag("NCR-20")
    void conveningBeginsTheReviewAtItsLevel() {
        nonconformity()
                .given(CLASSIFIED)
                .when(new Convene(List.of("sun", "zhao"), null))
                .then(CONVENED)
                .thenState(state -> assertEquals(
                        NonconformityStatus.UNDER_REVIEW, sheet(state).status()));
    }

    @Test
    @Tag("NCR-20")
    void membersAreNamedEachOnce() {
        nonconformity().given(CLASSIFIED).when(new Convene(List.of(), null)).thenInvalid("/members");
        nonconformity()
                .given(CLASSIFIED)
                .when(new Convene(List.of("sun", "zhao", "sun"), null))
                .thenInvalid("/members/2");
    }

    @Test
    void whatIsNotClassifiedIsNotReviewed() {
        nonconformity()
                .given(reported(TEN), SEGREGATED, CONFIRMED)
                .when(new Convene(List.of("sun"), null))
                .thenRefused(NonconformityRefusal.NOT_CLASSIFIED);
    }

    @Test
    void othersMayBeCalledAsLongAsSomethingIsJudged() {
        nonconformity()
                .given(heard())
                .when(new Convene(List.of("he"), null))
                .then(new ReviewConvened(List.of("he"), "mrb-site", null));
        nonconformity()
                .given(heard())
                .when(new Convene(List.of("sun", "zhao"), null))
                .thenNothing();
        nonconformity()
                .given(heard(proposed(A, "rework", 10)))
                .when(new Convene(List.of("he"), null))
                .thenRefused(NonconformityRefusal.NOT_UNDER_REVIEW);
    }

    // Opinions

    @Test
    @Tag("NCR-20")
    void onlyAConvenedMemberGivesAnOpinion() {
        nonconformity().given(CLASSIFIED).by(MEMBER).when(opine()).thenRefused(NonconformityRefusal.NOT_UNDER_REVIEW);
        nonconformity().given(heard()).by(MEMBER).when(opine()).then(HEARD);
        nonconformity()
                .given(heard())
                .by(actor("he", "admin", "quality"))
                .when(opine())
                .thenRefused(NonconformityRefusal.NOT_A_MEMBER);
    }

    @Test
    void aMemberMayChangeHisOpinionUntilAllIsProposed() {
        OpinionGiven changed = new OpinionGiven("sun", "应报废", "disagree", null);
        nonconformity()
                .given(heard())
                .by(MEMBER)
                .when(new Opine("应报废", "disagree", null))
                .then(changed)
                .thenState(state -> assertEquals(
                        List.of(new Opinion("sun", "应报废", "disagree", 1)),
                        sheet(state).review().opinions()));
        nonconformity()
                .given(heard(proposed(A, "rework", 4)))
                .by(MEMBER)
                .when(new Opine("应报废", "disagree", null))
                .then(changed);
        nonconformity()
                .given(heard(proposed(A, "rework", 10)))
                .by(MEMBER)
                .when(opine())
                .thenRefused(NonconformityRefusal.NOT_UNDER_REVIEW);
    }

    @Test
    void aVoteIsOneOfThree() {
        nonconformity()
                .given(heard())
                .by(MEMBER)
                .when(new Opine("可返工", "yes", null))
                .thenInvalid("/vote");
    }

    // Proposals

    @Test
    @Tag("NCR-19")
    void nothingIsProposedWithoutAnOpinion() {
        nonconformity()
                .given(reported(TEN), SEGREGATED, CONFIRMED, classified("minor"), CONVENED)
                .by(QUALITY)
                .when(propose(A, "rework", 10))
                .thenRefused(NonconformityRefusal.NOT_REVIEWED);
        nonconformity()
                .given(CLASSIFIED)
                .when(propose(A, "rework", 10))
                .thenRefused(NonconformityRefusal.NOT_UNDER_REVIEW);
        nonconformity().given(heard()).when(propose(A, "rework", 10)).then(proposed(A, "rework", 10));
    }

    @Test
    @Tag("NCR-35")
    void whatFailedIsReviewedAgainBeforeItIsProposedAgain() {
        NonconformityEvent[] failed = heard(proposed(A, "rework", 10), approved(A), executed(A, "rework", 10), FAILED);
        nonconformity().given(failed).when(propose(B, "scrap", 10)).thenRefused(NonconformityRefusal.NOT_REVIEWED);
        nonconformity()
                .given(heard(proposed(A, "rework", 10), approved(A), executed(A, "rework", 10), FAILED, HEARD))
                .when(propose(B, "scrap", null))
                .then(proposed(B, "scrap", 10));
    }

    @Test
    @Tag("NCR-22")
    void aDispositionIsOfTheCatalogueAndEnabled() {
        nonconformity().given(heard()).when(propose(A, "hide", 10)).thenInvalid("/disposition");
        nonconformity(with("ncr.dispositions", new PolicyValue.Names(List.of("rework", "concession"))))
                .given(heard())
                .when(propose(A, "scrap", 10))
                .thenRefused(NonconformityRefusal.DISPOSITION_NOT_ENABLED);
    }

    @Test
    @Tag("NCR-26")
    void urgentReleaseIsOffAndConcessionWhereTheProfileSaysSo() {
        nonconformity()
                .given(heard())
                .when(propose(A, "urgent-release", 10))
                .thenRefused(NonconformityRefusal.CONCESSION_NOT_ALLOWED);
        nonconformity().given(heard()).when(propose(A, "concession", 10)).then(proposed(A, "concession", 10));
        nonconformity(with("ncr.dispositions", new PolicyValue.Names(List.of("rework"))))
                .given(heard())
                .when(propose(A, "concession", 10))
                .thenRefused(NonconformityRefusal.CONCESSION_NOT_ALLOWED);
    }

    @Test
    @Tag("NCR-22")
    void theQuantitiesNeverAddUpToMoreThanTheWhole() {
        nonconformity()
                .given(heard(proposed(A, "rework", 6)))
                .when(propose(B, "scrap", 5))
                .thenRefused(NonconformityRefusal.QUANTITY_EXCEEDED);
        nonconformity()
                .given(heard(proposed(A, "rework", 6)))
                .when(propose(B, "scrap", 4))
                .then(proposed(B, "scrap", 4));
        nonconformity()
                .given(heard(proposed(A, "rework", 6)))
                .when(propose(B, "scrap", null))
                .then(proposed(B, "scrap", 4));
        nonconformity()
                .given(heard(proposed(A, "rework", 10)))
                .when(propose(B, "scrap", null))
                .thenRefused(NonconformityRefusal.QUANTITY_EXCEEDED);
    }

    @Test
    void withoutAQuantityTheWholeIsNotDivided() {
        nonconformity()
                .given(heard(null, "minor"))
                .when(propose(A, "rework", 3))
                .thenRefused(NonconformityRefusal.QUANTITY_NOT_KNOWN);
        nonconformity()
                .given(heard(null, "minor"))
                .when(propose(A, "rework", null))
                .then(proposed(A, "rework", null));
        nonconformity()
                .given(heard(null, "minor", proposed(A, "rework", null)))
                .when(propose(B, "scrap", null))
                .thenRefused(NonconformityRefusal.QUANTITY_EXCEEDED);
    }

    // Decisions

    @Test
    @Tag("NCR-21")
    void theLevelDecidesOnAllThatIsProposed() {
        nonconformity()
                .given(heard(proposed(A, "rework", 6), proposed(B, "scrap", 4)))
                .by(SITE)
                .when(approve())
                .then(approved(A, B))
                .thenState(state -> assertEquals(
                        NonconformityStatus.DISPOSITION_APPROVED, sheet(state).status()));
        nonconformity()
                .given(heard(proposed(A, "rework", 6), proposed(B, "scrap", 4)))
                .by(SITE)
                .when(new Approve(B, "同意", null))
                .then(approved(B))
                .thenState(state -> assertEquals(
                        NonconformityStatus.DISPOSITION_PROPOSED, sheet(state).status()));
    }

    @Test
    @Tag("NCR-21")
    void theHigherLevelMayDecideForTheLowerNotTheOtherWayRound() {
        nonconformity()
                .given(heard(proposed(A, "rework", 10)))
                .by(COMPANY)
                .when(approve())
                .then(new DispositionApproved(List.of(A), "mrb-company", "zhou", "同意", null));
        nonconformity()
                .given(heard(TEN, "major", proposed(A, "rework", 10)))
                .by(SITE)
                .when(approve())
                .thenRefused(NonconformityRefusal.LEVEL_TOO_LOW);
        nonconformity()
                .given(heard(TEN, "major", proposed(A, "rework", 10)))
                .by(SITE)
                .when(new Return(null, "再议", null))
                .thenRefused(NonconformityRefusal.LEVEL_TOO_LOW);
        nonconformity()
                .given(heard(proposed(A, "rework", 10)))
                .by(WORKER)
                .when(approve())
                .thenRefused(NonconformityRefusal.LEVEL_TOO_LOW);
    }

    @Test
    void onlyWhatIsProposedIsDecidedOn() {
        nonconformity().given(heard()).by(SITE).when(approve()).thenRefused(NonconformityRefusal.NOTHING_PROPOSED);
        nonconformity()
                .given(heard(proposed(A, "rework", 10), approved(A)))
                .by(SITE)
                .when(new Return(A, "再议", null))
                .thenRefused(NonconformityRefusal.NOTHING_PROPOSED);
        nonconformity()
                .given(heard(proposed(A, "rework", 10)))
                .by(SITE)
                .when(new Approve(C, null, null))
                .thenInvalid("/dispositionId");
    }

    @Test
    void whatIsSentBackIsUnderReviewAgainForItsQuantity() {
        nonconformity()
                .given(heard(proposed(A, "rework", 6), proposed(B, "scrap", 4), approved(A)))
                .by(SITE)
                .when(new Return(B, "先核实", null))
                .then(new DispositionReturned(List.of(B), "先核实", null))
                .thenState(state -> {
                    assertEquals(NonconformityStatus.UNDER_REVIEW, sheet(state).status());
                    assertEquals(4, sheet(state).dispositions().undisposed());
                });
    }
}

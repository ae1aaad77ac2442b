package io.huiyin.complaint;

import static io.huiyin.complaint.Cases.accept;
import static io.huiyin.complaint.Cases.caseOf;
import static io.huiyin.complaint.Cases.complaint;
import static io.huiyin.complaint.Steps.approve;
import static io.huiyin.complaint.Steps.chairman;
import static io.huiyin.complaint.Steps.classify;
import static io.huiyin.complaint.Steps.close;
import static io.huiyin.complaint.Steps.decide;
import static io.huiyin.complaint.Steps.determine;
import static io.huiyin.complaint.Steps.find;
import static io.huiyin.complaint.Steps.inform;
import static io.huiyin.complaint.Steps.investigate;
import static io.huiyin.complaint.Steps.propose;
import static io.huiyin.complaint.Steps.registered;
import static io.huiyin.complaint.Steps.verify;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.huiyin.complaint.ComplaintCommand.AcknowledgeComplaint;
import io.huiyin.complaint.ComplaintCommand.ClassifyComplaint;
import io.huiyin.complaint.ComplaintCommand.CompleteMeasure;
import io.huiyin.complaint.ComplaintCommand.EscalateComplaint;
import io.huiyin.complaint.ComplaintCommand.GiveFinalAnswer;
import io.huiyin.complaint.ComplaintCommand.HoldComplaint;
import io.huiyin.complaint.ComplaintCommand.InformCustomer;
import io.huiyin.complaint.ComplaintCommand.ProposeSettlement;
import io.huiyin.complaint.ComplaintCommand.RefileComplaint;
import io.huiyin.complaint.ComplaintCommand.ReopenComplaint;
import io.huiyin.complaint.ComplaintCommand.ResumeComplaint;
import io.huiyin.complaint.ComplaintCommand.ReturnSettlement;
import io.huiyin.complaint.ComplaintEvent.ComplaintAcknowledged;
import io.huiyin.complaint.ComplaintEvent.ComplaintClassified;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintRefiled;
import io.huiyin.complaint.ComplaintEvent.ComplaintReopened;
import io.huiyin.complaint.ComplaintEvent.CustomerAccepted;
import io.huiyin.complaint.ComplaintEvent.CustomerInformed;
import io.huiyin.complaint.ComplaintEvent.CustomerRejected;
import io.huiyin.complaint.ComplaintEvent.FinalAnswerGiven;
import io.huiyin.complaint.ComplaintEvent.FindingRecorded;
import io.huiyin.complaint.ComplaintEvent.InvestigationStarted;
import io.huiyin.complaint.ComplaintEvent.MeasureCompleted;
import io.huiyin.complaint.ComplaintEvent.SettlementApproved;
import io.huiyin.complaint.ComplaintEvent.SettlementEscalated;
import io.huiyin.complaint.ComplaintEvent.SettlementProposed;
import io.huiyin.complaint.ComplaintEvent.SettlementReturned;
import io.huiyin.complaint.ComplaintEvent.VerificationFailed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of a case from its classification to its closing: RULEBOOK §4.1. */
class HandlingTest {

    private static void stands(ComplaintStatus expected, Steps steps) {
        assertEquals(expected, steps.state().status());
    }

    @Test
    void aCaseGoesTheWholeWay() {
        Steps steps = registered();
        stands(ComplaintStatus.REGISTERED, steps);
        stands(ComplaintStatus.ACCEPTED, steps.then(accept()));
        stands(ComplaintStatus.CLASSIFIED, steps.then(classify()));
        stands(ComplaintStatus.INVESTIGATING, steps.then(investigate()));
        stands(ComplaintStatus.INVESTIGATING, steps.then(find()));
        stands(ComplaintStatus.LIABILITY_DETERMINED, steps.then(determine("own", "quality", null)));
        stands(ComplaintStatus.APPROVAL_PENDING, steps.then(propose("1200.00")));
        stands(ComplaintStatus.APPROVED, steps.then(approve()));
        stands(ComplaintStatus.COMMUNICATED, steps.then(inform()));
        stands(ComplaintStatus.IMPLEMENTING, steps.then(decide(true)));
        stands(ComplaintStatus.IMPLEMENTED, steps.then(new CompleteMeasure("已更换", null)));
        stands(ComplaintStatus.VERIFIED, steps.then(verify(true)));
        stands(ComplaintStatus.CLOSED, steps.then(close()));
    }

    @Test
    void classifyingSaysSeverityCauseAndPriority() {
        complaint()
                .given(registered().then(accept()).history())
                .when(new ClassifyComplaint("major", "non-quality", "leak", "急"))
                .then(new ComplaintClassified("major", "non-quality", "leak", 1, "急"))
                .thenState(state -> {
                    assertEquals("major", caseOf(state).filing().severity());
                    assertEquals("leak", caseOf(state).filing().issue());
                });
    }

    @Test
    void investigationFindingsAndTheirDepartments() {
        complaint()
                .given(registered().classified().history())
                .when(investigate())
                .then(new InvestigationStarted(1, List.of("质量部"), null));
        complaint()
                .given(registered().investigating().history())
                .by(Steps.of("质量部"))
                .when(find())
                .then(new FindingRecorded(1, "质量部", "轴承座间隙超差", "压装工序失控", List.of("QC-771"), null, null));
    }

    @Test
    void aProposalWaitsForTheTierThatHoldsItsAmount() {
        complaint()
                .given(registered().liable("own", "quality").history())
                .when(propose("1200.00"))
                .then(new SettlementProposed(
                        1,
                        "repair",
                        new Money("1200.00", "CNY"),
                        "更换轴承座",
                        "general-manager",
                        null,
                        List.of(Recipient.ofRole("general-manager"))));
        complaint()
                .given(registered().pending("1200.00").history())
                .by(Steps.by("general-manager", null))
                .when(approve())
                .then(new SettlementApproved(1, "同意", "general-manager", null));
    }

    @Test
    void aReturnedProposalMayBeProposedAnew() {
        Steps returned = registered().pending("1200.00").then(new ReturnSettlement("请补充依据", null));
        stands(ComplaintStatus.INVESTIGATING, returned);
        complaint()
                .given(registered().pending("1200.00").history())
                .by(chairman())
                .when(new ReturnSettlement("请补充依据", null))
                .then(new SettlementReturned(1, "请补充依据", null));
        stands(ComplaintStatus.APPROVAL_PENDING, returned.then(propose("900.00")));
    }

    @Test
    void theCustomerIsToldAndAnswers() {
        complaint()
                .given(registered().pending("800.00").then(approve()).history())
                .when(inform())
                .then(new CustomerInformed("phone", "将为您更换轴承座", null));
        complaint()
                .given(registered().communicated().history())
                .when(decide(true))
                .then(new CustomerAccepted("可以", null));
        complaint()
                .given(registered().communicated().history())
                .when(decide(false))
                .then(new CustomerRejected(1, "补偿不足", null));
    }

    @Test
    void aRejectionEndsWithTheFinalAnswer() {
        Steps answered = registered().rejected().then(new GiveFinalAnswer("letter", "最终意见", null));
        stands(ComplaintStatus.IMPLEMENTED, answered);
        assertEquals(new FinalAnswerGiven("letter", "最终意见", null), answered.history()[answered.history().length - 1]);
        Steps closed = answered.then(verify(true)).then(close());
        ComplaintClosed event = (ComplaintClosed) closed.history()[closed.history().length - 1];
        assertEquals("yes", event.disputed());
    }

    @Test
    void aNewRoundBeginsAtTheBottomTierAgain() {
        Steps reopened = registered()
                .liable("customer", "misuse")
                .then(inform())
                .then(decide(false))
                .then(new EscalateComplaint("不服", null))
                .then(approve())
                .then(inform())
                .then(decide(true))
                .then(new CompleteMeasure("已说明", null))
                .then(verify(true))
                .then(close())
                .then(new ReopenComplaint("再次出现", null));
        assertNull(reopened.state().settlement());
        assertEquals(
                List.of("first-reply", "register", "accept", "track", "close", "plan"),
                reopened.state().clocks().latest().stream()
                        .map(clock -> clock.promised().milestone())
                        .toList());
        Steps again = reopened.then(determine("customer", "misuse", null))
                .then(inform())
                .then(decide(false))
                .then(new EscalateComplaint("仍不服", null));
        assertEquals(
                new SettlementEscalated(
                        2, "仍不服", "general-manager", null, List.of(Recipient.ofRole("general-manager"))),
                again.history()[again.history().length - 1]);
    }

    @Test
    void whatFailsTheTestIsCarriedOutAgain() {
        Steps done = registered().implementing().then(new CompleteMeasure("已更换", null));
        assertEquals(new MeasureCompleted("已更换", null), done.history()[done.history().length - 1]);
        complaint()
                .given(done.history())
                .when(verify(false))
                .then(new VerificationFailed("满意", null))
                .thenState(state ->
                        assertEquals(ComplaintStatus.IMPLEMENTING, caseOf(state).status()));
    }

    @Test
    void closingSaysAllThatFollows() {
        Steps closed = registered().closed();
        ComplaintClosed event = (ComplaintClosed) closed.history()[closed.history().length - 1];
        assertEquals(
                new ComplaintClosed(
                        Cases.NOW,
                        false,
                        1,
                        "26030001",
                        null,
                        false,
                        false,
                        AFiling.customer("李雷", "13800000000"),
                        AFiling.dryer(),
                        "important",
                        "product-quality",
                        "noise",
                        new ComplaintEvent.Liable("own", "quality", null),
                        "yes",
                        "no",
                        1,
                        List.of(),
                        null),
                event);
        assertEquals(Cases.NOW, closed.state().ending().closedAt());
        assertEquals(List.of(), closed.state().clocks().open());
    }

    @Test
    void aReopenedCaseBeginsAnotherRound() {
        Steps reopened = registered().closed().then(new ReopenComplaint("异响再次出现", null));
        ComplaintReopened event = (ComplaintReopened) reopened.history()[reopened.history().length - 1];
        assertEquals(1, event.closing());
        assertEquals(2, event.round());
        stands(ComplaintStatus.INVESTIGATING, reopened);
        assertNull(reopened.state().ending().closedAt());
        assertFalse(reopened.state().customerSide().informed());
        assertEquals(
                List.of("plan", "track", "close"),
                reopened.state().clocks().open().stream()
                        .map(Deadline::milestone)
                        .toList());
        Steps again = reopened.then(determine("own", "quality", null))
                .then(propose("100.00"))
                .then(approve())
                .then(inform())
                .then(decide(true))
                .then(new CompleteMeasure("再次更换", null))
                .then(verify(true))
                .then(close());
        ComplaintClosed second = (ComplaintClosed) again.history()[again.history().length - 1];
        assertEquals(2, second.closing());
        assertEquals(2, second.rounds());
    }

    @Test
    void acknowledgingIsAReplyInAnyOpenState() {
        complaint()
                .given(registered().investigating().history())
                .when(new AcknowledgeComplaint("phone", "正在调查", null, null))
                .then(new ComplaintAcknowledged("phone", "正在调查", null, null))
                .thenState(state -> {
                    assertEquals(ComplaintStatus.INVESTIGATING, caseOf(state).status());
                    assertEquals(true, Cases.replied(caseOf(state)));
                });
    }

    static Stream<Arguments> refusals() {
        Steps fresh = registered();
        Steps accepted = registered().then(accept());
        Steps investigating = registered().investigating();
        Steps ours = registered().liable("own", "service");
        Steps closed = registered().closed();
        return Stream.of(
                Arguments.of("classify early", fresh, classify(), ComplaintRefusal.NOT_ACCEPTED),
                Arguments.of("classify twice", registered().classified(), classify(), ComplaintRefusal.NOT_ACCEPTED),
                Arguments.of("investigate early", accepted, investigate(), ComplaintRefusal.NOT_CLASSIFIED),
                Arguments.of("find early", registered().classified(), find(), ComplaintRefusal.NOT_INVESTIGATING),
                Arguments.of(
                        "determine early",
                        accepted,
                        determine("own", "quality", null),
                        ComplaintRefusal.NOT_INVESTIGATING),
                Arguments.of(
                        "determine twice", ours, determine("own", "quality", null), ComplaintRefusal.NOT_INVESTIGATING),
                Arguments.of("propose early", investigating, propose(null), ComplaintRefusal.LIABILITY_NOT_DETERMINED),
                Arguments.of("approve nothing", ours, approve(), ComplaintRefusal.NOT_APPROVAL_PENDING),
                Arguments.of(
                        "return nothing", ours, new ReturnSettlement("x", null), ComplaintRefusal.NOT_APPROVAL_PENDING),
                Arguments.of("inform twice", registered().communicated(), inform(), ComplaintRefusal.ALREADY_INFORMED),
                Arguments.of("decide unasked", ours, decide(true), ComplaintRefusal.NOT_COMMUNICATED),
                Arguments.of(
                        "refile unrejected",
                        registered().communicated(),
                        new RefileComplaint("x", null),
                        ComplaintRefusal.NOT_REJECTED),
                Arguments.of(
                        "escalate unrejected",
                        registered().communicated(),
                        new EscalateComplaint("x", null),
                        ComplaintRefusal.NOT_REJECTED),
                Arguments.of(
                        "last word unrejected",
                        registered().communicated(),
                        new GiveFinalAnswer("letter", "x", null),
                        ComplaintRefusal.NOT_REJECTED),
                Arguments.of(
                        "complete nothing", ours, new CompleteMeasure("x", null), ComplaintRefusal.NOT_IMPLEMENTING),
                Arguments.of(
                        "verify nothing", registered().implementing(), verify(true), ComplaintRefusal.NOT_IMPLEMENTED),
                Arguments.of("reopen an open one", ours, new ReopenComplaint("x", null), ComplaintRefusal.NOT_CLOSED),
                Arguments.of("resume a running one", ours, new ResumeComplaint(null), ComplaintRefusal.NOT_HELD),
                Arguments.of("hold a held one", registered().then(hold()), hold(), ComplaintRefusal.ALREADY_HELD),
                Arguments.of("accept a closed one", closed, accept(), ComplaintRefusal.NOT_OPEN),
                Arguments.of("close a closed one", closed, close(), ComplaintRefusal.NOT_OPEN),
                Arguments.of("hold a closed one", closed, hold(), ComplaintRefusal.NOT_OPEN),
                Arguments.of(
                        "acknowledge a closed one",
                        closed,
                        new AcknowledgeComplaint("phone", "x", null, null),
                        ComplaintRefusal.NOT_OPEN));
    }

    private static HoldComplaint hold() {
        return new HoldComplaint("等待检测报告", "supplier", null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void aWrongOrderIsRefused(String what, Steps steps, ComplaintCommand command, ComplaintRefusal refusal) {
        assertNotNull(complaint()
                .given(steps.history())
                .by(chairman())
                .when(command)
                .thenRefused(refusal)
                .refusal()
                .rule());
    }

    @Test
    void whatWasNeverFiledIsRefused() {
        complaint().given().when(accept()).thenRefused(ComplaintRefusal.NOT_FILED);
        complaint().given().when(new ReopenComplaint("x", null)).thenRefused(ComplaintRefusal.NOT_FILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "", "NONE"})
    void whoIsWaitedForMustBeKnown(String waitingFor) {
        complaint()
                .given(registered().history())
                .when(new HoldComplaint("x", waitingFor, null))
                .thenInvalid("/waitingFor");
    }

    @Test
    void channelsMustBeKnown() {
        complaint()
                .given(registered().history())
                .when(new AcknowledgeComplaint("pigeon", "x", null, null))
                .thenInvalid("/channel");
        complaint()
                .given(registered().pending(null).then(approve()).history())
                .when(new InformCustomer("pigeon", "x", null))
                .thenInvalid("/channel");
        complaint()
                .given(registered().rejected().history())
                .when(new GiveFinalAnswer("pigeon", "x", null))
                .thenInvalid("/channel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "0"})
    void anAmountOfNothingIsNoAmount(String amount) {
        complaint()
                .given(registered().liable("own", "quality").history())
                .when(propose(amount))
                .thenInvalid("/amount/amount");
    }

    @Test
    void amountsAreInTheCurrencyOfTheTiers() {
        complaint()
                .given(registered().liable("own", "quality").history())
                .when(new ProposeSettlement("repair", new Money("100.00", "USD"), "x", null))
                .thenInvalid("/amount/currency");
    }

    @Test
    void aRefiledCaseKeepsWhatWasFound() {
        Steps refiled = registered(Cases.MACHINERY)
                .then(accept())
                .then(new ClassifyComplaint("general", "quality", null, null))
                .then(investigate())
                .then(find())
                .then(determine("own", "quality", null))
                .then(propose("800.00"))
                .then(approve())
                .then(inform())
                .then(decide(false))
                .then(new RefileComplaint("客户不接受", null));
        assertEquals(new ComplaintRefiled(2, "客户不接受", null), refiled.history()[refiled.history().length - 1]);
        stands(ComplaintStatus.INVESTIGATING, refiled);
        assertEquals(2, refiled.state().handling().round());
        stands(ComplaintStatus.APPROVAL_PENDING, refiled.then(propose("950.00")));
    }

    @Test
    void anEscalatedCaseGoesOneTierUpAndAtTheTopToTheTopAgain() {
        Steps once = registered().rejected().then(new EscalateComplaint("客户要求", null));
        assertEquals(
                new SettlementEscalated(
                        1, "客户要求", "general-manager", null, List.of(Recipient.ofRole("general-manager"))),
                once.history()[once.history().length - 1]);
        stands(ComplaintStatus.APPROVAL_PENDING, once);
        Steps thrice = once.then(approve())
                .then(inform())
                .then(decide(false))
                .then(new EscalateComplaint("再次要求", null))
                .then(approve())
                .then(inform())
                .then(decide(false))
                .then(new EscalateComplaint("第三次", null));
        assertEquals(
                new SettlementEscalated(1, "第三次", "chairman", null, List.of(Recipient.ofRole("chairman"))),
                thrice.history()[thrice.history().length - 1]);
    }

    @Test
    void anExplanationThatIsRejectedCanBeEscalatedToo() {
        Steps escalated = registered()
                .liable("customer", "misuse")
                .then(inform())
                .then(decide(false))
                .then(new EscalateComplaint("不服", null));
        stands(ComplaintStatus.APPROVAL_PENDING, escalated);
        stands(ComplaintStatus.COMMUNICATED, escalated.then(approve()).then(inform()));
    }
}

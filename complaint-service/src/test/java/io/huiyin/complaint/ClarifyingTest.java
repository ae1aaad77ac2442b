package io.huiyin.complaint;

import static io.huiyin.complaint.Cases.accept;
import static io.huiyin.complaint.Cases.ask;
import static io.huiyin.complaint.Cases.caseOf;
import static io.huiyin.complaint.Cases.clarify;
import static io.huiyin.complaint.Cases.clarifying;
import static io.huiyin.complaint.Cases.complaint;
import static io.huiyin.complaint.Cases.decline;
import static io.huiyin.complaint.Cases.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.complaint.ComplaintCommand.ClarifyComplaint;
import io.huiyin.complaint.ComplaintEvent.ClarificationAsked;
import io.huiyin.complaint.ComplaintEvent.ComplaintAccepted;
import io.huiyin.complaint.ComplaintEvent.ComplaintClarified;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintDeclined;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CMP-08")
@DisplayName("CMP-08: what is unclear is asked and answered before the case goes on")
class ClarifyingTest {

    private static final ClarificationAsked ASKED = new ClarificationAsked("请提供产品批号", null);

    @Test
    void theQuestionIsKept() {
        complaint().given(registered()).when(ask()).then(ASKED).thenState(state -> {
            assertEquals(ComplaintStatus.CLARIFYING, caseOf(state).status());
            assertEquals("请提供产品批号", caseOf(state).intake().question());
        });
    }

    @Test
    void oneMayAskAgain() {
        complaint().given(clarifying(), ASKED).when(ask()).then(ASKED);
    }

    @Test
    void theMissingFieldCompletesTheCase() {
        complaint()
                .given(clarifying())
                .when(clarify(APatch.empty().demand("repair")))
                .then(new ComplaintClarified(
                        null, null, null, null, null, null, null, null, null, "repair", null, List.of(), null))
                .thenState(state -> {
                    assertEquals(ComplaintStatus.REGISTERED, caseOf(state).status());
                    assertEquals("repair", caseOf(state).filing().demand());
                    assertNull(caseOf(state).intake().question());
                });
    }

    @Test
    void itCompletesStepByStep() {
        AFiling bare = AFiling.complete().demand(null).product(AFiling.product("泵", null, null, null));
        complaint()
                .given(registered(bare))
                .when(clarify(APatch.empty().product(AFiling.product(null, "SN-9", null, null))))
                .thenState(state -> {
                    assertEquals(ComplaintStatus.CLARIFYING, caseOf(state).status());
                    assertEquals(
                            List.of("demand", "product.quantity", "product.deliveredOn"),
                            caseOf(state).intake().missing());
                });
        ComplaintClarified first = new ComplaintClarified(
                null,
                null,
                null,
                AFiling.product("泵", "SN-9", null, null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of("demand", "product.quantity", "product.deliveredOn"),
                null);
        complaint()
                .given(registered(bare), first)
                .when(clarify(APatch.empty()
                        .demand("refund")
                        .product(AFiling.product(null, null, 2, LocalDate.of(2026, 1, 5)))))
                .thenState(state -> {
                    assertEquals(ComplaintStatus.REGISTERED, caseOf(state).status());
                    assertEquals(List.of(), caseOf(state).intake().missing());
                    assertEquals(
                            AFiling.product("泵", "SN-9", 2, LocalDate.of(2026, 1, 5)),
                            caseOf(state).filing().product());
                });
    }

    @Test
    void anAnswerAloneEndsAQuestion() {
        complaint()
                .given(registered(), ASKED)
                .when(new ClarifyComplaint(APatch.empty().patch(), "批号见铭牌", "客户回电"))
                .thenState(state -> {
                    assertEquals(ComplaintStatus.REGISTERED, caseOf(state).status());
                    assertTrue(Cases.replied(caseOf(state)));
                });
    }

    @Test
    void sayingNothingIsNoClarification() {
        complaint().given(clarifying()).when(clarify(APatch.empty())).thenInvalid("/");
    }

    @Test
    void aCompleteCaseHasNothingToClarify() {
        complaint()
                .given(registered())
                .when(clarify(APatch.empty().demand("refund")))
                .thenRefused(ComplaintRefusal.NOT_CLARIFYING);
        complaint()
                .given(registered(), new ComplaintAccepted("wang", null, null, null))
                .when(clarify(APatch.empty().demand("refund")))
                .thenRefused(ComplaintRefusal.NOT_CLARIFYING);
    }

    @Test
    void anAcceptedCaseIsBeyondQuestions() {
        complaint()
                .given(registered(), new ComplaintAccepted("wang", null, null, null))
                .when(ask())
                .thenRefused(ComplaintRefusal.BEYOND_CLARIFICATION);
    }

    @Test
    void neitherAnEndedOne() {
        ComplaintDeclined declined = new ComplaintDeclined("not-our-product", "非我司产品", 1, "26030001", null, null);
        complaint().given(registered(), declined).when(ask()).thenRefused(ComplaintRefusal.NOT_OPEN);
        complaint()
                .given(registered(), declined)
                .when(clarify(APatch.empty().demand("refund")))
                .thenRefused(ComplaintRefusal.NOT_OPEN);
        complaint()
                .given(registered(), ComplaintClosed.historically(Cases.NOW))
                .when(ask())
                .thenRefused(ComplaintRefusal.NOT_OPEN);
    }

    @Test
    void aCaseThatLacksSomethingIsNeitherAcceptedNorDeclined() {
        complaint().given(clarifying()).when(accept()).thenRefused(ComplaintRefusal.NOT_REGISTERED);
        complaint().given(registered(), ASKED).when(decline()).thenRefused(ComplaintRefusal.NOT_REGISTERED);
    }

    @Test
    void anImportedCaseIsClarifiedWithoutGates() {
        complaint()
                .given(Cases.imported(), ASKED)
                .when(new ClarifyComplaint(APatch.empty().patch(), "已核实", null))
                .thenState(state -> {
                    assertEquals(ComplaintStatus.REGISTERED, caseOf(state).status());
                    assertEquals(List.of(), caseOf(state).intake().missing());
                });
    }
}

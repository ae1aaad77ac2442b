package io.huiyin.complaint;

import static io.huiyin.complaint.Cases.caseOf;
import static io.huiyin.complaint.Cases.clarifying;
import static io.huiyin.complaint.Cases.complaint;
import static io.huiyin.complaint.Cases.correct;
import static io.huiyin.complaint.Cases.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.complaint.ComplaintCommand.CorrectComplaint;
import io.huiyin.complaint.ComplaintEvent.ComplaintAccepted;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintCorrected;
import io.huiyin.complaint.ComplaintEvent.ComplaintDeclined;
import io.huiyin.complaint.FilingPatch.CustomerPatch;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectingTest {

    @Test
    void recordsTheChangedFieldsAndTheReason() {
        complaint()
                .given(registered())
                .when(correct(APatch.empty().severity("important").description("异响且漏水")))
                .then(new ComplaintCorrected(
                        "登记有误", null, null, null, null, null, null, null, "important", null, "异响且漏水", null, null, null))
                .thenState(state -> {
                    assertEquals("important", caseOf(state).filing().severity());
                    assertEquals("异响且漏水", caseOf(state).filing().description());
                    assertEquals("repair", caseOf(state).filing().demand());
                    assertEquals(ComplaintStatus.REGISTERED, caseOf(state).status());
                });
    }

    @Test
    void completesAPartOfTheProductByWhatIsKnown() {
        complaint()
                .given(registered())
                .when(correct(APatch.empty().product(AFiling.product(null, "SN-2", null, null))))
                .thenState(state -> assertEquals(
                        new Product("干燥机", null, "DR-40", "SN-2", "L-202610", null, 1, LocalDate.of(2025, 10, 1)),
                        caseOf(state).filing().product()));
    }

    @Test
    void completesAPartOfTheCustomerByWhatIsKnown() {
        complaint()
                .given(registered())
                .when(correct(APatch.empty().customer(AFiling.patch(null, "13900000000"))))
                .thenState(state -> assertEquals(
                        AFiling.customer("李雷", "13900000000"),
                        caseOf(state).filing().customer()));
    }

    @Test
    void mayIdentifyTheCustomer() {
        CustomerPatch known = new CustomerPatch("fresh", "K-77", null, null, "li@example.com", null, "key-account");
        complaint()
                .given(registered())
                .when(correct(APatch.empty().customer(known)))
                .thenState(state -> assertEquals(
                        new Customer(
                                "K-77",
                                true,
                                "key-account",
                                new Person("c-1", "李雷", "13800000000", "li@example.com", null)),
                        caseOf(state).filing().customer()));
    }

    @Test
    void givesAnAnonymousCaseACustomer() {
        complaint()
                .given(registered(AFiling.complete().anonymous()))
                .when(correct(APatch.empty().customer(AFiling.patch("韩梅梅", null))))
                .thenState(state -> assertEquals(
                        new Customer("fresh", false, "ordinary", new Person("fresh", "韩梅梅", null, null, null)),
                        caseOf(state).filing().customer()));
    }

    @Test
    void thatChangesNothingIsNoEvent() {
        complaint()
                .given(registered())
                .when(correct(APatch.empty().severity("ordinary")))
                .thenNothing();
        complaint()
                .given(registered())
                .when(correct(APatch.empty()
                        .product(AFiling.product("干燥机", "SN-1", 1, null))
                        .customer(AFiling.patch("李雷", "13800000000"))))
                .thenNothing();
    }

    @Test
    void needsAReasonAndAField() {
        complaint()
                .given(registered())
                .when(new CorrectComplaint(APatch.empty().severity("major").patch(), " ", null))
                .thenInvalid("/reason");
        complaint().given(registered()).when(correct(APatch.empty())).thenInvalid("/");
    }

    @Test
    void isPossibleInAnyOpenState() {
        complaint()
                .given(clarifying())
                .when(correct(APatch.empty().severity("major")))
                .thenState(state -> {
                    assertEquals(ComplaintStatus.CLARIFYING, caseOf(state).status());
                    assertEquals(List.of("demand"), caseOf(state).intake().missing());
                });
        complaint()
                .given(registered(), new ComplaintAccepted("wang", null, null, null))
                .when(correct(APatch.empty().replyOnly(true)))
                .thenState(state -> {
                    assertEquals(ComplaintStatus.ACCEPTED, caseOf(state).status());
                    assertTrue(caseOf(state).filing().replyOnly());
                });
    }

    @Test
    void mayGiveWhatWasMissing() {
        complaint()
                .given(clarifying())
                .when(correct(APatch.empty().demand("refund")))
                .thenState(
                        state -> assertEquals(List.of(), caseOf(state).intake().missing()));
    }

    @Test
    void isRefusedOnceTheCaseHasEnded() {
        complaint()
                .given(registered(), new ComplaintDeclined("spam", "不予受理", 1, "26030001", null, null))
                .when(correct(APatch.empty().severity("major")))
                .thenRefused(ComplaintRefusal.NOT_OPEN);
        complaint()
                .given(registered(), ComplaintClosed.historically(Cases.NOW))
                .when(correct(APatch.empty().severity("major")))
                .thenRefused(ComplaintRefusal.NOT_OPEN);
    }

    @Test
    void ofAnImportedCaseAsksForNothingItNeverHad() {
        complaint()
                .given(Cases.imported())
                .when(correct(APatch.empty().severity("major")))
                .thenState(state -> assertEquals("major", caseOf(state).filing().severity()));
    }
}

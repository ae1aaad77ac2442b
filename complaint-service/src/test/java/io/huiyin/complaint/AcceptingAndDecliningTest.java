package io.huiyin.complaint;

import static io.huiyin.complaint.Cases.accept;
import static io.huiyin.complaint.Cases.caseOf;
import static io.huiyin.complaint.Cases.complaint;
import static io.huiyin.complaint.Cases.decline;
import static io.huiyin.complaint.Cases.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.huiyin.complaint.ComplaintCommand.AcceptComplaint;
import io.huiyin.complaint.ComplaintEvent.ComplaintAccepted;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintDeclined;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.kernel.policy.PolicyRef;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptingAndDecliningTest {

    private static final Deadline PLAN = new Deadline(
            "plan",
            Cases.NOW,
            Instant.parse("2026-03-04T01:00:00Z"),
            new PolicyRef("cmp.sla.plan", 1, "GENERAL"),
            null,
            null,
            Instant.parse("2026-03-03T01:00:00Z"),
            null,
            null);
    private static final ComplaintAccepted ACCEPTED =
            new ComplaintAccepted("wang", List.of(PLAN), null, List.of(Recipient.ofPerson("wang")));
    private static final ComplaintDeclined DECLINED =
            new ComplaintDeclined("not-our-product", "该产品非我司生产。", 1, "26030001", null, null);

    @Test
    void acceptingNamesAHandlerOrNone() {
        complaint().given(registered()).when(accept()).then(ACCEPTED).thenState(state -> {
            assertEquals(ComplaintStatus.ACCEPTED, caseOf(state).status());
            assertEquals("wang", caseOf(state).handling().handler());
        });
        complaint()
                .given(registered())
                .when(new AcceptComplaint(null, "转售后"))
                .then(new ComplaintAccepted(null, List.of(PLAN), "转售后", null))
                .thenState(state -> assertNull(caseOf(state).handling().handler()));
    }

    @Test
    void decliningAnswersTheSender() {
        complaint().given(registered()).when(decline()).then(DECLINED);
    }

    @Test
    void eachIsDoneOnceAndOnlyToARegisteredCase() {
        Refused refused =
                complaint().given(registered(), ACCEPTED).when(accept()).thenRefused(ComplaintRefusal.NOT_REGISTERED);
        assertEquals("it is accepted", refused.detail());
        complaint().given(registered(), ACCEPTED).when(decline()).thenRefused(ComplaintRefusal.NOT_REGISTERED);
    }

    @Test
    void neitherIsDoneToAnEndedCase() {
        complaint().given(registered(), DECLINED).when(accept()).thenRefused(ComplaintRefusal.NOT_OPEN);
        complaint().given(registered(), DECLINED).when(decline()).thenRefused(ComplaintRefusal.NOT_OPEN);
        complaint()
                .given(Cases.imported(), ComplaintClosed.historically(Cases.NOW))
                .when(accept())
                .thenRefused(ComplaintRefusal.NOT_OPEN);
    }

    @Test
    void thereIsNoCaseBeforeItsFiling() {
        complaint().given().when(accept()).thenRefused(ComplaintRefusal.NOT_FILED);
    }
}

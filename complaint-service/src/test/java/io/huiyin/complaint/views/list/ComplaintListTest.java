package io.huiyin.complaint.views.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.complaint.AFiling;
import io.huiyin.complaint.Cases;
import io.huiyin.complaint.ComplaintCommand;
import io.huiyin.complaint.ComplaintEvent;
import io.huiyin.complaint.ComplaintEvent.ClarificationAsked;
import io.huiyin.complaint.ComplaintEvent.ComplaintAccepted;
import io.huiyin.complaint.ComplaintEvent.ComplaintClarified;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintCorrected;
import io.huiyin.complaint.ComplaintEvent.ComplaintDeclined;
import io.huiyin.complaint.ComplaintEvent.ComplaintForwarded;
import io.huiyin.complaint.Deadline;
import io.huiyin.complaint.Steps;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComplaintListTest {

    private static final EventNames<ComplaintEvent> NAMES = EventNames.of(ComplaintEvent.class);
    private static final UUID ID = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000001");

    private static EventEnvelope envelope(int sequence, ComplaintEvent event) {
        return new EventEnvelope(
                new UUID(0, sequence),
                NAMES.nameOf(event),
                NAMES.versionOf(event),
                "/complaint-service",
                "complaint",
                ID,
                sequence,
                Cases.NOW,
                Cases.NOW,
                new ActorName("lin", "lin", "agent"),
                "test",
                null,
                null,
                new Position(1, sequence, sequence),
                EventJson.write(event));
    }

    private static ComplaintListRow after(ComplaintEvent... events) {
        List<EventEnvelope> envelopes = new ArrayList<>();
        for (ComplaintEvent event : events) {
            envelopes.add(envelope(envelopes.size() + 1, event));
        }
        Object row = new ComplaintListProjection().fold(envelopes).get(ID);
        return assertInstanceOf(ComplaintListRow.class, row);
    }

    @Test
    void showsWhatWasFiled() {
        ComplaintListRow row = after(Cases.registered());
        assertEquals("26030001", row.number());
        assertEquals("registered", row.status());
        assertEquals(1, row.version());
        assertEquals("web", row.channel());
        assertEquals("ordinary", row.severity());
        assertEquals("product-quality", row.category());
        assertEquals("noise", row.issue());
        assertEquals("干燥机", row.product());
        assertEquals("华东", row.region());
        assertEquals("c-1", row.customerId());
        assertEquals("李雷", row.customerName());
        assertEquals("crm-7", row.sourceSystem());
        assertEquals("A-1001", row.sourceReference());
        assertEquals("运行时有异响", row.summary());
        assertEquals(AFiling.RECEIVED, row.receivedAt());
        assertEquals(Cases.NOW, row.recordedAt());
        assertEquals(Instant.parse("2026-03-03T00:30:00Z"), row.nextDueAt());
        assertFalse(row.historical());
    }

    @Test
    void isFoundByNumberReferenceNamePhoneProductAndText() {
        String search = after(Cases.registered()).search();
        for (String text :
                List.of("26030001", "a-1001", "李雷", "13800000000", "干燥机", "dr-40", "sn-1", "l-202610", "noise", "异响")) {
            assertTrue(search.contains(text), text);
        }
    }

    @Test
    void anAnonymousCaseHasNoCustomer() {
        ComplaintListRow row = after(
                Cases.registered(AFiling.complete().anonymous().source(null).product(null)));
        assertNull(row.customerId());
        assertNull(row.customerName());
        assertNull(row.sourceSystem());
        assertNull(row.product());
    }

    @Test
    void followsTheStatus() {
        assertEquals("clarifying", after(Cases.clarifying()).status());
        ComplaintClarified half = clarified(List.of("demand"));
        assertEquals("clarifying", after(Cases.clarifying(), half).status());
        assertEquals(
                "registered",
                after(Cases.clarifying(), half, clarified(List.of())).status());
        ComplaintListRow accepted = after(Cases.registered(), new ComplaintAccepted("wang", null, null, null));
        assertEquals("accepted", accepted.status());
        assertEquals(2, accepted.version());
    }

    private static ComplaintClarified clarified(List<String> missing) {
        return new ComplaintClarified(null, null, null, null, null, null, null, null, null, null, "回电", missing, null);
    }

    @Test
    void isDueUntilTheSenderHearsFromUs() {
        assertNotNull(after(Cases.registered(), new ComplaintAccepted("wang", null, null, null))
                .nextDueAt());
        ComplaintListRow asked = after(Cases.registered(), new ClarificationAsked("批号？", null));
        assertEquals("clarifying", asked.status());
        assertEquals(Cases.NOW.plus(Duration.ofDays(1)), asked.nextDueAt(), "to be accepted");
        ComplaintListRow declined =
                after(Cases.registered(), new ComplaintDeclined("spam", "不予受理", 1, "26030001", null, null));
        assertEquals("declined", declined.status());
        assertNull(declined.nextDueAt());
    }

    @Test
    void followsEveryStepOfTheCase() {
        for (Steps steps : List.of(
                Steps.registered().closed(),
                Steps.registered().rejected(),
                Steps.registered().pending("10.00"),
                Steps.registered().closed().then(new ComplaintCommand.ReopenComplaint("再次出现", null)))) {
            ComplaintListRow row = after(steps.history());
            assertEquals(steps.state().status().wire(), row.status());
            assertEquals(
                    steps.state().clocks().open().stream()
                            .map(Deadline::dueAt)
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    row.nextDueAt());
        }
    }

    @Test
    void nothingIsDueWhileACaseIsHeld() {
        Steps held = Steps.registered().then(new ComplaintCommand.HoldComplaint("等待", "customer", null));
        assertNull(after(held.history()).nextDueAt());
        assertNotNull(
                after(held.then(new ComplaintCommand.ResumeComplaint(null)).history())
                        .nextDueAt());
    }

    @Test
    void aHoldEndsWithTheCase() {
        Steps reopened = Steps.registered()
                .verified()
                .then(new ComplaintCommand.HoldComplaint("等待", "customer", null))
                .then(Steps.close())
                .then(new ComplaintCommand.ReopenComplaint("再次出现", null));
        assertNotNull(after(reopened.history()).nextDueAt());
    }

    @Test
    void takesOverCorrectionsAndLeavesTheRest() {
        Instant earlier = AFiling.RECEIVED.minusSeconds(60);
        ComplaintListRow row = after(
                Cases.registered(),
                new ComplaintCorrected(
                        "登记有误",
                        "phone",
                        earlier,
                        null,
                        AFiling.customer("韩梅梅", "13911112222"),
                        AFiling.product("水泵", "SN-77", 1, null),
                        null,
                        "leak",
                        "major",
                        null,
                        "漏水",
                        null,
                        null,
                        null));
        assertEquals("phone", row.channel());
        assertEquals(earlier, row.receivedAt());
        assertEquals("韩梅梅", row.customerName());
        assertEquals("水泵", row.product());
        assertEquals("product-quality", row.category());
        assertEquals("leak", row.issue());
        assertEquals("major", row.severity());
        assertEquals("华东", row.region());
        assertEquals("漏水", row.summary());
        assertEquals(2, row.version());
        assertTrue(row.search().contains("韩梅梅")
                && row.search().contains("sn-77")
                && row.search().contains("漏水"));
    }

    @Test
    void showsImportedCases() {
        ComplaintListRow row = after(
                Cases.imported(),
                new ComplaintForwarded(AFiling.RECEIVED, true),
                ComplaintClosed.historically(AFiling.RECEIVED));
        assertTrue(row.historical());
        assertEquals("closed", row.status());
        assertEquals(3, row.version());
        assertNull(row.nextDueAt());
        assertNull(row.severity());
        assertEquals("cfpb", row.sourceSystem());
        assertEquals("1291006", row.sourceReference());
    }

    @Test
    void cutsLongDescriptionsBetweenCharacters() {
        String summary = ComplaintListRow.summary("长".repeat(201));
        assertEquals("长".repeat(200) + "…", summary);
        assertEquals("短".repeat(200), ComplaintListRow.summary("短".repeat(200)));
        String emoji = ComplaintListRow.summary("x".repeat(199) + "😀😀");
        assertEquals("x".repeat(199) + "…", emoji);
    }
}

package io.huiyin.nonconformity.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.Position;
import io.huiyin.nonconformity.lot.ProductsSeen.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X-16")
class LotsTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-02T01:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-02T01:00:00Z");
    private static final UUID FIRST = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000002");
    private static final UUID THIRD = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000003");

    private final List<EventEnvelope> events = new ArrayList<>();

    @Test
    void aComplaintThatNamesLotAndSerialNumberCountsAtBoth() {
        registered(FIRST, MARCH, "L-1", "SN-1", "noise");

        Lot lot = lot("lot:L-1");
        assertEquals("lot", lot.kind());
        assertEquals("L-1", lot.value());
        assertEquals(1, lot.complaintCount());
        assertEquals(Map.of("noise", 1), lot.byIssue().counts());
        assertEquals(List.of(new Seen("干燥机", "DR-40", 1)), lot.products().products());
        Lot serial = lot("serial:SN-1");
        assertEquals("serial-number", serial.kind());
        assertEquals("SN-1", serial.value());
        assertEquals(1, serial.complaintCount());
    }

    @Test
    void aLotSumsUpItsComplaints() {
        registered(SECOND, MAY, "L-1", "", "noise");
        registered(FIRST, MARCH, " L-1 ", "", "leak");
        event(THIRD, "complaint-imported", filing(JULY, product("L-1", "", "DR-41"), "noise"));
        event(FIRST, "complaint-closed", "{}");

        Lot lot = lot("lot:L-1");
        assertEquals(3, lot.complaintCount());
        assertEquals(2, lot.openCount());
        assertEquals(MARCH, lot.firstReportedAt());
        assertEquals(JULY, lot.lastReportedAt());
        assertEquals(Map.of("leak", 1, "noise", 2), lot.byIssue().counts());
        assertEquals(
                List.of(new Seen("干燥机", "DR-40", 2), new Seen("干燥机", "DR-41", 1)),
                lot.products().products());
    }

    @Test
    void aReopenedComplaintIsOpenAgain() {
        registered(FIRST, MARCH, "L-1", "", "noise");
        event(FIRST, "complaint-closed", "{}");
        assertEquals(0, lot("lot:L-1").openCount());

        event(FIRST, "complaint-reopened", "{}");
        assertEquals(1, lot("lot:L-1").openCount());
        assertEquals(1, lot("lot:L-1").complaintCount());
    }

    @Test
    void aDeclinedComplaintIsCountedApart() {
        registered(FIRST, MARCH, "L-1", "", "noise");
        registered(SECOND, MAY, "L-1", "", "leak");
        event(SECOND, "complaint-declined", "{}");

        Lot lot = lot("lot:L-1");
        assertEquals(1, lot.complaintCount());
        assertEquals(1, lot.openCount());
        assertEquals(1, lot.declinedCount());
        assertEquals(Map.of("noise", 1), lot.byIssue().counts());
    }

    @Test
    void aLotWithNothingButDeclinedComplaintsIsNoSuspectButCanBeTraced() {
        registered(FIRST, MARCH, "L-1", "", "noise");
        event(FIRST, "complaint-declined", "{}");

        Lot lot = lot("lot:L-1");
        assertEquals(0, lot.complaintCount());
        assertEquals(1, lot.declinedCount());
        assertTrue(lot.byIssue().counts().isEmpty());
        assertEquals(1, lot.products().products().size());
    }

    @Test
    void aCorrectedLotMovesTheComplaint() {
        registered(FIRST, MARCH, "L-1", "SN-1", "noise");
        registered(SECOND, MAY, "L-1", "", "leak");
        event(SECOND, "complaint-corrected", corrected(product("L-2", "", "DR-41")));

        Lot left = lot("lot:L-1");
        assertEquals(1, left.complaintCount());
        assertEquals(MARCH, left.lastReportedAt());
        assertEquals(Map.of("noise", 1), left.byIssue().counts());
        Lot joined = lot("lot:L-2");
        assertEquals(1, joined.complaintCount());
        assertEquals(Map.of("leak", 1), joined.byIssue().counts());
        assertEquals(List.of(new Seen("干燥机", "DR-41", 1)), joined.products().products());
    }

    @Test
    void aCorrectionThatTakesTheSerialNumberAwayRemovesIt() {
        registered(FIRST, MARCH, "L-1", "SN-1", "noise");
        event(FIRST, "complaint-corrected", "{\"reason\":\"x\",\"product\":{\"name\":\"干燥机\",\"lot\":\"L-1\"}}");

        assertEquals(Set.of("lot:L-1"), lots().keySet());
    }

    @Test
    void aDeclinedComplaintMovesAmongTheDeclined() {
        registered(FIRST, MARCH, "L-1", "", "noise");
        event(FIRST, "complaint-declined", "{}");
        event(FIRST, "complaint-corrected", corrected(product("L-2", "", "DR-40")));

        assertEquals(Set.of("lot:L-2"), lots().keySet());
        assertEquals(1, lot("lot:L-2").declinedCount());
        assertEquals(0, lot("lot:L-2").complaintCount());
    }

    @Test
    void aClarificationAddsTheLot() {
        event(FIRST, "complaint-registered", filing(MARCH, "null", "noise"));
        assertTrue(lots().isEmpty());

        event(FIRST, "complaint-clarified", "{\"missing\":[],\"product\":" + product("L-1", "", "DR-40") + "}");
        assertEquals(1, lot("lot:L-1").complaintCount());
    }

    @Test
    void aCorrectedIssueIsCountedUnderItsNewName() {
        registered(FIRST, MARCH, "L-1", "", "noise");
        event(FIRST, "complaint-corrected", "{\"reason\":\"x\",\"issue\":\"leak\"}");

        assertEquals(Map.of("leak", 1), lot("lot:L-1").byIssue().counts());
    }

    @Test
    void inWhateverBatchesAndOrderEventsComeTheLotsAreTheSame() {
        registered(FIRST, MARCH, "L-1", "SN-1", "noise");
        registered(SECOND, MAY, "L-1", "SN-2", "leak");
        registered(THIRD, JULY, "L-2", "SN-1", "noise");
        Map<String, Lot> forwards = lots();
        Collections.reverse(events);
        assertEquals(forwards, lots());

        event(SECOND, "complaint-declined", "{}");
        event(FIRST, "complaint-corrected", corrected(product("L-2", "", "DR-40")));
        event(THIRD, "complaint-closed", "{}");
        assertEquals(
                lots(),
                new LotsProjection().foldBatches(events.stream().map(List::of).toList()));
    }

    private Map<String, Lot> lots() {
        return new LotsProjection().fold(events);
    }

    private Lot lot(String key) {
        Lot lot = lots().get(key);
        assertNotNull(lot, key);
        return lot;
    }

    private void registered(UUID id, Instant at, String lot, String serial, String issue) {
        event(id, "complaint-registered", filing(at, product(lot, serial, "DR-40"), issue));
    }

    private static String filing(Instant at, String product, String issue) {
        return """
                {"number":"26110001","status":"registered","receivedAt":"%s","product":%s,"issue":"%s","severity":"ordinary"}
                """.formatted(at, product, issue);
    }

    private static String corrected(String product) {
        return "{\"reason\":\"x\",\"product\":" + product + "}";
    }

    private static String product(String lot, String serial, String model) {
        return "{\"name\":\"干燥机\",\"model\":\"%s\",\"lot\":\"%s\",\"serialNumber\":\"%s\"}"
                .formatted(model, lot, serial);
    }

    private void event(UUID subject, String name, String data) {
        int place = events.size() + 1;
        events.add(new EventEnvelope(
                new UUID(0, place),
                name,
                1,
                "/complaint-service",
                "complaint",
                subject,
                Math.toIntExact(events.stream()
                                .filter(before -> before.subject().equals(subject))
                                .count()
                        + 1),
                JULY,
                JULY,
                new ActorName("test", "test", "admin"),
                "test",
                null,
                null,
                new Position(1, place, place),
                data));
    }
}

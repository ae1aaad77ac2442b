package io.huiyin.report.views.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.report.ReportExamples;
import io.huiyin.report.incoming.complaint.ComplaintFact;
import io.huiyin.report.incoming.complaint.ComplaintFact.Accepted;
import io.huiyin.report.incoming.complaint.ComplaintFact.ClarificationAsked;
import io.huiyin.report.incoming.complaint.ComplaintFact.Clarified;
import io.huiyin.report.incoming.complaint.ComplaintFact.Closed;
import io.huiyin.report.incoming.complaint.ComplaintFact.Corrected;
import io.huiyin.report.incoming.complaint.ComplaintFact.Declined;
import io.huiyin.report.incoming.complaint.ComplaintFact.Imported;
import io.huiyin.report.incoming.complaint.ComplaintFact.Product;
import io.huiyin.report.incoming.complaint.ComplaintFact.Registered;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactHistoryTest {

    private static final UUID COMPLAINT = new UUID(0, 1);
    private static final Instant FIRST = Instant.parse("2026-11-20T01:00:00Z");
    private static final Instant LATER = FIRST.plusSeconds(60);

    private final FactHistory history = new FactHistory(List.of());
    private int sequence;

    private void happens(ComplaintFact event, Instant recordedAt) {
        sequence++;
        history.take(event, ReportExamples.about(COMPLAINT, "complaint-event", sequence, recordedAt));
    }

    private static Registered registered(@Nullable Product product, String status) {
        return new Registered("26110001", status, FIRST, "web", product, " ", "noise", "ordinary", null, null, null);
    }

    private static Corrected corrected(@Nullable Product product, @Nullable String issue) {
        return new Corrected(null, null, product, null, issue, null, null);
    }

    private ComplaintFactRow now() {
        return found(history.now(COMPLAINT));
    }

    private static ComplaintFactRow found(@Nullable ComplaintFactRow row) {
        assertNotNull(row);
        return row;
    }

    private List<ComplaintFactRow> versions() {
        return List.copyOf(history.changed());
    }

    @Test
    void aFilingIsKnownFromWhenItWasRecorded() {
        happens(registered(new Product("干燥机", "DR-40", null), "registered"), FIRST);
        ComplaintFactRow row = now();
        assertEquals(COMPLAINT + ":1", row.factId());
        assertEquals(FIRST, row.knownFrom());
        assertNull(row.knownTo());
        assertEquals("干燥机", row.product());
        assertEquals("unknown", row.timely());
        assertNull(row.category(), "blank is missing");
    }

    @Test
    void theModelStandsForAProductWithoutAName() {
        happens(registered(new Product("", "DR-40", null), "registered"), FIRST);
        assertEquals("DR-40", now().product());
    }

    @Test
    void aCorrectionClosesWhatWasKnownBefore() {
        happens(registered(new Product("干燥机", null, null), "registered"), FIRST);
        happens(corrected(new Product("冷却机", null, null), null), LATER);
        assertEquals(2, versions().size());
        ComplaintFactRow before = versions().getFirst();
        assertEquals("干燥机", before.product());
        assertEquals(LATER, before.knownTo());
        assertEquals("冷却机", now().product());
        assertEquals("noise", now().issue(), "what was not corrected stays");
        assertEquals(LATER, now().knownFrom());
        assertEquals(COMPLAINT + ":2", now().factId());
    }

    @Test
    void aCorrectionCanMoveAComplaintToAnotherMonth() {
        Instant march = Instant.parse("2026-03-01T00:00:00Z");
        happens(registered(null, "registered"), FIRST);
        happens(new Corrected(march, null, null, null, null, null, null), LATER);
        assertEquals(march, now().receivedAt());
    }

    @Test
    void whatIsRecordedAtOneInstantIsOneVersion() {
        happens(
                new Imported(
                        FIRST,
                        "web",
                        new Product("Mortgage", null, "FHA"),
                        "c",
                        "i",
                        "s",
                        "MA",
                        "Bank",
                        "Closed",
                        "yes",
                        ""),
                LATER);
        happens(new Closed(FIRST, true, null, null, null, null, null, null), LATER);
        assertEquals(1, versions().size());
        ComplaintFactRow row = now();
        assertEquals("closed", row.status());
        assertEquals(COMPLAINT + ":1", row.factId());
        assertEquals(2, row.sequence());
        assertEquals("yes", row.timely());
        assertEquals("unknown", row.disputed());
        assertEquals("FHA", row.subProduct());
        assertEquals("Bank", row.company());
        assertEquals(true, row.historical());
    }

    @Test
    void severalEventsOfOneBatchFollowOneAnother() {
        happens(registered(null, "clarifying"), FIRST);
        happens(new ClarificationAsked(), FIRST.plusSeconds(1));
        happens(
                new Clarified("phone", new Product("干燥机", null, null), null, null, null, "华东", List.of()),
                FIRST.plusSeconds(2));
        happens(new Accepted(null), FIRST.plusSeconds(3));
        happens(corrected(null, "vibration"), FIRST.plusSeconds(4));
        assertEquals(4, versions().size(), "being asked again tells nothing new");
        assertEquals("accepted", now().status());
        assertEquals("vibration", now().issue());
        assertEquals("phone", now().channel());
        assertEquals(1, versions().stream().filter(row -> row.knownTo() == null).count());
        for (int i = 1; i < versions().size(); i++) {
            assertEquals(versions().get(i).knownFrom(), versions().get(i - 1).knownTo(), "without a gap");
        }
    }

    @Test
    void aLaterBatchGoesOnFromWhatIsKnown() {
        happens(registered(null, "registered"), FIRST);
        FactHistory next = new FactHistory(List.of(now()));
        next.take(new Declined(), ReportExamples.about(COMPLAINT, "complaint-declined", 2, LATER));
        List<ComplaintFactRow> changed = List.copyOf(next.changed());
        assertEquals(
                List.of(COMPLAINT + ":1", COMPLAINT + ":2"),
                changed.stream().map(ComplaintFactRow::factId).toList());
        assertEquals("declined", changed.getLast().status());
    }

    @Test
    void aComplaintThatWasNeverFiledIsRefused() {
        assertThrows(IllegalStateException.class, () -> happens(new Accepted(null), FIRST));
    }
}

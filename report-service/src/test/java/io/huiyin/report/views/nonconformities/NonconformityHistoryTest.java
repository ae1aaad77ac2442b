package io.huiyin.report.views.nonconformities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.report.ReportExamples;
import io.huiyin.report.incoming.nonconformity.NonconformityFact;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.Classified;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.Cleared;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.Closed;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.ComplaintLinked;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.Confirmed;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.DispositionApproved;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.DispositionExecuted;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.DispositionProposed;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.DispositionReturned;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.DispositionVerified;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.Product;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.ReinspectionFailed;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.ReinspectionPassed;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.Reported;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.ReviewConvened;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.Verified;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NonconformityHistoryTest {

    private static final UUID NONCONFORMITY = new UUID(0, 1);
    private static final UUID COMPLAINT = new UUID(0, 2);
    private static final Instant FIRST = Instant.parse("2026-11-20T01:00:00Z");

    private final NonconformityHistory history = new NonconformityHistory(List.of(), List.of());
    private int sequence;

    private void happens(NonconformityFact event) {
        sequence++;
        history.take(
                event,
                ReportExamples.about(
                        NONCONFORMITY, "nonconformity-event", sequence, FIRST.plusSeconds(sequence * 60L)));
    }

    private void reported() {
        happens(new Reported(
                "NC1",
                "complaint",
                "product-quality",
                null,
                new Product("干燥机", null, "L-1", null, 10L),
                "",
                null,
                FIRST));
        happens(new Confirmed());
        happens(new Classified("minor"));
        happens(new ReviewConvened());
    }

    private NonconformityFactRow now() {
        NonconformityFactRow row = history.now(NONCONFORMITY);
        assertNotNull(row);
        return row;
    }

    private DispositionFactRow disposition(String id) {
        return history.dispositions().stream()
                .filter(row -> row.dispositionId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isFollowedFromItsReportToItsClosing() {
        reported();
        assertEquals("minor", now().severity());
        happens(new DispositionProposed("d1", "rework", 6L));
        happens(new DispositionProposed("d2", "concession", 4L));
        happens(new DispositionApproved(List.of("d1", "d2")));
        assertEquals("disposition-approved", now().status());
        happens(new DispositionExecuted("d1", true));
        assertEquals("reinspection", now().status());
        happens(new ReinspectionPassed("d1"));
        happens(new DispositionExecuted("d2", false));
        happens(new DispositionVerified("d2"));
        happens(new Verified());
        happens(new Closed());
        assertEquals("closed", now().status());
        assertNotNull(now().endedAt());
        assertEquals(10, now().items());
        assertEquals(1, disposition("d1").passed());
        assertEquals(true, disposition("d1").verified());
        assertEquals(true, disposition("d2").approved());
        assertEquals(4L, disposition("d2").quantity());
        assertEquals(
                2,
                history.changedDispositions().stream()
                        .filter(row -> row.knownTo() == null)
                        .count());
    }

    @Test
    void aFailedReInspectionEndsItsDispositionAlone() {
        reported();
        happens(new DispositionProposed("d1", "rework", 6L));
        happens(new DispositionProposed("d2", "scrap", 4L));
        happens(new DispositionApproved(List.of("d1", "d2")));
        happens(new DispositionExecuted("d1", true));
        happens(new ReinspectionFailed("d1"));
        assertEquals("under-review", now().status());
        assertEquals(false, disposition("d1").holds());
        assertEquals(1, disposition("d1").failed());
        assertEquals(true, disposition("d2").holds());
    }

    @Test
    void aReturnedDispositionDoesNotHold() {
        reported();
        happens(new DispositionProposed("d1", "concession", null));
        happens(new DispositionReturned(List.of("d1")));
        assertEquals(false, disposition("d1").holds());
        assertEquals("under-review", now().status());
    }

    @Test
    void aClearedOneIsAtItsEnd() {
        reported();
        happens(new Cleared());
        assertEquals("cleared", now().status());
        assertNotNull(now().endedAt());
    }

    @Test
    void theFirstComplaintItCameFromStays() {
        reported();
        happens(new ComplaintLinked(COMPLAINT));
        happens(new ComplaintLinked(new UUID(0, 3)));
        assertEquals(COMPLAINT, now().complaintId());
    }

    @Test
    void whatWasNeverReportedOrProposedIsRefused() {
        assertThrows(IllegalStateException.class, () -> happens(new Confirmed()));
        reported();
        assertThrows(IllegalStateException.class, () -> happens(new DispositionVerified("d9")));
    }
}

package io.huiyin.report.views.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.report.ReportExamples;
import io.huiyin.report.incoming.complaint.ComplaintFact;
import io.huiyin.report.incoming.complaint.ComplaintFact.Accepted;
import io.huiyin.report.incoming.complaint.ComplaintFact.Acknowledged;
import io.huiyin.report.incoming.complaint.ComplaintFact.ClarificationAsked;
import io.huiyin.report.incoming.complaint.ComplaintFact.Clarified;
import io.huiyin.report.incoming.complaint.ComplaintFact.Classified;
import io.huiyin.report.incoming.complaint.ComplaintFact.Closed;
import io.huiyin.report.incoming.complaint.ComplaintFact.Corrected;
import io.huiyin.report.incoming.complaint.ComplaintFact.CustomerAccepted;
import io.huiyin.report.incoming.complaint.ComplaintFact.CustomerInformed;
import io.huiyin.report.incoming.complaint.ComplaintFact.CustomerRejected;
import io.huiyin.report.incoming.complaint.ComplaintFact.DateAgreed;
import io.huiyin.report.incoming.complaint.ComplaintFact.Deadline;
import io.huiyin.report.incoming.complaint.ComplaintFact.Declined;
import io.huiyin.report.incoming.complaint.ComplaintFact.Held;
import io.huiyin.report.incoming.complaint.ComplaintFact.Imported;
import io.huiyin.report.incoming.complaint.ComplaintFact.InvestigationStarted;
import io.huiyin.report.incoming.complaint.ComplaintFact.Liability;
import io.huiyin.report.incoming.complaint.ComplaintFact.LiabilityDetermined;
import io.huiyin.report.incoming.complaint.ComplaintFact.MeasureCompleted;
import io.huiyin.report.incoming.complaint.ComplaintFact.NonconformityNoted;
import io.huiyin.report.incoming.complaint.ComplaintFact.Product;
import io.huiyin.report.incoming.complaint.ComplaintFact.Refiled;
import io.huiyin.report.incoming.complaint.ComplaintFact.Registered;
import io.huiyin.report.incoming.complaint.ComplaintFact.Reopened;
import io.huiyin.report.incoming.complaint.ComplaintFact.Resumed;
import io.huiyin.report.incoming.complaint.ComplaintFact.SettlementApproved;
import io.huiyin.report.incoming.complaint.ComplaintFact.SettlementEscalated;
import io.huiyin.report.incoming.complaint.ComplaintFact.SettlementProposed;
import io.huiyin.report.incoming.complaint.ComplaintFact.Verified;
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
        assertEquals(5, versions().size(), "being asked is the first reply");
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

    private static Deadline limit(String milestone, Instant dueAt) {
        return new Deadline(milestone, dueAt);
    }

    private void registeredWithLimits() {
        happens(
                new Registered(
                        "26110001",
                        "registered",
                        FIRST,
                        "web",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(
                                limit("first-reply", FIRST.plusSeconds(86_400)),
                                limit("close", FIRST.plusSeconds(518_400)))),
                FIRST);
    }

    private static Closed closed(Instant at, String timely, String disputed) {
        return new Closed(at, false, timely, disputed, "major", null, null, new Liability("own", "quality", "装配车间"));
    }

    @Test
    void aCaseIsFollowedToItsEnd() {
        registeredWithLimits();
        happens(new Acknowledged(), FIRST.plusSeconds(10));
        happens(new Accepted(null), FIRST.plusSeconds(20));
        happens(new Classified("major", "quality", "noise"), FIRST.plusSeconds(30));
        happens(new InvestigationStarted(), FIRST.plusSeconds(40));
        happens(new LiabilityDetermined("own", "quality", "装配车间"), FIRST.plusSeconds(50));
        happens(new SettlementProposed("repair"), FIRST.plusSeconds(60));
        happens(new SettlementApproved(), FIRST.plusSeconds(70));
        happens(new CustomerInformed(), FIRST.plusSeconds(80));
        assertEquals("unknown", now().disputed(), "he has not been asked");
        happens(new CustomerAccepted(), FIRST.plusSeconds(90));
        happens(new MeasureCompleted(), FIRST.plusSeconds(100));
        happens(new Verified(), FIRST.plusSeconds(110));
        happens(new NonconformityNoted(new UUID(0, 9)), FIRST.plusSeconds(115));
        assertEquals("verified", now().status(), "a note changes no status");
        happens(closed(FIRST.plusSeconds(120), "yes", "no"), FIRST.plusSeconds(120));
        ComplaintFactRow row = now();
        assertEquals("closed", row.status());
        assertEquals("quality", row.cause());
        assertEquals("own", row.liability());
        assertEquals("quality", row.liabilityCause());
        assertEquals("装配车间", row.department());
        assertEquals("repair", row.settlement());
        assertEquals("yes", row.timely());
        assertEquals("no", row.disputed());
        assertEquals(FIRST.plusSeconds(10), row.firstRepliedAt(), "the first reply counts, later ones do not");
        assertEquals(FIRST.plusSeconds(86_400), row.firstReplyDue());
        assertEquals(FIRST.plusSeconds(518_400), row.closeDue());
        assertEquals(FIRST.plusSeconds(120), row.endedAt());
        assertEquals(1, row.nonconformities());
        assertEquals(
                1, versions().stream().filter(each -> each.knownTo() == null).count());
    }

    @Test
    void aRejectionMakesItDisputedForGood() {
        registeredWithLimits();
        happens(new CustomerInformed(), FIRST.plusSeconds(10));
        happens(new CustomerRejected(), FIRST.plusSeconds(20));
        assertEquals("rejected-by-customer", now().status());
        happens(new SettlementEscalated(), FIRST.plusSeconds(30));
        happens(new Refiled(), FIRST.plusSeconds(40));
        happens(new CustomerAccepted(), FIRST.plusSeconds(50));
        assertEquals("yes", now().disputed());
    }

    @Test
    void aReopenedCaseIsOpenAgainAndNobodyKnowsWhetherInTime() {
        registeredWithLimits();
        happens(closed(FIRST.plusSeconds(10), "yes", "no"), FIRST.plusSeconds(10));
        happens(new Reopened(), FIRST.plusSeconds(20));
        assertEquals("investigating", now().status());
        assertEquals("unknown", now().timely());
        assertNull(now().endedAt());
        assertEquals(1, now().reopenings());
        happens(closed(FIRST.plusSeconds(600_000), "no", "no"), FIRST.plusSeconds(600_000));
        assertEquals("no", now().timely());
    }

    @Test
    void aPauseMovesTheLimits() {
        registeredWithLimits();
        happens(new Held(), FIRST.plusSeconds(10));
        assertEquals(true, now().held());
        happens(new Resumed(List.of(limit("close", FIRST.plusSeconds(700_000)))), FIRST.plusSeconds(20));
        assertEquals(false, now().held());
        assertEquals(FIRST.plusSeconds(700_000), now().closeDue());
        assertEquals(FIRST.plusSeconds(86_400), now().firstReplyDue(), "what was not moved stays");
    }

    @Test
    void aDateAgreedAnewIsTheLimitAndAReply() {
        registeredWithLimits();
        happens(new DateAgreed(limit("close", FIRST.plusSeconds(800_000))), FIRST.plusSeconds(10));
        assertEquals(FIRST.plusSeconds(800_000), now().closeDue());
        assertEquals(FIRST.plusSeconds(10), now().firstRepliedAt());
    }

    @Test
    void aDateAgreedForTheReplyItselfIsNone() {
        registeredWithLimits();
        happens(new DateAgreed(limit("first-reply", FIRST.plusSeconds(90_000))), FIRST.plusSeconds(10));
        assertEquals(FIRST.plusSeconds(90_000), now().firstReplyDue());
        assertNull(now().firstRepliedAt());
    }

    @Test
    void aDeclinedCaseWasAnsweredAndIsAtItsEnd() {
        registeredWithLimits();
        happens(new Declined(), FIRST.plusSeconds(10));
        assertEquals(FIRST.plusSeconds(10), now().firstRepliedAt());
        assertEquals(FIRST.plusSeconds(10), now().endedAt());
        assertEquals("unknown", now().timely());
    }
}

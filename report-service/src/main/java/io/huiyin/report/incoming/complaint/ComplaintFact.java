package io.huiyin.report.incoming.complaint;

import io.huiyin.kernel.event.EventName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the complaint service says, as far as statistics need it: no customer, no text, no personal data. */
public sealed interface ComplaintFact {

    /** What the complaint is about; where it has no name, its model stands for it. */
    record Product(
            @Nullable String name,
            @Nullable String model,
            @Nullable String subProduct) {

        public @Nullable String label() {
            return name == null || name.isBlank() ? model : name;
        }
    }

    /** A limit as it was promised. */
    record Deadline(String milestone, Instant dueAt) {

        public static final String FIRST_REPLY = "first-reply";
        public static final String CLOSE = "close";
    }

    /** Who answers for it, and why. */
    record Liability(String party, String cause, @Nullable String department) {}

    @EventName("complaint-registered")
    record Registered(
            @Nullable String number,
            String status,
            Instant receivedAt,
            @Nullable String channel,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable String region,
            @Nullable UUID originFollowUpId,
            @Nullable List<Deadline> deadlines)
            implements ComplaintFact {}

    @EventName("complaint-clarification-asked")
    record ClarificationAsked() implements ComplaintFact {}

    /** Only what was given is there, a product as a whole. */
    @EventName("complaint-clarified")
    record Clarified(
            @Nullable String channel,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable String region,
            @Nullable List<String> missing)
            implements ComplaintFact {}

    /** Only what was corrected is there, a product as a whole. */
    @EventName("complaint-corrected")
    record Corrected(
            @Nullable Instant receivedAt,
            @Nullable String channel,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable String region)
            implements ComplaintFact {}

    @EventName("complaint-acknowledged")
    record Acknowledged() implements ComplaintFact {}

    /** A clock may start only here, by profile. */
    @EventName("complaint-accepted")
    record Accepted(@Nullable List<Deadline> deadlines) implements ComplaintFact {}

    @EventName("complaint-classified")
    record Classified(
            @Nullable String severity,
            @Nullable String causeClass,
            @Nullable String issue) implements ComplaintFact {}

    @EventName("complaint-investigation-started")
    record InvestigationStarted() implements ComplaintFact {}

    @EventName("complaint-liability-determined")
    record LiabilityDetermined(
            String party, String cause, @Nullable String department) implements ComplaintFact {}

    @EventName("complaint-settlement-proposed")
    record SettlementProposed(@Nullable String type) implements ComplaintFact {}

    @EventName("complaint-settlement-approved")
    record SettlementApproved() implements ComplaintFact {}

    @EventName("complaint-settlement-returned")
    record SettlementReturned() implements ComplaintFact {}

    @EventName("complaint-customer-informed")
    record CustomerInformed() implements ComplaintFact {}

    @EventName("complaint-customer-accepted")
    record CustomerAccepted() implements ComplaintFact {}

    @EventName("complaint-customer-rejected")
    record CustomerRejected() implements ComplaintFact {}

    @EventName("complaint-refiled")
    record Refiled() implements ComplaintFact {}

    @EventName("complaint-settlement-escalated")
    record SettlementEscalated() implements ComplaintFact {}

    @EventName("complaint-final-answer-given")
    record FinalAnswerGiven() implements ComplaintFact {}

    @EventName("complaint-measure-completed")
    record MeasureCompleted() implements ComplaintFact {}

    @EventName("complaint-verified")
    record Verified() implements ComplaintFact {}

    @EventName("complaint-verification-failed")
    record VerificationFailed() implements ComplaintFact {}

    @EventName("complaint-held")
    record Held() implements ComplaintFact {}

    /** The customer was told that another date was agreed. */
    @EventName("complaint-date-agreed")
    record DateAgreed(Deadline deadline) implements ComplaintFact {}

    /** The limits as they stand after the pause. */
    @EventName("complaint-resumed")
    record Resumed(@Nullable List<Deadline> deadlines) implements ComplaintFact {}

    @EventName("complaint-declined")
    record Declined() implements ComplaintFact {}

    /** A case of another system, with what that system knew of it. */
    @EventName("complaint-imported")
    record Imported(
            Instant receivedAt,
            @Nullable String channel,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String subIssue,
            @Nullable String region,
            @Nullable String company,
            @Nullable String outcome,
            @Nullable String timely,
            @Nullable String disputed)
            implements ComplaintFact {}

    /** Of an import only that it was closed; of our own cases also how. */
    @EventName("complaint-closed")
    record Closed(
            @Nullable Instant closedAt,
            boolean historical,
            @Nullable String timely,
            @Nullable String disputed,
            @Nullable String severity,
            @Nullable String category,
            @Nullable String issue,
            @Nullable Liability liability)
            implements ComplaintFact {}

    @EventName("complaint-reopened")
    record Reopened() implements ComplaintFact {}

    @EventName("complaint-nonconformity-noted")
    record NonconformityNoted(@Nullable UUID nonconformityId) implements ComplaintFact {}
}

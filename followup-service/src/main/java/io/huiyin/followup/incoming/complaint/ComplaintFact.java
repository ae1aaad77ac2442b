package io.huiyin.followup.incoming.complaint;

import io.huiyin.kernel.event.EventName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the complaint service says, as far as it tells us about customers: our tolerant copy. */
public sealed interface ComplaintFact {

    /** Who complains; {@code identified} says that the poster knew his id. */
    record Customer(
            String customerId,
            boolean identified,
            @Nullable String customerClass,
            @Nullable Person person) {}

    /** Name and contacts. */
    record Person(
            @Nullable String personId,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address) {}

    /** What is complained about. */
    record Product(
            @Nullable String name,
            @Nullable String subProduct,
            @Nullable String model,
            @Nullable String serialNumber,
            @Nullable String lot,
            @Nullable String orderNumber,
            @Nullable Integer quantity,
            @Nullable LocalDate deliveredOn) {}

    @EventName("complaint-registered")
    record Registered(
            String number,
            String status,
            Instant receivedAt,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity)
            implements ComplaintFact {}

    /** A case of another system. */
    @EventName("complaint-imported")
    record Imported(
            String number,
            Instant receivedAt,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue)
            implements ComplaintFact {}

    /** What happens to a complaint that has been filed. */
    sealed interface Progress extends ComplaintFact {}

    @EventName("complaint-clarification-asked")
    record ClarificationAsked() implements Progress {}

    /** Only what was given is there, objects as a whole. */
    @EventName("complaint-clarified")
    record Clarified(
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable List<String> missing)
            implements Progress {}

    /** Only what was corrected is there, objects as a whole. */
    @EventName("complaint-corrected")
    record Corrected(
            @Nullable Instant receivedAt,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity)
            implements Progress {}

    @EventName("complaint-accepted")
    record Accepted() implements Progress {}

    @EventName("complaint-declined")
    record Declined() implements Progress {}

    @EventName("complaint-classified")
    record Classified(@Nullable String severity, @Nullable String issue) implements Progress {}

    /** A step of handling that says where the case stands now, and nothing else that we need. */
    sealed interface Step extends Progress {}

    @EventName("complaint-investigation-started")
    record InvestigationStarted() implements Step {}

    @EventName("complaint-liability-determined")
    record LiabilityDetermined() implements Step {}

    @EventName("complaint-settlement-proposed")
    record SettlementProposed() implements Step {}

    @EventName("complaint-settlement-approved")
    record SettlementApproved() implements Step {}

    @EventName("complaint-settlement-returned")
    record SettlementReturned() implements Step {}

    @EventName("complaint-settlement-escalated")
    record SettlementEscalated() implements Step {}

    @EventName("complaint-customer-informed")
    record CustomerInformed() implements Step {}

    @EventName("complaint-customer-accepted")
    record CustomerAccepted() implements Step {}

    @EventName("complaint-customer-rejected")
    record CustomerRejected() implements Step {}

    @EventName("complaint-refiled")
    record Refiled() implements Step {}

    @EventName("complaint-final-answer-given")
    record FinalAnswerGiven() implements Step {}

    @EventName("complaint-measure-completed")
    record MeasureCompleted() implements Step {}

    @EventName("complaint-verified")
    record Verified() implements Step {}

    @EventName("complaint-verification-failed")
    record VerificationFailed() implements Step {}

    @EventName("complaint-closed")
    record Closed() implements Step {}

    /** Somebody owes the customer an end again. */
    @EventName("complaint-reopened")
    record Reopened() implements Step {}
}

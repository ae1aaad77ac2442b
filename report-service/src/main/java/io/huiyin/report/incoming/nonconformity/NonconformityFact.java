package io.huiyin.report.incoming.nonconformity;

import io.huiyin.kernel.event.EventName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the nonconformity service says, as far as statistics need it: no persons, no findings, no opinions. */
public sealed interface NonconformityFact {

    /** What does not conform; where it has no name, its model stands for it. */
    record Product(
            @Nullable String name,
            @Nullable String model,
            @Nullable String lot,
            @Nullable List<String> serialNumbers,
            @Nullable Long quantity) {

        public @Nullable String label() {
            return name == null || name.isBlank() ? model : name;
        }

        /** How many pieces: as stated, else as many as have a serial number. */
        public long items() {
            if (quantity != null) {
                return quantity;
            }
            return serialNumbers == null ? 0 : serialNumbers.size();
        }
    }

    @EventName("nonconformity-reported")
    record Reported(
            @Nullable String number,
            @Nullable String source,
            @Nullable String category,
            @Nullable String severity,
            @Nullable Product product,
            @Nullable String supplier,
            @Nullable UUID complaintId,
            @Nullable Instant reportedAt)
            implements NonconformityFact {}

    @EventName("nonconformity-complaint-linked")
    record ComplaintLinked(@Nullable UUID complaintId) implements NonconformityFact {}

    @EventName("nonconformity-segregated")
    record Segregated() implements NonconformityFact {}

    @EventName("nonconformity-confirmed")
    record Confirmed() implements NonconformityFact {}

    @EventName("nonconformity-cleared")
    record Cleared() implements NonconformityFact {}

    @EventName("nonconformity-classified")
    record Classified(@Nullable String severity) implements NonconformityFact {}

    @EventName("nonconformity-review-convened")
    record ReviewConvened() implements NonconformityFact {}

    /** What a disposition says of itself. */
    sealed interface OfDisposition extends NonconformityFact {
        String dispositionId();
    }

    /** What is decided about several dispositions at once. */
    sealed interface OfDispositions extends NonconformityFact {
        @Nullable
        List<String> dispositionIds();
    }

    @EventName("nonconformity-disposition-proposed")
    record DispositionProposed(
            String dispositionId,
            String disposition,
            @Nullable Long quantity) implements OfDisposition {}

    @EventName("nonconformity-disposition-approved")
    record DispositionApproved(@Nullable List<String> dispositionIds) implements OfDispositions {}

    @EventName("nonconformity-disposition-returned")
    record DispositionReturned(@Nullable List<String> dispositionIds) implements OfDispositions {}

    @EventName("nonconformity-disposition-executed")
    record DispositionExecuted(String dispositionId, boolean reinspection) implements OfDisposition {}

    @EventName("nonconformity-reinspection-passed")
    record ReinspectionPassed(String dispositionId) implements OfDisposition {}

    @EventName("nonconformity-reinspection-failed")
    record ReinspectionFailed(String dispositionId) implements OfDisposition {}

    @EventName("nonconformity-disposition-verified")
    record DispositionVerified(String dispositionId) implements OfDisposition {}

    @EventName("nonconformity-verified")
    record Verified() implements NonconformityFact {}

    @EventName("nonconformity-closed")
    record Closed() implements NonconformityFact {}
}

package io.huiyin.report.views.nonconformities;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.Product;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.Reported;
import io.huiyin.report.views.facts.KnownFact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A nonconformity as it was known from one recorded instant to another.
 *
 * @param factId nonconformity and the sequence of the event it was first known by
 * @param sequence the last event it takes in
 * @param complaintId the complaint it came from, the first one where there are several
 * @param items pieces concerned
 * @param endedAt when it was closed or cleared; null while it is open
 */
public record NonconformityFactRow(
        String factId,
        UUID nonconformityId,
        int sequence,
        Instant knownFrom,
        @Nullable Instant knownTo,
        @Nullable String number,
        @Nullable String source,
        @Nullable String category,
        @Nullable String severity,
        @Nullable String product,
        @Nullable String lot,
        @Nullable String supplier,
        @Nullable UUID complaintId,
        long items,
        Instant reportedAt,
        String status,
        @Nullable Instant endedAt)
        implements KnownFact<NonconformityFactRow> {

    static NonconformityFactRow of(Reported e, EventEnvelope about) {
        Product product = e.product();
        return new NonconformityFactRow(
                factId(about.subject(), about.sequence()),
                about.subject(),
                about.sequence(),
                about.recordedAt(),
                null,
                filled(e.number()),
                filled(e.source()),
                filled(e.category()),
                filled(e.severity()),
                product == null ? null : filled(product.label()),
                product == null ? null : filled(product.lot()),
                filled(e.supplier()),
                e.complaintId(),
                product == null ? 0 : product.items(),
                e.reportedAt() == null ? about.occurredAt() : e.reportedAt(),
                "reported",
                null);
    }

    NonconformityFactRow now(String newStatus) {
        return with(severity, complaintId, newStatus, null);
    }

    NonconformityFactRow ended(String newStatus, Instant at) {
        return with(severity, complaintId, newStatus, at);
    }

    NonconformityFactRow classified(@Nullable String newSeverity) {
        return with(newSeverity == null ? severity : filled(newSeverity), complaintId, "classified", null);
    }

    NonconformityFactRow linked(@Nullable UUID complaint) {
        return with(severity, complaintId == null ? complaint : complaintId, status, endedAt);
    }

    private NonconformityFactRow with(
            @Nullable String newSeverity, @Nullable UUID newComplaint, String newStatus, @Nullable Instant newEnd) {
        return new NonconformityFactRow(
                factId,
                nonconformityId,
                sequence,
                knownFrom,
                knownTo,
                number,
                source,
                category,
                newSeverity,
                product,
                lot,
                supplier,
                newComplaint,
                items,
                reportedAt,
                newStatus,
                newEnd);
    }

    @Override
    public NonconformityFactRow knownSince(int newSequence, Instant recordedAt) {
        return known(factId(nonconformityId, newSequence), newSequence, recordedAt, null);
    }

    @Override
    public NonconformityFactRow including(int newSequence) {
        return known(factId, newSequence, knownFrom, knownTo);
    }

    @Override
    public NonconformityFactRow knownUntil(Instant recordedAt) {
        return known(factId, sequence, knownFrom, recordedAt);
    }

    private NonconformityFactRow known(String id, int last, Instant from, @Nullable Instant to) {
        return new NonconformityFactRow(
                id,
                nonconformityId,
                last,
                from,
                to,
                number,
                source,
                category,
                severity,
                product,
                lot,
                supplier,
                complaintId,
                items,
                reportedAt,
                status,
                endedAt);
    }

    private static String factId(UUID nonconformity, int sequence) {
        return nonconformity + ":" + sequence;
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

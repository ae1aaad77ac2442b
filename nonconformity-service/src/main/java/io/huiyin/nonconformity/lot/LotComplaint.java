package io.huiyin.nonconformity.lot;

import io.huiyin.nonconformity.incoming.complaint.ComplaintFact;
import io.huiyin.nonconformity.incoming.complaint.ComplaintFact.Accepted;
import io.huiyin.nonconformity.incoming.complaint.ComplaintFact.ClarificationAsked;
import io.huiyin.nonconformity.incoming.complaint.ComplaintFact.Clarified;
import io.huiyin.nonconformity.incoming.complaint.ComplaintFact.Closed;
import io.huiyin.nonconformity.incoming.complaint.ComplaintFact.Corrected;
import io.huiyin.nonconformity.incoming.complaint.ComplaintFact.Declined;
import io.huiyin.nonconformity.incoming.complaint.ComplaintFact.Imported;
import io.huiyin.nonconformity.incoming.complaint.ComplaintFact.Product;
import io.huiyin.nonconformity.incoming.complaint.ComplaintFact.Progress;
import io.huiyin.nonconformity.incoming.complaint.ComplaintFact.Registered;
import io.huiyin.nonconformity.incoming.complaint.ComplaintFact.Reopened;
import io.huiyin.nonconformity.lot.rules.LotTraceability.Kind;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One complaint as a lot's record shows it, and what it names.
 *
 * @param lotKey the lot it names; null when none
 * @param serialKey the serial number it names; null when none
 */
record LotComplaint(
        UUID complaintId,
        String number,
        Instant receivedAt,
        String status,
        boolean historical,
        @Nullable String lotKey,
        @Nullable String serialKey,
        @Nullable String product,
        @Nullable String model,
        @Nullable String issue,
        @Nullable String severity) {

    private static final String REGISTERED = "registered";
    private static final String CLARIFYING = "clarifying";
    private static final String ACCEPTED = "accepted";
    private static final String INVESTIGATING = "investigating";
    private static final String DECLINED = "declined";
    private static final String CLOSED = "closed";

    /** Whether it was found to be no genuine complaint. */
    boolean isDeclined() {
        return status.equals(DECLINED);
    }

    /** Whether it has not come to an end. */
    boolean isOpen() {
        return !isDeclined() && !status.equals(CLOSED);
    }

    /** The keys of what it names. */
    Set<String> names() {
        return Stream.of(lotKey, serialKey).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** The complaint after one more fact; null for what happens to a complaint that was never filed. */
    static @Nullable LotComplaint after(@Nullable LotComplaint known, UUID id, ComplaintFact fact) {
        return switch (fact) {
            case Registered e ->
                filed(id, e.number(), e.receivedAt(), e.status(), false)
                        .telling(null, e.product(), e.issue(), e.severity());
            case Imported e ->
                filed(id, e.number(), e.receivedAt(), REGISTERED, true).telling(null, e.product(), e.issue(), null);
            case Progress e -> known == null ? null : known.after(e);
        };
    }

    private LotComplaint after(Progress fact) {
        return switch (fact) {
            case ClarificationAsked e -> standing(CLARIFYING);
            case Clarified e ->
                standing(e.missing() == null || e.missing().isEmpty() ? REGISTERED : CLARIFYING)
                        .telling(null, e.product(), e.issue(), e.severity());
            case Corrected e -> telling(e.receivedAt(), e.product(), e.issue(), e.severity());
            case Accepted e -> standing(ACCEPTED);
            case Declined e -> standing(DECLINED);
            case Closed e -> standing(CLOSED);
            case Reopened e -> standing(INVESTIGATING);
        };
    }

    private static LotComplaint filed(UUID id, String number, Instant receivedAt, String status, boolean historical) {
        return new LotComplaint(id, number, receivedAt, status, historical, null, null, null, null, null, null);
    }

    private LotComplaint standing(String now) {
        return new LotComplaint(
                complaintId, number, receivedAt, now, historical, lotKey, serialKey, product, model, issue, severity);
    }

    /** What is given replaces what was said before, a product as a whole; null says nothing. */
    private LotComplaint telling(
            @Nullable Instant received,
            @Nullable Product given,
            @Nullable String givenIssue,
            @Nullable String givenSeverity) {
        return new LotComplaint(
                complaintId,
                number,
                received == null ? receivedAt : received,
                status,
                historical,
                given == null ? lotKey : Kind.LOT.key(given.lot()),
                given == null ? serialKey : Kind.SERIAL_NUMBER.key(given.serialNumber()),
                given == null ? product : given.name(),
                given == null ? model : given.model(),
                givenIssue == null ? issue : givenIssue,
                givenSeverity == null ? severity : givenSeverity);
    }
}

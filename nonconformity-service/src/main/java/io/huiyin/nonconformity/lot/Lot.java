package io.huiyin.nonconformity.lot;

import io.huiyin.nonconformity.lot.rules.LotTraceability;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A lot or serial number that complaints name. A declined complaint is no ground for suspicion: it is counted apart, and neither
 * among the complaints nor by issue; products and dates take it in, for it did name the lot.
 *
 * @param complaintCount the complaints that stand
 * @param openCount those of them that have not come to an end
 * @param declinedCount the complaints that were declined
 * @param byIssue the complaints that stand, by issue; those without one are left out
 */
record Lot(
        String key,
        String kind,
        String value,
        int complaintCount,
        int openCount,
        int declinedCount,
        ProductsSeen products,
        IssueCounts byIssue,
        Instant firstReportedAt,
        Instant lastReportedAt) {

    /** The counts after one complaint came ({@code before} is null), changed, or went ({@code after} is null). */
    static @Nullable Lot counted(
            String key, @Nullable Lot lot, @Nullable LotComplaint before, @Nullable LotComplaint after) {
        Lot counted = lot == null ? unheardOf(key, Objects.requireNonNull(after)) : lot;
        if (before != null) {
            counted = counted.with(before, -1);
        }
        if (after != null) {
            counted = counted.with(after, 1);
        }
        return counted.complaintCount + counted.declinedCount == 0 ? null : counted;
    }

    private static Lot unheardOf(String key, LotComplaint complaint) {
        return new Lot(
                key,
                LotTraceability.kind(key).wire(),
                LotTraceability.value(key),
                0,
                0,
                0,
                ProductsSeen.NONE,
                IssueCounts.NONE,
                complaint.receivedAt(),
                complaint.receivedAt());
    }

    private Lot with(LotComplaint complaint, int change) {
        boolean declined = complaint.isDeclined();
        return new Lot(
                key,
                kind,
                value,
                complaintCount + (declined ? 0 : change),
                openCount + (complaint.isOpen() ? change : 0),
                declinedCount + (declined ? change : 0),
                products.with(complaint.product(), complaint.model(), change),
                declined ? byIssue : byIssue.with(complaint.issue(), change),
                firstReportedAt,
                lastReportedAt);
    }

    /** The lot with the dates of its first and its last complaint. */
    Lot spanning(LotComplaint first, LotComplaint last) {
        return new Lot(
                key,
                kind,
                value,
                complaintCount,
                openCount,
                declinedCount,
                products,
                byIssue,
                first.receivedAt(),
                last.receivedAt());
    }
}

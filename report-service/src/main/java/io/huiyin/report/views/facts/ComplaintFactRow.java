package io.huiyin.report.views.facts;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it was known from one recorded instant to another.
 *
 * @param factId complaint and the sequence of the event it was first known by
 * @param sequence the last event it takes in: what is recorded at one instant makes one version
 * @param knownFrom when the event was recorded
 * @param knownTo when something else became known; null for what is known now
 * @param timely whether it was settled in time: yes, no, unknown
 * @param disputed whether the customer rejected what was offered: yes, no, unknown
 */
public record ComplaintFactRow(
        String factId,
        UUID complaintId,
        int sequence,
        Instant knownFrom,
        @Nullable Instant knownTo,
        Instant receivedAt,
        @Nullable String product,
        @Nullable String subProduct,
        @Nullable String issue,
        @Nullable String subIssue,
        @Nullable String category,
        @Nullable String channel,
        @Nullable String region,
        @Nullable String company,
        @Nullable String outcome,
        @Nullable String severity,
        @Nullable String cause,
        String timely,
        String disputed,
        String status,
        boolean historical) {

    private static final String UNKNOWN = "unknown";

    /** What an event says about a complaint that was not known before; null when it needs one that is. */
    static @Nullable ComplaintFactRow first(ComplaintFact event, UUID complaint, int sequence, Instant recordedAt) {
        return switch (event) {
            case Registered e -> registered(e, complaint, sequence, recordedAt);
            case Imported e -> imported(e, complaint, sequence, recordedAt);
            case ClarificationAsked e -> null;
            case Clarified e -> null;
            case Corrected e -> null;
            case Accepted e -> null;
            case Declined e -> null;
            case Closed e -> null;
        };
    }

    /** The same complaint after one more event, apart from when that was known. */
    ComplaintFactRow after(ComplaintFact event) {
        return switch (event) {
            case Registered e -> this;
            case Imported e -> this;
            case ClarificationAsked e -> withStatus("clarifying");
            case Clarified e -> clarified(e);
            case Corrected e -> corrected(e);
            case Accepted e -> withStatus("accepted");
            case Declined e -> withStatus("declined");
            case Closed e -> withStatus("closed");
        };
    }

    private static ComplaintFactRow registered(Registered e, UUID complaint, int sequence, Instant recordedAt) {
        return new ComplaintFactRow(
                factId(complaint, sequence),
                complaint,
                sequence,
                recordedAt,
                null,
                e.receivedAt(),
                name(e.product()),
                subProduct(e.product()),
                filled(e.issue()),
                null,
                filled(e.category()),
                filled(e.channel()),
                filled(e.region()),
                null,
                null,
                filled(e.severity()),
                null,
                UNKNOWN,
                UNKNOWN,
                e.status(),
                false);
    }

    private static ComplaintFactRow imported(Imported e, UUID complaint, int sequence, Instant recordedAt) {
        return new ComplaintFactRow(
                factId(complaint, sequence),
                complaint,
                sequence,
                recordedAt,
                null,
                e.receivedAt(),
                name(e.product()),
                subProduct(e.product()),
                filled(e.issue()),
                filled(e.subIssue()),
                filled(e.category()),
                filled(e.channel()),
                filled(e.region()),
                filled(e.company()),
                filled(e.outcome()),
                null,
                null,
                answer(e.timely()),
                answer(e.disputed()),
                "imported",
                true);
    }

    private ComplaintFactRow clarified(Clarified e) {
        boolean complete = e.missing() == null || e.missing().isEmpty();
        return with(
                receivedAt,
                e.product() == null ? product : name(e.product()),
                e.product() == null ? subProduct : subProduct(e.product()),
                or(e.issue(), issue),
                or(e.category(), category),
                or(e.channel(), channel),
                or(e.region(), region),
                or(e.severity(), severity),
                status.equals("clarifying") && complete ? "registered" : status);
    }

    private ComplaintFactRow corrected(Corrected e) {
        return with(
                e.receivedAt() == null ? receivedAt : e.receivedAt(),
                e.product() == null ? product : name(e.product()),
                e.product() == null ? subProduct : subProduct(e.product()),
                or(e.issue(), issue),
                or(e.category(), category),
                or(e.channel(), channel),
                or(e.region(), region),
                or(e.severity(), severity),
                status);
    }

    /** What was given now, also when it is blank; else what was known before. */
    private static @Nullable String or(@Nullable String given, @Nullable String before) {
        return given == null ? before : filled(given);
    }

    private ComplaintFactRow withStatus(String now) {
        return with(receivedAt, product, subProduct, issue, category, channel, region, severity, now);
    }

    private ComplaintFactRow with(
            Instant newReceivedAt,
            @Nullable String newProduct,
            @Nullable String newSubProduct,
            @Nullable String newIssue,
            @Nullable String newCategory,
            @Nullable String newChannel,
            @Nullable String newRegion,
            @Nullable String newSeverity,
            String newStatus) {
        return new ComplaintFactRow(
                factId,
                complaintId,
                sequence,
                knownFrom,
                knownTo,
                newReceivedAt,
                newProduct,
                newSubProduct,
                newIssue,
                subIssue,
                newCategory,
                newChannel,
                newRegion,
                company,
                outcome,
                newSeverity,
                cause,
                timely,
                disputed,
                newStatus,
                historical);
    }

    /** The next version, known from an instant on. */
    ComplaintFactRow knownSince(int newSequence, Instant recordedAt) {
        return known(factId(complaintId, newSequence), newSequence, recordedAt, null);
    }

    /** The same version, with one more event of the same instant. */
    ComplaintFactRow including(int newSequence) {
        return known(factId, newSequence, knownFrom, knownTo);
    }

    /** The version that was known until an instant. */
    ComplaintFactRow knownUntil(Instant recordedAt) {
        return known(factId, sequence, knownFrom, recordedAt);
    }

    private ComplaintFactRow known(String id, int last, Instant from, @Nullable Instant to) {
        return new ComplaintFactRow(
                id,
                complaintId,
                last,
                from,
                to,
                receivedAt,
                product,
                subProduct,
                issue,
                subIssue,
                category,
                channel,
                region,
                company,
                outcome,
                severity,
                cause,
                timely,
                disputed,
                status,
                historical);
    }

    private static String factId(UUID complaint, int sequence) {
        return complaint + ":" + sequence;
    }

    private static @Nullable String name(@Nullable Product product) {
        return product == null ? null : filled(product.label());
    }

    private static @Nullable String subProduct(@Nullable Product product) {
        return product == null ? null : filled(product.subProduct());
    }

    /** Blank is missing. */
    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String answer(@Nullable String text) {
        return text == null || text.isBlank() ? UNKNOWN : text;
    }
}

package io.huiyin.complaint.views.list;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One case in the list. */
public record ComplaintListRow(
        UUID id,
        String number,
        int version,
        String status,
        @Nullable String channel,
        @Nullable String severity,
        @Nullable String category,
        @Nullable String issue,
        @Nullable String product,
        @Nullable String region,
        @Nullable String customerId,
        @Nullable String customerName,
        @Nullable String sourceSystem,
        @Nullable String sourceReference,
        @Nullable String summary,
        Instant receivedAt,
        Instant recordedAt,
        OpenLimits openLimits,
        @Nullable Instant nextDueAt,
        boolean held,
        @Nullable UUID originFollowUpId,
        boolean historical,
        String search) {

    /** The same case with other promises; while it is held none of them is due next. */
    ComplaintListRow due(OpenLimits open, boolean nowHeld) {
        return new ComplaintListRow(
                id,
                number,
                version,
                status,
                channel,
                severity,
                category,
                issue,
                product,
                region,
                customerId,
                customerName,
                sourceSystem,
                sourceReference,
                summary,
                receivedAt,
                recordedAt,
                open,
                nowHeld ? null : open.next(),
                nowHeld,
                originFollowUpId,
                historical,
                search);
    }

    private static final int SUMMARY = 200;

    /** What text search looks through, in lower case. */
    static String searchable(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    /** The beginning of a description. */
    static @Nullable String summary(@Nullable String description) {
        if (description == null || description.length() <= SUMMARY) {
            return description;
        }
        int end = Character.isHighSurrogate(description.charAt(SUMMARY - 1)) ? SUMMARY - 1 : SUMMARY;
        return description.substring(0, end) + "…";
    }
}

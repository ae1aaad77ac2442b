package io.huiyin.nonconformity.views.list;

import io.huiyin.nonconformity.Dispositions;
import io.huiyin.nonconformity.Nonconformity.Stage;
import io.huiyin.nonconformity.rules.LeastAdvanced;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One nonconformity in the list.
 *
 * @param parts how far each disposition has come: what the status is made of
 */
record NonconformityListRow(
        UUID id,
        String number,
        int version,
        String status,
        @Nullable String severity,
        @Nullable String level,
        String source,
        String category,
        @Nullable UUID complaintId,
        @Nullable String supplier,
        @Nullable String lot,
        @Nullable String product,
        @Nullable String model,
        @Nullable Integer quantity,
        @Nullable String location,
        boolean held,
        String summary,
        Instant reportedAt,
        String search,
        Parts parts) {

    private static final int SUMMARY = 200;

    /** How far the whole and its dispositions have come. */
    record Parts(Stage stage, Dispositions dispositions) {

        String status() {
            return LeastAdvanced.status(stage, dispositions).wire();
        }
    }

    NonconformityListRow now(int toVersion, Parts nowParts, boolean nowHeld, @Nullable String nowLocation) {
        return new NonconformityListRow(
                id,
                number,
                toVersion,
                nowParts.status(),
                severity,
                level,
                source,
                category,
                complaintId,
                supplier,
                lot,
                product,
                model,
                quantity,
                nowLocation,
                nowHeld,
                summary,
                reportedAt,
                search,
                nowParts);
    }

    NonconformityListRow judged(String as, String decides) {
        return new NonconformityListRow(
                id,
                number,
                version,
                status,
                as,
                decides,
                source,
                category,
                complaintId,
                supplier,
                lot,
                product,
                model,
                quantity,
                location,
                held,
                summary,
                reportedAt,
                search,
                parts);
    }

    NonconformityListRow linked(UUID complaint) {
        return new NonconformityListRow(
                id,
                number,
                version,
                status,
                severity,
                level,
                source,
                category,
                complaintId == null ? complaint : complaintId,
                supplier,
                lot,
                product,
                model,
                quantity,
                location,
                held,
                summary,
                reportedAt,
                search,
                parts);
    }

    /** What text search looks through, in lower case. */
    static String searchable(Stream<@Nullable String> texts) {
        return texts.filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    /** The beginning of a finding. */
    static String summary(String finding) {
        if (finding.length() <= SUMMARY) {
            return finding;
        }
        int end = Character.isHighSurrogate(finding.charAt(SUMMARY - 1)) ? SUMMARY - 1 : SUMMARY;
        return finding.substring(0, end) + "…";
    }
}

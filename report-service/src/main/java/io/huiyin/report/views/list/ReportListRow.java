package io.huiyin.report.views.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report in the list. */
public record ReportListRow(
        UUID id,
        String kind,
        String period,
        String zone,
        long edition,
        String status,
        int version,
        Instant compiledAt,
        String compiledBy,
        @Nullable Instant issuedAt,
        @Nullable UUID supersededBy,
        String contentHash,
        @Nullable LocalDate dueOn) {

    ReportListRow now(String newStatus, int newVersion) {
        return with(newStatus, newVersion, issuedAt, supersededBy);
    }

    ReportListRow issued(Instant at, int newVersion) {
        return with("issued", newVersion, at, supersededBy);
    }

    ReportListRow superseded(@Nullable UUID by, int newVersion) {
        return with("superseded", newVersion, issuedAt, by);
    }

    private ReportListRow with(
            String newStatus, int newVersion, @Nullable Instant newIssuedAt, @Nullable UUID newSupersededBy) {
        return new ReportListRow(
                id,
                kind,
                period,
                zone,
                edition,
                newStatus,
                newVersion,
                compiledAt,
                compiledBy,
                newIssuedAt,
                newSupersededBy,
                contentHash,
                dueOn);
    }
}

package io.huiyin.report;

import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.report.Report.Approved;
import io.huiyin.report.Report.Compiled;
import io.huiyin.report.Report.Draft;
import io.huiyin.report.Report.Issued;
import io.huiyin.report.Report.NotCompiled;
import io.huiyin.report.Report.Sheet;
import io.huiyin.report.Report.Submitted;
import io.huiyin.report.Report.Superseded;
import io.huiyin.report.content.ContentText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is answered. Its content is the stored text, character by character.
 *
 * @param dueOn by which day it was to be issued; none where no policy said so when it was compiled
 * @param duePolicy which one said so
 * @param contentHash SHA-256 of the UTF-8 bytes of {@code content} as it stands here
 * @param supersededBy the report that holds now
 */
public record ReportAnswer(
        UUID id,
        String kind,
        String period,
        String zone,
        long edition,
        String status,
        int version,
        Instant compiledAt,
        Person compiledBy,
        @Nullable LocalDate dueOn,
        @Nullable PolicyRef duePolicy,
        @Nullable Instant returnedAt,
        @Nullable Person returnedBy,
        @Nullable String returnOpinion,
        @Nullable Instant submittedAt,
        @Nullable Person submittedBy,
        @Nullable Instant approvedAt,
        @Nullable Person approvedBy,
        @Nullable String approvalOpinion,
        @Nullable Instant issuedAt,
        @Nullable Person issuedBy,
        @Nullable List<String> distribution,
        @Nullable Instant supersededAt,
        @Nullable String supersededReason,
        @Nullable UUID supersededBy,
        Inputs inputs,
        Map<String, String> computedFrom,
        String contentHash,
        ContentText content) {

    /** Who took which step; those not taken yet are null. */
    private record Steps(
            @Nullable Signature returned,
            @Nullable Signature submission,
            @Nullable Signature approval,
            @Nullable Issued issued,
            @Nullable Superseded superseded) {}

    /** The answer for a state. */
    public static ReportAnswer of(UUID id, Report report, int version) {
        return switch (report) {
            case NotCompiled none -> throw new IllegalStateException("nothing was compiled");
            case Draft r -> of(id, r, version, new Steps(r.returned(), null, null, null, null));
            case Submitted r -> of(id, r, version, new Steps(null, r.submission(), null, null, null));
            case Approved r -> of(id, r, version, new Steps(null, r.submission(), r.approval(), null, null));
            case Issued r -> of(id, r, version, new Steps(null, r.submission(), r.approval(), r, null));
            case Superseded r ->
                of(
                        id,
                        r,
                        version,
                        new Steps(null, r.issued().submission(), r.issued().approval(), r.issued(), r));
        };
    }

    private static ReportAnswer of(UUID id, Compiled report, int version, Steps steps) {
        Sheet sheet = report.sheet();
        ReportDue due = sheet.due();
        Issued issued = steps.issued();
        Superseded superseded = steps.superseded();
        Signature issue = issued == null ? null : issued.issue();
        Signature end = superseded == null ? null : superseded.supersession();
        return new ReportAnswer(
                id,
                sheet.kind(),
                sheet.period(),
                sheet.zone(),
                sheet.edition(),
                report.status(),
                version,
                sheet.compiledAt(),
                sheet.compiledBy(),
                due == null ? null : due.on(),
                due == null ? null : due.policy(),
                at(steps.returned()),
                by(steps.returned()),
                remark(steps.returned()),
                at(steps.submission()),
                by(steps.submission()),
                at(steps.approval()),
                by(steps.approval()),
                remark(steps.approval()),
                at(issue),
                by(issue),
                issued == null ? null : issued.distribution(),
                at(end),
                remark(end),
                superseded == null ? null : superseded.successor(),
                sheet.inputs(),
                sheet.computedFrom(),
                sheet.contentHash(),
                sheet.content());
    }

    private static @Nullable Instant at(@Nullable Signature signature) {
        return signature == null ? null : signature.at();
    }

    private static @Nullable Person by(@Nullable Signature signature) {
        return signature == null ? null : signature.by();
    }

    private static @Nullable String remark(@Nullable Signature signature) {
        return signature == null ? null : signature.remark();
    }
}

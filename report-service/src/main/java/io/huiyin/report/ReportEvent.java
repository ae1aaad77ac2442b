package io.huiyin.report;

import io.huiyin.kernel.event.EventName;
import io.huiyin.report.content.ContentText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts about one report. A record may be renamed; its event name may not. */
public sealed interface ReportEvent {

    /**
     * A report was compiled; all its figures stand here.
     *
     * @param due absent in events from before reports had a day, and where the policy names none
     */
    @EventName("report-compiled")
    record ReportCompiled(
            String kind,
            String period,
            String zone,
            long edition,
            Instant compiledAt,
            Person compiledBy,
            @Nullable ReportDue due,
            List<SectionMark> sections,
            Inputs inputs,
            Map<String, String> computedFrom,
            String contentHash,
            ContentText content)
            implements ReportEvent {}

    /** It was laid before who approves it. */
    @EventName("report-submitted")
    record ReportSubmitted(
            Instant submittedAt,
            Person submittedBy,
            @Nullable String note) implements ReportEvent {}

    /** He gave it back. */
    @EventName("report-returned")
    record ReportReturned(Instant returnedAt, Person returnedBy, String opinion) implements ReportEvent {}

    /** He approved it. */
    @EventName("report-approved")
    record ReportApproved(Instant approvedAt, Person approvedBy, String opinion) implements ReportEvent {}

    /** It was issued, exactly as it was compiled and approved; all its figures stand here again. */
    @EventName("report-issued")
    record ReportIssued(
            String kind,
            String period,
            String zone,
            long edition,
            Instant compiledAt,
            Person compiledBy,
            Instant approvedAt,
            Person approvedBy,
            Instant issuedAt,
            Person issuedBy,
            List<String> distribution,
            @Nullable String note,
            Inputs inputs,
            Map<String, String> computedFrom,
            String contentHash,
            ContentText content)
            implements ReportEvent {}

    /** It no longer holds; {@code successor} is the report that does. */
    @EventName("report-superseded")
    record ReportSuperseded(
            Instant supersededAt,
            Person decidedBy,
            String reason,
            @Nullable UUID successor) implements ReportEvent {}
}

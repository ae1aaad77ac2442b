package io.huiyin.report;

import io.huiyin.report.content.Compilation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a report. */
public sealed interface ReportCommand {

    /**
     * Make a new report.
     *
     * @param edition which of its kind, period and zone, from 1
     * @param promised the day by which the period's first edition is due; null when it has none, or there is no edition yet
     */
    record CompileReport(
            String kind,
            String period,
            String zone,
            long edition,
            @Nullable ReportDue promised,
            Compilation compilation)
            implements ReportCommand {}

    record SubmitReport(@Nullable String note) implements ReportCommand {}

    record ReturnReport(String opinion) implements ReportCommand {}

    record ApproveReport(String opinion) implements ReportCommand {}

    record IssueReport(List<String> distribution, @Nullable String note) implements ReportCommand {}

    record SupersedeReport(String reason, @Nullable Successor by) implements ReportCommand {}

    /** The report that takes the place of another. */
    record Successor(UUID id, String kind, String period, String zone, long edition) {}
}

package io.huiyin.report.views.list;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.projection.RowProjection;
import io.huiyin.kernel.projection.RowTable;
import io.huiyin.report.ReportEvent;
import io.huiyin.report.ReportEvent.ReportApproved;
import io.huiyin.report.ReportEvent.ReportCompiled;
import io.huiyin.report.ReportEvent.ReportIssued;
import io.huiyin.report.ReportEvent.ReportReturned;
import io.huiyin.report.ReportEvent.ReportSubmitted;
import io.huiyin.report.ReportEvent.ReportSuperseded;
import io.huiyin.report.Reports;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row per report. */
@ApplicationScoped
public class ReportListProjection extends RowProjection<ReportListRow, ReportEvent> {

    /** Its name: in addresses, health and metrics. */
    public static final String NAME = "report-list";

    ReportListProjection() {
        super(
                NAME,
                1,
                Set.of(Reports.TOPIC),
                ReportEvent.class,
                RowTable.of("report_list_rows", ReportListRow.class, MethodHandles.lookup()));
    }

    @Override
    protected Object key(ReportEvent event, EventEnvelope about) {
        return about.subject();
    }

    @Override
    protected ReportListRow apply(@Nullable ReportListRow row, ReportEvent event, EventEnvelope about) {
        return switch (event) {
            case ReportCompiled e ->
                new ReportListRow(
                        about.subject(),
                        e.kind(),
                        e.period(),
                        e.zone(),
                        e.edition(),
                        "draft",
                        about.sequence(),
                        e.compiledAt(),
                        e.compiledBy().name(),
                        null,
                        null,
                        e.contentHash(),
                        e.due() == null ? null : e.due().on());
            case ReportSubmitted e -> known(row).now("submitted", about.sequence());
            case ReportReturned e -> known(row).now("draft", about.sequence());
            case ReportApproved e -> known(row).now("approved", about.sequence());
            case ReportIssued e -> known(row).issued(e.issuedAt(), about.sequence());
            case ReportSuperseded e -> known(row).superseded(e.successor(), about.sequence());
        };
    }

    private static ReportListRow known(@Nullable ReportListRow row) {
        return Objects.requireNonNull(row, "the report was compiled before");
    }
}

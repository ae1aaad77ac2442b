package io.huiyin.report.kpi.policies;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.reaction.Policy;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.report.ReportEvent;
import io.huiyin.report.ReportEvent.ReportCompiled;
import io.huiyin.report.Reports;
import io.huiyin.report.content.ReportContent.Section;
import io.huiyin.report.kpi.Kpi;
import io.huiyin.report.kpi.KpiCommand;
import io.huiyin.report.kpi.KpiCommand.MeasureKpi;
import io.huiyin.report.kpi.KpiDecider;
import io.huiyin.report.kpi.KpiEvent;
import io.huiyin.report.kpi.KpiValue;
import io.huiyin.report.kpi.Kpis;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a report says of a key figure is kept with the key figure, so that its course can be followed from period to period. */
@Singleton
public class WhenAReportIsCompiledThenMeasureKpis extends Policy<KpiCommand, Kpi, KpiEvent> {

    private static final String COMPILED = "report-compiled";
    private static final EventNames<ReportEvent> REPORTS = EventNames.of(ReportEvent.class);

    WhenAReportIsCompiledThenMeasureKpis(Kpis kpis, EventStore store) {
        super(
                "when-a-report-is-compiled-then-measure-kpis",
                Set.of(Reports.TOPIC),
                kpis.handler(),
                new KpiDecider(),
                store);
    }

    @Override
    public boolean takes(String eventName) {
        return eventName.equals(COMPILED);
    }

    @Override
    protected List<Sent<KpiCommand>> react(EventEnvelope event) {
        return REPORTS.read(event.name(), event.version(), event.data()) instanceof ReportCompiled report
                ? measures(event, report)
                : List.of();
    }

    private static List<Sent<KpiCommand>> measures(EventEnvelope about, ReportCompiled report) {
        List<Sent<KpiCommand>> sent = new ArrayList<>();
        for (Section section : report.content().content().sections()) {
            for (KpiValue value : section.kpis() == null ? List.<KpiValue>of() : section.kpis()) {
                sent.add(new Sent<>(
                        Kpis.stream(value.kpi(), report.period(), report.zone()),
                        new MeasureKpi(
                                value,
                                report.period(),
                                report.zone(),
                                about.subject(),
                                report.edition(),
                                report.computedFrom())));
            }
        }
        return sent;
    }
}

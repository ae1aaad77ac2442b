package io.huiyin.report.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.kernel.testing.DeciderSpec;
import io.huiyin.report.ReportExamples;
import io.huiyin.report.kpi.KpiCommand.MeasureKpi;
import io.huiyin.report.kpi.KpiDefinition.Text;
import io.huiyin.report.kpi.KpiEvent.KpiMeasured;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KpiDeciderTest {

    private static final UUID REPORT = new UUID(0, 1);
    private static final KpiValue.Target NINETY =
            new KpiValue.Target("90", "at-least", new PolicyRef("kpi.targets.timeliness", 1, "GENERAL"));

    private final DeciderSpec<KpiCommand, Kpi, KpiEvent> kpi =
            DeciderSpec.of(new KpiDecider(), ReportExamples.POLICIES);

    private static MeasureKpi measure(
            long part, long whole, int version, KpiValue.@Nullable Target target, long edition) {
        return new MeasureKpi(
                new KpiValue(
                        "K-01",
                        new Text("服务及时率", "Service timeliness"),
                        "percent",
                        version,
                        part,
                        whole,
                        "90.00",
                        target,
                        true),
                "2026-10",
                "Asia/Shanghai",
                REPORT,
                edition,
                Map.of("complaint-events-0", "1.1.%d".formatted(edition)));
    }

    private static KpiMeasured measured(
            long part, long whole, int version, KpiValue.@Nullable Target target, long edition) {
        return new KpiMeasured(
                "K-01",
                version,
                "2026-10",
                "Asia/Shanghai",
                "percent",
                part,
                whole,
                "90.00",
                target,
                true,
                REPORT,
                edition,
                Map.of("complaint-events-0", "1.1.%d".formatted(edition)));
    }

    @Test
    @DisplayName("RPT-29: what a report says is kept")
    void whatAReportSaysIsKept() {
        kpi.given().when(measure(9, 10, 1, NINETY, 1)).then(measured(9, 10, 1, NINETY, 1));
    }

    @Test
    @DisplayName("RPT-29: the same figures are no news, other ones are")
    void onlyNewFiguresAreMeasured() {
        KpiMeasured first = measured(9, 10, 1, NINETY, 1);
        kpi.given(first).when(measure(9, 10, 1, NINETY, 2)).thenNothing();
        kpi.given(first).when(measure(10, 11, 1, NINETY, 2)).then(measured(10, 11, 1, NINETY, 2));
        kpi.given(first).when(measure(9, 11, 1, NINETY, 2)).then(measured(9, 11, 1, NINETY, 2));
        kpi.given(first).when(measure(9, 10, 2, NINETY, 2)).then(measured(9, 10, 2, NINETY, 2));
        kpi.given(first).when(measure(9, 10, 1, null, 2)).then(measured(9, 10, 1, null, 2));
    }

    @Test
    @DisplayName("RPT-29: an earlier edition that is heard of later says nothing new")
    void anEarlierEditionSaysNothingNew() {
        kpi.given(measured(9, 10, 1, NINETY, 3))
                .when(measure(5, 10, 1, NINETY, 2))
                .thenNothing();
    }

    @Test
    void aKeyFigureOfAPeriodHasOneStream() {
        assertEquals(Kpis.stream("K-01", "2026-10", "Asia/Shanghai"), Kpis.stream("K-01", "2026-10", "Asia/Shanghai"));
        assertNotEquals(
                Kpis.stream("K-01", "2026-10", "Asia/Shanghai"), Kpis.stream("K-01", "2026-Q4", "Asia/Shanghai"));
    }
}

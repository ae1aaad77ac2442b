package io.huiyin.report.kpi;

import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.Decider;
import io.huiyin.report.kpi.KpiCommand.MeasureKpi;
import io.huiyin.report.kpi.KpiEvent.KpiMeasured;
import io.huiyin.report.kpi.rules.OnlyNewFiguresAreMeasured;
import java.util.List;

/** Key figures as three pure functions. */
public final class KpiDecider implements Decider<KpiCommand, Kpi, KpiEvent> {

    @Override
    public Kpi initial() {
        return new Kpi(null);
    }

    @Override
    public List<KpiEvent> decide(KpiCommand command, Kpi kpi, Context context) {
        return switch (command) {
            case MeasureKpi c -> measure(c, kpi);
        };
    }

    private static List<KpiEvent> measure(MeasureKpi command, Kpi kpi) {
        KpiValue value = command.value();
        KpiMeasured measured = new KpiMeasured(
                value.kpi(),
                value.definitionVersion(),
                command.period(),
                command.scope(),
                value.unit(),
                value.numerator(),
                value.denominator(),
                value.value(),
                value.target(),
                value.met(),
                command.report(),
                command.edition(),
                command.computedFrom());
        return OnlyNewFiguresAreMeasured.isNews(kpi.last(), measured) ? List.of(measured) : List.of();
    }

    @Override
    public Kpi evolve(Kpi kpi, KpiEvent event) {
        return switch (event) {
            case KpiMeasured e -> new Kpi(e);
        };
    }
}

package io.huiyin.report.kpi.rules;

import io.huiyin.report.kpi.KpiEvent.KpiMeasured;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key figure is measured anew only by a later edition of the report, and only when the definition, the figures or the target
 * differ from what was measured last (RPT-29).
 */
public final class OnlyNewFiguresAreMeasured {

    private OnlyNewFiguresAreMeasured() {}

    /** Whether a measurement says something that the last one did not. */
    public static boolean isNews(@Nullable KpiMeasured last, KpiMeasured now) {
        if (last == null) {
            return true;
        }
        boolean same = last.definitionVersion() == now.definitionVersion()
                && last.numerator() == now.numerator()
                && Objects.equals(last.denominator(), now.denominator())
                && Objects.equals(last.target(), now.target());
        return now.edition() > last.edition() && !same;
    }
}

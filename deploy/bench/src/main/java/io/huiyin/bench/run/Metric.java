package io.huiyin.bench.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a run.
 *
 * @param passes what each pass came to
 * @param controls the same of the control, beside each pass; empty where there is none
 */
record Metric(
        String section,
        String name,
        String unit,
        List<Double> passes,
        List<Double> controls,
        @Nullable Target target) {

    double value() {
        return Figures.median(passes);
    }

    @Nullable
    Double control() {
        return controls.isEmpty() ? null : Figures.median(controls);
    }

    /** Value by control; of the medians, as they are what is printed. */
    @Nullable
    Double ratio() {
        Double control = control();
        return control == null || control == 0 ? null : value() / control;
    }

    /** What it came to, by its target. */
    @Nullable
    Double ofTarget() {
        return target == null ? null : target.share(this);
    }

    @Nullable
    Boolean met() {
        return target == null ? null : target.isMetBy(this);
    }
}

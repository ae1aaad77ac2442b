package io.huiyin.bench.run;

import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a metric should come to.
 *
 * @param text as people write it
 * @param measured what of the metric is compared
 * @param most whether the bound is an upper one
 */
record Target(String text, ToDoubleFunction<Metric> measured, double bound, boolean most) {

    static Target atLeast(double bound, String unit) {
        return new Target("≥ " + Figures.of(bound) + " " + unit, Metric::value, bound, false);
    }

    static Target atMost(double bound, String unit) {
        return new Target("≤ " + Figures.of(bound) + " " + unit, Metric::value, bound, true);
    }

    static Target atLeastOfControl(double bound) {
        return new Target("≥ " + Figures.of(bound) + " × control", Target::ratio, bound, false);
    }

    static Target atMostOfControl(double bound) {
        return new Target("≤ " + Figures.of(bound) + " × control", Target::ratio, bound, true);
    }

    private static double ratio(Metric metric) {
        @Nullable Double ratio = metric.ratio();
        return ratio == null ? Double.NaN : ratio;
    }

    boolean isMetBy(Metric metric) {
        double value = measured.applyAsDouble(metric);
        return most ? value <= bound : value >= bound;
    }

    /** What is measured, by the bound; above 1 is good where the bound is a lower one. None where the bound is nothing at all. */
    @Nullable
    Double share(Metric metric) {
        return bound == 0 ? null : measured.applyAsDouble(metric) / bound;
    }
}

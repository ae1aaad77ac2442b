package io.huiyin.report.kpi;

import io.huiyin.report.statistics.Percent;
import org.jspecify.annotations.Nullable;

/**
 * What a formula gives: a count, or a part of a whole.
 *
 * @param denominator null for a count
 */
public record Measure(long numerator, @Nullable Long denominator) {

    static Measure count(long count) {
        return new Measure(count, null);
    }

    /** The number of a count, or percent with two decimals; null when there is no whole to take a part of. */
    public @Nullable String value() {
        return denominator == null ? Long.toString(numerator) : Percent.rate(numerator, denominator);
    }
}

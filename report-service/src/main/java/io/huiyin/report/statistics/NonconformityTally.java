package io.huiyin.report.statistics;

import org.jspecify.annotations.Nullable;

/**
 * How many nonconformities, and what became of them.
 *
 * @param events nonconformities
 * @param items pieces concerned
 * @param passed re-inspections passed
 * @param failed re-inspections failed
 * @param disposed nonconformities with an approved disposition that holds
 * @param conceded of those, with a concession
 * @param open neither closed nor cleared
 */
public record NonconformityTally(
        long events, long items, long passed, long failed, long disposed, long conceded, long open) {

    public static final NonconformityTally NONE = new NonconformityTally(0, 0, 0, 0, 0, 0, 0);

    /** Passed in percent of re-inspections; null without any. */
    public @Nullable String passRate() {
        return Percent.rate(passed, passed + failed);
    }

    /** Concessions in percent of nonconformities disposed of; null without any. */
    public @Nullable String concessionRate() {
        return Percent.rate(conceded, disposed);
    }
}

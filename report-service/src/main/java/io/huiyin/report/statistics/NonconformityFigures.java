package io.huiyin.report.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What nonconformities came to, as it is answered and reported.
 *
 * @param items pieces concerned
 * @param open neither closed nor cleared
 */
public record NonconformityFigures(
        long events, long items, long open, Reinspections reinspections, Concessions concessions) {

    /** Passed in percent of all; null without any. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Reinspections(
            long passed, long failed, @Nullable String passRate) {}

    /**
     * Concessions in percent of nonconformities disposed of; null without any.
     *
     * @param disposed with an approved disposition that holds
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Concessions(
            long disposed, long conceded, @Nullable String rate) {}

    public static NonconformityFigures of(NonconformityTally tally) {
        return new NonconformityFigures(
                tally.events(),
                tally.items(),
                tally.open(),
                new Reinspections(tally.passed(), tally.failed(), tally.passRate()),
                new Concessions(tally.disposed(), tally.conceded(), tally.concessionRate()));
    }
}

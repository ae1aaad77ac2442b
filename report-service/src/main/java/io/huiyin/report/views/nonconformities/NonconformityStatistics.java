package io.huiyin.report.views.nonconformities;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huiyin.report.statistics.Keyed;
import io.huiyin.report.statistics.NonconformityDimension;
import io.huiyin.report.statistics.NonconformityTally;
import io.huiyin.report.statistics.Pareto;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nonconformities as they are answered.
 *
 * @param total nonconformities
 * @param totalItems pieces concerned
 * @param overall all groups together; a nonconformity with several dispositions is counted once here
 * @param computedFrom up to which position of each partition of the log
 */
public record NonconformityStatistics(
        long total, long totalItems, Figures overall, List<Group> groups, Map<String, String> computedFrom) {

    /** One group; its key has every dimension that was asked for, null where it is blank. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Group(
            @JsonInclude(content = JsonInclude.Include.ALWAYS) Map<String, @Nullable String> key,
            long events,
            long items,
            String share,
            String cumulativeShare,
            long open,
            Reinspections reinspections,
            Concessions concessions) {}

    /** What nonconformities came to. */
    public record Figures(
            long events, long items, long open, Reinspections reinspections, Concessions concessions) {

        public static Figures of(NonconformityTally tally) {
            return new Figures(
                    tally.events(),
                    tally.items(),
                    tally.open(),
                    new Reinspections(tally.passed(), tally.failed(), tally.passRate()),
                    new Concessions(tally.disposed(), tally.conceded(), tally.concessionRate()));
        }
    }

    /** Passed in percent of all; null without any. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Reinspections(long passed, long failed, @Nullable String passRate) {}

    /**
     * Concessions in percent of nonconformities disposed of; null without any.
     *
     * @param disposed with an approved disposition that holds
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Concessions(long disposed, long conceded, @Nullable String rate) {}

    static NonconformityStatistics of(
            NonconformityTally total,
            List<Pareto.Group<NonconformityTally>> groups,
            List<NonconformityDimension> by,
            Map<String, String> positions) {
        List<Group> shown = Pareto.places(groups, by.getFirst().isTime()).stream()
                .map(place -> {
                    Figures figures = Figures.of(place.value());
                    return new Group(
                            Keyed.key(by, place.keys()),
                            figures.events(),
                            figures.items(),
                            place.share(),
                            place.cumulativeShare(),
                            figures.open(),
                            figures.reinspections(),
                            figures.concessions());
                })
                .toList();
        return new NonconformityStatistics(total.events(), total.items(), Figures.of(total), shown, positions);
    }
}

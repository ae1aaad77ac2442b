package io.huiyin.report.views.nonconformities;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huiyin.report.statistics.Keyed;
import io.huiyin.report.statistics.NonconformityDimension;
import io.huiyin.report.statistics.NonconformityFigures;
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
        long total,
        long totalItems,
        NonconformityFigures overall,
        List<Group> groups,
        Map<String, String> computedFrom) {

    /** One group; its key has every dimension that was asked for, null where it is blank. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Group(
            @JsonInclude(content = JsonInclude.Include.ALWAYS)
            Map<String, @Nullable String> key,

            long events,
            long items,
            String share,
            String cumulativeShare,
            long open,
            NonconformityFigures.Reinspections reinspections,
            NonconformityFigures.Concessions concessions) {}

    static NonconformityStatistics of(
            NonconformityTally total,
            List<Pareto.Group<NonconformityTally>> groups,
            List<NonconformityDimension> by,
            Map<String, String> positions) {
        List<Group> shown = Pareto.places(groups, by.getFirst().isTime()).stream()
                .map(place -> {
                    NonconformityFigures figures = NonconformityFigures.of(place.value());
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
        return new NonconformityStatistics(
                total.events(), total.items(), NonconformityFigures.of(total), shown, positions);
    }
}

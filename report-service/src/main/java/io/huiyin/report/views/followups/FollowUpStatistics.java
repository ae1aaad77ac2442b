package io.huiyin.report.views.followups;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huiyin.report.statistics.FollowUpDimension;
import io.huiyin.report.statistics.FollowUpFigures;
import io.huiyin.report.statistics.FollowUpTally;
import io.huiyin.report.statistics.Keyed;
import io.huiyin.report.statistics.Pareto;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follow-ups as they are answered.
 *
 * @param total that fell due
 * @param overall all groups together; what is counted by case is counted once here, whatever the groups are
 * @param computedFrom up to which position of each partition of the log
 */
public record FollowUpStatistics(
        long total, FollowUpFigures overall, List<Group> groups, Map<String, String> computedFrom) {

    /** One group; its key has every dimension that was asked for, null where it is blank. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Group(
            @JsonInclude(content = JsonInclude.Include.ALWAYS)
            Map<String, @Nullable String> key,

            long due,
            String share,
            String cumulativeShare,
            long waived,
            long reached,
            long recorded,
            long unconfirmed,
            @Nullable String rate,
            long dissatisfied,
            long issues,
            FollowUpFigures.Cases cases,
            FollowUpFigures.Satisfaction satisfaction) {}

    static FollowUpStatistics of(
            FollowUpTally total,
            List<Pareto.Group<FollowUpTally>> groups,
            List<FollowUpDimension> by,
            Map<String, String> positions) {
        List<Group> shown = Pareto.places(groups, by.getFirst().isTime()).stream()
                .map(place -> {
                    FollowUpFigures figures = FollowUpFigures.of(place.value());
                    return new Group(
                            Keyed.key(by, place.keys()),
                            figures.due(),
                            place.share(),
                            place.cumulativeShare(),
                            figures.waived(),
                            figures.reached(),
                            figures.recorded(),
                            figures.unconfirmed(),
                            figures.rate(),
                            figures.dissatisfied(),
                            figures.issues(),
                            figures.cases(),
                            figures.satisfaction());
                })
                .toList();
        return new FollowUpStatistics(total.due(), FollowUpFigures.of(total), shown, positions);
    }
}

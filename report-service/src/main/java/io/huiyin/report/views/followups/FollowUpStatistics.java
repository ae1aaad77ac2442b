package io.huiyin.report.views.followups;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huiyin.report.statistics.FollowUpDimension;
import io.huiyin.report.statistics.FollowUpTally;
import io.huiyin.report.statistics.Keyed;
import io.huiyin.report.statistics.Pareto;
import io.huiyin.report.statistics.Percent;
import io.huiyin.report.statistics.Scores;
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
        long total, Figures overall, List<Group> groups, Map<String, String> computedFrom) {

    /** One group; its key has every dimension that was asked for, null where it is blank. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Group(
            @JsonInclude(content = JsonInclude.Include.ALWAYS) Map<String, @Nullable String> key,
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
            Cases cases,
            Satisfaction satisfaction) {}

    /** What follow-ups came to. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Figures(
            long due,
            long waived,
            long reached,
            long recorded,
            long unconfirmed,
            @Nullable String rate,
            long dissatisfied,
            long issues,
            Cases cases,
            Satisfaction satisfaction) {

        public static Figures of(FollowUpTally tally) {
            return new Figures(
                    tally.due(),
                    tally.waived(),
                    tally.reached(),
                    tally.recorded(),
                    tally.unconfirmed(),
                    tally.rate(),
                    tally.dissatisfied(),
                    tally.issues(),
                    new Cases(tally.cases(), tally.recordedCases()),
                    Satisfaction.of(tally));
        }
    }

    /** Chains of contacts: one case, however often its customer is called. */
    public record Cases(long due, long recorded) {}

    /**
     * How satisfied customers were.
     *
     * @param answers records with a valid score
     * @param rate satisfied in percent of answers; null without any
     * @param mean on the scale 0–5; null without any
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Satisfaction(
            long answers,
            long satisfied,
            @Nullable String rate,
            @Nullable String mean,
            List<Score> distribution) {

        static Satisfaction of(FollowUpTally tally) {
            Scores scores = tally.scores();
            return new Satisfaction(
                    scores.answers(),
                    tally.satisfied(),
                    Percent.rate(tally.satisfied(), scores.answers()),
                    scores.mean(),
                    scores.given().stream()
                            .map(given -> new Score(
                                    given.score().toPlainString(),
                                    given.scale().toPlainString(),
                                    given.count(),
                                    Percent.of(given.count(), scores.answers())))
                            .toList());
        }
    }

    /** How often a score was given, and its share of all answers. */
    public record Score(String score, String scale, long count, String share) {}

    static FollowUpStatistics of(
            FollowUpTally total,
            List<Pareto.Group<FollowUpTally>> groups,
            List<FollowUpDimension> by,
            Map<String, String> positions) {
        List<Group> shown = Pareto.places(groups, by.getFirst().isTime()).stream()
                .map(place -> {
                    Figures figures = Figures.of(place.value());
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
        return new FollowUpStatistics(total.due(), Figures.of(total), shown, positions);
    }
}

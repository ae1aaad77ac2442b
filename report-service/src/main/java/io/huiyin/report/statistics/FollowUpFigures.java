package io.huiyin.report.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follow-ups came to, as it is answered and reported.
 *
 * @param rate recorded in percent of due; null when nothing was due
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FollowUpFigures(
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
            List<Score> distribution) {}

    /** How often a score was given, and its share of all answers. */
    public record Score(String score, String scale, long count, String share) {}

    public static FollowUpFigures of(FollowUpTally tally) {
        Scores scores = tally.scores();
        List<Score> distribution = scores.given().stream()
                .map(given -> new Score(
                        given.score().toPlainString(),
                        given.scale().toPlainString(),
                        given.count(),
                        Percent.of(given.count(), scores.answers())))
                .toList();
        return new FollowUpFigures(
                tally.due(),
                tally.waived(),
                tally.reached(),
                tally.recorded(),
                tally.unconfirmed(),
                tally.rate(),
                tally.dissatisfied(),
                tally.issues(),
                new Cases(tally.cases(), tally.recordedCases()),
                new Satisfaction(
                        scores.answers(),
                        tally.satisfied(),
                        Percent.rate(tally.satisfied(), scores.answers()),
                        scores.mean(),
                        distribution));
    }
}

package io.huiyin.report.statistics;

import org.jspecify.annotations.Nullable;

/**
 * How many follow-ups, and what became of them. Contacts are counted, and the cases they belong to apart: a case that is
 * contacted twice is two of the one and one of the other (RULEBOOK §11 no. 22).
 *
 * @param due that fell due, waived ones apart
 * @param waived that need not be made
 * @param reached of those due, whose customer was reached
 * @param recorded of those due, that were recorded
 * @param unconfirmed of those due, whose customer refused or never answered
 * @param satisfied recorded with a score, and not dissatisfied
 * @param dissatisfied recorded as dissatisfied
 * @param issues raised in those recorded
 * @param cases chains with a contact due
 * @param recordedCases chains with a contact recorded
 */
public record FollowUpTally(
        long due,
        long waived,
        long reached,
        long recorded,
        long unconfirmed,
        long satisfied,
        long dissatisfied,
        long issues,
        long cases,
        long recordedCases,
        Scores scores) {

    public static final FollowUpTally NONE = new FollowUpTally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Scores.NONE);

    /** Recorded in percent of due; null when nothing was due. */
    public @Nullable String rate() {
        return Percent.rate(recorded, due);
    }
}

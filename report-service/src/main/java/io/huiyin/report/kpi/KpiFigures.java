package io.huiyin.report.kpi;

import io.huiyin.report.content.ActionRegister.Actions;
import io.huiyin.report.statistics.FollowUpTally;
import io.huiyin.report.statistics.NonconformityTally;
import io.huiyin.report.views.facts.ComplaintLimits.Limits;
import io.huiyin.report.views.followups.FollowUpCounts.Issues;

/**
 * All that key figures of a period are computed from.
 *
 * @param complaints received in the period
 * @param firstReplies whose limit fell in it
 * @param closings whose limit fell in it
 * @param followUps due in it
 * @param issues raised in those follow-ups
 * @param nonconformities reported in it
 */
public record KpiFigures(
        long complaints,
        Limits firstReplies,
        Limits closings,
        FollowUpTally followUps,
        Issues issues,
        NonconformityTally nonconformities,
        Actions actions) {

    public static final KpiFigures NONE = new KpiFigures(
            0, Limits.NONE, Limits.NONE, FollowUpTally.NONE, Issues.NONE, NonconformityTally.NONE, Actions.NONE);
}

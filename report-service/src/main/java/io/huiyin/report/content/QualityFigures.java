package io.huiyin.report.content;

import io.huiyin.report.Inputs;
import io.huiyin.report.ReportPeriod;
import io.huiyin.report.kpi.KpiFigures;
import io.huiyin.report.statistics.Counted;
import io.huiyin.report.statistics.Dimension;
import io.huiyin.report.statistics.FollowUpDimension;
import io.huiyin.report.statistics.FollowUpTally;
import io.huiyin.report.statistics.NonconformityDimension;
import io.huiyin.report.statistics.NonconformityTally;
import io.huiyin.report.statistics.Pareto;
import io.huiyin.report.views.facts.ComplaintLimits;
import io.huiyin.report.views.followups.FollowUpCounts;
import io.huiyin.report.views.nonconformities.NonconformityCounts;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What was counted for a quality report, all in one snapshot. */
public record QualityFigures(
        String kind,
        ReportPeriod period,
        ZoneId zone,
        Complaints complaints,
        FollowUps followUps,
        Nonconformities nonconformities,
        KpiFigures kpis,
        Map<String, String> computedFrom,
        Inputs inputs) {

    /**
     * Complaints.
     *
     * @param byEach those of the period by each dimension
     * @param byMonth those of all months that are compared
     */
    public record Complaints(
            Map<Dimension, List<Counted>> byEach, List<Counted> byMonth, ComplaintLimits.Overdue overdue) {}

    /** Follow-ups; their total stands in the key figures. */
    public record FollowUps(
            Map<FollowUpDimension, List<Pareto.Group<FollowUpTally>>> byEach,
            Map<FollowUpCounts.Reason, List<Pareto.Group<Long>>> dissatisfied) {

        public static final FollowUps NONE = new FollowUps(Map.of(), Map.of());
    }

    /**
     * Nonconformities; their total stands in the key figures.
     *
     * @param previous those of the period before
     */
    public record Nonconformities(
            Map<NonconformityDimension, List<Pareto.Group<NonconformityTally>>> byEach,
            NonconformityTally previous,
            NonconformityCounts.Handled handled,
            List<NonconformityCounts.Open> open) {

        public static final Nonconformities NONE = new Nonconformities(
                Map.of(), NonconformityTally.NONE, new NonconformityCounts.Handled(0, 0), List.of());
    }
}

package io.huiyin.report.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.report.Inputs;
import io.huiyin.report.SectionKey;
import io.huiyin.report.content.ActionRegister.OpenAction;
import io.huiyin.report.kpi.KpiValue;
import io.huiyin.report.statistics.Answered;
import io.huiyin.report.statistics.FollowUpFigures;
import io.huiyin.report.statistics.NonconformityFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a report says. Only counts and texts, no fractions, so that its text is the same wherever it is written.
 *
 * @param from the first day
 * @param to the day after the last
 * @param computedFrom up to which position of each partition of the log
 */
public record ReportContent(
        String kind,
        String period,
        String zone,
        LocalDate from,
        LocalDate to,
        Map<String, String> computedFrom,
        Inputs inputs,
        List<Section> sections) {

    /** A heading in both languages. */
    public record Title(String zh, String en) {}

    /**
     * One of the six sections.
     *
     * @param none whether it is marked "none this period"
     * @param targets of the section of targets, {@code kpis} the key figures beside them
     * @param incidents of the section of quality incidents
     * @param figures of the section of complaints
     * @param followUps of the section of follow-ups
     * @param proposals of the section of corrective actions
     */
    public record Section(
            String key,
            Title title,
            boolean none,
            @Nullable List<TargetResult> targets,
            @Nullable List<KpiValue> kpis,
            @Nullable Incidents incidents,
            @Nullable ComplaintFigures figures,
            @Nullable FollowUps followUps,
            @Nullable Proposals proposals) {

        static Section none(SectionKey key) {
            return new Section(key.wire(), title(key), true, null, null, null, null, null, null);
        }

        static Section of(SectionKey key, boolean none, List<TargetResult> targets, List<KpiValue> kpis) {
            return new Section(key.wire(), title(key), none, targets, kpis, null, null, null, null);
        }

        static Section of(SectionKey key, boolean none, Incidents incidents) {
            return new Section(key.wire(), title(key), none, null, null, incidents, null, null, null);
        }

        static Section of(SectionKey key, boolean none, ComplaintFigures figures) {
            return new Section(key.wire(), title(key), none, null, null, null, figures, null, null);
        }

        static Section of(SectionKey key, boolean none, FollowUps followUps) {
            return new Section(key.wire(), title(key), none, null, null, null, null, followUps, null);
        }

        static Section of(SectionKey key, boolean none, Proposals proposals) {
            return new Section(key.wire(), title(key), none, null, null, null, null, null, proposals);
        }

        /** Whether it holds anything to read. */
        boolean isFilled() {
            return targets != null || incidents != null || figures != null || followUps != null || proposals != null;
        }

        private static Title title(SectionKey key) {
            return new Title(key.chinese(), key.english());
        }
    }

    /**
     * How a target was reached.
     *
     * @param actual in percent; null where nothing was counted
     * @param target in percent
     * @param direction which side of it is good: at-least, at-most, below
     * @param policy which value of which profile the target is
     * @param met null where nothing was counted
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record TargetResult(
            String key,
            Title title,
            long numerator,
            long denominator,
            @Nullable String actual,
            String target,
            String direction,
            PolicyRef policy,
            @Nullable Boolean met) {}

    /**
     * Complaints received in the period. What came later than the first reports is null in those.
     *
     * @param changePercent against the period before; null where that had none
     * @param byDay of a monthly report
     * @param trend twelve months up to the last one of the period
     * @param periods of a quarterly or yearly report: it and those before it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ComplaintFigures(
            long total,
            Previous previous,
            @Nullable String changePercent,
            Answered timely,
            Answered disputed,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Day> byDay,

            Breakdown byProduct,
            Breakdown byIssue,
            Breakdown byChannel,
            Breakdown byCategory,
            Breakdown bySeverity,
            Breakdown byCause,
            Breakdown byRegion,
            Breakdown byCompany,
            Breakdown byOutcome,
            List<Month> trend,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Breakdown byLiability,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Breakdown byDepartment,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Breakdown byStatus,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Overdue overdue,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Stretch> periods) {}

    /**
     * Complaints of any time that should have been closed by the end of the period and were still open.
     *
     * @param listed the longest overdue first
     */
    public record Overdue(long count, List<Late> listed) {}

    /** One of them. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Late(
            String id,
            @Nullable String number,
            Instant closeDue,
            @Nullable String severity,
            @Nullable String department,
            String status) {}

    /** Complaints received in a quarter or year. */
    public record Stretch(String period, long count, Answered timely, Answered disputed) {}

    /** The period before. */
    public record Previous(String period, long total) {}

    /** Complaints received on a day. */
    public record Day(String day, long count) {}

    /** Complaints received in a month. */
    public record Month(String month, long count, Answered timely, Answered disputed) {}

    /**
     * Complaints by one dimension, largest first.
     *
     * @param groups how many there are, shown or not
     * @param others all that are not shown, so that the sums are exact
     */
    public record Breakdown(
            int groups, List<Line> lines, @Nullable Others others) {}

    /**
     * One group.
     *
     * @param key null where it is blank
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Line(
            @Nullable String key,
            long count,
            String share,
            String cumulativeShare,
            Answered timely,
            Answered disputed) {}

    /** The groups that are not shown one by one. */
    public record Others(int groups, long count, String share, Answered timely, Answered disputed) {}

    /**
     * Nonconformities reported in the period.
     *
     * @param closed how many of any time were closed in it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Incidents(
            NonconformityFigures total,
            long closed,
            Previous previous,
            @Nullable String changePercent,
            ItemBreakdown bySeverity,
            ItemBreakdown bySource,
            ItemBreakdown byDisposition,
            ItemBreakdown byCause,
            ItemBreakdown byCategory,
            ItemBreakdown byProduct,
            ItemBreakdown bySupplier) {}

    /** Nonconformities by one dimension, the most frequent first. */
    public record ItemBreakdown(
            int groups, List<ItemLine> lines, @Nullable ItemOthers others) {}

    /** One group: nonconformities, and the pieces concerned. Shares are of nonconformities. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ItemLine(@Nullable String key, long events, long items, String share, String cumulativeShare) {}

    /** The groups that are not shown one by one. */
    public record ItemOthers(int groups, long events, long items) {}

    /**
     * Follow-ups due in the period.
     *
     * @param dissatisfaction what those were about whose customers were dissatisfied
     */
    public record FollowUps(FollowUpFigures total, List<AgentLine> byAgent, Dissatisfaction dissatisfaction) {}

    /** What one agent made of the follow-ups that were his. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record AgentLine(
            @Nullable String agent,
            long due,
            long reached,
            long recorded,
            @Nullable String rate,
            @Nullable String mean,
            long dissatisfied) {}

    /**
     * Causes of dissatisfaction (RPT-02).
     *
     * @param byCause the cause found in the complaint that came of it; blank while none is found
     */
    public record Dissatisfaction(
            long total,
            List<CountLine> byCause,
            List<CountLine> byDepartment,
            List<CountLine> byProduct,
            List<CountLine> byIssue) {}

    /** One group. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record CountLine(@Nullable String key, long count, String share, String cumulativeShare) {}

    /**
     * What is still to be done: nonconformities not closed, and improvement actions.
     *
     * @param nonconformities how many are open, {@code listed} the oldest of them
     * @param actions how many are open, {@code register} the earliest due of them
     */
    public record Proposals(
            long nonconformities, List<OpenNonconformity> listed, long actions, List<OpenAction> register) {}

    /** A nonconformity that is not done with. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OpenNonconformity(
            String id,
            @Nullable String number,
            Instant reportedAt,
            @Nullable String severity,
            @Nullable String source,
            @Nullable String product,
            List<String> dispositions,
            @Nullable String complaintId,
            long items,
            String status) {}
}

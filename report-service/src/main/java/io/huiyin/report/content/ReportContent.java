package io.huiyin.report.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huiyin.kernel.policy.PolicyRef;
import io.huiyin.report.Inputs;
import io.huiyin.report.SectionKey;
import io.huiyin.report.statistics.Answered;
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
     * @param targets of the section of targets
     * @param figures of the section of complaints
     */
    public record Section(
            String key,
            Title title,
            boolean none,
            @Nullable List<TargetResult> targets,
            @Nullable ComplaintFigures figures) {

        static Section none(SectionKey key) {
            return new Section(key.wire(), title(key), true, null, null);
        }

        static Section of(SectionKey key, boolean none, List<TargetResult> targets) {
            return new Section(key.wire(), title(key), none, targets, null);
        }

        static Section of(SectionKey key, boolean none, ComplaintFigures figures) {
            return new Section(key.wire(), title(key), none, null, figures);
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
     * Complaints received in the period.
     *
     * @param changePercent against the period before; null where that had none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ComplaintFigures(
            long total,
            Previous previous,
            @Nullable String changePercent,
            Answered timely,
            Answered disputed,
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
            List<Month> trend) {}

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
}

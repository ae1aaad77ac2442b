package io.huiyin.report.content;

import io.huiyin.report.Inputs;
import io.huiyin.report.ReportPeriod;
import io.huiyin.report.content.ActionRegister.Actions;
import io.huiyin.report.kpi.KpiFigures;
import io.huiyin.report.statistics.Counted;
import io.huiyin.report.statistics.Dimension;
import io.huiyin.report.statistics.FollowUpDimension;
import io.huiyin.report.statistics.FollowUpTally;
import io.huiyin.report.statistics.NonconformityDimension;
import io.huiyin.report.statistics.NonconformityTally;
import io.huiyin.report.statistics.Pareto;
import io.huiyin.report.statistics.Scores;
import io.huiyin.report.statistics.Tally;
import io.huiyin.report.views.facts.ComplaintLimits.Late;
import io.huiyin.report.views.facts.ComplaintLimits.Limits;
import io.huiyin.report.views.facts.ComplaintLimits.Overdue;
import io.huiyin.report.views.followups.FollowUpCounts.Issues;
import io.huiyin.report.views.followups.FollowUpCounts.Reason;
import io.huiyin.report.views.nonconformities.NonconformityCounts.Handled;
import io.huiyin.report.views.nonconformities.NonconformityCounts.Open;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A made-up October in which everything happened. */
public final class GoldenFigures {

    private GoldenFigures() {}

    /** The figures of a report of a kind. */
    public static QualityFigures of(String kind, String period) {
        return new QualityFigures(
                kind,
                ReportPeriod.of(period),
                ZoneId.of("Asia/Shanghai"),
                complaints(),
                followUps(),
                nonconformities(),
                new KpiFigures(
                        14,
                        new Limits(12, 11),
                        new Limits(10, 8),
                        follow(9, 1, 8, 7, 1, 5, 2, 3, 8, 6, score(5, 3), score(4, 2), score(2, 2)),
                        new Issues(3, 2),
                        new NonconformityTally(5, 46, 2, 1, 4, 1, 2),
                        Actions.NONE),
                positions(),
                Inputs.of(0, 0, true));
    }

    private static Map<String, String> positions() {
        Map<String, String> positions = new TreeMap<>();
        for (String topic : List.of("complaint-events", "followup-events", "nonconformity-events")) {
            for (int partition = 0; partition < 6; partition++) {
                positions.put(topic + "-" + partition, "1.%d.%d".formatted(2001 + partition, 2001 + partition));
            }
        }
        return positions;
    }

    private static QualityFigures.Complaints complaints() {
        return new QualityFigures.Complaints(
                Map.ofEntries(
                        Map.entry(
                                Dimension.DAY,
                                List.of(
                                        count("2026-10-09", 3),
                                        count("2026-10-12", 5),
                                        count("2026-10-20", 4),
                                        count("2026-10-28", 2))),
                        Map.entry(
                                Dimension.PRODUCT,
                                List.of(count("干燥机 DR-40", 8), count("冷却机 CL-20", 4), count(null, 2))),
                        Map.entry(
                                Dimension.ISSUE,
                                List.of(count("异响", 7), count("漏油", 4), count("交付延误", 2), count(null, 1))),
                        Map.entry(
                                Dimension.CHANNEL, List.of(count("phone", 8), count("web", 4), count("follow-up", 2))),
                        Map.entry(Dimension.CATEGORY, List.of(count("product-quality", 12), count("service", 2))),
                        Map.entry(
                                Dimension.SEVERITY,
                                List.of(count("ordinary", 9), count("important", 4), count("major", 1))),
                        Map.entry(
                                Dimension.CAUSE,
                                List.of(count("quality", 10), count("non-quality", 2), count(null, 2))),
                        Map.entry(Dimension.REGION, List.of(count("华东", 9), count("华北", 5))),
                        Map.entry(Dimension.COMPANY, List.of(count(null, 14))),
                        Map.entry(Dimension.OUTCOME, List.of(count(null, 14))),
                        Map.entry(
                                Dimension.LIABILITY,
                                List.of(count("own", 9), count("customer", 2), count("transport", 1), count(null, 2))),
                        Map.entry(
                                Dimension.DEPARTMENT,
                                List.of(count("装配车间", 6), count("物流部", 2), count("机加车间", 3), count(null, 3))),
                        Map.entry(
                                Dimension.STATUS,
                                List.of(count("closed", 10), count("investigating", 3), count("declined", 1)))),
                List.of(
                        count("2026-10", 14),
                        count("2026-09", 11),
                        count("2026-08", 16),
                        count("2026-07", 9),
                        count("2026-03", 6),
                        count("2025-11", 4),
                        count("2025-10", 7)),
                new Overdue(
                        2,
                        List.of(
                                new Late(
                                        new UUID(0x190a1b200007000L, 0x8000000000000011L),
                                        "26100003",
                                        Instant.parse("2026-10-18T09:00:00Z"),
                                        "important",
                                        "装配车间",
                                        "investigating"),
                                new Late(
                                        new UUID(0x190a1b200007000L, 0x8000000000000012L),
                                        "26100009",
                                        Instant.parse("2026-10-27T02:30:00Z"),
                                        "ordinary",
                                        null,
                                        "accepted"))));
    }

    private static QualityFigures.FollowUps followUps() {
        return new QualityFigures.FollowUps(
                Map.of(
                        FollowUpDimension.AGENT,
                        List.of(
                                group(
                                        "li",
                                        follow(5, 0, 5, 5, 0, 4, 1, 1, 5, 5, score(5, 3), score(4, 1), score(2, 1))),
                                group("wang", follow(3, 1, 3, 2, 1, 1, 1, 2, 3, 2, score(4, 1), score(2, 1))),
                                group(null, follow(1, 0, 0, 0, 0, 0, 0, 0, 1, 0)))),
                Map.of(
                        Reason.CAUSE, List.of(reason("quality", 1), reason(null, 1)),
                        Reason.DEPARTMENT, List.of(reason("装配车间", 2)),
                        Reason.PRODUCT, List.of(reason("干燥机 DR-40", 2)),
                        Reason.ISSUE, List.of(reason("异响", 1), reason("漏油", 1))));
    }

    private static QualityFigures.Nonconformities nonconformities() {
        return new QualityFigures.Nonconformities(
                Map.of(
                        NonconformityDimension.SEVERITY, List.of(found("minor", 4, 43), found("major", 1, 3)),
                        NonconformityDimension.SOURCE,
                                List.of(found("customer-complaint", 3, 6), found("incoming-inspection", 2, 40)),
                        NonconformityDimension.DISPOSITION,
                                List.of(
                                        found("rework", 3, 6),
                                        found("return-to-supplier", 1, 30),
                                        found("concession", 1, 10)),
                        NonconformityDimension.CAUSE, List.of(found("quality", 3, 6), found(null, 2, 40)),
                        NonconformityDimension.CATEGORY,
                                List.of(found("delivered", 3, 6), found("purchased-item", 2, 40)),
                        NonconformityDimension.PRODUCT, List.of(found("干燥机 DR-40", 3, 6), found("轴承 6204", 2, 40)),
                        NonconformityDimension.SUPPLIER, List.of(found("宁波轴承厂", 2, 40), found(null, 3, 6))),
                new NonconformityTally(3, 12, 1, 0, 3, 0, 0),
                new Handled(2, 3),
                List.of(
                        new Open(
                                new UUID(0x190a1b200007000L, 0x8000000000000021L),
                                "NC26100002",
                                Instant.parse("2026-10-13T01:00:00Z"),
                                "major",
                                "customer-complaint",
                                "干燥机 DR-40",
                                "rework",
                                new UUID(0x190a1b200007000L, 0x8000000000000011L),
                                3,
                                "under-review"),
                        new Open(
                                new UUID(0x190a1b200007000L, 0x8000000000000022L),
                                "NC26100005",
                                Instant.parse("2026-10-29T01:00:00Z"),
                                null,
                                "incoming-inspection",
                                "轴承 6204",
                                null,
                                null,
                                10,
                                "segregated")));
    }

    private static List<@Nullable String> key(@Nullable String key) {
        return Arrays.asList(key);
    }

    private static Counted count(@Nullable String key, long count) {
        return new Counted(key(key), new Tally(count, count * 3 / 4, count / 8, count / 6, count / 2));
    }

    private static Scores.Given score(int score, long count) {
        return new Scores.Given(BigDecimal.valueOf(score), BigDecimal.valueOf(5), count);
    }

    private static FollowUpTally follow(
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
            Scores.Given... scores) {
        return new FollowUpTally(
                due,
                waived,
                reached,
                recorded,
                unconfirmed,
                satisfied,
                dissatisfied,
                issues,
                cases,
                recordedCases,
                new Scores(List.of(scores)));
    }

    private static Pareto.Group<FollowUpTally> group(@Nullable String agent, FollowUpTally tally) {
        return new Pareto.Group<>(key(agent), tally.due(), tally);
    }

    private static Pareto.Group<Long> reason(@Nullable String key, long count) {
        return new Pareto.Group<>(key(key), count, count);
    }

    private static Pareto.Group<NonconformityTally> found(@Nullable String key, long events, long items) {
        return new Pareto.Group<>(key(key), events, new NonconformityTally(events, items, 0, 0, 0, 0, 0));
    }
}

package io.huiyin.report.content;

import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.report.SectionKey;
import io.huiyin.report.content.ReportContent.Breakdown;
import io.huiyin.report.content.ReportContent.ComplaintFigures;
import io.huiyin.report.content.ReportContent.Day;
import io.huiyin.report.content.ReportContent.Line;
import io.huiyin.report.content.ReportContent.Month;
import io.huiyin.report.content.ReportContent.Others;
import io.huiyin.report.content.ReportContent.Previous;
import io.huiyin.report.content.ReportContent.Section;
import io.huiyin.report.content.ReportContent.TargetResult;
import io.huiyin.report.content.ReportContent.Title;
import io.huiyin.report.rules.ReportKinds;
import io.huiyin.report.rules.TargetMet;
import io.huiyin.report.rules.TrendOfTwelveMonths;
import io.huiyin.report.statistics.Counted;
import io.huiyin.report.statistics.Dimension;
import io.huiyin.report.statistics.Percent;
import io.huiyin.report.statistics.Ranking;
import io.huiyin.report.statistics.Tally;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the six sections of a monthly quality report from what was counted. Nothing but arithmetic. */
public final class MonthlyQuality {

    /** What the month's complaints are counted by. */
    public static final List<Dimension> DIMENSIONS = List.of(
            Dimension.DAY,
            Dimension.PRODUCT,
            Dimension.ISSUE,
            Dimension.CHANNEL,
            Dimension.CATEGORY,
            Dimension.SEVERITY,
            Dimension.CAUSE,
            Dimension.REGION,
            Dimension.COMPANY,
            Dimension.OUTCOME);

    /** How many groups are named where there is no end of them. */
    private static final int TOP = 20;

    /** How many groups are named where there are few by nature: it only keeps a report from growing without bound. */
    private static final int MOST = 100;

    /** How much of a name is kept, in characters, for the same reason. */
    private static final int LONGEST = 200;

    private final MonthlyFigures figures;
    private final PolicyValues policies;
    private final Tally total;

    private MonthlyQuality(MonthlyFigures figures, PolicyValues policies) {
        this.figures = figures;
        this.policies = policies;
        this.total = counted(Dimension.DAY).stream().map(Counted::tally).reduce(Tally.NONE, Tally::plus);
    }

    /** The content of the report. */
    public static ReportContent of(MonthlyFigures figures, PolicyValues policies) {
        return new MonthlyQuality(figures, policies).content();
    }

    private ReportContent content() {
        List<TargetResult> targets = targets();
        boolean measured = targets.stream().anyMatch(target -> target.met() != null);
        return new ReportContent(
                ReportKinds.MONTHLY_QUALITY,
                figures.month().toString(),
                figures.zone().getId(),
                figures.month().atDay(1),
                figures.month().plusMonths(1).atDay(1),
                figures.computedFrom(),
                figures.inputs(),
                List.of(
                        Section.of(SectionKey.QUALITY_TARGETS, !measured, targets),
                        Section.none(SectionKey.COMPLETION),
                        Section.none(SectionKey.INCIDENTS),
                        Section.of(SectionKey.COMPLAINTS, total.count() == 0, complaints()),
                        Section.none(SectionKey.FOLLOW_UPS),
                        Section.none(SectionKey.CORRECTIVE_ACTIONS)));
    }

    /** Every target there is, also those that nothing was counted for. */
    private List<TargetResult> targets() {
        return List.of(
                target(
                        "timeliness",
                        new Title("投诉处理及时率", "Complaints settled in time"),
                        total.timelyYes(),
                        total.timelyYes() + total.timelyNo()),
                target("satisfaction", new Title("客户满意率", "Customer satisfaction"), 0, 0),
                target("complaintRate", new Title("客户抱怨率", "Complaint rate"), 0, 0));
    }

    private TargetResult target(String key, Title title, long numerator, long denominator) {
        String policy = "kpi.targets." + key;
        PolicyValue.Target target = policies.target(policy);
        boolean measured = denominator > 0;
        return new TargetResult(
                key,
                title,
                numerator,
                denominator,
                measured ? Percent.of(numerator, denominator) : null,
                target.percent().toPlainString(),
                target.direction().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                policies.ref(policy),
                measured ? TargetMet.by(numerator, denominator, target) : null);
    }

    private ComplaintFigures complaints() {
        List<Month> trend = trend();
        Month previous = trend.get(trend.size() - 2);
        return new ComplaintFigures(
                total.count(),
                new Previous(previous.month(), previous.count()),
                previous.count() == 0 ? null : Percent.of(total.count() - previous.count(), previous.count()),
                total.timely(),
                total.disputed(),
                days(),
                breakdown(Dimension.PRODUCT, MOST),
                breakdown(Dimension.ISSUE, TOP),
                breakdown(Dimension.CHANNEL, MOST),
                breakdown(Dimension.CATEGORY, MOST),
                breakdown(Dimension.SEVERITY, MOST),
                breakdown(Dimension.CAUSE, MOST),
                breakdown(Dimension.REGION, MOST),
                breakdown(Dimension.COMPANY, TOP),
                breakdown(Dimension.OUTCOME, MOST),
                trend);
    }

    private List<Day> days() {
        Map<@Nullable String, Tally> byDay = byKey(counted(Dimension.DAY));
        List<Day> days = new ArrayList<>();
        LocalDate end = figures.month().plusMonths(1).atDay(1);
        for (LocalDate day = figures.month().atDay(1); day.isBefore(end); day = day.plusDays(1)) {
            days.add(new Day(
                    day.toString(),
                    byDay.getOrDefault(day.toString(), Tally.NONE).count()));
        }
        return days;
    }

    private List<Month> trend() {
        Map<@Nullable String, Tally> byMonth = byKey(figures.byMonth());
        List<Month> months = new ArrayList<>();
        for (YearMonth month : TrendOfTwelveMonths.upTo(figures.month())) {
            Tally tally = byMonth.getOrDefault(month.toString(), Tally.NONE);
            months.add(new Month(month.toString(), tally.count(), tally.timely(), tally.disputed()));
        }
        return months;
    }

    private Breakdown breakdown(Dimension dimension, int shown) {
        List<Ranking.Place> places = Ranking.of(counted(dimension), false).places();
        List<Line> lines = places.stream()
                .limit(shown)
                .map(place -> new Line(
                        shortened(place.keys().getFirst()),
                        place.tally().count(),
                        place.share(),
                        place.cumulativeShare(),
                        place.tally().timely(),
                        place.tally().disputed()))
                .toList();
        return new Breakdown(places.size(), lines, others(places.subList(lines.size(), places.size())));
    }

    private @Nullable Others others(List<Ranking.Place> places) {
        if (places.isEmpty()) {
            return null;
        }
        Tally rest = places.stream().map(Ranking.Place::tally).reduce(Tally.NONE, Tally::plus);
        return new Others(
                places.size(), rest.count(), Percent.of(rest.count(), total.count()), rest.timely(), rest.disputed());
    }

    private List<Counted> counted(Dimension dimension) {
        return figures.byEach().getOrDefault(dimension, List.of());
    }

    private static Map<@Nullable String, Tally> byKey(List<Counted> counted) {
        Map<@Nullable String, Tally> byKey = new HashMap<>();
        counted.forEach(group -> byKey.put(group.keys().getFirst(), group.tally()));
        return byKey;
    }

    private static @Nullable String shortened(@Nullable String name) {
        if (name == null || name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}

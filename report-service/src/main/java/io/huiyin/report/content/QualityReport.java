package io.huiyin.report.content;

import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.report.ReportPeriod;
import io.huiyin.report.SectionKey;
import io.huiyin.report.content.ReportContent.AgentLine;
import io.huiyin.report.content.ReportContent.Breakdown;
import io.huiyin.report.content.ReportContent.ComplaintFigures;
import io.huiyin.report.content.ReportContent.CountLine;
import io.huiyin.report.content.ReportContent.Day;
import io.huiyin.report.content.ReportContent.Dissatisfaction;
import io.huiyin.report.content.ReportContent.FollowUps;
import io.huiyin.report.content.ReportContent.Incidents;
import io.huiyin.report.content.ReportContent.ItemBreakdown;
import io.huiyin.report.content.ReportContent.ItemLine;
import io.huiyin.report.content.ReportContent.ItemOthers;
import io.huiyin.report.content.ReportContent.Late;
import io.huiyin.report.content.ReportContent.Line;
import io.huiyin.report.content.ReportContent.Month;
import io.huiyin.report.content.ReportContent.OpenNonconformity;
import io.huiyin.report.content.ReportContent.Others;
import io.huiyin.report.content.ReportContent.Overdue;
import io.huiyin.report.content.ReportContent.Previous;
import io.huiyin.report.content.ReportContent.Proposals;
import io.huiyin.report.content.ReportContent.Section;
import io.huiyin.report.content.ReportContent.Stretch;
import io.huiyin.report.content.ReportContent.TargetResult;
import io.huiyin.report.content.ReportContent.Title;
import io.huiyin.report.kpi.KpiDefinitions;
import io.huiyin.report.kpi.KpiValue;
import io.huiyin.report.rules.ComparedWithPeriodsBefore;
import io.huiyin.report.rules.TargetMet;
import io.huiyin.report.rules.TrendOfTwelveMonths;
import io.huiyin.report.statistics.Counted;
import io.huiyin.report.statistics.Dimension;
import io.huiyin.report.statistics.FollowUpDimension;
import io.huiyin.report.statistics.FollowUpFigures;
import io.huiyin.report.statistics.FollowUpTally;
import io.huiyin.report.statistics.NonconformityDimension;
import io.huiyin.report.statistics.NonconformityFigures;
import io.huiyin.report.statistics.NonconformityTally;
import io.huiyin.report.statistics.Pareto;
import io.huiyin.report.statistics.Percent;
import io.huiyin.report.statistics.Ranking;
import io.huiyin.report.statistics.Tally;
import io.huiyin.report.views.followups.FollowUpCounts.Reason;
import io.huiyin.report.views.nonconformities.NonconformityCounts.Open;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the six sections of a quality report, monthly, quarterly or yearly, from what was counted. Nothing but arithmetic. */
public final class QualityReport {

    /** What the period's complaints are counted by. */
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
            Dimension.OUTCOME,
            Dimension.LIABILITY,
            Dimension.DEPARTMENT,
            Dimension.STATUS);

    /** What the period's follow-ups are counted by. */
    public static final List<FollowUpDimension> FOLLOW_UPS = List.of(FollowUpDimension.AGENT);

    /** What the period's nonconformities are counted by. */
    public static final List<NonconformityDimension> NONCONFORMITIES = List.of(
            NonconformityDimension.SEVERITY,
            NonconformityDimension.SOURCE,
            NonconformityDimension.DISPOSITION,
            NonconformityDimension.CAUSE,
            NonconformityDimension.CATEGORY,
            NonconformityDimension.PRODUCT,
            NonconformityDimension.SUPPLIER);

    /** How many groups are named where there is no end of them. */
    private static final int TOP = 20;

    /** How many groups are named where there are few by nature: it only keeps a report from growing without bound. */
    private static final int MOST = 100;

    /** How much of a name is kept, in characters, for the same reason. */
    private static final int LONGEST = 200;

    private final QualityFigures figures;
    private final PolicyValues policies;
    private final Tally total;

    private QualityReport(QualityFigures figures, PolicyValues policies) {
        this.figures = figures;
        this.policies = policies;
        this.total = counted(Dimension.DAY).stream().map(Counted::tally).reduce(Tally.NONE, Tally::plus);
    }

    /** The content of the report. */
    public static ReportContent of(QualityFigures figures, PolicyValues policies) {
        return new QualityReport(figures, policies).content();
    }

    private ReportContent content() {
        List<TargetResult> targets = targets();
        List<KpiValue> kpis = KpiDefinitions.values(figures.kpis(), policies);
        boolean measured = targets.stream().anyMatch(target -> target.met() != null)
                || kpis.stream().anyMatch(kpi -> kpi.met() != null);
        Incidents incidents = incidents();
        FollowUps followUps = followUps();
        Proposals proposals = proposals();
        return new ReportContent(
                figures.kind(),
                figures.period().toString(),
                figures.zone().getId(),
                figures.period().from(),
                figures.period().to(),
                figures.computedFrom(),
                figures.inputs(),
                List.of(
                        Section.of(SectionKey.QUALITY_TARGETS, !measured, targets, kpis),
                        Section.none(SectionKey.COMPLETION),
                        Section.of(
                                SectionKey.INCIDENTS,
                                incidents.total().events() == 0 && incidents.closed() == 0,
                                incidents),
                        Section.of(
                                SectionKey.COMPLAINTS,
                                total.count() == 0
                                        && figures.complaints().overdue().count() == 0,
                                complaints()),
                        Section.of(
                                SectionKey.FOLLOW_UPS,
                                followUps.total().due() == 0
                                        && followUps.total().waived() == 0,
                                followUps),
                        Section.of(
                                SectionKey.CORRECTIVE_ACTIONS,
                                proposals.nonconformities() == 0 && proposals.actions() == 0,
                                proposals)));
    }

    /** Every target there is, also those that nothing was counted for. */
    private List<TargetResult> targets() {
        FollowUpTally followUps = figures.kpis().followUps();
        return List.of(
                target(
                        "timeliness",
                        new Title("投诉处理及时率", "Complaints settled in time"),
                        total.timelyYes(),
                        total.timelyYes() + total.timelyNo()),
                target(
                        "satisfaction",
                        new Title("客户满意率", "Customer satisfaction"),
                        followUps.satisfied(),
                        followUps.scores().answers()),
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
        List<Stretch> periods = periods();
        Stretch previous = periods.get(periods.size() - 2);
        boolean month = figures.period().length() == ReportPeriod.Length.MONTH;
        return new ComplaintFigures(
                total.count(),
                new Previous(previous.period(), previous.count()),
                Percent.rate(total.count() - previous.count(), previous.count()),
                total.timely(),
                total.disputed(),
                month ? days() : null,
                breakdown(Dimension.PRODUCT, MOST),
                breakdown(Dimension.ISSUE, TOP),
                breakdown(Dimension.CHANNEL, MOST),
                breakdown(Dimension.CATEGORY, MOST),
                breakdown(Dimension.SEVERITY, MOST),
                breakdown(Dimension.CAUSE, MOST),
                breakdown(Dimension.REGION, MOST),
                breakdown(Dimension.COMPANY, TOP),
                breakdown(Dimension.OUTCOME, MOST),
                trend(),
                breakdown(Dimension.LIABILITY, MOST),
                breakdown(Dimension.DEPARTMENT, TOP),
                breakdown(Dimension.STATUS, MOST),
                overdue(),
                month ? null : periods);
    }

    private Overdue overdue() {
        List<Late> listed = figures.complaints().overdue().listed().stream()
                .map(late -> new Late(
                        late.id().toString(),
                        late.number(),
                        late.closeDue(),
                        late.severity(),
                        shortened(late.department()),
                        late.status()))
                .toList();
        return new Overdue(figures.complaints().overdue().count(), listed);
    }

    private List<Day> days() {
        Map<@Nullable String, Tally> byDay = byKey(counted(Dimension.DAY));
        List<Day> days = new ArrayList<>();
        LocalDate end = figures.period().to();
        for (LocalDate day = figures.period().from(); day.isBefore(end); day = day.plusDays(1)) {
            days.add(new Day(
                    day.toString(),
                    byDay.getOrDefault(day.toString(), Tally.NONE).count()));
        }
        return days;
    }

    private List<Month> trend() {
        Map<@Nullable String, Tally> byMonth = byKey(figures.complaints().byMonth());
        List<Month> months = new ArrayList<>();
        for (YearMonth month : TrendOfTwelveMonths.upTo(figures.period().last())) {
            Tally tally = byMonth.getOrDefault(month.toString(), Tally.NONE);
            months.add(new Month(month.toString(), tally.count(), tally.timely(), tally.disputed()));
        }
        return months;
    }

    /** Whole periods, summed up from their months. */
    private List<Stretch> periods() {
        Map<ReportPeriod, Tally> byPeriod = new HashMap<>();
        for (Counted month : figures.complaints().byMonth()) {
            String key = month.keys().getFirst();
            if (key != null) {
                byPeriod.merge(figures.period().length().around(YearMonth.parse(key)), month.tally(), Tally::plus);
            }
        }
        return ComparedWithPeriodsBefore.upTo(figures.period()).stream()
                .map(period -> {
                    Tally tally = byPeriod.getOrDefault(period, Tally.NONE);
                    return new Stretch(period.toString(), tally.count(), tally.timely(), tally.disputed());
                })
                .toList();
    }

    private Incidents incidents() {
        NonconformityTally reported = figures.kpis().nonconformities();
        long before = figures.nonconformities().previous().events();
        return new Incidents(
                NonconformityFigures.of(reported),
                figures.nonconformities().handled().closed(),
                new Previous(figures.period().previous().toString(), before),
                Percent.rate(reported.events() - before, before),
                items(NonconformityDimension.SEVERITY, MOST),
                items(NonconformityDimension.SOURCE, MOST),
                items(NonconformityDimension.DISPOSITION, MOST),
                items(NonconformityDimension.CAUSE, MOST),
                items(NonconformityDimension.CATEGORY, MOST),
                items(NonconformityDimension.PRODUCT, TOP),
                items(NonconformityDimension.SUPPLIER, TOP));
    }

    private ItemBreakdown items(NonconformityDimension dimension, int shown) {
        List<Pareto.Place<NonconformityTally>> places =
                Pareto.places(figures.nonconformities().byEach().getOrDefault(dimension, List.of()), false);
        List<ItemLine> lines = places.stream()
                .limit(shown)
                .map(place -> new ItemLine(
                        shortened(place.keys().getFirst()),
                        place.value().events(),
                        place.value().items(),
                        place.share(),
                        place.cumulativeShare()))
                .toList();
        List<Pareto.Place<NonconformityTally>> rest = places.subList(lines.size(), places.size());
        ItemOthers others = rest.isEmpty()
                ? null
                : new ItemOthers(
                        rest.size(),
                        rest.stream().mapToLong(place -> place.value().events()).sum(),
                        rest.stream().mapToLong(place -> place.value().items()).sum());
        return new ItemBreakdown(places.size(), lines, others);
    }

    private FollowUps followUps() {
        FollowUpFigures due = FollowUpFigures.of(figures.kpis().followUps());
        List<AgentLine> byAgent =
                Pareto.places(figures.followUps().byEach().getOrDefault(FollowUpDimension.AGENT, List.of()), false)
                        .stream()
                        .limit(MOST)
                        .map(place -> agent(place.keys().getFirst(), place.value()))
                        .toList();
        return new FollowUps(
                due,
                byAgent,
                new Dissatisfaction(
                        due.dissatisfied(),
                        reasons(Reason.CAUSE),
                        reasons(Reason.DEPARTMENT),
                        reasons(Reason.PRODUCT),
                        reasons(Reason.ISSUE)));
    }

    private static AgentLine agent(@Nullable String agent, FollowUpTally tally) {
        return new AgentLine(
                shortened(agent),
                tally.due(),
                tally.reached(),
                tally.recorded(),
                tally.rate(),
                tally.scores().mean(),
                tally.dissatisfied());
    }

    private List<CountLine> reasons(Reason reason) {
        return Pareto.places(figures.followUps().dissatisfied().getOrDefault(reason, List.of()), false).stream()
                .limit(TOP)
                .map(place -> new CountLine(
                        shortened(place.keys().getFirst()), place.value(), place.share(), place.cumulativeShare()))
                .toList();
    }

    private Proposals proposals() {
        return new Proposals(
                figures.nonconformities().handled().open(),
                figures.nonconformities().open().stream()
                        .map(QualityReport::open)
                        .toList(),
                figures.kpis().actions().open(),
                figures.kpis().actions().listed());
    }

    private static OpenNonconformity open(Open open) {
        String dispositions = open.disposition();
        return new OpenNonconformity(
                open.id().toString(),
                open.number(),
                open.reportedAt(),
                open.severity(),
                open.source(),
                shortened(open.product()),
                dispositions == null ? List.of() : Arrays.asList(dispositions.split(",", -1)),
                open.complaintId() == null ? null : open.complaintId().toString(),
                open.items(),
                open.status());
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
        return figures.complaints().byEach().getOrDefault(dimension, List.of());
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

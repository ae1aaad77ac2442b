package io.huiyin.report.content;

import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.report.Inputs;
import io.huiyin.report.ReportPeriod;
import io.huiyin.report.content.QualityFigures.Complaints;
import io.huiyin.report.content.QualityFigures.FollowUps;
import io.huiyin.report.content.QualityFigures.Nonconformities;
import io.huiyin.report.kpi.Kpis;
import io.huiyin.report.rules.ComparedWithPeriodsBefore;
import io.huiyin.report.rules.TrendOfTwelveMonths;
import io.huiyin.report.statistics.Dimension;
import io.huiyin.report.statistics.FollowUpDimension;
import io.huiyin.report.statistics.NonconformityDimension;
import io.huiyin.report.statistics.Span;
import io.huiyin.report.views.facts.ComplaintLimits;
import io.huiyin.report.views.facts.FactSnapshot;
import io.huiyin.report.views.facts.FactSnapshots;
import io.huiyin.report.views.followups.FollowUpCounts;
import io.huiyin.report.views.nonconformities.NonconformityCounts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compiles contents: counts everything in one snapshot of the facts and writes it down. */
@ApplicationScoped
public class Compiler {

    /** More than any comparison has months. */
    private static final int MONTHS = 100;

    /** All groups are counted; the report names the largest and sums up the others. */
    private static final int GROUPS = Integer.MAX_VALUE;

    /** How many overdue cases and open nonconformities are listed. */
    private static final int LISTED = 50;

    private final FactSnapshots facts;
    private final Kpis kpis;

    Compiler(FactSnapshots facts, Kpis kpis) {
        this.facts = facts;
        this.kpis = kpis;
    }

    /** A quality report as the facts stand now. */
    public Uni<Compilation> quality(String kind, ReportPeriod period, ZoneId zone, Instant now, PolicyValues policies) {
        Span span = new Span(period.from(), period.to(), zone);
        boolean ended = !now.isBefore(span.end());
        return facts.read(snapshot -> Uni.combine()
                        .all()
                        .unis(
                                complaints(snapshot, period, span, ended ? span.end() : now),
                                followUps(snapshot, span),
                                nonconformities(snapshot, period, span),
                                kpis.figures(snapshot, span),
                                snapshot.positions(Kpis.facts()),
                                snapshot.gaps(kpis.views()))
                        .with((complaints, followUps, nonconformities, figures, positions, gaps) -> new QualityFigures(
                                kind,
                                period,
                                zone,
                                complaints,
                                followUps,
                                nonconformities,
                                figures,
                                positions,
                                Inputs.of(gaps.heldBack(), gaps.skipped(), ended))))
                .map(figures -> Compilation.of(QualityReport.of(figures, policies)));
    }

    private static Uni<Complaints> complaints(FactSnapshot snapshot, ReportPeriod period, Span span, Instant until) {
        YearMonth trend = TrendOfTwelveMonths.upTo(period.last()).getFirst();
        YearMonth compared = ComparedWithPeriodsBefore.upTo(period).getFirst().first();
        Span months = new Span((trend.isBefore(compared) ? trend : compared).atDay(1), span.to(), span.zone());
        return Uni.combine()
                .all()
                .unis(
                        snapshot.countByEach(span, QualityReport.DIMENSIONS),
                        snapshot.count(months, List.of(Dimension.MONTH), MONTHS),
                        new ComplaintLimits(snapshot).overdue(until, LISTED))
                .with(Complaints::new);
    }

    private static Uni<FollowUps> followUps(FactSnapshot snapshot, Span span) {
        FollowUpCounts counts = new FollowUpCounts(snapshot);
        return Uni.combine()
                .all()
                .unis(
                        each(
                                FollowUpDimension.class,
                                QualityReport.FOLLOW_UPS,
                                by -> counts.by(span, List.of(by), GROUPS)),
                        each(
                                FollowUpCounts.Reason.class,
                                Arrays.asList(FollowUpCounts.Reason.values()),
                                reason -> counts.dissatisfied(span, reason)))
                .with(FollowUps::new);
    }

    private static Uni<Nonconformities> nonconformities(FactSnapshot snapshot, ReportPeriod period, Span span) {
        NonconformityCounts counts = new NonconformityCounts(snapshot);
        ReportPeriod before = period.previous();
        return Uni.combine()
                .all()
                .unis(
                        each(
                                NonconformityDimension.class,
                                QualityReport.NONCONFORMITIES,
                                by -> counts.by(span, List.of(by), GROUPS)),
                        counts.total(new Span(before.from(), before.to(), span.zone())),
                        counts.handled(span),
                        counts.open(span.end(), LISTED))
                .with(Nonconformities::new);
    }

    /** One count per key, one after the other. */
    private static <K extends Enum<K>, V> Uni<Map<K, V>> each(Class<K> type, List<K> keys, Function<K, Uni<V>> count) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(key -> count.apply(key).map(value -> Map.entry(key, value)))
                .collect()
                .in(() -> new EnumMap<K, V>(type), (map, entry) -> map.put(entry.getKey(), entry.getValue()))
                .map(map -> map);
    }
}

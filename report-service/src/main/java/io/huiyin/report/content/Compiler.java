package io.huiyin.report.content;

import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.report.Inputs;
import io.huiyin.report.rules.TrendOfTwelveMonths;
import io.huiyin.report.statistics.Counted;
import io.huiyin.report.statistics.Dimension;
import io.huiyin.report.statistics.Span;
import io.huiyin.report.views.facts.FactSnapshot;
import io.huiyin.report.views.facts.FactSnapshots;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Compiles contents: counts everything in one snapshot of the facts and writes it down. */
@ApplicationScoped
public class Compiler {

    /** One more than any trend has months. */
    private static final int MONTHS = 13;

    private final FactSnapshots facts;

    Compiler(FactSnapshots facts) {
        this.facts = facts;
    }

    /** The monthly quality report as the facts stand now. */
    public Uni<Compilation> monthlyQuality(YearMonth month, ZoneId zone, Instant now, PolicyValues policies) {
        Span period = new Span(month.atDay(1), month.plusMonths(1).atDay(1), zone);
        Span trend = new Span(TrendOfTwelveMonths.upTo(month).getFirst().atDay(1), period.to(), zone);
        boolean ended = !now.isBefore(period.end());
        return facts.read(snapshot -> snapshot.countByEach(period, MonthlyQuality.DIMENSIONS)
                        .flatMap(byEach -> snapshot.count(trend, List.of(Dimension.MONTH), MONTHS)
                                .flatMap(byMonth -> surrounding(snapshot, month, zone, ended, byEach, byMonth))))
                .map(figures -> Compilation.of(MonthlyQuality.of(figures, policies)));
    }

    private static Uni<MonthlyFigures> surrounding(
            FactSnapshot snapshot,
            YearMonth month,
            ZoneId zone,
            boolean ended,
            Map<Dimension, List<Counted>> byEach,
            List<Counted> byMonth) {
        return snapshot.positions()
                .flatMap(positions -> snapshot.gaps(List.of("complaint-facts"))
                        .map(gaps -> new MonthlyFigures(
                                month,
                                zone,
                                byEach,
                                byMonth,
                                positions,
                                Inputs.of(gaps.heldBack(), gaps.skipped(), ended))));
    }
}

package io.huiyin.report.kpi;

import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.time.BusinessClock;
import io.huiyin.report.Reports;
import io.huiyin.report.content.ActionRegister;
import io.huiyin.report.statistics.Counted;
import io.huiyin.report.statistics.Dimension;
import io.huiyin.report.statistics.Span;
import io.huiyin.report.views.facts.ComplaintFactsProjection;
import io.huiyin.report.views.facts.ComplaintLimits;
import io.huiyin.report.views.facts.FactSnapshot;
import io.huiyin.report.views.followups.FollowUpCounts;
import io.huiyin.report.views.followups.FollowUpFactsProjection;
import io.huiyin.report.views.nonconformities.NonconformityCounts;
import io.huiyin.report.views.nonconformities.NonconformityFactsProjection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Computes key figures, and handles commands to them. */
@ApplicationScoped
public class Kpis {

    /** Where they live. */
    public static final String PATH = "/v1/kpis";

    /** How many open actions are listed. */
    private static final int LISTED = 50;

    /** Longer than any period has days, so that a count by day is never cut off. */
    private static final int MOST_DAYS = 400;

    private final CommandHandler<KpiCommand, Kpi, KpiEvent> handler;
    private final ActionRegister actions;
    private final BusinessClock clock;

    Kpis(EventStore store, BusinessClock clock, PoliciesInForce policies, ActionRegister actions) {
        this.handler = new CommandHandler<>(
                new CommandHandler.Aggregate<>(
                        "kpi",
                        Reports.TOPIC,
                        PATH,
                        new KpiDecider(),
                        EventNames.of(KpiEvent.class),
                        (id, kpi, version) -> kpi),
                store,
                clock,
                policies);
        this.actions = actions;
        this.clock = clock;
    }

    /** The one stream of a key figure of a period. */
    public static UUID stream(String kpi, String period, String scope) {
        return Ids.derived("kpi", kpi, period, scope);
    }

    /** For the policy that gives them commands. */
    public CommandHandler<KpiCommand, Kpi, KpiEvent> handler() {
        return handler;
    }

    /** The views whose positions figures name. Not the register of actions: it follows our own log, which every report moves. */
    public static List<String> facts() {
        return List.of(ComplaintFactsProjection.NAME, FollowUpFactsProjection.NAME, NonconformityFactsProjection.NAME);
    }

    /** All views that figures come from. */
    public List<String> views() {
        List<String> views = new ArrayList<>(facts());
        views.add(actions.view());
        return views;
    }

    /** All that key figures of a period are computed from. */
    public Uni<KpiFigures> figures(FactSnapshot snapshot, Span span) {
        LocalDate today = clock.instant().atZone(span.zone()).toLocalDate();
        ComplaintLimits limits = new ComplaintLimits(snapshot);
        FollowUpCounts followUps = new FollowUpCounts(snapshot);
        NonconformityCounts nonconformities = new NonconformityCounts(snapshot);
        return Uni.combine()
                .all()
                .unis(
                        snapshot.count(span, List.of(Dimension.DAY), MOST_DAYS).map(Kpis::sum),
                        limits.firstReplies(span),
                        limits.closings(span),
                        followUps.total(span),
                        followUps.issues(span),
                        nonconformities.total(span),
                        actions.read(snapshot, span, today.isBefore(span.to()) ? today : span.to(), LISTED))
                .with(KpiFigures::new);
    }

    private static long sum(List<Counted> groups) {
        return groups.stream().mapToLong(group -> group.tally().count()).sum();
    }
}

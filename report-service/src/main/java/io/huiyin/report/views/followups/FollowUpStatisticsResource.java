package io.huiyin.report.views.followups;

import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.projection.Views;
import io.huiyin.report.statistics.FollowUpDimension;
import io.huiyin.report.statistics.Span;
import io.huiyin.report.views.facts.Asked;
import io.huiyin.report.views.facts.FactSnapshots;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Follow-ups counted by whatever is asked for. */
@Path("/v1/statistics/follow-ups")
public class FollowUpStatisticsResource {

    private final FactSnapshots facts;
    private final Views views;
    private final PoliciesInForce policies;

    FollowUpStatisticsResource(FactSnapshots facts, Views views, PoliciesInForce policies) {
        this.facts = facts;
        this.views = views;
        this.policies = policies;
    }

    @GET
    @RolesAllowed({
        "bi",
        "quality",
        "auditor",
        "admin",
        "management-rep",
        "leader",
        "factory-director",
        "general-manager",
        "followup-supervisor",
        "complaint-owner",
        "department-head",
        "gm-office"
    })
    @Operation(
            operationId = "follow-up-statistics",
            summary =
                    "Follow-ups that fell due from one day to another: how many were made, and how satisfied customers were")
    public Uni<FollowUpStatistics> statistics(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String zone,
            @RestQuery @Nullable String by,
            @RestHeader("If-Projection-At-Least") @Nullable String atLeast) {
        Span span = Asked.span(from, to, zone, policies.values());
        List<FollowUpDimension> dimensions = FollowUpDimension.list(by == null ? FollowUpDimension.MONTH.wire() : by);
        return views.atLeast(FollowUpFactsProjection.NAME, atLeast)
                .flatMap(reached -> facts.read(snapshot -> {
                    FollowUpCounts counts = new FollowUpCounts(snapshot);
                    return counts.by(span, dimensions, Asked.MOST_GROUPS + 1)
                            .invoke(Asked::mustBeFew)
                            .flatMap(groups -> counts.total(span)
                                    .flatMap(total -> snapshot.positions(List.of(FollowUpFactsProjection.NAME))
                                            .map(positions ->
                                                    FollowUpStatistics.of(total, groups, dimensions, positions))));
                }));
    }
}

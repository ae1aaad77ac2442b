package io.huiyin.report.views.nonconformities;

import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.projection.Views;
import io.huiyin.report.statistics.NonconformityDimension;
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

/** Nonconformities counted by whatever is asked for. */
@Path("/v1/statistics/nonconformities")
public class NonconformityStatisticsResource {

    private final FactSnapshots facts;
    private final Views views;
    private final PoliciesInForce policies;

    NonconformityStatisticsResource(FactSnapshots facts, Views views, PoliciesInForce policies) {
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
        "inspector",
        "mrb-site",
        "mrb-company",
        "complaint-owner",
        "department-head",
        "gm-office"
    })
    @Operation(
            operationId = "nonconformity-statistics",
            summary =
                    "Nonconformities reported from one day to another: how many, of how many pieces, and what became of them")
    public Uni<NonconformityStatistics> statistics(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String zone,
            @RestQuery @Nullable String by,
            @RestHeader("If-Projection-At-Least") @Nullable String atLeast) {
        Span span = Asked.span(from, to, zone, policies.values());
        List<NonconformityDimension> dimensions =
                NonconformityDimension.list(by == null ? NonconformityDimension.MONTH.wire() : by);
        return views.atLeast(NonconformityFactsProjection.NAME, atLeast)
                .flatMap(reached -> facts.read(snapshot -> {
                    NonconformityCounts counts = new NonconformityCounts(snapshot);
                    return counts.by(span, dimensions, Asked.MOST_GROUPS + 1)
                            .invoke(Asked::mustBeFew)
                            .flatMap(groups -> counts.total(span)
                                    .flatMap(total -> snapshot.positions(List.of(NonconformityFactsProjection.NAME))
                                            .map(positions ->
                                                    NonconformityStatistics.of(total, groups, dimensions, positions))));
                }));
    }
}

package io.huiyin.report.views.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.projection.Views;
import io.huiyin.kernel.relay.Watermarks;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.report.statistics.Answered;
import io.huiyin.report.statistics.Counted;
import io.huiyin.report.statistics.Dimension;
import io.huiyin.report.statistics.Keyed;
import io.huiyin.report.statistics.Ranking;
import io.huiyin.report.statistics.Span;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Complaints counted by whatever is asked for. */
@Path("/v1/statistics/complaints")
public class ComplaintStatisticsResource {

    private final FactSnapshots facts;
    private final Views views;
    private final Watermarks watermarks;
    private final PoliciesInForce policies;

    ComplaintStatisticsResource(FactSnapshots facts, Views views, Watermarks watermarks, PoliciesInForce policies) {
        this.facts = facts;
        this.views = views;
        this.watermarks = watermarks;
        this.policies = policies;
    }

    /** One group; its key has every dimension that was asked for, null where it is blank. */
    @JsonInclude(content = JsonInclude.Include.ALWAYS)
    public record Group(
            Map<String, @Nullable String> key,
            long count,
            String share,
            String cumulativeShare,
            Answered timely,
            Answered disputed) {}

    /**
     * The answer.
     *
     * @param computedFrom up to which position of each partition of the log
     */
    public record Statistics(long total, List<Group> groups, Map<String, String> computedFrom) {}

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
        "complaint-owner",
        "department-head",
        "gm-office"
    })
    @Operation(
            operationId = "complaint-statistics",
            summary =
                    "Complaints received from one day to another, counted by time, product, issue and more, as they are "
                            + "or were known")
    public Uni<Statistics> statistics(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String zone,
            @RestQuery @Nullable String by,
            @RestQuery @Nullable String knownAt,
            @RestHeader("If-Projection-At-Least") @Nullable String atLeast) {
        Span span = Asked.span(from, to, zone, policies.values());
        List<Dimension> dimensions = Dimension.list(by == null ? Dimension.MONTH.wire() : by);
        Instant known = Parameters.recorded("knownAt", knownAt);
        return views.atLeast(ComplaintFactsProjection.NAME, atLeast)
                .flatMap(reached -> watermarks.known(ComplaintFactsProjection.NAME, known))
                .flatMap(complete -> facts.read(snapshot -> snapshot.count(
                                span, dimensions, Asked.MOST_GROUPS + 1, known)
                        .flatMap(counted -> snapshot.positions()
                                .map(positions -> answer(counted, dimensions, complete.reachedBy(positions))))));
    }

    private static Statistics answer(List<Counted> counted, List<Dimension> by, Map<String, String> positions) {
        Asked.mustBeFew(counted);
        Ranking ranking = Ranking.of(counted, by.getFirst().isTime());
        List<Group> groups = ranking.places().stream()
                .map(place -> new Group(
                        Keyed.key(by, place.keys()),
                        place.tally().count(),
                        place.share(),
                        place.cumulativeShare(),
                        place.tally().timely(),
                        place.tally().disputed()))
                .toList();
        return new Statistics(ranking.total().count(), groups, positions);
    }
}

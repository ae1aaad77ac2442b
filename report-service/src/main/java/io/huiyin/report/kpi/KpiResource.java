package io.huiyin.report.kpi;

import io.huiyin.kernel.command.PositionToken;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.projection.Views;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.kernel.time.BusinessClock;
import io.huiyin.report.Inputs;
import io.huiyin.report.ReportPeriod;
import io.huiyin.report.kpi.KpiDefinition.Text;
import io.huiyin.report.statistics.Span;
import io.huiyin.report.views.facts.FactSnapshots;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Key figures of a period, as the facts stand now, and what they mean. */
@Path(Kpis.PATH)
public class KpiResource {

    private final FactSnapshots facts;
    private final Kpis kpis;
    private final Views views;
    private final PoliciesInForce policies;
    private final BusinessClock clock;

    KpiResource(FactSnapshots facts, Kpis kpis, Views views, PoliciesInForce policies, BusinessClock clock) {
        this.facts = facts;
        this.kpis = kpis;
        this.views = views;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Key figures of a period.
     *
     * @param from the first day
     * @param to the day after the last
     * @param computedFrom up to which position of each partition of the log
     */
    public record Answer(
            String period,
            String zone,
            LocalDate from,
            LocalDate to,
            List<KpiValue> items,
            Inputs inputs,
            Map<String, String> computedFrom) {}

    /** A version of what a key figure means. */
    public record Definition(
            String kpi,
            int version,
            boolean current,
            Text name,
            Text formula,
            Text population,
            String unit,
            @Nullable String target,
            String owner) {

        static Definition of(KpiDefinition definition) {
            return new Definition(
                    definition.kpi(),
                    definition.version(),
                    KpiDefinitions.current().contains(definition),
                    definition.name(),
                    definition.formula(),
                    definition.population(),
                    definition.unit().wire(),
                    definition.target(),
                    definition.owner());
        }
    }

    /** All of them. */
    public record Definitions(List<Definition> items) {}

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
    @Operation(operationId = "kpis", summary = "Key figures of a month, quarter or year against their targets")
    public Uni<Answer> kpis(
            @RestQuery @Nullable String period,
            @RestQuery @Nullable String zone,
            @RestHeader("If-Projection-At-Least") @Nullable String atLeast) {
        if (period == null) {
            throw new InvalidInput("/period", "must be a month, quarter or year, such as 2015-01, 2015-Q1 or 2015");
        }
        ReportPeriod asked = ReportPeriod.of(period);
        ZoneId where = Span.named(
                "/zone", Parameters.zone("zone", zone, policies.values().zone("business.zone")));
        Span span = new Span(asked.from(), asked.to(), where);
        boolean ended = !clock.instant().isBefore(span.end());
        return views.atLeast(follower(atLeast), atLeast)
                .flatMap(reached -> facts.read(snapshot -> Uni.combine()
                        .all()
                        .unis(
                                kpis.figures(snapshot, span),
                                snapshot.positions(Kpis.facts()),
                                snapshot.gaps(kpis.views()))
                        .with((figures, positions, gaps) -> new Answer(
                                asked.toString(),
                                where.getId(),
                                span.from(),
                                span.to(),
                                KpiDefinitions.values(figures, policies.values()),
                                Inputs.of(gaps.heldBack(), gaps.skipped(), ended),
                                positions))));
    }

    /** The view that follows the log a token is of; where none does, the first one says so. */
    private String follower(@Nullable String token) {
        if (token == null || token.isBlank()) {
            return kpis.views().getFirst();
        }
        String topic = PositionToken.decode(token).topic();
        return kpis.views().stream()
                .filter(view -> views.view(view).topics().contains(topic))
                .findFirst()
                .orElse(kpis.views().getFirst());
    }

    @GET
    @Path("/definitions")
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
    @Operation(operationId = "kpi-definitions", summary = "What each key figure means, in every version there was")
    public Definitions definitions() {
        return new Definitions(KpiDefinitions.all().stream().map(Definition::of).toList());
    }
}

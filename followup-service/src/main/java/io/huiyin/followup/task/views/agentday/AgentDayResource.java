package io.huiyin.followup.task.views.agentday;

import io.huiyin.followup.task.views.agentday.AgentDayRow.Hour;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.projection.Views;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.kernel.rest.Requests;
import io.huiyin.kernel.time.BusinessClock;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What an agent did on a day. */
@Path("/v1/agents")
@Produces(MediaType.APPLICATION_JSON)
public class AgentDayResource {

    private final Views views;
    private final Requests requests;
    private final BusinessClock clock;
    private final PoliciesInForce policies;

    AgentDayResource(Views views, Requests requests, BusinessClock clock, PoliciesInForce policies) {
        this.views = views;
        this.requests = requests;
        this.clock = clock;
        this.policies = policies;
    }

    /** The day's sums, and each hour of the business zone in which anything was done. */
    public record Day(
            String agent,
            LocalDate date,
            int claims,
            int attempts,
            int reached,
            int recorded,
            int dissatisfied,
            List<Hour> byHour) {

        static Day of(String agent, LocalDate date, List<Hour> hours) {
            return new Day(
                    agent,
                    date,
                    sum(hours, Hour::claims),
                    sum(hours, Hour::attempts),
                    sum(hours, Hour::reached),
                    sum(hours, Hour::recorded),
                    sum(hours, Hour::dissatisfied),
                    hours);
        }

        private static int sum(List<Hour> hours, ToIntFunction<Hour> count) {
            return hours.stream().mapToInt(count).sum();
        }
    }

    @GET
    @Path("/{agent}/day")
    @RolesAllowed({"followup-agent", "followup-supervisor", "leader", "quality", "auditor", "admin"})
    @Operation(operationId = "agent-day", summary = "What an agent did on a day, by hour; an agent sees his own")
    public Uni<Day> day(
            @RestPath String agent,
            @RestQuery @Nullable String date,
            @RestHeader("If-Projection-At-Least") @Nullable String atLeast) {
        requireVisible(agent);
        LocalDate day = date == null
                ? clock.instant()
                        .atZone(policies.values().zone("business.zone"))
                        .toLocalDate()
                : Parameters.date("date", date);
        return views.atLeast(AgentDayProjection.NAME, atLeast)
                .flatMap(ignored ->
                        Panache.withSession(() -> AgentDayEntry.<AgentDayEntry>findById(AgentDayRow.key(agent, day))))
                .map(entry -> Day.of(agent, day, entry == null ? List.of() : entry.hours()));
    }

    private void requireVisible(String agent) {
        Actor actor = requests.actor();
        if (!actor.isAny("followup-supervisor", "leader", "quality", "auditor")
                && !actor.id().equals(agent)) {
            throw new ForbiddenException("an agent sees his own day");
        }
    }
}

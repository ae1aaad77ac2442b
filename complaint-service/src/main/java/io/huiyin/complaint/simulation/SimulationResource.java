package io.huiyin.complaint.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.complaint.Complaints;
import io.huiyin.complaint.simulation.Simulation.Proposal;
import io.huiyin.complaint.simulation.Simulation.Result;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.policy.PolicyBook;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.rest.Requests;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What another value of a policy would have come to over a past period. It reads cases and changes nothing. */
@Path("/v1/policies/{key}/simulations")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SimulationResource {

    /** From which limits come. */
    private static final List<String> KEYS = List.of(
            "cmp.sla.register",
            "cmp.sla.firstReply",
            "cmp.sla.accept",
            "cmp.sla.plan",
            "cmp.sla.track",
            "cmp.sla.close",
            "cmp.step.budgets");

    private final PolicyBook policies;
    private final Complaints complaints;
    private final CaseHistories cases;
    private final Requests requests;

    SimulationResource(PolicyBook policies, Complaints complaints, CaseHistories cases, Requests requests) {
        this.policies = policies;
        this.complaints = complaints;
        this.cases = cases;
        this.requests = requests;
    }

    /**
     * What is tried.
     *
     * @param value in the shape in which the policy is shown
     * @param from of the clocks' starts, included
     * @param to of the clocks' starts, not included; without it now
     */
    public record Trial(
            @NotNull JsonNode value,
            @NotNull OffsetDateTime from,
            @Nullable OffsetDateTime to) {}

    @POST
    @RolesAllowed({"admin", "auditor", "management-rep", "gm-office"})
    @Operation(
            operationId = "simulate-policy",
            summary =
                    "How many promises of a period would have been kept, missed or due at another time under another value")
    public Result simulate(String key, @Valid Trial body) {
        PolicyValue value = policies.declared(key).read(body.value(), "/value");
        if (!KEYS.contains(key)) {
            throw new InvalidInput("/key", "no limit comes of it; of these do: " + String.join(", ", KEYS));
        }
        Context context = complaints.handler().context(requests.actor());
        OffsetDateTime to = body.to();
        Proposal proposal = new Proposal(
                key, value, body.from().toInstant(), to == null ? context.now() : to.toInstant(), context.now());
        if (!proposal.from().isBefore(proposal.to())) {
            throw new InvalidInput("/from", "must lie before the period's end");
        }
        Simulation simulation = new Simulation(proposal, context.policies(), context.calendar());
        cases.forEach(simulation::take);
        return simulation.result();
    }
}

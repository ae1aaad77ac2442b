package io.huiyin.kernel.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.policy.PolicyAnswer;
import io.huiyin.kernel.policy.PolicyBook;
import io.huiyin.kernel.policy.PolicyCommand.ChangeValue;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The numbers of the rules: what holds, what it means, and what it is changed to. */
@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
public class PolicyResource {

    private final PolicyBook policies;
    private final Requests requests;

    PolicyResource(PolicyBook policies, Requests requests) {
        this.policies = policies;
        this.requests = requests;
    }

    /**
     * Another value.
     *
     * @param value in the shape in which it is shown
     * @param effectiveFrom not before now; without it at once
     */
    public record Change(
            @NotNull JsonNode value,
            @Nullable OffsetDateTime effectiveFrom,
            @NotBlank @Size(max = 2000) String reason) {}

    /** All keys of this service. */
    public record PolicyList(List<PolicyAnswer> items) {}

    @GET
    @Authenticated
    @Operation(operationId = "policies", summary = "Every policy with the value in force, its source and meaning")
    public PolicyList list(@RestQuery @Nullable String asOf) {
        return new PolicyList(policies.all(Parameters.instant("asOf", asOf)));
    }

    @GET
    @Path("/{key}")
    @Authenticated
    @Operation(operationId = "policy", summary = "One policy, with the value in force now or at an instant")
    public RestResponse<PolicyAnswer> one(String key, @RestQuery @Nullable String asOf) {
        PolicyAnswer policy = policies.one(key, Parameters.instant("asOf", asOf));
        return RestResponse.ResponseBuilder.ok(policy)
                .header(HttpHeaders.ETAG, "\"" + policy.changes().size() + "\"")
                .build();
    }

    @GET
    @Path("/{key}/history")
    @RolesAllowed({"auditor", "admin"})
    @Operation(operationId = "policy-history", summary = "Every change of a policy: who, when, what, why")
    public Uni<History> history(String key) {
        return policies.history(key).map(History::of);
    }

    @PUT
    @Path("/{key}")
    @RolesAllowed("admin")
    @Operation(
            operationId = "change-policy",
            summary = "Gives a policy another value from now or from later on; what was promised before stays")
    @APIResponse(
            responseCode = "200",
            description = "The policy as it stands now",
            content = @Content(schema = @Schema(implementation = PolicyAnswer.class)))
    public Uni<RestResponse<String>> change(String key, @Valid Change body) {
        OffsetDateTime from = body.effectiveFrom();
        ChangeValue command = new ChangeValue(
                key,
                policies.declared(key).read(body.value(), "/value"),
                from == null ? null : from.toInstant(),
                body.reason());
        return policies.change(command, "/value", requests.of(body)).map(Responses::of);
    }
}

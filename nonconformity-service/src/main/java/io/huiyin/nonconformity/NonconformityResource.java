package io.huiyin.nonconformity;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.rest.History;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.kernel.rest.Requests;
import io.huiyin.kernel.rest.Responses;
import io.huiyin.nonconformity.NonconformityCommand.Approve;
import io.huiyin.nonconformity.NonconformityCommand.Classify;
import io.huiyin.nonconformity.NonconformityCommand.Clear;
import io.huiyin.nonconformity.NonconformityCommand.Close;
import io.huiyin.nonconformity.NonconformityCommand.Confirm;
import io.huiyin.nonconformity.NonconformityCommand.Convene;
import io.huiyin.nonconformity.NonconformityCommand.Execute;
import io.huiyin.nonconformity.NonconformityCommand.Opine;
import io.huiyin.nonconformity.NonconformityCommand.ProposeDisposition;
import io.huiyin.nonconformity.NonconformityCommand.Reinspect;
import io.huiyin.nonconformity.NonconformityCommand.Return;
import io.huiyin.nonconformity.NonconformityCommand.Segregate;
import io.huiyin.nonconformity.NonconformityCommand.Verify;
import io.huiyin.nonconformity.rules.SelfInspection;
import io.huiyin.nonconformity.rules.Verifier;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Putting a nonconformity on record and controlling it to its end. */
@Path(Nonconformities.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class NonconformityResource {

    /** Longest texts, in characters. */
    private static final int SHORT = 200;

    private static final int LONG = 20_000;

    /** The most serial numbers of one sheet, and the most members of one review. */
    private static final int PIECES = 1000;

    private static final int MEMBERS = 50;

    private static final String PASS = "pass";
    private static final String FAIL = "fail";

    private final Nonconformities nonconformities;
    private final Requests requests;
    private final PoliciesInForce policies;
    private final Admission admission;

    NonconformityResource(
            Nonconformities nonconformities, Requests requests, PoliciesInForce policies, Admission admission) {
        this.nonconformities = nonconformities;
        this.requests = requests;
        this.policies = policies;
        this.admission = admission;
    }

    /** A finding as it is posted. */
    public record Registration(
            @NotBlank @Size(max = SHORT) @Nullable String source,
            @NotBlank @Size(max = SHORT) @Nullable String category,
            @Size(max = SHORT) @Nullable String severity,
            @Valid @Nullable ProductBody product,
            @Size(max = SHORT) @Nullable String supplier,
            @Size(max = SHORT) @Nullable String location,
            @NotBlank @Size(max = LONG) @Nullable String finding,
            @Size(max = LONG) @Nullable String standard,
            @Nullable UUID complaintId,
            @Size(max = LONG) @Nullable String note) {

        Filing filing() {
            return new Filing(
                    source,
                    category,
                    severity,
                    product == null ? null : product.product(),
                    supplier,
                    location,
                    finding,
                    standard);
        }
    }

    /** What does not conform. */
    public record ProductBody(
            @Size(max = SHORT) @Nullable String name,
            @Size(max = SHORT) @Nullable String model,
            @Size(max = SHORT) @Nullable String lot,
            @Size(max = PIECES) @Nullable List<@NotBlank @Size(max = SHORT) String> serialNumbers,
            @Positive @Nullable Integer quantity) {

        Product product() {
            return new Product(name, model, lot, serialNumbers, quantity);
        }
    }

    /** Nothing but a note. */
    public record Note(@Size(max = LONG) @Nullable String note) {}

    /** Where the items are put. */
    public record Segregation(
            @NotBlank @Size(max = SHORT) String location,
            @Size(max = LONG) @Nullable String note) {}

    /** Why it is good. */
    public record Clearing(
            @NotBlank @Size(max = LONG) String reason,
            @Size(max = LONG) @Nullable String note) {}

    /** How severe it is. */
    public record Classification(
            @NotBlank @Size(max = SHORT) String severity,
            @Size(max = LONG) @Nullable String note) {}

    /** Who reviews it. */
    public record Convening(
            @NotNull @Size(min = 1, max = MEMBERS) List<@NotBlank @Size(max = SHORT) String> members,
            @Size(max = LONG) @Nullable String note) {}

    /** What a member says; {@code vote} is agree, disagree or abstain. */
    public record OpinionBody(
            @NotBlank @Size(max = LONG) String opinion,
            @NotBlank @Size(max = SHORT) String vote,
            @Size(max = LONG) @Nullable String note) {}

    /** What is to be done; without a quantity, with all that is left. */
    public record Proposal(
            @NotBlank @Size(max = SHORT) String disposition,
            @NotBlank @Size(max = LONG) String reason,
            @Positive @Nullable Integer quantity,
            @Size(max = LONG) @Nullable String note) {}

    /** Which is approved; all that is proposed where none is named. */
    public record Approval(
            @Nullable UUID dispositionId,
            @Size(max = LONG) @Nullable String opinion,
            @Size(max = LONG) @Nullable String note) {}

    /** Which is sent back, and why; all that is proposed where none is named. */
    public record Returning(
            @Nullable UUID dispositionId,
            @NotBlank @Size(max = LONG) String opinion,
            @Size(max = LONG) @Nullable String note) {}

    /** What came of it. */
    public record Execution(
            @Nullable UUID dispositionId,
            @NotBlank @Size(max = LONG) String result,
            @Size(max = LONG) @Nullable String note) {}

    /** What the re-inspection found; {@code result} is pass or fail. */
    public record Reinspection(
            @Nullable UUID dispositionId,
            @NotBlank @Size(max = SHORT) String result,
            @Size(max = LONG) @Nullable String evidence,
            @Size(max = LONG) @Nullable String note) {}

    /** Which was found done. */
    public record Verification(
            @Nullable UUID dispositionId,
            @Size(max = LONG) @Nullable String note) {}

    @POST
    @RolesAllowed({"inspector", "quality", "warehouse", "production", "admin"})
    @Operation(operationId = "report-nonconformity", summary = "Put a finding on record; it gets its number at once")
    @APIResponse(
            responseCode = "201",
            description = "On record",
            content = @Content(schema = @Schema(implementation = NonconformityAnswer.class)))
    public Uni<RestResponse<String>> report(@Valid Registration body) {
        return nonconformities
                .report(body.filing(), body.complaintId(), body.note(), requests.of(body))
                .map(Responses::of);
    }

    @POST
    @Path("/{id}/segregate")
    @RolesAllowed({"inspector", "quality", "warehouse", "production", "admin"})
    @Operation(operationId = "segregate-nonconformity", summary = "Set its items apart: from now on they are held")
    @APIResponse(
            responseCode = "200",
            description = "The nonconformity as it stands",
            content = @Content(schema = @Schema(implementation = NonconformityAnswer.class)))
    public Uni<RestResponse<String>> segregate(UUID id, @Valid Segregation body) {
        return give(id, new Segregate(body.location(), body.note()), body);
    }

    @POST
    @Path("/{id}/confirm")
    @RolesAllowed({"quality", "admin"})
    @Operation(operationId = "confirm-nonconformity", summary = "Confirm the finding")
    @APIResponse(
            responseCode = "200",
            description = "The nonconformity as it stands",
            content = @Content(schema = @Schema(implementation = NonconformityAnswer.class)))
    public Uni<RestResponse<String>> confirm(UUID id, @Valid Note body) {
        return give(id, new Confirm(body.note()), body);
    }

    @POST
    @Path("/{id}/clear")
    @RolesAllowed({"quality", "admin"})
    @Operation(
            operationId = "clear-nonconformity",
            summary = "Clear a suspect item that proved good: the hold is lifted")
    @APIResponse(
            responseCode = "200",
            description = "The nonconformity as it stands",
            content = @Content(schema = @Schema(implementation = NonconformityAnswer.class)))
    public Uni<RestResponse<String>> clear(UUID id, @Valid Clearing body) {
        return give(id, new Clear(body.reason(), body.note()), body);
    }

    @POST
    @Path("/{id}/classify")
    @RolesAllowed({"quality", "admin"})
    @Operation(operationId = "classify-nonconformity", summary = "Say how severe it is, and so which level decides")
    @APIResponse(
            responseCode = "200",
            description = "The nonconformity as it stands",
            content = @Content(schema = @Schema(implementation = NonconformityAnswer.class)))
    public Uni<RestResponse<String>> classify(UUID id, @Valid Classification body) {
        return give(id, new Classify(body.severity(), body.note()), body);
    }

    @POST
    @Path("/{id}/convene")
    @RolesAllowed({"quality", "admin"})
    @Operation(operationId = "convene-review", summary = "Call the people who review it, by their `sub`")
    @APIResponse(
            responseCode = "200",
            description = "The nonconformity as it stands",
            content = @Content(schema = @Schema(implementation = NonconformityAnswer.class)))
    public Uni<RestResponse<String>> convene(UUID id, @Valid Convening body) {
        return give(id, new Convene(body.members(), body.note()), body);
    }

    @POST
    @Path("/{id}/opine")
    @Authenticated
    @Operation(operationId = "give-opinion", summary = "Give one's opinion as a member of the review")
    @APIResponse(
            responseCode = "200",
            description = "The nonconformity as it stands",
            content = @Content(schema = @Schema(implementation = NonconformityAnswer.class)))
    public Uni<RestResponse<String>> opine(UUID id, @Valid OpinionBody body) {
        admission.ofReviewers();
        return give(id, new Opine(body.opinion(), body.vote(), body.note()), body);
    }

    @POST
    @Path("/{id}/propose-disposition")
    @RolesAllowed({"quality", "admin"})
    @Operation(
            operationId = "propose-disposition",
            summary = "Propose what to do with the whole or a part; repeat until the quantities add up")
    @APIResponse(
            responseCode = "200",
            description = "The nonconformity as it stands",
            content = @Content(schema = @Schema(implementation = NonconformityAnswer.class)))
    public Uni<RestResponse<String>> propose(UUID id, @Valid Proposal body) {
        return give(
                id,
                new ProposeDisposition(Ids.next(), body.disposition(), body.reason(), body.quantity(), body.note()),
                body);
    }

    @POST
    @Path("/{id}/approve")
    @Authenticated
    @Operation(operationId = "approve-disposition", summary = "Approve what is proposed, or one of it")
    @APIResponse(
            responseCode = "200",
            description = "The nonconformity as it stands",
            content = @Content(schema = @Schema(implementation = NonconformityAnswer.class)))
    public Uni<RestResponse<String>> approve(UUID id, @Valid Approval body) {
        admission.ofDeciders();
        return give(id, new Approve(body.dispositionId(), body.opinion(), body.note()), body);
    }

    @POST
    @Path("/{id}/return")
    @Authenticated
    @Operation(operationId = "return-disposition", summary = "Send what is proposed, or one of it, back to the review")
    @APIResponse(
            responseCode = "200",
            description = "The nonconformity as it stands",
            content = @Content(schema = @Schema(implementation = NonconformityAnswer.class)))
    public Uni<RestResponse<String>> sendBack(UUID id, @Valid Returning body) {
        admission.ofDeciders();
        return give(id, new Return(body.dispositionId(), body.opinion(), body.note()), body);
    }

    @POST
    @Path("/{id}/execute")
    @RolesAllowed({"production", "engineering", "warehouse", "purchasing", "admin"})
    @Operation(operationId = "execute-disposition", summary = "Carry out an approved disposition")
    @APIResponse(
            responseCode = "200",
            description = "The nonconformity as it stands",
            content = @Content(schema = @Schema(implementation = NonconformityAnswer.class)))
    public Uni<RestResponse<String>> execute(UUID id, @Valid Execution body) {
        return give(id, new Execute(body.dispositionId(), body.result(), body.note()), body);
    }

    @POST
    @Path("/{id}/reinspect")
    @RolesAllowed({"quality", "inspector", "production", "admin"})
    @Operation(
            operationId = "reinspect-disposition",
            summary = "Inspect again what was reworked, repaired or done over")
    @APIResponse(
            responseCode = "200",
            description = "The nonconformity as it stands",
            content = @Content(schema = @Schema(implementation = NonconformityAnswer.class)))
    public Uni<RestResponse<String>> reinspect(UUID id, @Valid Reinspection body) {
        requireInspector();
        return give(id, new Reinspect(body.dispositionId(), passed(body.result()), body.evidence(), body.note()), body);
    }

    @POST
    @Path("/{id}/verify")
    @Authenticated
    @Operation(operationId = "verify-disposition", summary = "Find done what somebody else carried out")
    @APIResponse(
            responseCode = "200",
            description = "The nonconformity as it stands",
            content = @Content(schema = @Schema(implementation = NonconformityAnswer.class)))
    public Uni<RestResponse<String>> verify(UUID id, @Valid Verification body) {
        requireVerifier();
        return give(id, new Verify(body.dispositionId(), body.note()), body);
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed({"leader", "management-rep", "admin"})
    @Operation(operationId = "close-nonconformity", summary = "Close it: the hold is lifted")
    @APIResponse(
            responseCode = "200",
            description = "The nonconformity as it stands",
            content = @Content(schema = @Schema(implementation = NonconformityAnswer.class)))
    public Uni<RestResponse<String>> close(UUID id, @Valid Note body) {
        return give(id, new Close(body.note()), body);
    }

    /** Where the profile says that quality verifies, the role alone decides; otherwise the decision asks who of the reviewers it is. */
    private void requireVerifier() {
        if (!Verifier.isQuality(policies.values())) {
            admission.ofReviewers();
        } else if (!requests.actor().isAny("quality")) {
            throw new ForbiddenException("quality verifies");
        }
    }

    /** The manufacturing departments inspect only where the profile has them do so, and then what it names. */
    private void requireInspector() {
        if (!SelfInspection.mayInspectAny(requests.actor(), policies.values())) {
            throw new ForbiddenException("quality inspects");
        }
    }

    private static boolean passed(String result) {
        return switch (result) {
            case PASS -> true;
            case FAIL -> false;
            default -> throw new InvalidInput("/result", "is none of " + PASS + ", " + FAIL);
        };
    }

    private Uni<RestResponse<String>> give(UUID id, NonconformityCommand command, Object body) {
        return nonconformities.handle(id, command, requests.of(body)).map(Responses::of);
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(
            operationId = "nonconformity",
            summary = "The nonconformity, current or as it was recorded at an instant")
    @APIResponse(
            responseCode = "200",
            description = "The nonconformity as it stands",
            content = @Content(schema = @Schema(implementation = NonconformityAnswer.class)))
    public Uni<RestResponse<String>> get(UUID id, @RestQuery @Nullable String asOf) {
        admission.ofReaders();
        return nonconformities.show(id, Parameters.instant("asOf", asOf)).map(Responses::of);
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(operationId = "nonconformity-history", summary = "Every event of it: who, when, what, why")
    public Uni<History> history(UUID id) {
        admission.ofReaders();
        return nonconformities.history(id).map(History::of);
    }
}

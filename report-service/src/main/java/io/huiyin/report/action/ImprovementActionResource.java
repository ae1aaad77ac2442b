package io.huiyin.report.action;

import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.rest.History;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.kernel.rest.Requests;
import io.huiyin.kernel.rest.Responses;
import io.huiyin.report.action.ImprovementActionCommand.AssignAction;
import io.huiyin.report.action.ImprovementActionCommand.CancelAction;
import io.huiyin.report.action.ImprovementActionCommand.CloseAction;
import io.huiyin.report.action.ImprovementActionCommand.InformCustomer;
import io.huiyin.report.action.ImprovementActionCommand.ReportDone;
import io.huiyin.report.action.ImprovementActionCommand.ReportToDirector;
import io.huiyin.report.action.ImprovementActionCommand.StartAction;
import io.huiyin.report.action.ImprovementActionCommand.VerifyAction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Improvement actions over HTTP: propose, assign, start, report done, verify, tell, close. */
@Path(ImprovementActions.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class ImprovementActionResource {

    private static final int SHORT = 200;
    private static final int LONG = 20_000;
    private static final int MANY = 100;
    private static final String EFFECTIVE = "effective";
    private static final List<String> RESULTS = List.of(EFFECTIVE, "ineffective");

    private final ImprovementActions actions;
    private final Requests requests;

    ImprovementActionResource(ImprovementActions actions, Requests requests) {
        this.actions = actions;
        this.requests = requests;
    }

    /** What is to be improved. */
    public record ProposalBody(
            @NotBlank @Size(max = LONG) String problem,
            @NotNull @Valid OriginBody origin,
            @Size(max = LONG) @Nullable String requirement,
            @Size(max = LONG) @Nullable String note) {}

    /** What it came from. */
    public record OriginBody(
            @NotBlank @Size(max = SHORT) String kind,
            @Size(min = 1, max = SHORT) @Nullable String id) {

        Origin origin() {
            return new Origin(kind, id);
        }
    }

    /** Who answers for it until when, and who verifies it. */
    public record AssignmentBody(
            @NotBlank @Size(max = SHORT) String department,
            @NotBlank @Size(max = SHORT) String person,
            @Size(max = LONG) @Nullable String requirement,
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = SHORT) String verifyingDepartment,
            @NotBlank @Size(max = SHORT) String verifier,
            @Size(max = LONG) @Nullable String reason,
            @Size(max = LONG) @Nullable String note) {}

    /** Something to say, or nothing. */
    public record Note(@Size(max = LONG) @Nullable String note) {}

    /** What was done, and what shows it. */
    public record DoneBody(
            @NotBlank @Size(max = LONG) String result,
            @NotEmpty @Size(max = MANY) List<@NotBlank @Size(max = LONG) String> evidence,
            @Size(max = LONG) @Nullable String note) {}

    /** Whether it helped. */
    public record VerdictBody(
            @NotBlank String result,
            @NotBlank @Size(max = LONG) String effect,
            @Size(max = LONG) @Nullable String note) {}

    /** What the director is told. */
    public record ToDirector(
            @Size(max = SHORT) @Nullable String director,
            @NotBlank @Size(max = LONG) String text,
            @Size(max = LONG) @Nullable String note) {}

    /** What the customer is told. */
    public record ToCustomer(
            @NotBlank @Size(max = SHORT) String channel,
            @NotBlank @Size(max = LONG) String text,
            @Size(max = LONG) @Nullable String note) {}

    /** Why it was no action. */
    public record Cancellation(
            @NotBlank @Size(max = LONG) String reason,
            @Size(max = LONG) @Nullable String note) {}

    @POST
    @RolesAllowed({"quality", "gm-office", "management-rep", "admin"})
    @Operation(operationId = "propose-improvement-action", summary = "Propose an action for a problem")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ImprovementActionAnswer.class)))
    public Uni<RestResponse<String>> propose(@Valid ProposalBody body) {
        return actions.propose(
                        body.problem(), body.origin().origin(), body.requirement(), body.note(), requests.of(body))
                .map(Responses::of);
    }

    @POST
    @Path("/{id}/assign")
    @RolesAllowed({"quality", "gm-office", "admin"})
    @Operation(
            operationId = "assign-improvement-action",
            summary =
                    "Name who answers for it until when, and who verifies it; again, with a reason, while it is not done")
    @APIResponse(content = @Content(schema = @Schema(implementation = ImprovementActionAnswer.class)))
    public Uni<RestResponse<String>> assign(UUID id, @Valid AssignmentBody body) {
        return give(
                id,
                new AssignAction(
                        body.department(),
                        body.person(),
                        body.requirement(),
                        body.dueOn(),
                        body.verifyingDepartment(),
                        body.verifier(),
                        body.reason(),
                        body.note()),
                body);
    }

    @POST
    @Path("/{id}/start")
    @RolesAllowed({
        "department-head",
        "production",
        "engineering",
        "technician",
        "warehouse",
        "purchasing",
        "dispatcher",
        "complaint-owner",
        "followup-supervisor",
        "quality",
        "admin"
    })
    @Operation(operationId = "start-improvement-action", summary = "Begin to work on the assigned action")
    @APIResponse(content = @Content(schema = @Schema(implementation = ImprovementActionAnswer.class)))
    public Uni<RestResponse<String>> start(UUID id, @Valid Note body) {
        return give(id, new StartAction(body.note()), body);
    }

    @POST
    @Path("/{id}/report-done")
    @RolesAllowed({
        "department-head",
        "production",
        "engineering",
        "technician",
        "warehouse",
        "purchasing",
        "dispatcher",
        "complaint-owner",
        "followup-supervisor",
        "quality",
        "admin"
    })
    @Operation(operationId = "report-improvement-action-done", summary = "Say what was done, with what shows it")
    @APIResponse(content = @Content(schema = @Schema(implementation = ImprovementActionAnswer.class)))
    public Uni<RestResponse<String>> reportDone(UUID id, @Valid DoneBody body) {
        return give(id, new ReportDone(body.result(), body.evidence(), body.note()), body);
    }

    @POST
    @Path("/{id}/verify")
    @RolesAllowed({
        "quality",
        "inspector",
        "department-head",
        "production",
        "engineering",
        "technician",
        "warehouse",
        "purchasing",
        "complaint-owner",
        "followup-supervisor",
        "chief-engineer",
        "management-rep",
        "gm-office",
        "leader",
        "admin"
    })
    @Operation(
            operationId = "verify-improvement-action",
            summary = "Say whether it helped: the named verifier, or quality of the verifying department")
    @APIResponse(content = @Content(schema = @Schema(implementation = ImprovementActionAnswer.class)))
    public Uni<RestResponse<String>> verify(UUID id, @Valid VerdictBody body) {
        Parameters.oneOf("result", body.result(), RESULTS);
        return give(id, new VerifyAction(body.result().equals(EFFECTIVE), body.effect(), body.note()), body);
    }

    @POST
    @Path("/{id}/report-to-director")
    @RolesAllowed({"quality", "gm-office", "admin"})
    @Operation(operationId = "report-improvement-action", summary = "Tell the factory director the verified result")
    @APIResponse(content = @Content(schema = @Schema(implementation = ImprovementActionAnswer.class)))
    public Uni<RestResponse<String>> reportToDirector(UUID id, @Valid ToDirector body) {
        return give(id, new ReportToDirector(body.director(), body.text(), body.note()), body);
    }

    @POST
    @Path("/{id}/inform-customer")
    @RolesAllowed({"quality", "complaint-owner", "agent", "admin"})
    @Operation(operationId = "inform-customer-of-improvement-action", summary = "Tell the customer the verified result")
    @APIResponse(content = @Content(schema = @Schema(implementation = ImprovementActionAnswer.class)))
    public Uni<RestResponse<String>> informCustomer(UUID id, @Valid ToCustomer body) {
        return give(id, new InformCustomer(body.channel(), body.text(), body.note()), body);
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed({"quality", "gm-office", "admin"})
    @Operation(operationId = "close-improvement-action", summary = "Close the action whose loop is closed")
    @APIResponse(content = @Content(schema = @Schema(implementation = ImprovementActionAnswer.class)))
    public Uni<RestResponse<String>> close(UUID id, @Valid Note body) {
        return give(id, new CloseAction(body.note()), body);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({"quality", "gm-office", "admin"})
    @Operation(operationId = "cancel-improvement-action", summary = "Take back an action that was none")
    @APIResponse(content = @Content(schema = @Schema(implementation = ImprovementActionAnswer.class)))
    public Uni<RestResponse<String>> cancel(UUID id, @Valid Cancellation body) {
        return give(id, new CancelAction(body.reason(), body.note()), body);
    }

    private Uni<RestResponse<String>> give(UUID id, ImprovementActionCommand command, Object body) {
        return actions.handle(id, command, requests.of(body)).map(Responses::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        "quality",
        "department-head",
        "production",
        "engineering",
        "technician",
        "inspector",
        "warehouse",
        "purchasing",
        "dispatcher",
        "agent",
        "complaint-owner",
        "followup-supervisor",
        "factory-director",
        "chief-engineer",
        "management-rep",
        "general-manager",
        "gm-office",
        "leader",
        "bi",
        "auditor",
        "admin"
    })
    @Operation(operationId = "improvement-action", summary = "The action, current or as it was recorded at an instant")
    @APIResponse(content = @Content(schema = @Schema(implementation = ImprovementActionAnswer.class)))
    public Uni<RestResponse<String>> get(UUID id, @RestQuery @Nullable String asOf) {
        return actions.get(id, Parameters.instant("asOf", asOf))
                .map(answer -> RestResponse.ResponseBuilder.<String>ok(EventJson.write(answer))
                        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.ETAG, "\"" + answer.version() + "\"")
                        .build());
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({
        "quality",
        "department-head",
        "factory-director",
        "management-rep",
        "general-manager",
        "gm-office",
        "leader",
        "bi",
        "auditor",
        "admin"
    })
    @Operation(operationId = "improvement-action-history", summary = "Every event of the action: who, when, what")
    public Uni<History> history(UUID id) {
        return actions.history(id).map(History::of);
    }
}

package io.huiyin.complaint;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.huiyin.complaint.ComplaintCommand.AcceptComplaint;
import io.huiyin.complaint.ComplaintCommand.AcknowledgeComplaint;
import io.huiyin.complaint.ComplaintCommand.AskClarification;
import io.huiyin.complaint.ComplaintCommand.ClarifyComplaint;
import io.huiyin.complaint.ComplaintCommand.CorrectComplaint;
import io.huiyin.complaint.ComplaintCommand.DeclineComplaint;
import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.command.CommandProblem.NotFound;
import io.huiyin.kernel.command.Fingerprint;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.rest.History;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.kernel.rest.Requests;
import io.huiyin.kernel.rest.Responses;
import io.huiyin.kernel.time.BusinessClock;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Filing a complaint and working on it. */
@Path(Complaints.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class ComplaintResource {

    /** Longest texts, in characters. */
    private static final int SHORT = 200;

    private static final int LONG = 20_000;

    private final Complaints complaints;
    private final Requests requests;
    private final BusinessClock clock;

    ComplaintResource(Complaints complaints, Requests requests, BusinessClock clock) {
        this.complaints = complaints;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * A complaint as it is posted.
     *
     * @param wantedBy the day by which the customer wants it settled
     */
    public record Registration(
            @Size(max = SHORT) @Nullable String channel,
            @Nullable OffsetDateTime receivedAt,
            @Valid @Nullable SourceBody source,
            @Valid @Nullable CustomerBody customer,
            @Nullable Boolean anonymous,
            @Nullable Boolean replyOnly,
            @Valid @Nullable ProductBody product,
            @Size(max = SHORT) @Nullable String category,
            @Size(max = SHORT) @Nullable String issue,
            @Size(max = SHORT) @Nullable String severity,
            @Size(max = SHORT) @Nullable String region,
            @Size(max = LONG) @Nullable String description,
            @Size(max = LONG) @Nullable String demand,
            @Nullable LocalDate wantedBy) {}

    /** The posting system and its reference. */
    public record SourceBody(
            @NotBlank @Size(max = SHORT) String system,
            @NotBlank @Size(max = SHORT) String reference) {}

    /** Who complains. */
    public record CustomerBody(
            @Size(min = 1, max = SHORT) @Nullable String id,
            @Size(max = SHORT) @Nullable String name,
            @Size(max = SHORT) @Nullable String phone,
            @Size(max = SHORT) @Nullable String email,
            @Size(max = 1000) @Nullable String address,

            @JsonProperty("class") @Size(min = 1, max = SHORT) @Nullable
            String customerClass) {}

    /** What is complained about. */
    public record ProductBody(
            @Size(max = SHORT) @Nullable String name,
            @Size(max = SHORT) @Nullable String model,
            @Size(max = SHORT) @Nullable String serialNumber,
            @Size(max = SHORT) @Nullable String lot,
            @Size(max = SHORT) @Nullable String orderNumber,
            @Positive @Nullable Integer quantity,
            @Nullable LocalDate deliveredOn) {

        Product product() {
            return new Product(name, null, model, serialNumber, lot, orderNumber, quantity, deliveredOn);
        }
    }

    /** Fields given later, or corrected; {@code reason} belongs to a correction, {@code answer} to a clarification. */
    public record Correction(
            @NotBlank @Size(max = LONG) String reason,
            @Size(max = SHORT) @Nullable String channel,
            @Nullable OffsetDateTime receivedAt,
            @Nullable Boolean replyOnly,
            @Valid @Nullable CustomerBody customer,
            @Valid @Nullable ProductBody product,
            @Size(max = SHORT) @Nullable String category,
            @Size(max = SHORT) @Nullable String issue,
            @Size(max = SHORT) @Nullable String severity,
            @Size(max = SHORT) @Nullable String region,
            @Size(max = LONG) @Nullable String description,
            @Size(max = LONG) @Nullable String demand,
            @Size(max = LONG) @Nullable String note) {}

    /** What was missing. */
    public record Clarification(
            @Size(max = SHORT) @Nullable String channel,
            @Nullable Boolean replyOnly,
            @Valid @Nullable CustomerBody customer,
            @Valid @Nullable ProductBody product,
            @Size(max = SHORT) @Nullable String category,
            @Size(max = SHORT) @Nullable String issue,
            @Size(max = SHORT) @Nullable String severity,
            @Size(max = SHORT) @Nullable String region,
            @Size(max = LONG) @Nullable String description,
            @Size(max = LONG) @Nullable String demand,
            @Size(max = LONG) @Nullable String answer,
            @Size(max = LONG) @Nullable String note) {}

    /** What the customer is asked. */
    public record Question(
            @NotBlank @Size(max = LONG) String question,
            @Size(max = LONG) @Nullable String note) {}

    /**
     * What the sender is told first.
     *
     * @param occurredAt when, if it is recorded later
     */
    public record Acknowledgement(
            @NotBlank @Size(max = SHORT) String channel,
            @NotBlank @Size(max = LONG) String text,
            @Nullable OffsetDateTime occurredAt,
            @Size(max = LONG) @Nullable String note) {}

    /** Who takes charge. */
    public record Acceptance(
            @Size(max = SHORT) @Nullable String handler,
            @Size(max = LONG) @Nullable String note) {}

    /** Why it is no genuine complaint, and what its sender is told. */
    public record Decline(
            @NotBlank @Size(max = LONG) String reason,
            @NotBlank @Size(max = LONG) String answer,
            @Size(max = LONG) @Nullable String note) {}

    @POST
    @RolesAllowed({"intake", "agent", "complaint-owner", "admin"})
    @Operation(operationId = "file-complaint", summary = "File a complaint; a retry finds what the first one made")
    @APIResponse(
            responseCode = "201",
            description = "Filed",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same was filed before under this reference",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> file(@Valid Registration body) {
        Actor actor = requests.actor();
        SourceBody source = body.source();
        requireOwnSource(actor, source == null ? null : source.system());
        String content = Fingerprint.of(EventJson.write(body));
        return complaints
                .file(filing(body), content, requests.withFingerprint(content))
                .map(Responses::of);
    }

    /** A system posts for itself alone. */
    private static void requireOwnSource(Actor actor, @Nullable String system) {
        if (!actor.isAny("agent", "complaint-owner")
                && (actor.source() == null || !actor.source().equals(system))) {
            throw new ForbiddenException("source.system must be the token's source");
        }
    }

    private Filing filing(Registration body) {
        String freshId = Ids.next().toString();
        Instant receivedAt = given(body.receivedAt());
        CustomerBody customer = body.customer();
        SourceBody source = body.source();
        ProductBody product = body.product();
        return new Filing(
                body.channel(),
                receivedAt == null ? clock.instant() : receivedAt,
                source == null ? null : new Source(source.system(), source.reference()),
                Boolean.TRUE.equals(body.anonymous()),
                Boolean.TRUE.equals(body.replyOnly()),
                customer == null ? null : patch(customer, freshId).on(null),
                product == null ? null : product.product(),
                body.category(),
                body.issue(),
                null,
                body.severity(),
                body.region(),
                null,
                body.description(),
                body.demand(),
                body.wantedBy());
    }

    private static FilingPatch.CustomerPatch patch(CustomerBody customer, String freshId) {
        return new FilingPatch.CustomerPatch(
                freshId,
                customer.id(),
                customer.name(),
                customer.phone(),
                customer.email(),
                customer.address(),
                customer.customerClass());
    }

    static @Nullable Instant given(@Nullable OffsetDateTime time) {
        return time == null ? null : instant(time);
    }

    /** As our stores keep it. */
    static Instant instant(OffsetDateTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    @POST
    @Path("/{id}/ask-clarification")
    @RolesAllowed({"agent", "complaint-owner", "admin"})
    @Operation(operationId = "ask-clarification", summary = "Ask the customer what is unclear")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> ask(UUID id, @Valid Question body) {
        return give(id, new AskClarification(body.question(), body.note()), body);
    }

    @POST
    @Path("/{id}/clarify")
    @RolesAllowed({"agent", "complaint-owner", "admin"})
    @Operation(operationId = "clarify-complaint", summary = "Give what was missing")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> clarify(UUID id, @Valid Clarification body) {
        CustomerBody customer = body.customer();
        ProductBody product = body.product();
        FilingPatch given = new FilingPatch(
                body.channel(),
                null,
                body.replyOnly(),
                customer == null ? null : patch(customer, Ids.next().toString()),
                product == null ? null : product.product(),
                body.category(),
                body.issue(),
                body.severity(),
                body.region(),
                body.description(),
                body.demand());
        return give(id, new ClarifyComplaint(given, body.answer(), body.note()), body);
    }

    @POST
    @Path("/{id}/correct")
    @RolesAllowed({"agent", "complaint-owner", "admin"})
    @Operation(operationId = "correct-complaint", summary = "Correct what was recorded wrongly, with the reason")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> correct(UUID id, @Valid Correction body) {
        CustomerBody customer = body.customer();
        ProductBody product = body.product();
        FilingPatch corrected = new FilingPatch(
                body.channel(),
                given(body.receivedAt()),
                body.replyOnly(),
                customer == null ? null : patch(customer, Ids.next().toString()),
                product == null ? null : product.product(),
                body.category(),
                body.issue(),
                body.severity(),
                body.region(),
                body.description(),
                body.demand());
        return give(id, new CorrectComplaint(corrected, body.reason(), body.note()), body);
    }

    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed({"agent", "complaint-owner", "admin"})
    @Operation(operationId = "acknowledge-complaint", summary = "Tell the sender that we have heard him")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> acknowledge(UUID id, @Valid Acknowledgement body) {
        return give(
                id, new AcknowledgeComplaint(body.channel(), body.text(), given(body.occurredAt()), body.note()), body);
    }

    @POST
    @Path("/{id}/accept")
    @RolesAllowed({"agent", "complaint-owner", "quality", "admin"})
    @Operation(operationId = "accept-complaint", summary = "Take charge of the case")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> accept(UUID id, @Valid Acceptance body) {
        return give(id, new AcceptComplaint(body.handler(), body.note()), body);
    }

    @POST
    @Path("/{id}/decline")
    @RolesAllowed({"agent", "complaint-owner", "admin"})
    @Operation(
            operationId = "decline-complaint",
            summary = "Close an entry that is no genuine complaint, with an answer")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> decline(UUID id, @Valid Decline body) {
        return give(id, new DeclineComplaint(body.reason(), body.answer(), body.note()), body);
    }

    private Uni<RestResponse<String>> give(UUID id, ComplaintCommand command, Object body) {
        return complaints.handle(id, command, requests.of(body)).map(Responses::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        "intake",
        "agent",
        "complaint-owner",
        "quality",
        "engineering",
        "production",
        "technician",
        "gm-office",
        "general-manager",
        "chairman",
        "department-head",
        "leader",
        "management-rep",
        "auditor",
        "admin"
    })
    @Operation(operationId = "complaint", summary = "The case, current or as it was recorded at an instant")
    @APIResponse(
            responseCode = "200",
            description = "The case as it stands",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<RestResponse<String>> get(UUID id, @RestQuery @Nullable String asOf) {
        return complaints.get(id, Parameters.instant("asOf", asOf)).map(this::shown);
    }

    private RestResponse<String> shown(CommandHandler.Folded<Complaint> folded) {
        requireVisible(folded);
        return RestResponse.ResponseBuilder.<String>create(200)
                .entity(EventJson.write(ComplaintAnswer.of(folded.id(), folded.state(), folded.version())))
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.ETAG, "\"" + folded.version() + "\"")
                .build();
    }

    /** A posting system sees its own cases; of others it does not even learn that they exist. */
    private void requireVisible(CommandHandler.Folded<Complaint> folded) {
        Actor actor = requests.actor();
        if (actor.roles().size() == 1
                && actor.roles().contains("intake")
                && folded.state() instanceof Complaint.Case filed) {
            Source source = filed.filing().source();
            if (source == null || !source.system().equals(actor.source())) {
                throw new NotFound("complaint", folded.id());
            }
        }
    }

    @GET
    @Path("/{id}/deadlines/{milestone}")
    @RolesAllowed({
        "agent",
        "complaint-owner",
        "quality",
        "engineering",
        "production",
        "gm-office",
        "general-manager",
        "chairman",
        "department-head",
        "leader",
        "management-rep",
        "auditor",
        "admin"
    })
    @Operation(
            operationId = "complaint-deadline",
            summary = "A limit that explains itself: due, used, left, and every stretch of time with its reason")
    public Uni<DeadlineReading> deadline(UUID id, String milestone, @RestQuery @Nullable String department) {
        return complaints.deadline(id, milestone, department);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({
        "agent",
        "complaint-owner",
        "quality",
        "engineering",
        "production",
        "gm-office",
        "general-manager",
        "chairman",
        "department-head",
        "leader",
        "management-rep",
        "auditor",
        "admin"
    })
    @Operation(operationId = "complaint-history", summary = "Every event of the case: who, when, what, why")
    public Uni<History> history(UUID id) {
        return complaints.history(id).map(History::of);
    }
}

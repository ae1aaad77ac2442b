package io.huiyin.followup.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.followup.task.FollowUpCommand.RecordFollowUp;
import io.huiyin.followup.task.FollowUpCommand.ReleaseFollowUp;
import io.huiyin.followup.task.FollowUpCommand.RenewClaim;
import io.huiyin.followup.task.FollowUpCommand.ReportAttempt;
import io.huiyin.followup.task.FollowUpCommand.ReviewFollowUp;
import io.huiyin.followup.task.rules.ChannelPriority;
import io.huiyin.followup.task.rules.ContactChannel;
import io.huiyin.followup.task.views.worklist.WorklistProjection;
import io.huiyin.kernel.command.Answer;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.projection.Views;
import io.huiyin.kernel.rest.History;
import io.huiyin.kernel.rest.Page;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.kernel.rest.Requests;
import io.huiyin.kernel.rest.Responses;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Working on follow-ups. */
@Path(FollowUps.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class FollowUpResource {

    private static final String STANDS = "The follow-up as it stands";

    /** Longest texts, in characters, and longest lists. */
    private static final int SHORT = 200;

    private static final int LONG = 20_000;
    private static final int MANY = 200;

    private final FollowUps followUps;
    private final Claims claims;
    private final Preparations preparations;
    private final Views views;
    private final Requests requests;
    private final PoliciesInForce policies;

    FollowUpResource(
            FollowUps followUps,
            Claims claims,
            Preparations preparations,
            Views views,
            Requests requests,
            PoliciesInForce policies) {
        this.followUps = followUps;
        this.claims = claims;
        this.preparations = preparations;
        this.views = views;
        this.requests = requests;
        this.policies = policies;
    }

    /** How the customer is to be asked; when nothing is said by phone, or as the profile tries first if never by phone. */
    public record Claiming(@Size(max = SHORT) @Nullable String channel) {}

    /** A word about what is done. */
    public record Remark(@Size(max = LONG) @Nullable String note) {}

    /** What came of trying to reach the customer. */
    public record Attempt(
            @NotBlank @Size(max = SHORT) String channel,
            @Size(min = 1, max = SHORT) @Nullable String number,
            @NotBlank @Size(max = SHORT) String outcome,
            @Nullable OffsetDateTime startedAt,
            @Nullable OffsetDateTime endedAt,
            @Nullable OffsetDateTime nextContactAt,
            @Size(max = LONG) @Nullable String note) {}

    /** What the customer said. */
    public record Recording(
            @Size(max = MANY) @Nullable List<@NotNull @Valid AnswerBody> answers,
            @Valid @Nullable SatisfactionBody satisfaction,
            @Size(max = LONG) @Nullable String opinions,
            @Size(max = MANY) @Nullable List<@NotNull @Valid IssueBody> issues,
            @Size(max = LONG) @Nullable String signature,
            @Size(max = LONG) @Nullable String note) {}

    /** An answer: a text, a number, yes or no. */
    public record AnswerBody(
            @NotBlank @Size(max = LONG) String question,
            @Schema(type = SchemaType.STRING) @NotNull JsonNode value) {}

    /** A score on a scale. */
    public record SatisfactionBody(
            @NotNull Integer score, @NotNull Integer scale) {}

    /** What is still wrong. */
    public record IssueBody(
            @NotBlank @Size(max = LONG) String description,
            @Size(min = 1, max = SHORT) @Nullable String severity,
            @Size(max = LONG) @Nullable String demand) {}

    /** A supervisor's opinion. */
    public record Review(
            @NotBlank @Size(max = LONG) String opinion,
            @Size(max = LONG) @Nullable String note) {}

    @POST
    @Path("/claim-next")
    @RolesAllowed({"followup-agent", "followup-supervisor", "leader", "admin"})
    @Operation(
            operationId = "claim-next-follow-up",
            summary = "The task the caller holds, else the earliest due that may be contacted now, for a lease")
    @APIResponse(
            responseCode = "200",
            description = "The task with its preparation pack and leaseUntil",
            content = @Content(schema = @Schema(implementation = FollowUpAnswer.class)))
    @APIResponse(responseCode = "204", description = "None now; Next-Opening says when one may be contacted")
    public Uni<RestResponse<String>> claimNext(
            @Valid @Nullable Claiming body, @RestHeader("If-Projection-At-Least") @Nullable String atLeast) {
        Claiming said = body == null ? new Claiming(null) : body;
        String given = Parameters.oneOf("channel", said.channel(), ContactChannel.ALL);
        String channel = given == null ? ChannelPriority.claimed(policies.values()) : given;
        return views.atLeast(WorklistProjection.NAME, atLeast)
                .flatMap(ignored -> claims.next(channel, requests.of(said)))
                .flatMap(next -> switch (next) {
                    case Claims.Next.Held held -> prepared(held.answer()).map(Responses::of);
                    case Claims.Next.Nothing nothing -> Uni.createFrom().item(nothing(nothing.nextOpening()));
                });
    }

    private static RestResponse<String> nothing(@Nullable Instant nextOpening) {
        RestResponse.ResponseBuilder<String> response = RestResponse.ResponseBuilder.noContent();
        if (nextOpening != null) {
            response.header("Next-Opening", nextOpening.toString());
        }
        return response.build();
    }

    /** The pack shows what is known when it is read; a retry may know more. */
    private Uni<Answer> prepared(Answer answer) {
        return preparations
                .prepared(EventJson.read(answer.body(), FollowUpAnswer.class))
                .map(task -> new Answer(
                        answer.status(),
                        EventJson.write(task),
                        answer.location(),
                        answer.version(),
                        answer.position(),
                        answer.replayed()));
    }

    @GET
    @Path("/mine")
    @RolesAllowed({"followup-agent", "followup-supervisor", "leader", "admin"})
    @Operation(operationId = "my-follow-ups", summary = "The task the caller holds now, with its preparation pack")
    public Uni<Page<FollowUpAnswer>> mine() {
        return claims.held(requests.actor())
                .flatMap(held -> held == null
                        ? Uni.createFrom().item(new Page<FollowUpAnswer>(List.of(), null))
                        : preparations
                                .prepared(EventJson.read(held.body(), FollowUpAnswer.class))
                                .map(task -> new Page<>(List.of(task), null)));
    }

    @POST
    @Path("/{id}/renew")
    @RolesAllowed({"followup-agent", "followup-supervisor", "leader", "admin"})
    @Operation(operationId = "renew-follow-up", summary = "Keep the task for another lease")
    @APIResponse(
            responseCode = "200",
            description = STANDS,
            content = @Content(schema = @Schema(implementation = FollowUpAnswer.class)))
    public Uni<RestResponse<String>> renew(UUID id, @Valid @Nullable Remark body) {
        return give(id, new RenewClaim(note(body)), said(body));
    }

    @POST
    @Path("/{id}/release")
    @RolesAllowed({"followup-agent", "followup-supervisor", "leader", "admin"})
    @Operation(operationId = "release-follow-up", summary = "Give the task back")
    @APIResponse(
            responseCode = "200",
            description = STANDS,
            content = @Content(schema = @Schema(implementation = FollowUpAnswer.class)))
    public Uni<RestResponse<String>> release(UUID id, @Valid @Nullable Remark body) {
        return give(id, new ReleaseFollowUp(note(body)), said(body));
    }

    private static @Nullable String note(@Nullable Remark body) {
        return body == null ? null : body.note();
    }

    private static Remark said(@Nullable Remark body) {
        return body == null ? new Remark(null) : body;
    }

    @POST
    @Path("/{id}/attempts")
    @RolesAllowed({"followup-agent", "followup-supervisor", "leader", "admin"})
    @Operation(operationId = "attempt-follow-up", summary = "Tell what came of trying to reach the customer")
    @APIResponse(
            responseCode = "200",
            description = STANDS,
            content = @Content(schema = @Schema(implementation = FollowUpAnswer.class)))
    public Uni<RestResponse<String>> attempt(UUID id, @Valid @NotNull Attempt body) {
        return give(
                id,
                new ReportAttempt(
                        body.channel(),
                        body.number(),
                        body.outcome(),
                        instant(body.startedAt()),
                        instant(body.endedAt()),
                        instant(body.nextContactAt()),
                        body.note()),
                body);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    @POST
    @Path("/{id}/record")
    @RolesAllowed({"followup-agent", "followup-supervisor", "leader", "admin"})
    @Operation(operationId = "record-follow-up", summary = "Write down what the customer said")
    @APIResponse(
            responseCode = "200",
            description = STANDS,
            content = @Content(schema = @Schema(implementation = FollowUpAnswer.class)))
    public Uni<RestResponse<String>> record(UUID id, @Valid @NotNull Recording body) {
        SatisfactionBody satisfaction = body.satisfaction();
        return give(
                id,
                new RecordFollowUp(
                        answers(body.answers()),
                        satisfaction == null ? null : new Satisfaction(satisfaction.score(), satisfaction.scale()),
                        body.opinions(),
                        body.issues() == null
                                ? List.of()
                                : body.issues().stream()
                                        .map(issue -> new Issue(issue.description(), issue.severity(), issue.demand()))
                                        .toList(),
                        body.signature(),
                        body.note()),
                body);
    }

    private static List<GivenAnswer> answers(@Nullable List<AnswerBody> given) {
        List<GivenAnswer> answers = new ArrayList<>();
        for (AnswerBody answer : given == null ? List.<AnswerBody>of() : given) {
            if (!answer.value().isValueNode() || answer.value().isNull()) {
                throw new InvalidInput(
                        "/answers/" + answers.size() + "/value", "must be a text, a number, true or false");
            }
            answers.add(new GivenAnswer(answer.question(), answer.value().asText()));
        }
        return answers;
    }

    @POST
    @Path("/{id}/review")
    @RolesAllowed({"followup-supervisor", "admin"})
    @Operation(
            operationId = "review-follow-up",
            summary = "Give a supervisor's opinion; a satisfied customer's is closed")
    @APIResponse(
            responseCode = "200",
            description = STANDS,
            content = @Content(schema = @Schema(implementation = FollowUpAnswer.class)))
    public Uni<RestResponse<String>> review(UUID id, @Valid @NotNull Review body) {
        return give(id, new ReviewFollowUp(body.opinion(), body.note()), body);
    }

    private Uni<RestResponse<String>> give(UUID id, FollowUpCommand command, Object body) {
        return followUps.handle(id, command, requests.of(body)).map(Responses::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"followup-agent", "followup-supervisor", "leader", "complaint-owner", "quality", "auditor", "admin"})
    @Operation(operationId = "follow-up", summary = "The follow-up, current or as it was recorded at an instant")
    @APIResponse(
            responseCode = "200",
            description = STANDS,
            content = @Content(schema = @Schema(implementation = FollowUpAnswer.class)))
    public Uni<RestResponse<String>> get(UUID id, @RestQuery @Nullable String asOf) {
        return followUps.show(id, Parameters.instant("asOf", asOf)).map(Responses::of);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({"followup-agent", "followup-supervisor", "leader", "complaint-owner", "quality", "auditor", "admin"})
    @Operation(operationId = "follow-up-history", summary = "Every event of the follow-up: who, when, what, why")
    public Uni<History> history(UUID id) {
        return followUps.history(id).map(History::of);
    }
}

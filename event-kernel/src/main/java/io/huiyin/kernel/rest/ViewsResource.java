package io.huiyin.kernel.rest;

import io.huiyin.kernel.command.CommandProblem.NotFound;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.projection.DeadLetter;
import io.huiyin.kernel.projection.ViewStore;
import io.huiyin.kernel.projection.Views;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** For operators: what the views stand at, rebuilding, pausing, and what could not be taken. */
@Path("/v1/views")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ViewsResource {

    private static final int SHOWN = 200;

    private final Views views;
    private final ViewStore store;
    private final Requests requests;

    ViewsResource(Views views, ViewStore store, Requests requests) {
        this.views = views;
        this.store = store;
        this.requests = requests;
    }

    /** Why an event is given up. */
    public record Skipping(@NotBlank String reason) {}

    /** Every view with its generations. */
    public record ViewList(List<Views.Shown> items) {}

    /** Open dead letters. */
    public record DeadLetterList(List<DeadLetter> items) {}

    /** Which generation is being built. */
    public record Rebuild(String view, int generation) {}

    @GET
    @RolesAllowed({"auditor", "admin"})
    @Operation(operationId = "views", summary = "Every view: generations, positions, lag")
    public ViewList list() {
        return new ViewList(views.shown());
    }

    @POST
    @Path("/{view}/rebuild")
    @RolesAllowed("admin")
    @Operation(operationId = "rebuild-view", summary = "Builds a view anew from the log while the old one serves")
    @APIResponseSchema(value = Rebuild.class, responseCode = "202", responseDescription = "It is being built")
    public RestResponse<Rebuild> rebuild(String view) {
        int generation = views.rebuild(view);
        return RestResponse.ResponseBuilder.<Rebuild>create(202)
                .entity(new Rebuild(view, generation))
                .header(HttpHeaders.LOCATION, "/v1/views")
                .build();
    }

    @POST
    @Path("/{view}/pause")
    @RolesAllowed("admin")
    @Operation(operationId = "pause-view", summary = "Stops a view where it stands")
    @APIResponse(responseCode = "204", description = "It stops, or stands already")
    public RestResponse<Void> pause(String view) {
        views.view(view);
        store.pause(view, true);
        return RestResponse.noContent();
    }

    @POST
    @Path("/{view}/resume")
    @RolesAllowed("admin")
    @Operation(operationId = "resume-view", summary = "Lets a paused view go on")
    @APIResponse(responseCode = "204", description = "It goes on")
    public RestResponse<Void> resume(String view) {
        views.view(view);
        store.pause(view, false);
        return RestResponse.noContent();
    }

    @GET
    @Path("/dead-letters")
    @RolesAllowed({"auditor", "admin"})
    @Operation(
            operationId = "dead-letters",
            summary = "Records that a view could not take, oldest first",
            description = "Of a longer body the first 4096 characters.")
    public DeadLetterList deadLetters() {
        return new DeadLetterList(store.openDeadLetters(SHOWN));
    }

    @POST
    @Path("/dead-letters/{id}/replay")
    @RolesAllowed("admin")
    @Operation(operationId = "replay-dead-letter", summary = "Tries it again, and then what waits behind it, in order")
    @APIResponse(
            responseCode = "200",
            description = "Taken",
            content = @Content(schema = @Schema(implementation = DeadLetter.class)))
    @APIResponse(
            responseCode = "202",
            description = "Asked for; the view has not come to it yet",
            content = @Content(schema = @Schema(implementation = DeadLetter.class)))
    public RestResponse<DeadLetter> replay(long id) throws InterruptedException {
        return settle(id, "replay", null);
    }

    @POST
    @Path("/dead-letters/{id}/skip")
    @RolesAllowed("admin")
    @Operation(
            operationId = "skip-dead-letter",
            summary = "Gives it up with a reason, and replays what waits behind it")
    @APIResponse(
            responseCode = "200",
            description = "Given up",
            content = @Content(schema = @Schema(implementation = DeadLetter.class)))
    @APIResponse(
            responseCode = "202",
            description = "Asked for; the view has not come to it yet",
            content = @Content(schema = @Schema(implementation = DeadLetter.class)))
    public RestResponse<DeadLetter> skip(long id, @Valid Skipping body) throws InterruptedException {
        return settle(id, "skip", body.reason());
    }

    /** The view's own runner does it, so that nothing overtakes; this waits for a moment to answer with the outcome. */
    private RestResponse<DeadLetter> settle(long id, String what, @Nullable String reason) throws InterruptedException {
        DeadLetter letter = store.deadLetter(id).orElseThrow(() -> new NotFound("dead-letter", id));
        if (!store.request(id, what, requests.actor().id(), reason)) {
            throw new InvalidInput(
                    "/id",
                    letter.resolution() != null
                            ? "was " + letter.resolution() + " already"
                            : "waits behind another one; settle that one");
        }
        for (int i = 0; i < 40 && letter.resolution() == null; i++) {
            Thread.sleep(100);
            letter = store.deadLetter(id).orElseThrow(() -> new NotFound("dead-letter", id));
            if (letter.resolution() == null && letter.requested() == null) {
                break;
            }
        }
        return RestResponse.ResponseBuilder.<DeadLetter>create(letter.resolution() == null ? 202 : 200)
                .entity(letter)
                .build();
    }
}

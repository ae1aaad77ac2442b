package io.huiyin.kernel.rest;

import io.huiyin.kernel.command.CommandProblem.NotFound;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.reaction.Reactions;
import io.huiyin.kernel.reaction.Reactions.Reaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the service did of its own accord, and what a rule refused it. */
@Path("/v1/reactions")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReactionsResource {

    private static final String MARK = "reactions|";

    private final Reactions reactions;
    private final Requests requests;

    ReactionsResource(Reactions reactions, Requests requests) {
        this.reactions = reactions;
        this.requests = requests;
    }

    @GET
    @RolesAllowed({"auditor", "admin", "leader", "complaint-owner", "followup-supervisor", "quality"})
    @Operation(
            operationId = "reactions",
            summary = "Reactions of policies, oldest first; outcome=refused shows what wants a person")
    public RestResponse<Page<Reaction>> list(
            @RestQuery @Nullable String policy,
            @RestQuery @Nullable String outcome,
            @RestQuery @Nullable String subject,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after,
            @Context UriInfo uri) {
        int size = Page.limit(limit);
        List<Reaction> found = reactions.list(
                policy,
                Parameters.oneOf("outcome", outcome, List.of("done", "nothing", "refused")),
                Parameters.uuid("subject", subject),
                after(after),
                size + 1);
        return Page.answer(Page.of(found, size, one -> one, one -> MARK + one.id()), uri);
    }

    private static long after(@Nullable String after) {
        String cursor = Page.decode(after, MARK);
        try {
            return cursor == null ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Page.badCursor();
        }
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed({"admin", "leader"})
    @Operation(operationId = "retry-reaction", summary = "Tries a refused reaction again")
    public Reaction retry(long id) {
        Reaction refused = reactions.find(id).orElseThrow(() -> new NotFound("reaction", id));
        if (!reactions.retry(refused, requests.actor().id())) {
            throw new InvalidInput("/id", "is not refused, but " + refused.outcome());
        }
        return reactions.find(id).orElseThrow(() -> new NotFound("reaction", id));
    }
}

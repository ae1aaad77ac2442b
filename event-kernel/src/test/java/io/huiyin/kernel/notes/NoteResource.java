package io.huiyin.kernel.notes;

import io.huiyin.kernel.command.Answer;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.projection.Views;
import io.huiyin.kernel.rest.Page;
import io.huiyin.kernel.rest.Parameters;
import io.huiyin.kernel.rest.Requests;
import io.huiyin.kernel.rest.Responses;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Notes over HTTP. */
@Path(Notes.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class NoteResource {

    private static final String MARK = "notes|";

    private final Notes notes;
    private final Views views;
    private final Requests requests;
    private final Pool pool;

    NoteResource(Notes notes, Views views, Requests requests, Pool pool) {
        this.notes = notes;
        this.views = views;
        this.requests = requests;
        this.pool = pool;
    }

    /** How it is meant. */
    public enum Tone {
        CALM,
        URGENT
    }

    /** A new note. */
    public record NoteBody(
            @NotBlank @Size(max = 200) String text,
            @Nullable String reference,
            @Nullable Integer lines,
            @Nullable LocalDate day,
            @Nullable OffsetDateTime at,
            @Nullable Tone tone,
            @Nullable Boolean pinned,
            @Nullable List<@Valid Tag> tags) {}

    /** One label. */
    public record Tag(@NotBlank String name) {}

    /** One more line. */
    public record LineBody(@NotBlank String line) {}

    /** Nothing to say. */
    public record EmptyBody() {}

    @POST
    @RolesAllowed({"agent", "admin"})
    public Uni<RestResponse<String>> write(@Valid NoteBody body) {
        Integer lines = body.lines();
        return notes.write(body.text(), lines == null ? 0 : lines, body.reference(), requests.of(body))
                .map(Responses::of);
    }

    @POST
    @Path("/{id}/add-line")
    @RolesAllowed({"agent", "admin"})
    public Uni<RestResponse<String>> addLine(UUID id, @Valid LineBody body) {
        return notes.handler()
                .handle(id, new NoteCommand.AddLine(body.line()), requests.of(body))
                .map(Responses::of);
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed({"agent", "admin"})
    public Uni<RestResponse<String>> close(UUID id, @Valid EmptyBody body) {
        return notes.handler()
                .handle(id, new NoteCommand.Close(), requests.of(body))
                .map(Responses::of);
    }

    @POST
    @Path("/{id}/reopen")
    @RolesAllowed({"agent", "admin"})
    public Uni<RestResponse<String>> reopen(UUID id, @Valid EmptyBody body) {
        return notes.handler()
                .handle(id, new NoteCommand.Reopen(), requests.of(body))
                .map(Responses::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"agent", "auditor", "admin"})
    public Uni<RestResponse<String>> get(UUID id, @RestQuery @Nullable String asOf) {
        Uni<Answer> shown = notes.handler().show(id, Parameters.instant("asOf", asOf));
        return shown.map(Responses::of);
    }

    /** What happened, and when it was recorded. */
    public record HistoryItem(int version, String event, String recordedAt, String actor, String correlationId) {
        static HistoryItem of(EventEnvelope event) {
            return new HistoryItem(
                    event.sequence(),
                    event.name(),
                    event.recordedAt().toString(),
                    event.actor().id(),
                    event.correlationId());
        }
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({"agent", "auditor", "admin"})
    public Uni<List<HistoryItem>> history(UUID id) {
        return notes.handler()
                .history(id)
                .map(events -> events.stream().map(HistoryItem::of).toList());
    }

    /** One note in the list. */
    public record Item(UUID id, String number, String text, int lines, String stamps, long marks, int version) {}

    @GET
    @RolesAllowed({"agent", "auditor", "admin"})
    public Uni<RestResponse<Page<Item>>> list(
            @RestQuery @Nullable String text,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after,
            @RestHeader("If-Projection-At-Least") @Nullable String atLeast,
            @Context UriInfo uri) {
        int size = Page.limit(limit);
        UUID from = Parameters.uuid("after", Page.decode(after, MARK));
        return views.atLeast(NoteProjection.NAME, atLeast)
                .flatMap(ignored -> pool.preparedQuery(
                                "select id, number, text, lines, stamps::text as stamps, marks, version from notes "
                                        + "where ($1::text is null or text = $1) and ($2::uuid is null or id > $2) "
                                        + "order by id limit $3")
                        .execute(Tuple.of(text, from, size + 1)))
                .map(rows -> {
                    List<Item> items = new ArrayList<>();
                    for (Row row : rows) {
                        items.add(item(row));
                    }
                    return Page.answer(Page.of(items, size, item -> item, item -> MARK + item.id()), uri);
                });
    }

    private static Item item(Row row) {
        return new Item(
                row.getUUID("id"),
                row.getString("number"),
                row.getString("text"),
                row.getInteger("lines"),
                row.getString("stamps"),
                row.getLong("marks"),
                row.getInteger("version"));
    }
}

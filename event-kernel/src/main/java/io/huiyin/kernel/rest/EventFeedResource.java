package io.huiyin.kernel.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.LogRecord;
import io.huiyin.kernel.store.EventStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The service's events over HTTP: the same feed as its topic, in log order, ending where the relay stands. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
public class EventFeedResource {

    private static final String MARK = "events|";

    private final EventStore store;

    EventFeedResource(EventStore store) {
        this.store = store;
    }

    /** An event as CloudEvents JSON. */
    public record CloudEvent(
            String specversion,
            String id,
            String type,
            String source,
            String subject,
            String time,
            String recordedtime,
            String aggregate,
            String sequence,
            String partitionkey,
            String correlationid,
            @Nullable String causationid,
            String actor,
            @Nullable String traceparent,
            String position,
            String datacontenttype,
            @JsonRawValue String data) {

        static CloudEvent of(EventEnvelope event) {
            return new CloudEvent(
                    "1.0",
                    event.id().toString(),
                    event.type(),
                    event.source(),
                    event.subject().toString(),
                    event.occurredAt().toString(),
                    event.recordedAt().toString(),
                    event.aggregate(),
                    LogRecord.sequence(event.sequence()),
                    event.subject().toString(),
                    event.correlationId(),
                    event.causationId() == null ? null : event.causationId().toString(),
                    event.actor().id(),
                    event.traceparent(),
                    event.position().toString(),
                    "application/json",
                    event.data());
        }
    }

    /** The feed: {@code next} is null where the relay stands. */
    @GET
    @RolesAllowed({"bi", "auditor", "admin"})
    @Operation(operationId = "events", summary = "The service's events in log order")
    public Uni<RestResponse<Page<CloudEvent>>> events(
            @RestQuery @Nullable String after, @RestQuery @Nullable String limit, @Context UriInfo uri) {
        int size = Page.limit(limit);
        String cursor = Page.decode(after, MARK);
        Position from;
        try {
            from = cursor == null ? Position.START : Position.parse(cursor);
        } catch (IllegalArgumentException e) {
            throw Page.badCursor();
        }
        return store.published(from, size + 1)
                .map(events ->
                        Page.answer(Page.of(events, size, CloudEvent::of, event -> MARK + event.position()), uri));
    }
}

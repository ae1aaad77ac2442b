package io.huiyin.kernel.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recorded event with its CloudEvents attributes.
 *
 * @param id UUIDv7
 * @param name fixed event name, without product prefix and version
 * @param version version of the event's shape
 * @param source the service that recorded it, such as {@code /complaint-service}
 * @param aggregate what kind of thing it happened to, such as {@code complaint}
 * @param subject which one
 * @param sequence its place in the aggregate's stream, from 1
 * @param occurredAt when it happened in the world
 * @param recordedAt when it was recorded; never decreases within a stream
 * @param actor who did it
 * @param correlationId the request all its consequences share
 * @param causationId the event that caused it, if a policy did
 * @param traceparent W3C trace context of the request, if it had one
 * @param position its place in the service's log
 * @param data the event's own JSON
 */
public record EventEnvelope(
        UUID id,
        String name,
        int version,
        String source,
        String aggregate,
        UUID subject,
        int sequence,
        Instant occurredAt,
        Instant recordedAt,
        ActorName actor,
        String correlationId,
        @Nullable UUID causationId,
        @Nullable String traceparent,
        Position position,
        String data) {

    /** Who did it, as the history shows it. */
    public record ActorName(String id, String name, String roles) {}

    /** The CloudEvents type: {@code huiyin.complaint-registered.v1}. */
    public String type() {
        return "huiyin." + name + ".v" + version;
    }
}

package io.huiyin.kernel.command;

import io.huiyin.kernel.decide.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a command.
 *
 * @param actor who gives it
 * @param key his Idempotency-Key
 * @param fingerprint digest of method, path and body: the same key with another one is refused
 * @param expectedVersion from If-Match
 * @param correlationId X-Request-Id, given or made
 * @param traceparent W3C trace context
 */
public record CommandRequest(
        Actor actor,
        @Nullable String key,
        String fingerprint,
        @Nullable Integer expectedVersion,
        String correlationId,
        @Nullable String traceparent) {

    /** A request that the service makes by itself. */
    public static CommandRequest internal(Actor actor, String correlationId) {
        return new CommandRequest(actor, null, "", null, correlationId, null);
    }
}

package io.huiyin.kernel.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event about to be appended.
 *
 * @param stream the aggregate it happened to
 * @param version its place in the stream; the stream must stand one below when the first event of an append is written
 */
public record NewEvent(
        UUID stream,
        int version,
        String aggregate,
        UUID id,
        String name,
        int nameVersion,
        Instant occurredAt,
        String data,
        @Nullable UUID causation) {

    NewEvent saying(String text) {
        return new NewEvent(stream, version, aggregate, id, name, nameVersion, occurredAt, text, causation);
    }
}

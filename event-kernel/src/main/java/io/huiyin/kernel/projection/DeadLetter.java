package io.huiyin.kernel.projection;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that a view could not take, or one that waits behind it (G9).
 *
 * @param subject the aggregate it holds back; null for a record that is none of the relay's
 * @param body as it was read; of a longer one only the first 4096 characters are shown
 * @param waiting true for an event that could be taken but for the one before it
 * @param requested what a person asked for: {@code replay} or {@code skip}
 * @param resolution what became of it
 */
public record DeadLetter(
        long id,
        String view,
        int generation,
        String topic,
        int partition,
        long offset,
        @Nullable UUID subject,
        Map<String, String> headers,
        @Nullable String body,
        String error,
        boolean waiting,
        Instant recordedAt,
        @Nullable String requested,
        @Nullable String resolution,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable String reason) {

    static DeadLetter of(Row row) {
        Map<String, String> headers = new HashMap<>();
        if (row.getValue("headers") instanceof JsonObject json) {
            json.forEach(entry -> headers.put(entry.getKey(), String.valueOf(entry.getValue())));
        }
        OffsetDateTime resolvedAt = row.getOffsetDateTime("resolved_at");
        return new DeadLetter(
                row.getLong("id"),
                row.getString("view"),
                row.getInteger("generation"),
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("record_offset"),
                row.getUUID("subject"),
                headers,
                row.getString("body"),
                row.getString("error"),
                row.getBoolean("waiting"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getString("requested"),
                row.getString("resolution"),
                row.getString("resolved_by"),
                resolvedAt == null ? null : resolvedAt.toInstant(),
                row.getString("reason"));
    }
}

package io.huiyin.complaint.imports;

import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as it stands. */
record ImportJob(
        UUID id,
        String sourceSystem,
        String fileName,
        long bytes,
        ImportReader.Format format,
        String mapping,
        ActorName actor,
        String status,
        long rowsRead,
        long accepted,
        long duplicates,
        long rejected,
        long bytesRead,
        @Nullable String error) {

    static final String COLUMNS =
            "id, source_system, file_name, bytes, format, mapping, actor, actor_name, actor_roles, status, "
                    + "rows_read, accepted, duplicates, rejected, bytes_read, error";

    static ImportJob of(Row row) {
        return new ImportJob(
                row.getUUID("id"),
                row.getString("source_system"),
                row.getString("file_name"),
                row.getLong("bytes"),
                "csv".equals(row.getString("format")) ? ImportReader.Format.CSV : ImportReader.Format.NDJSON,
                row.getString("mapping"),
                new ActorName(row.getString("actor"), row.getString("actor_name"), row.getString("actor_roles")),
                row.getString("status"),
                row.getLong("rows_read"),
                row.getLong("accepted"),
                row.getLong("duplicates"),
                row.getLong("rejected"),
                row.getLong("bytes_read"),
                row.getString("error"));
    }

    /** Counters after a batch. */
    ImportJob after(long rows, long moreAccepted, long moreDuplicates, long moreRejected, long bytesNow) {
        return new ImportJob(
                id,
                sourceSystem,
                fileName,
                bytes,
                format,
                mapping,
                actor,
                status,
                rows,
                accepted + moreAccepted,
                duplicates + moreDuplicates,
                rejected + moreRejected,
                bytesNow,
                error);
    }
}

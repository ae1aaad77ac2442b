package io.huiyin.complaint.imports;

import io.huiyin.complaint.Complaints;
import io.huiyin.complaint.rules.CaseNumber;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.Appended;
import io.huiyin.kernel.store.EventStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Import jobs, rejects and row hashes in PostgreSQL. */
@ApplicationScoped
class ImportStore {

    private final Pool pool;
    private final EventStore events;

    ImportStore(Pool pool, EventStore events) {
        this.pool = pool;
        this.events = events;
    }

    /** A rejected row. */
    record Reject(long row, List<RowCase.Reason> reasons) {}

    /** The job and its first event, together. */
    Uni<Appended> create(ImportJob job, Append append) {
        return pool.withTransaction(connection -> connection
                        .preparedQuery(
                                "insert into import_job (id, source_system, file_name, bytes, format, mapping, actor, "
                                        + "actor_name, actor_roles, status) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'running')")
                        .execute(Tuple.from(List.of(
                                job.id(),
                                job.sourceSystem(),
                                job.fileName(),
                                job.bytes(),
                                job.format() == ImportReader.Format.CSV ? "csv" : "ndjson",
                                job.mapping(),
                                job.actor().id(),
                                job.actor().name(),
                                job.actor().roles())))
                        .flatMap(ignored -> events.append(connection, append)))
                .invoke(events::committed);
    }

    Uni<Optional<ImportJob>> find(UUID id) {
        return pool.preparedQuery("select " + ImportJob.COLUMNS + " from import_job where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.rowCount() == 0
                        ? Optional.empty()
                        : Optional.of(ImportJob.of(rows.iterator().next())));
    }

    /** The oldest running job of each posting system: those that may be worked on. Blocks. */
    List<ImportJob> due() {
        List<ImportJob> jobs = new ArrayList<>();
        for (Row row : pool.query("select distinct on (source_system) " + ImportJob.COLUMNS
                        + " from import_job where status = 'running' order by source_system, created_at, id")
                .executeAndAwait()) {
            jobs.add(ImportJob.of(row));
        }
        return jobs;
    }

    /** Runs work in one transaction. Blocks. */
    <T> T inTransaction(Function<SqlConnection, T> work) {
        SqlConnection connection = pool.getConnectionAndAwait();
        try {
            var transaction = connection.beginAndAwait();
            T result;
            try {
                result = work.apply(connection);
            } catch (RuntimeException failure) {
                try {
                    transaction.rollbackAndAwait();
                } catch (RuntimeException broken) {
                    failure.addSuppressed(broken);
                }
                throw failure;
            }
            transaction.commitAndAwait();
            return result;
        } finally {
            connection.closeAndAwait();
        }
    }

    /** Keeps the hashes of rows; answers those never seen before. */
    Set<UUID> freshRows(SqlConnection connection, String system, List<UUID> hashes) {
        RowSet<Row> rows = connection
                .preparedQuery(
                        "insert into import_row_hash (source_system, hash) select $1, h from unnest($2::uuid[]) as h "
                                + "on conflict do nothing returning hash")
                .executeAndAwait(Tuple.of(system, hashes.toArray(UUID[]::new)));
        Set<UUID> fresh = new HashSet<>();
        rows.forEach(row -> fresh.add(row.getUUID(0)));
        return fresh;
    }

    /** Keeps the references of rows; answers those never seen before. */
    Set<String> freshReferences(SqlConnection connection, String system, List<String> references, List<UUID> streams) {
        RowSet<Row> rows = connection
                .preparedQuery("insert into natural_key (scope, key, stream, fingerprint) "
                        + "select $1, n.key, n.stream, 'imported' from unnest($2::text[], $3::uuid[]) as n(key, stream) "
                        + "on conflict do nothing returning key")
                .executeAndAwait(Tuple.of(
                        Complaints.scope(system), references.toArray(String[]::new), streams.toArray(UUID[]::new)));
        Set<String> fresh = new HashSet<>();
        rows.forEach(row -> fresh.add(row.getString(0)));
        return fresh;
    }

    /** Takes so many serial numbers; answers the first. */
    long takeNumbers(SqlConnection connection, CaseNumber.Series series, int count) {
        RowSet<Row> rows = connection
                .preparedQuery("insert into number_series as s (series, last) values ($1, $2) "
                        + "on conflict (series) do update set last = s.last + $2 returning last")
                .executeAndAwait(Tuple.of(series.series(), (long) count));
        return rows.iterator().next().getLong(0) - count + 1;
    }

    void append(SqlConnection connection, Append append) {
        events.append(connection, append).await().indefinitely();
    }

    void reject(SqlConnection connection, UUID id, List<Reject> rejects) {
        if (rejects.isEmpty()) {
            return;
        }
        connection
                .preparedQuery("insert into import_reject (import_id, row, reasons) "
                        + "select $1, r.row, r.reasons::json from unnest($2::bigint[], $3::text[]) as r(row, reasons)")
                .executeAndAwait(Tuple.of(
                        id,
                        rejects.stream().map(Reject::row).toArray(Long[]::new),
                        rejects.stream()
                                .map(reject -> EventJson.write(reject.reasons()))
                                .toArray(String[]::new)));
    }

    /** Compare-and-set of the job's progress; false when another runner has moved it. */
    boolean move(SqlConnection connection, ImportJob from, ImportJob to, String status, @Nullable String error) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(from.id());
        values.add(from.rowsRead());
        values.add(to.rowsRead());
        values.add(to.accepted());
        values.add(to.duplicates());
        values.add(to.rejected());
        values.add(to.bytesRead());
        values.add(status);
        values.add(error);
        return connection
                        .preparedQuery(
                                "update import_job set rows_read = $3, accepted = $4, duplicates = $5, rejected = $6, "
                                        + "bytes_read = $7, status = $8, error = $9, "
                                        + "ended_at = case when $8 = 'running' then null else clock_timestamp() end "
                                        + "where id = $1 and rows_read = $2 and status = 'running'")
                        .executeAndAwait(Tuple.wrap(values))
                        .rowCount()
                == 1;
    }

    void committed() {
        events.committed();
    }

    /** Rejected rows after a row, in order. Blocks. */
    List<RejectLine> rejects(UUID id, long after, int limit) {
        List<RejectLine> lines = new ArrayList<>();
        for (Row row : pool.preparedQuery(
                        "select row, reasons::text from import_reject where import_id = $1 and row > $2 "
                                + "order by row limit $3")
                .executeAndAwait(Tuple.of(id, after, limit))) {
            lines.add(new RejectLine(row.getLong(0), row.getString(1)));
        }
        return lines;
    }

    /** A rejected row with its reasons as JSON. */
    record RejectLine(long row, String reasons) {}
}

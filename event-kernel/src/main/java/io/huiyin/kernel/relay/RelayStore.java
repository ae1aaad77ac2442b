package io.huiyin.kernel.relay;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.Partitions;
import io.huiyin.kernel.store.EventStore;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the relay reads and keeps in PostgreSQL. Every method blocks. */
@ApplicationScoped
public class RelayStore implements Outbox {

    /**
     * In log order, and each with whether every transaction that could still put something before it has ended. xmin is the oldest
     * transaction still open anywhere in the cluster; rows of earlier epochs count as below it (G2).
     */
    private static final String READ =
            "select stream, version, epoch, tx::text::bigint as tx, id, event_id, aggregate, type, "
                    + "type_version, occurred_at, recorded_at, actor, actor_name, actor_roles, correlation_id, causation_id, "
                    + "traceparent, data::text as data, "
                    + "(epoch < (select l.epoch from log_epoch l) or tx < pg_snapshot_xmin(pg_current_snapshot())) as settled "
                    + "from event where (epoch, tx, id) > ($1, $2::text::xid8, $3) "
                    // By the columns, which an index holds in this order, not by what is selected under the same names.
                    + "order by event.epoch, event.tx, event.id limit $4";

    private static final String SAVE =
            "update relay_checkpoint set epoch = $1, tx = $2::text::xid8, id = $3, topic_id = $4, "
                    + "partitions = $5, log_epoch = $8 where (epoch, tx, id) <= ($1, $2::text::xid8, $3) "
                    + "and exists (select 1 from lease where name = $6 and lease.epoch = $7)";

    private static final String REWIND =
            "update relay_checkpoint set epoch = $1, tx = $2::text::xid8, id = $3, topic_id = $4, "
                    + "partitions = $5, log_epoch = $8 where exists (select 1 from lease where name = $6 and lease.epoch = $7)";

    private final Pool pool;
    private final EventStore events;

    RelayStore(Pool pool, EventStore events) {
        this.pool = pool;
        this.events = events;
    }

    @Override
    public Page read(Position after, int limit) {
        RowSet<Row> rows = pool.preparedQuery(READ)
                .executeAndAwait(Tuple.of(after.epoch(), Long.toString(after.tx()), after.id(), limit));
        List<EventEnvelope> settled = new ArrayList<>(rows.rowCount());
        for (Row row : rows) {
            if (!row.getBoolean("settled")) {
                return new Page(settled, true);
            }
            settled.add(events.envelope(row));
        }
        return new Page(settled, false);
    }

    @Override
    public RelayCheckpoint checkpoint() {
        Row row = pool.query("select epoch, tx::text::bigint as tx, id, topic_id, partitions, log_epoch "
                        + "from relay_checkpoint")
                .executeAndAwait()
                .iterator()
                .next();
        JsonArray stored = (JsonArray) row.getValue("partitions");
        List<Position> partitions = new ArrayList<>(Collections.nCopies(Partitions.COUNT, Position.START));
        for (int i = 0; i < stored.size(); i++) {
            partitions.set(i, Position.parse(stored.getString(i)));
        }
        return new RelayCheckpoint(
                new Position(row.getInteger("epoch"), row.getLong("tx"), row.getLong("id")),
                row.getString("topic_id"),
                partitions,
                row.getInteger("log_epoch"));
    }

    @Override
    public int logEpoch() {
        return pool.query("select epoch from log_epoch")
                .executeAndAwait()
                .iterator()
                .next()
                .getInteger(0);
    }

    @Override
    public boolean save(RelayCheckpoint checkpoint, String lease, long leaseEpoch) {
        return write(SAVE, checkpoint, lease, leaseEpoch);
    }

    @Override
    public boolean rewind(RelayCheckpoint checkpoint, String lease, long leaseEpoch) {
        return write(REWIND, checkpoint, lease, leaseEpoch);
    }

    private boolean write(String sql, RelayCheckpoint checkpoint, String lease, long leaseEpoch) {
        JsonArray partitions = new JsonArray();
        checkpoint.partitions().forEach(position -> partitions.add(position.toString()));
        Position position = checkpoint.position();
        Tuple values = Tuple.tuple();
        values.addInteger(position.epoch());
        values.addString(Long.toString(position.tx()));
        values.addLong(position.id());
        values.addString(checkpoint.topicId());
        values.addValue(partitions);
        values.addString(lease);
        values.addLong(leaseEpoch);
        values.addInteger(checkpoint.logEpoch());
        return pool.preparedQuery(sql).executeAndAwait(values).rowCount() == 1;
    }

    /**
     * Now. The start of this statement's transaction is read before its number is taken, and {@code append_events} reads the clock
     * after it has taken its own: what is recorded up to that start has a lower number. The clock counts microseconds, and one as
     * long as that may hold both, so the instant is the one before.
     */
    @Override
    public Moment moment() {
        Row row = pool.preparedQuery("select now() as at, pg_current_xact_id()::text::bigint as tx, "
                        + "(select l.epoch from log_epoch l) as epoch")
                .executeAndAwait()
                .iterator()
                .next();
        return new Moment(
                row.getOffsetDateTime("at").toInstant().minus(1, ChronoUnit.MICROS),
                row.getInteger("epoch"),
                row.getLong("tx"));
    }

    @Override
    public boolean hasEndedBelow(long tx) {
        return pool.preparedQuery("select pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8")
                .executeAndAwait(Tuple.of(Long.toString(tx)))
                .iterator()
                .next()
                .getBoolean(0);
    }

    @Override
    public @Nullable UUID eventId(UUID stream, int version) {
        RowSet<Row> rows = pool.preparedQuery("select event_id from event where stream = $1 and version = $2")
                .executeAndAwait(Tuple.of(stream, version));
        return rows.rowCount() == 0 ? null : rows.iterator().next().getUUID(0);
    }

    @Override
    public List<Position> partitionsAt(Position position) {
        List<Position> found = new ArrayList<>(Collections.nCopies(Partitions.COUNT, Position.START));
        Position below = new Position(position.epoch(), position.tx(), position.id() + 1);
        while (found.contains(Position.START)) {
            RowSet<Row> rows = pool.preparedQuery(
                            "select stream, epoch, tx::text::bigint as tx, id from event "
                                    + "where (epoch, tx, id) < ($1, $2::text::xid8, $3) order by epoch desc, tx desc, id desc limit 2000")
                    .executeAndAwait(Tuple.of(below.epoch(), Long.toString(below.tx()), below.id()));
            if (rows.rowCount() == 0) {
                break;
            }
            for (Row row : rows) {
                below = new Position(row.getInteger("epoch"), row.getLong("tx"), row.getLong("id"));
                int partition = Partitions.of(row.getUUID("stream"));
                if (found.get(partition).equals(Position.START)) {
                    found.set(partition, below);
                }
            }
        }
        return found;
    }
}

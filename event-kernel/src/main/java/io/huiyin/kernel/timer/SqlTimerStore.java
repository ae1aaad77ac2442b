package io.huiyin.kernel.timer;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.AppendConflict;
import io.huiyin.kernel.store.EventStore;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code timer}. */
record SqlTimerStore(Pool pool, EventStore events) implements TimerStore {

    private static final Set<String> OF_THE_DATA = Set.of("22", "23", "54");

    @Override
    public List<Due> due(Instant now, int most) {
        List<Due> due = new ArrayList<>();
        for (Row row : pool.preparedQuery("select stream, aggregate, due_at from timer "
                        + "where due_at <= $1 and trouble is null order by due_at, stream limit $2")
                .executeAndAwait(Tuple.of(now.atOffset(ZoneOffset.UTC), most))) {
            due.add(new Due(
                    row.getUUID("stream"),
                    row.getString("aggregate"),
                    row.getOffsetDateTime("due_at").toInstant()));
        }
        return due;
    }

    @Override
    public Map<UUID, List<EventEnvelope>> load(Collection<UUID> streams) {
        return events.load(streams).await().indefinitely();
    }

    @Override
    public boolean append(List<Append> appends) {
        return events.append(appends)
                .replaceWith(true)
                .onFailure(SqlTimerStore::isRolledBack)
                .recoverWithItem(false)
                .onFailure(SqlTimerStore::isOfTheData)
                .transform(Unstorable::new)
                .await()
                .indefinitely();
    }

    /** What the database refuses for what it says: a value out of range, a constraint, an entry too large. */
    private static boolean isOfTheData(Throwable failure) {
        return failure instanceof PgException pg
                && OF_THE_DATA.contains(String.valueOf(pg.getSqlState()).substring(0, 2));
    }

    /** Somebody was first, or the database rolled it back for another one's sake. */
    private static boolean isRolledBack(Throwable failure) {
        return failure instanceof AppendConflict
                || (failure instanceof PgException pg
                        && String.valueOf(pg.getSqlState()).startsWith("40"));
    }

    @Override
    public void correct(Due row, @Nullable Instant dueAt) {
        Tuple key = Tuple.of(row.stream(), row.at().atOffset(ZoneOffset.UTC));
        if (dueAt == null) {
            pool.preparedQuery("delete from timer where stream = $1 and due_at = $2")
                    .executeAndAwait(key);
        } else {
            pool.preparedQuery("update timer set due_at = $3 where stream = $1 and due_at = $2")
                    .executeAndAwait(key.addValue(dueAt.atOffset(ZoneOffset.UTC)));
        }
    }

    @Override
    public void setAside(Due due, String reason) {
        pool.preparedQuery("update timer set trouble = $3 where stream = $1 and due_at = $2")
                .executeAndAwait(Tuple.of(due.stream(), due.at().atOffset(ZoneOffset.UTC), reason));
    }

    @Override
    public void takeBack() {
        pool.query("update timer set trouble = null where trouble is not null").executeAndAwait();
    }

    @Override
    public long troubled() {
        return pool.query("select count(*) from timer where trouble is not null")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }
}

package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Generations, checkpoints and dead letters in PostgreSQL. Every method blocks. */
@ApplicationScoped
public class ViewStore {

    /** A log may bring megabytes; many of them at once would not fit into memory. */
    private static final String SHOWN_BODY = "left(body, 4096)";

    private final Pool pool;

    ViewStore(Pool pool) {
        this.pool = pool;
    }

    /** Runs work in one transaction on one connection; rolls back when it throws. */
    private void inTransaction(Consumer<SqlConnection> work) {
        SqlConnection connection = pool.getConnectionAndAwait();
        try {
            try {
                connection.query("begin").executeAndAwait();
                work.accept(connection);
            } catch (Throwable failure) {
                try {
                    connection.query("rollback").executeAndAwait();
                } catch (RuntimeException broken) {
                    failure.addSuppressed(broken);
                }
                throw failure;
            }
            connection.query("commit").executeAndAwait();
        } finally {
            connection.closeAndAwait();
        }
    }

    /** Does something with a connection of its own. */
    <T> T onConnection(Function<SqlConnection, T> work) {
        SqlConnection connection = pool.getConnectionAndAwait();
        try {
            return work.apply(connection);
        } finally {
            connection.closeAndAwait();
        }
    }

    List<Generation> generations() {
        List<Generation> generations = new ArrayList<>();
        for (Row row : pool.query(
                        "select view, generation, revision, state, paused from view_generation order by view, generation")
                .executeAndAwait()) {
            generations.add(new Generation(
                    row.getString("view"),
                    row.getInteger("generation"),
                    row.getInteger("revision"),
                    Generation.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                    row.getBoolean("paused")));
        }
        return generations;
    }

    /**
     * Makes the next generation of a view and its partitions; false when another instance was first. Making a partition shuts its
     * table to all others, so each is made in a transaction of its own: one that shut several could meet a reader of several half way.
     */
    boolean addGeneration(Projection view, int number, Generation.State state) {
        for (String table : view.tables()) {
            pool.preparedQuery("select create_view_partition($1, $2)").executeAndAwait(Tuple.of(table, number));
        }
        return pool.preparedQuery(
                                "insert into view_generation (view, generation, revision, state) values ($1, $2, $3, $4) "
                                        + "on conflict do nothing")
                        .executeAndAwait(Tuple.of(
                                view.name(),
                                number,
                                view.revision(),
                                state.name().toLowerCase(Locale.ROOT)))
                        .rowCount()
                == 1;
    }

    /** The building generation takes over; the serving one retires. One row decides what is read. */
    void promote(String view, int generation) {
        inTransaction(connection -> {
            connection
                    .preparedQuery("update view_generation set state = 'retired' where view = $1 and state = 'serving'")
                    .executeAndAwait(Tuple.of(view));
            connection
                    .preparedQuery("update view_generation set state = 'serving' where view = $1 and generation = $2")
                    .executeAndAwait(Tuple.of(view, generation));
        });
    }

    /** What a generation has read of a topic never counts again; open dead letters of it come again with what is read anew. */
    void forget(String view, int generation, String topic) {
        inTransaction(connection -> {
            for (String what : List.of("view_checkpoint where true", "dead_letter where resolution is null")) {
                connection
                        .preparedQuery("delete from " + what + " and view = $1 and generation = $2 and topic = $3")
                        .executeAndAwait(Tuple.of(view, generation, topic));
            }
        });
    }

    /**
     * Gives a generation up. No runner reads on from where its checkpoints stand then, and nobody takes them for reached. Without a
     * revision it counts as one that code before today's has built, so that the next is begun.
     */
    void outdate(String view, int generation) {
        inTransaction(connection -> {
            connection
                    .preparedQuery("update view_checkpoint set next_offset = -1, epoch = 0, tx = 0, id = 0 "
                            + "where view = $1 and generation = $2")
                    .executeAndAwait(Tuple.of(view, generation));
            connection
                    .preparedQuery("update view_generation set revision = 0, "
                            + "state = case state when 'building' then 'retired' else state end "
                            + "where view = $1 and generation = $2")
                    .executeAndAwait(Tuple.of(view, generation));
        });
    }

    boolean hasRead(String view, String topic) {
        return pool.preparedQuery("select exists (select 1 from view_checkpoint where view = $1 and topic = $2)")
                .executeAndAwait(Tuple.of(view, topic))
                .iterator()
                .next()
                .getBoolean(0);
    }

    /**
     * Removes what a retired generation left; one that is retired no more stays. Each table goes in a transaction of its own, as it
     * was made; what another instance removes meanwhile, or a crash has left, is the same in the end.
     */
    void drop(Projection view, int generation) {
        for (String table : view.tables()) {
            inTransaction(connection -> {
                if (isRetired(connection, view.name(), generation)) {
                    connection
                            .preparedQuery("select drop_view_partition($1, $2)")
                            .executeAndAwait(Tuple.of(table, generation));
                }
            });
        }
        inTransaction(connection -> {
            if (isRetired(connection, view.name(), generation)) {
                // What was settled stays: who, when, why.
                for (String what : List.of(
                        "view_checkpoint where true",
                        "dead_letter where resolution is null",
                        "view_generation where true")) {
                    connection
                            .preparedQuery("delete from " + what + " and view = $1 and generation = $2")
                            .executeAndAwait(Tuple.of(view.name(), generation));
                }
            }
        });
    }

    /** Until the transaction ends nobody else removes it, and nobody takes its number again. */
    private static boolean isRetired(SqlConnection connection, String view, int generation) {
        return connection
                        .preparedQuery("select from view_generation where view = $1 and generation = $2 "
                                + "and state = 'retired' for update")
                        .executeAndAwait(Tuple.of(view, generation))
                        .size()
                == 1;
    }

    /** Pauses or resumes the serving generation of a view. */
    public void pause(String view, boolean paused) {
        pool.preparedQuery("update view_generation set paused = $2 where view = $1 and state <> 'retired'")
                .executeAndAwait(Tuple.of(view, paused));
    }

    @Nullable
    Instant restoredAt() {
        OffsetDateTime at = pool.query("select restored_at from log_epoch")
                .executeAndAwait()
                .iterator()
                .next()
                .getOffsetDateTime(0);
        return at == null ? null : at.toInstant();
    }

    Map<TopicPartition, Mark> marks(String view, int generation) {
        Map<TopicPartition, Mark> marks = new HashMap<>();
        for (Row row : pool.preparedQuery(
                        "select topic, partition, topic_id, next_offset, epoch, tx, id, log_epoch from view_checkpoint "
                                + "where view = $1 and generation = $2")
                .executeAndAwait(Tuple.of(view, generation))) {
            marks.put(
                    new TopicPartition(row.getString("topic"), row.getInteger("partition")),
                    new Mark(
                            row.getString("topic_id"),
                            row.getLong("next_offset"),
                            new Position(row.getInteger("epoch"), row.getLong("tx"), row.getLong("id")),
                            row.getInteger("log_epoch")));
        }
        return marks;
    }

    /**
     * Makes or moves checkpoints outside a batch: at the first sight of a topic, or of another log under its name. One that does not
     * stand any more as it was when this was decided stays as it is.
     */
    void setMarks(String view, int generation, Map<TopicPartition, Mark> from, Map<TopicPartition, Mark> to) {
        to.forEach((partition, mark) -> {
            Mark old = from.get(partition);
            pool.preparedQuery(
                            "insert into view_checkpoint as c "
                                    + "(view, generation, topic, partition, topic_id, next_offset, epoch, tx, id, log_epoch) "
                                    + "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (view, generation, topic, partition) "
                                    + "do update set topic_id = $5, next_offset = $6 where c.topic_id = $11 and c.next_offset = $12")
                    .executeAndAwait(Tuple.from(new @Nullable Object[] {
                        view,
                        generation,
                        partition.topic(),
                        partition.partition(),
                        mark.topicId(),
                        mark.nextOffset(),
                        mark.position().epoch(),
                        mark.position().tx(),
                        mark.position().id(),
                        mark.logEpoch(),
                        old == null ? null : old.topicId(),
                        old == null ? null : old.nextOffset()
                    }));
        });
    }

    /** Aggregates that are held back in a view. */
    Set<UUID> held(String view, int generation) {
        Set<UUID> held = new HashSet<>();
        for (Row row : pool.preparedQuery(
                        "select distinct subject from dead_letter where view = $1 and generation = $2 "
                                + "and resolution is null and subject is not null")
                .executeAndAwait(Tuple.of(view, generation))) {
            held.add(row.getUUID(0));
        }
        return held;
    }

    /**
     * Sets a record aside. What a person has skipped stays skipped, for the same reason, when it is read again: by a
     * rebuilt generation, or after the checkpoint was set back.
     *
     * @return whether it holds its aggregate back
     */
    boolean deadLetter(
            SqlConnection connection,
            String view,
            int generation,
            TopicPartition partition,
            long offset,
            @Nullable EventEnvelope event,
            Map<String, String> headers,
            @Nullable String body,
            String error,
            boolean waiting) {
        JsonObject json = new JsonObject();
        headers.forEach(json::put);
        RowSet<Row> rows = connection
                .preparedQuery(
                        "insert into dead_letter (view, generation, topic, partition, record_offset, subject, headers, "
                                + "body, error, waiting, resolution, resolved_by, resolved_at, reason) "
                                + "select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, s.resolution, s.resolved_by, s.resolved_at, s.reason "
                                + "from (select 1) as one left join lateral (select d.resolution, d.resolved_by, d.resolved_at, d.reason "
                                + "from dead_letter d where d.view = $1 and d.generation <= $2 and d.resolution = 'skipped' and not $10 "
                                + "and d.topic = $3 and d.partition = $4 and case when $11::text is null "
                                + "then d.record_offset = $5 and d.body is not distinct from $8 and d.headers ->> 'ce_id' is null else d.headers ->> 'ce_id' = $11 end "
                                + "order by d.id desc limit 1) s on true returning resolution")
                .executeAndAwait(Tuple.from(new @Nullable Object[] {
                    view,
                    generation,
                    partition.topic(),
                    partition.partition(),
                    offset,
                    event == null ? null : event.subject(),
                    json,
                    body == null ? null : body.replace("\u0000", "\\0"),
                    error,
                    waiting,
                    headers.get("ce_id")
                }));
        return rows.iterator().next().getString(0) == null;
    }

    /**
     * Dead letters.
     *
     * @param body what is read of each one's body, in SQL
     */
    List<DeadLetter> deadLetters(String body, String condition, Tuple values) {
        List<DeadLetter> letters = new ArrayList<>();
        for (Row row : pool.preparedQuery(
                        "select id, view, generation, topic, partition, record_offset, subject, headers, "
                                + body + " as body, "
                                + "error, waiting, recorded_at, requested, resolution, resolved_by, resolved_at, reason "
                                + "from dead_letter where " + condition)
                .executeAndAwait(values)) {
            letters.add(DeadLetter.of(row));
        }
        return letters;
    }

    /** A dead letter to be shown. */
    public Optional<DeadLetter> deadLetter(long id) {
        return deadLetters(SHOWN_BODY, "id = $1", Tuple.of(id)).stream().findFirst();
    }

    /** Open dead letters to be shown, oldest first. */
    public List<DeadLetter> openDeadLetters(int limit) {
        return deadLetters(SHOWN_BODY, "resolution is null order by id limit $1", Tuple.of(limit));
    }

    /** How many dead letters are open, by view. */
    public Map<String, Long> openDeadLetterCounts() {
        Map<String, Long> counts = new HashMap<>();
        for (Row row : pool.query(
                        "select view, count(*) as letters from dead_letter where resolution is null group by view")
                .executeAndAwait()) {
            counts.put(row.getString("view"), row.getLong("letters"));
        }
        return counts;
    }

    /** How many reactions stand refused, by policy. */
    Map<String, Long> refusalCounts() {
        Map<String, Long> counts = new HashMap<>();
        for (Row row : pool.query("select policy, count(*) as refusals from policy_reaction where outcome = 'refused' "
                        + "group by policy")
                .executeAndAwait()) {
            counts.put(row.getString("policy"), row.getLong("refusals"));
        }
        return counts;
    }

    /** A person asks for a dead letter to be replayed or skipped; the view's runner does it. False when it is not open. */
    public boolean request(long id, String what, String by, @Nullable String reason) {
        return pool.preparedQuery("update dead_letter set requested = $2, resolved_by = $3, reason = $4 "
                                + "where id = $1 and resolution is null and not waiting")
                        .executeAndAwait(Tuple.from(new @Nullable Object[] {id, what, by, reason}))
                        .rowCount()
                == 1;
    }

    boolean resolve(SqlConnection connection, long id, String resolution) {
        return connection
                        .preparedQuery("update dead_letter set resolution = $2, resolved_at = clock_timestamp() "
                                + "where id = $1 and resolution is null")
                        .executeAndAwait(Tuple.of(id, resolution))
                        .rowCount()
                == 1;
    }

    void failedAgain(long id, String error) {
        pool.preparedQuery("update dead_letter set error = $2, requested = null, waiting = false where id = $1")
                .executeAndAwait(Tuple.of(id, error));
    }
}

package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.log.LogRecord;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What a generation keeps in PostgreSQL.
 *
 * @param replays whether what a crash takes from it is done again from the log
 */
record SqlViewState(ViewStore store, String view, int generation, boolean replays) implements ViewState {

    @Override
    public @Nullable Instant restoredAt() {
        return store.restoredAt();
    }

    @Override
    public Map<TopicPartition, Mark> marks() {
        return store.marks(view, generation);
    }

    @Override
    public void setMarks(Map<TopicPartition, Mark> from, Map<TopicPartition, Mark> to) {
        store.setMarks(view, generation, from, to);
    }

    @Override
    public Set<UUID> held() {
        return store.held(view, generation);
    }

    @Override
    public void forget(String topic) {
        store.forget(view, generation, topic);
    }

    @Override
    public void outdate() {
        store.outdate(view, generation);
    }

    @Override
    public boolean hasRead(String topic) {
        return store.hasRead(view, topic);
    }

    @Override
    public void promote() {
        store.promote(view, generation);
    }

    @Override
    public void inTransaction(Consumer<Open> work) {
        Consumer<SqlConnection> transaction = connection -> work.accept(new SqlTransaction(this, connection));
        if (replays) {
            store.inRowsTransaction(view, generation, transaction);
        } else {
            store.inTransaction(transaction);
        }
    }

    @Override
    public List<DeadLetter> asked() {
        return store.deadLetters(
                "view = $1 and generation = $2 and resolution is null and (requested is not null or waiting and not exists "
                        + "(select 1 from dead_letter b where b.view = $1 and b.generation = $2 and b.resolution is null "
                        + "and b.subject = dead_letter.subject and b.id < dead_letter.id)) order by id",
                Tuple.of(view, generation));
    }

    @Override
    public List<DeadLetter> open(UUID subject) {
        return store.deadLetters(
                "view = $1 and generation = $2 and resolution is null and subject = $3 order by id",
                Tuple.of(view, generation, subject));
    }

    @Override
    public void failedAgain(long id, String error) {
        store.failedAgain(id, error);
    }

    private record SqlTransaction(SqlViewState state, SqlConnection connection) implements Open {

        @Override
        public int generation() {
            return state.generation();
        }

        @Override
        public RowSet<Row> execute(String sql, Tuple values) {
            return connection.preparedQuery(sql).executeAndAwait(values);
        }

        @Override
        public boolean move(Map<TopicPartition, Mark> from, Map<TopicPartition, Mark> to) {
            return state.store().move(connection, state.view(), state.generation(), from, to);
        }

        @Override
        public boolean setAside(
                ConsumerRecord<byte[], byte[]> entry, @Nullable EventEnvelope event, String error, boolean waiting) {
            return state.store()
                    .deadLetter(
                            connection,
                            state.view(),
                            state.generation(),
                            new TopicPartition(entry.topic(), entry.partition()),
                            entry.offset(),
                            event,
                            LogRecord.headers(entry),
                            entry.value() == null ? null : new String(entry.value(), StandardCharsets.UTF_8),
                            error,
                            waiting);
        }

        @Override
        public boolean resolve(long id, String resolution) {
            return state.store().resolve(connection, id, resolution);
        }
    }
}

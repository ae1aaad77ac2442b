package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.log.LogRecord;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of a generation in PostgreSQL. Statements are sent behind each other, and only who needs an answer waits: the
 * beginning and the first look at the rows make one round trip, the last rows, the checkpoints and the end another. After one that
 * failed the server does nothing more, whatever was sent behind it, and the end takes back what was done; the first failure is told.
 */
final class SqlTransaction implements ViewState.Open {

    private final ViewStore store;
    private final String view;
    private final int generation;
    private final SqlConnection connection;
    private final List<CompletableFuture<RowSet<Row>>> sent = new ArrayList<>();

    SqlTransaction(ViewStore store, String view, int generation, SqlConnection connection) {
        this.store = store;
        this.view = view;
        this.generation = generation;
        this.connection = connection;
    }

    /**
     * Begins, runs work, moves checkpoints and ends.
     *
     * @param begin what it begins with
     * @return false, with nothing done, when one of the checkpoints does not stand as it stood
     */
    boolean run(
            String begin, Map<TopicPartition, Mark> from, Map<TopicPartition, Mark> to, Consumer<ViewState.Open> work) {
        boolean ended = false;
        try {
            CompletableFuture<RowSet<Row>> _ = send(connection.query(begin).execute());
            work.accept(this);
            CompletableFuture<RowSet<Row>> moving =
                    send(connection.preparedQuery(Moves.SQL).execute(Moves.values(view, generation, from, to)));
            answer(send(connection.query("commit").execute()));
            ended = true;
            for (CompletableFuture<RowSet<Row>> each : sent) {
                if (each == moving && each.state() == Future.State.FAILED && Moves.isOvertaken(each.exceptionNow())) {
                    return false;
                }
                answer(each);
            }
            return true;
        } catch (RuntimeException | Error failure) {
            if (!ended) {
                rollBack(failure);
            }
            sent.forEach(SqlTransaction::answer);
            throw failure;
        }
    }

    private void rollBack(Throwable failure) {
        try {
            connection.query("rollback").executeAndAwait();
        } catch (RuntimeException broken) {
            failure.addSuppressed(broken);
        }
    }

    private CompletableFuture<RowSet<Row>> send(Uni<RowSet<Row>> statement) {
        CompletableFuture<RowSet<Row>> answer = statement.subscribeAsCompletionStage();
        sent.add(answer);
        return answer;
    }

    private static RowSet<Row> answer(CompletableFuture<RowSet<Row>> answer) {
        return Uni.createFrom().completionStage(answer).await().indefinitely();
    }

    @Override
    public int generation() {
        return generation;
    }

    @Override
    public SqlConnection connection() {
        return connection;
    }

    @Override
    public Supplier<RowSet<Row>> ask(String sql, Tuple values) {
        CompletableFuture<RowSet<Row>> answer =
                send(connection.preparedQuery(sql).execute(values));
        return () -> answer(answer);
    }

    @Override
    public void send(String sql, Tuple values) {
        CompletableFuture<RowSet<Row>> _ = send(connection.preparedQuery(sql).execute(values));
    }

    @Override
    public boolean setAside(
            ConsumerRecord<byte[], byte[]> entry, @Nullable EventEnvelope event, String error, boolean waiting) {
        return store.deadLetter(
                connection,
                view,
                generation,
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
        return store.resolve(connection, id, resolution);
    }
}

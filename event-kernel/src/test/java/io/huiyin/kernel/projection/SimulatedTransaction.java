package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.log.LogRecord;
import io.huiyin.kernel.simulation.Database;
import io.huiyin.kernel.simulation.LetterKey;
import io.huiyin.kernel.simulation.MarkKey;
import io.huiyin.kernel.simulation.ServiceProcess;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** An open transaction of a view in the fake database. */
public final class SimulatedTransaction implements ViewState.Open {

    private final ServiceProcess process;
    private final Database.Transaction rows;
    private final String view;
    private final int generation;

    SimulatedTransaction(ServiceProcess process, Database.Transaction rows, String view, int generation) {
        this.process = process;
        this.rows = rows;
        this.view = view;
        this.generation = generation;
    }

    /** Its rows. */
    public Database.Transaction rows() {
        return rows;
    }

    public ServiceProcess process() {
        return process;
    }

    void tell(Supplier<String> what) {
        process.world().tell(() -> process.name() + ": " + view + "-" + generation + " " + what.get());
    }

    @Override
    public int generation() {
        return generation;
    }

    @Override
    public SqlConnection connection() {
        throw new AssertionError("there is no SQL here");
    }

    @Override
    public Supplier<RowSet<Row>> ask(String sql, Tuple values) {
        throw new AssertionError("there is no SQL here");
    }

    @Override
    public void send(String sql, Tuple values) {
        throw new AssertionError("there is no SQL here");
    }

    boolean move(Map<TopicPartition, Mark> from, Map<TopicPartition, Mark> to) {
        process.asks();
        boolean moved = to.entrySet().stream().allMatch(entry -> move(from.get(entry.getKey()), entry));
        process.hears();
        return moved;
    }

    private boolean move(@Nullable Mark from, Map.Entry<TopicPartition, Mark> to) {
        MarkKey key = new MarkKey(view, generation, to.getKey().partition());
        Object stored = rows.get(key);
        if (from == null || !from.equals(stored)) {
            return false;
        }
        rows.put(
                key,
                new Mark(
                        from.topicId(),
                        to.getValue().nextOffset(),
                        to.getValue().position(),
                        to.getValue().logEpoch()));
        return true;
    }

    @Override
    public boolean setAside(
            ConsumerRecord<byte[], byte[]> entry, @Nullable EventEnvelope event, String error, boolean waiting) {
        process.asks();
        long id = rows.nextId();
        tell(() -> "sets %d aside: %s".formatted(id, error));
        rows.put(
                new LetterKey(id),
                new DeadLetter(
                        id,
                        view,
                        generation,
                        entry.topic(),
                        entry.partition(),
                        entry.offset(),
                        event == null ? null : event.subject(),
                        LogRecord.headers(entry),
                        new String(entry.value(), StandardCharsets.UTF_8),
                        error,
                        waiting,
                        process.world().now(),
                        null,
                        null,
                        null,
                        null,
                        null));
        process.hears();
        return true;
    }

    @Override
    public boolean resolve(long id, String resolution) {
        process.asks();
        DeadLetter letter = (DeadLetter) rows.get(new LetterKey(id));
        if (letter == null || letter.resolution() != null) {
            process.hears();
            return false;
        }
        rows.put(new LetterKey(id), SimulatedLetters.with(letter, letter.requested(), letter.waiting(), resolution));
        tell(() -> "settles %d: %s".formatted(id, resolution));
        process.hears();
        return true;
    }
}

package io.huiyin.kernel.relay;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.Partitions;
import io.huiyin.kernel.simulation.Database;
import io.huiyin.kernel.simulation.Filled;
import io.huiyin.kernel.simulation.Judge;
import io.huiyin.kernel.simulation.ServiceProcess;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fake database as the relay sees it. */
class SimulatedOutbox implements Outbox {

    final ServiceProcess process;
    final Database database;
    private final Judge judge;

    SimulatedOutbox(ServiceProcess process, Database database, Judge judge) {
        this.process = process;
        this.database = database;
        this.judge = judge;
    }

    @Override
    public Page read(Position after, int limit) {
        process.asks();
        Page page = page(after, limit);
        process.hears();
        return page;
    }

    Page page(Position after, int limit) {
        return settled(database, after, limit);
    }

    /** What stands after a position below every transaction that still runs; {@code SimulatedOrderTest} holds it against the real one. */
    static Page settled(Database database, Position after, int limit) {
        List<EventEnvelope> settled = new ArrayList<>();
        for (EventEnvelope event : database.after(after)) {
            if (settled.size() == limit) {
                break;
            }
            if (event.position().tx() >= database.xmin()) {
                return new Page(settled, true);
            }
            settled.add(event);
        }
        return new Page(settled, false);
    }

    @Override
    public RelayCheckpoint checkpoint() {
        process.asks();
        Filled filled = judge.filled();
        process.hears();
        return new RelayCheckpoint(filled.position(), filled.topicId(), filled.partitions(), Database.EPOCH);
    }

    @Override
    public int logEpoch() {
        return Database.EPOCH;
    }

    @Override
    public boolean save(RelayCheckpoint checkpoint, String lease, long leaseEpoch) {
        return write(checkpoint, leaseEpoch, false);
    }

    @Override
    public boolean rewind(RelayCheckpoint checkpoint, String lease, long leaseEpoch) {
        return write(checkpoint, leaseEpoch, true);
    }

    private boolean write(RelayCheckpoint checkpoint, long leaseEpoch, boolean back) {
        process.asks();
        Filled next = new Filled(checkpoint.position(), checkpoint.topicId(), checkpoint.partitions());
        boolean moves = holds(leaseEpoch) && (back || !judge.filled().position().isAfter(next.position()));
        if (moves) {
            judge.moves(next, leaseEpoch);
            process.world().tell(() -> "%s moves the checkpoint to %s".formatted(process.name(), next.position()));
            database.atOnce(transaction -> {
                transaction.put(new Filled.Key(), next);
                return next;
            });
        }
        process.hears();
        return moves;
    }

    boolean holds(long leaseEpoch) {
        return leaseEpoch == judge.relayEpoch();
    }

    @Override
    public @Nullable UUID eventId(UUID stream, int version) {
        process.asks();
        List<EventEnvelope> history = database.stream(stream);
        process.hears();
        return history.size() < version ? null : history.get(version - 1).id();
    }

    @Override
    public List<Position> partitionsAt(Position position) {
        process.asks();
        List<Position> found = new ArrayList<>(Collections.nCopies(Partitions.COUNT, Position.START));
        for (EventEnvelope event : database.upTo(position)) {
            int partition = Partitions.of(event.subject());
            if (found.get(partition).equals(Position.START)) {
                found.set(partition, event.position());
            }
        }
        process.hears();
        return found;
    }

    @Override
    public Moment moment() {
        process.asks();
        Moment moment = new Moment(
                process.world().now().minus(1, ChronoUnit.MICROS),
                Database.EPOCH,
                database.atOnce(Database.Transaction::number));
        process.hears();
        return moment;
    }

    @Override
    public boolean hasEndedBelow(long tx) {
        process.asks();
        boolean ended = database.xmin() >= tx;
        process.hears();
        return ended;
    }
}

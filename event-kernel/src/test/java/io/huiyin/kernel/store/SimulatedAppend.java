package io.huiyin.kernel.store;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.simulation.Database;
import io.vertx.pgclient.PgException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The function {@code append_events} on the fake database, in the three moments between which others may act: the transaction takes
 * its number and then the time, looks for the predecessors, and inserts.
 */
public final class SimulatedAppend {

    private final Database.Transaction transaction;
    private final Append append;
    private final boolean refusesInversions;
    private Instant recordedAt;
    private int inserted;
    private long id;

    /**
     * An append that has done nothing yet.
     *
     * @param refusesInversions whether it knows HY002
     */
    public SimulatedAppend(Database.Transaction transaction, Append append, boolean refusesInversions) {
        this.transaction = transaction;
        this.append = append;
        this.refusesInversions = refusesInversions;
        this.recordedAt = Instant.MIN;
    }

    /** Takes the transaction's number, then the time. */
    public void begin(Instant now) {
        transaction.number();
        recordedAt = now;
    }

    /** Looks whether each stream stands where the caller loaded it. */
    public void check() {
        if (!append.hasPredecessors()) {
            return;
        }
        Map<UUID, Integer> first = new HashMap<>();
        append.events().forEach(event -> first.merge(event.stream(), event.version(), Math::min));
        first.forEach((stream, version) -> {
            if (version > 1) {
                check(transaction.event(stream, version - 1));
            }
        });
    }

    private void check(@Nullable EventEnvelope predecessor) {
        if (predecessor == null) {
            throw new AppendConflict(AppendConflict.Kind.VERSION);
        }
        if (refusesInversions && predecessor.position().tx() > transaction.number()) {
            throw new AppendConflict(AppendConflict.Kind.INVERSION);
        }
        if (predecessor.recordedAt().isAfter(recordedAt)) {
            recordedAt = predecessor.recordedAt();
        }
    }

    /** Inserts what is not inserted yet; waits for nobody. */
    public Appended insert() {
        while (inserted < append.events().size()) {
            NewEvent event = append.events().get(inserted);
            if (id == 0) {
                id = transaction.nextId();
            }
            Position position = new Position(Database.EPOCH, transaction.number(), id);
            try {
                transaction.append(envelope(event, position));
            } catch (PgException taken) {
                throw new AppendConflict(AppendConflict.Kind.VERSION);
            }
            inserted++;
            id = 0;
        }
        return new Appended(new Position(Database.EPOCH, transaction.number(), 0), recordedAt, null);
    }

    private EventEnvelope envelope(NewEvent event, Position position) {
        return new EventEnvelope(
                event.id(),
                event.name(),
                event.nameVersion(),
                "/matter-service",
                event.aggregate(),
                event.stream(),
                event.version(),
                event.occurredAt(),
                recordedAt,
                append.actor(),
                append.correlationId(),
                event.causation(),
                append.traceparent(),
                position,
                event.data());
    }
}

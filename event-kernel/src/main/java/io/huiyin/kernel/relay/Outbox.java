package io.huiyin.kernel.relay;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The event table as the relay sees it, and what the relay keeps beside it. Every call blocks. */
interface Outbox {

    /** What stands after a position: the events that may be sent, and whether others wait for an open transaction. */
    record Page(List<EventEnvelope> settled, boolean waiting) {}

    /**
     * An instant, and the transaction that began right after it.
     *
     * @param at whatever is recorded later than this, not up to it, may be missing below the transaction
     */
    record Moment(Instant at, int epoch, long tx) {

        /** Whether everything below the transaction stands at or below a position. */
        boolean isPassedBy(Position position) {
            return position.epoch() > epoch || (position.epoch() == epoch && position.tx() >= tx);
        }
    }

    Page read(Position after, int limit);

    RelayCheckpoint checkpoint();

    /** The epoch of the database: a restore to an earlier point has begun the latest (ADR 0009). */
    int logEpoch();

    /** Moves forward, if the lease still holds; false otherwise. */
    boolean save(RelayCheckpoint checkpoint, String lease, long leaseEpoch);

    /** Moves back, when the log has lost what it had acknowledged. */
    boolean rewind(RelayCheckpoint checkpoint, String lease, long leaseEpoch);

    /** The event's id at a place of a stream, or null when the place is empty. */
    @Nullable
    UUID eventId(UUID stream, int version);

    /** The last position of each partition at or below a position. */
    List<Position> partitionsAt(Position position);

    /** Now. */
    Moment moment();

    /** Whether every transaction below this one has ended: what they wrote can be read from now on. */
    boolean hasEndedBelow(long tx);
}

package io.huiyin.kernel.relay;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.lease.Lease;
import io.huiyin.kernel.lease.Leases;
import io.huiyin.kernel.log.Partitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * The relay from one taking of its lease to its loss: what to send, and when the checkpoint moves (G2). It knows neither threads nor
 * Kafka nor SQL, so that the simulation runs the very same.
 */
final class RelaySession {

    static final String LEASE = "relay";

    private static final Logger LOG = Logger.getLogger(RelaySession.class);
    /** How often it looks whether the log is still the same. */
    private static final Duration LOG_CHECK = Duration.ofSeconds(5);
    /** After how many batches it looks for sure whether all of it is still there. */
    private static final int UNSEEN_BATCHES = 2;
    /**
     * How far back a takeover reads: past all that can have been written since a relay last looked, one batch more than those, and what
     * others had on their way.
     */
    private static final int TAIL_BATCHES = UNSEEN_BATCHES + 4;

    private final String topic;
    private final int batch;
    private final Outbox outbox;
    private final RelayLog log;
    private final Lease lease;
    private final long epoch;
    private final LongSupplier nanos;
    private final WatermarkStatements watermarks;
    private RelayCheckpoint checkpoint;
    private LogEnds ends;
    private long renewed;
    private long looked;
    private int unseen;

    /**
     * A session that has not looked at the log yet.
     *
     * @param batch the most events between two movements of the checkpoint
     * @param epoch of the lease as it was taken
     * @param nanos counts time
     */
    RelaySession(String topic, int batch, Outbox outbox, RelayLog log, Lease lease, long epoch, LongSupplier nanos) {
        this.topic = topic;
        this.batch = batch;
        this.outbox = outbox;
        this.log = log;
        this.lease = lease;
        this.epoch = epoch;
        this.nanos = nanos;
        this.watermarks = new WatermarkStatements(outbox, log, topic);
        this.checkpoint = new RelayCheckpoint(Position.START, null, List.of(), 0);
        this.ends = new LogEnds(List.of(), List.of());
    }

    /** What a turn came to. */
    enum Next {
        /** Something was sent and acknowledged: there may be more. */
        CARRIED,
        /** Events wait for an open transaction. */
        BLOCKED,
        /** There is nothing to send. */
        IDLE,
        /** The lease has gone, or the log has changed: begin again. */
        OVER
    }

    /**
     * What a turn came to.
     *
     * @param carried how many events were sent and acknowledged
     */
    record Turn(Next next, int carried) {

        private static final Turn BLOCKED = new Turn(Next.BLOCKED, 0);
        private static final Turn IDLE = new Turn(Next.IDLE, 0);
        private static final Turn OVER = new Turn(Next.OVER, 0);
    }

    /** Looks at the log before writing to it: is it the one that was filled, is all of it there, is all of it ours? */
    void takeOver() throws InterruptedException, ExecutionException, TimeoutException {
        checkpoint = found();
    }

    /** Makes what the turns need besides the log itself. */
    void begin() throws InterruptedException, ExecutionException, TimeoutException {
        log.ensureStatements();
        renewed = nanos.getAsLong();
        looked = renewed;
    }

    /** Holds on to the lease, looks at the log from time to time, and carries the next batch. */
    Turn turn() throws InterruptedException, ExecutionException, TimeoutException {
        if (nanos.getAsLong() - renewed > Leases.RENEWAL.toNanos()) {
            if (!lease.renew(epoch)) {
                return Turn.OVER;
            }
            renewed = nanos.getAsLong();
            watermarks.next();
        }
        boolean lookDue = nanos.getAsLong() - looked > LOG_CHECK.toNanos();
        if (lookDue) {
            if (!log.topicId().equals(Optional.ofNullable(checkpoint.topicId()))) {
                LOG.warnf("the log %s was wiped", topic);
                return Turn.OVER;
            }
            log.ensureStatements();
            looked = nanos.getAsLong();
        }
        if (lookDue || unseen >= UNSEEN_BATCHES * batch) {
            if (!ends.areHeldBy(log.ends())) {
                LOG.warnf("the log %s has another leader, or has lost its end", topic);
                return Turn.OVER;
            }
            unseen = 0;
        }
        boolean settled = watermarks.settled();
        Outbox.Page page = outbox.read(checkpoint.position(), batch);
        int carried = page.settled().size();
        if (carried == 0) {
            watermarks.carried(checkpoint, settled);
            return page.waiting() ? Turn.BLOCKED : Turn.IDLE;
        }
        RelayCheckpoint next = send(page.settled());
        unseen += carried;
        if (!outbox.save(next, LEASE, epoch)) {
            return Turn.OVER;
        }
        checkpoint = next;
        watermarks.carried(checkpoint, settled && carried < batch);
        return new Turn(Next.CARRIED, carried);
    }

    private RelayCheckpoint send(List<EventEnvelope> events)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<Position> partitions = new ArrayList<>(checkpoint.partitions());
        for (EventEnvelope event : events) {
            int partition = Partitions.of(event.subject());
            log.send(partition, event, partitions.get(partition), checkpoint.logEpoch());
            partitions.set(partition, event.position());
        }
        log.awaitAcknowledged(ends);
        return new RelayCheckpoint(
                events.getLast().position(), checkpoint.topicId(), partitions, checkpoint.logEpoch());
    }

    private RelayCheckpoint found() throws InterruptedException, ExecutionException, TimeoutException {
        RelayCheckpoint stored = outbox.checkpoint();
        int logEpoch = outbox.logEpoch();
        if (stored.logEpoch() < logEpoch) {
            return begunAnew(logEpoch);
        }
        String topicId = log.ensureTopic();
        List<RelayLog.End> before = log.ends();
        List<LogTail> tails = log.tails(TAIL_BATCHES * batch);
        ends = new LogEnds(before, tails);
        for (LogTail tail : tails) {
            refuseIfCutBack(tail);
        }
        if (!topicId.equals(stored.topicId())) {
            LOG.infof("the log %s is a new one (%s): filling it from the beginning", topic, topicId);
            return rewound(unfilled(topicId, logEpoch));
        }
        Position shortest = stored.position();
        for (LogTail tail : tails) {
            Position expected = stored.partitions().get(tail.partition());
            if (expected.isAfter(tail.chainEnd()) && shortest.isAfter(tail.chainEnd())) {
                shortest = tail.chainEnd();
            }
        }
        if (shortest.equals(stored.position())) {
            return stored;
        }
        LOG.warnf("the log %s has lost events that it had acknowledged: filling again after %s", topic, shortest);
        return rewound(new RelayCheckpoint(shortest, topicId, outbox.partitionsAt(shortest), logEpoch));
    }

    /**
     * The database was restored to an earlier point, and the log may hold what never happened: another takes its place. The lease is
     * renewed after the look at what is there, so that a relay that wakes up late does not take away the log of its successor.
     */
    private RelayCheckpoint begunAnew(int logEpoch) throws InterruptedException, ExecutionException, TimeoutException {
        Set<String> former = log.topicIds();
        if (!lease.renew(epoch)) {
            throw leaseHasGone();
        }
        LOG.warnf("the database was restored: the log %s is filled anew, as epoch %d", topic, logEpoch);
        log.remove(former);
        String topicId = log.ensureTopic();
        ends = new LogEnds(log.ends(), log.tails(TAIL_BATCHES * batch));
        return rewound(unfilled(topicId, logEpoch));
    }

    private static RelayCheckpoint unfilled(String topicId, int logEpoch) {
        return new RelayCheckpoint(
                Position.START, topicId, Collections.nCopies(Partitions.COUNT, Position.START), logEpoch);
    }

    private static RelayRefused leaseHasGone() {
        return new RelayRefused("the lease has gone to another instance");
    }

    private RelayCheckpoint rewound(RelayCheckpoint back) {
        if (!outbox.rewind(back, LEASE, epoch)) {
            throw leaseHasGone();
        }
        return back;
    }

    private void refuseIfCutBack(LogTail tail) {
        UUID subject = tail.lastSubject();
        if (subject == null) {
            return;
        }
        UUID stored = outbox.eventId(subject, tail.lastSequence());
        if (!String.valueOf(tail.lastId()).equals(String.valueOf(stored))) {
            throw new RelayRefused(
                    "the log holds event " + tail.lastId() + " of " + subject
                            + ", which the database does not: it was cut back. If it was restored, begin_restored_epoch() says so (ADR 0009).");
        }
    }
}

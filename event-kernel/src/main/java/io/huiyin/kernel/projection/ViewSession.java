package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.lease.Lease;
import io.huiyin.kernel.log.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings the log to one generation of one view, from one taking of its lease to its loss. Rows and checkpoint move in one transaction
 * by compare-and-set, so each event takes effect exactly once (G3), however often it is read. It knows neither threads nor Kafka's
 * clients nor SQL, so that the simulation runs the very same.
 */
final class ViewSession {

    private static final Logger LOG = Logger.getLogger(ViewSession.class);
    private static final Duration CHORES = Duration.ofSeconds(1);

    private final Projection view;
    private final int generation;
    private final ViewState state;
    private final ViewLog log;
    private final Lease lease;
    private final long epoch;
    private final LongSupplier nanos;
    private final Standing standing;
    private final DeadLetters letters;

    private final Map<TopicPartition, Mark> marks = new HashMap<>();
    private final Set<UUID> held = new HashSet<>();
    private Map<TopicPartition, Long> goal = Map.of();
    private long chores;

    /**
     * A session that follows nothing yet.
     *
     * @param epoch of the lease as it was taken
     * @param nanos counts time
     */
    ViewSession(
            Projection view,
            int generation,
            ViewState state,
            ViewLog log,
            Lease lease,
            long epoch,
            LongSupplier nanos,
            Standing standing) {
        this.view = view;
        this.generation = generation;
        this.state = state;
        this.log = log;
        this.lease = lease;
        this.epoch = epoch;
        this.nanos = nanos;
        this.standing = standing;
        this.letters = new DeadLetters(view, state);
    }

    /** What a turn came to. */
    enum Turn {
        /** Go on at once. */
        READ,
        /** There is nothing to read from: rest a little. */
        RESTS,
        /** The lease or the checkpoint has moved elsewhere: begin again. */
        OVER
    }

    /** Finds out where the generation stands. */
    void begin() throws InterruptedException, ExecutionException, TimeoutException {
        marks.putAll(state.marks());
        held.addAll(state.held());
        followLogs();
        chores = nanos.getAsLong();
    }

    /** Does the chores when it is time, then takes the next batch. */
    Turn turn() throws InterruptedException, ExecutionException, TimeoutException {
        if (nanos.getAsLong() - chores > CHORES.toNanos()) {
            chores = nanos.getAsLong();
            if (!lease.renew(epoch)) {
                return Turn.OVER;
            }
            followLogs();
            if (letters.settle() || !held.isEmpty()) {
                held.clear();
                held.addAll(state.held());
            }
            measure();
        }
        if (standing.isPaused() || log.followed().isEmpty()) {
            return Turn.RESTS;
        }
        List<ConsumerRecord<byte[], byte[]>> batch;
        try {
            batch = log.poll();
        } catch (OffsetOutOfRangeException e) {
            outOfRange(e);
            return Turn.OVER;
        }
        return batch.isEmpty() || take(batch) ? Turn.READ : Turn.OVER;
    }

    /**
     * The log does not hold what is to be read next. It is read again from where it begins; positions tell what is new, and where its
     * beginning was cut off the chain shows the gap.
     */
    private void outOfRange(OffsetOutOfRangeException failure)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Long> begins = log.begins(failure.partitions());
        Map<TopicPartition, Mark> reset = new HashMap<>();
        for (TopicPartition partition : failure.partitions()) {
            Mark mark = marks.get(partition);
            Optional<String> topicId = log.topicId(partition.topic());
            if (mark != null && topicId.isPresent()) {
                reset.put(partition, new Mark(topicId.get(), begins.getOrDefault(partition, 0L), mark.position()));
            }
        }
        LOG.warnf("view %s reads again where the log begins: %s", view.name(), begins);
        state.setMarks(reset);
    }

    /** Looks whether the topics are there and still the same; another id means: from offset 0, the positions stay. */
    private void followLogs() throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Mark> changed = new HashMap<>();
        Set<TopicPartition> wanted = new HashSet<>();
        for (String topic : view.topics()) {
            Optional<String> id = log.topicId(topic);
            if (id.isEmpty()) {
                continue;
            }
            for (TopicPartition partition : KafkaClients.partitions(topic)) {
                wanted.add(partition);
                Mark mark = marks.get(partition);
                if (mark == null) {
                    changed.put(partition, new Mark(id.get(), 0, Position.START));
                } else if (!mark.topicId().equals(id.get())) {
                    changed.put(partition, new Mark(id.get(), 0, mark.position()));
                }
            }
        }
        if (!changed.isEmpty()) {
            state.setMarks(changed);
            marks.putAll(changed);
            changed.keySet().forEach(standing::closed);
        }
        if (!changed.isEmpty() || !log.followed().equals(wanted)) {
            Map<TopicPartition, Long> offsets = new HashMap<>();
            for (TopicPartition partition : wanted) {
                Mark mark = marks.get(partition);
                offsets.put(partition, mark == null ? 0 : mark.nextOffset());
            }
            log.follow(offsets);
        }
    }

    private void measure() {
        if (log.followed().isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> ends = log.ends();
        long behind = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            Mark mark = marks.get(end.getKey());
            behind += end.getValue() - (mark == null ? 0 : mark.nextOffset());
        }
        standing.lag(behind);
        boolean caughtUp = reached(goal) || behind == 0;
        goal = Map.copyOf(ends);
        if (standing.isBuilding() && caughtUp && !standing.isPaused()) {
            state.promote();
            standing.promoted();
            LOG.infof("view %s: generation %d has caught up and serves", view.name(), generation);
        }
    }

    /** Whether all was read that stood in the log at the last look: under load there is always something newer. */
    private boolean reached(Map<TopicPartition, Long> ends) {
        return !ends.isEmpty()
                && ends.entrySet().stream().allMatch(end -> {
                    Mark mark = marks.get(end.getKey());
                    return mark != null && mark.nextOffset() >= end.getValue();
                });
    }

    /** Takes a batch; where an event cannot be taken, each on its own. False when the checkpoint has moved elsewhere. */
    private boolean take(List<ConsumerRecord<byte[], byte[]>> batch) {
        Chain chain = Chain.of(batch, marks);
        try {
            return apply(chain, null);
        } catch (RuntimeException failure) {
            if (!Failures.isOfTheEvent(failure)) {
                throw failure;
            }
        }
        for (ConsumerRecord<byte[], byte[]> entry : batch) {
            Chain single = Chain.of(List.of(entry), marks);
            try {
                if (!apply(single, null)) {
                    return false;
                }
            } catch (RuntimeException failure) {
                if (!Failures.isOfTheEvent(failure)) {
                    throw failure;
                }
                LOG.errorf(
                        "view %s cannot take %s-%d@%d: %s",
                        view.name(), entry.topic(), entry.partition(), entry.offset(), Failures.describe(failure));
                if (!apply(single, failure)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean apply(Chain chain, @Nullable RuntimeException failure) {
        if (chain.moved().isEmpty()) {
            return true;
        }
        List<EventEnvelope> taken = new ArrayList<>(chain.fresh().size());
        List<Chain.Read> behind = new ArrayList<>();
        for (Chain.Read read : chain.fresh()) {
            if (!view.takes(read.event().name())) {
                continue;
            }
            if (held.contains(read.event().subject())) {
                behind.add(read);
            } else if (failure == null) {
                taken.add(read.event());
            }
        }
        Projection.Work work = view.prepare(taken);
        Set<UUID> newlyHeld = new HashSet<>();
        try {
            state.inTransaction(open -> {
                if (!taken.isEmpty()) {
                    work.write(open);
                }
                setAside(open, chain, behind, failure, newlyHeld);
                if (!open.move(marks, chain.moved())) {
                    throw new Fenced();
                }
            });
        } catch (Fenced e) {
            return false;
        }
        held.addAll(newlyHeld);
        marks.putAll(chain.moved());
        chain.fresh().forEach(read -> standing.closed(read.partition()));
        chain.early().forEach(partition -> standing.gap(partition, nanos.getAsLong()));
        view.committed();
        return true;
    }

    private static final class Fenced extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Keeps what cannot be taken: what waits, what is foreign, and what failed. */
    private void setAside(
            ViewState.Open open,
            Chain chain,
            List<Chain.Read> behind,
            @Nullable RuntimeException failure,
            Set<UUID> newlyHeld) {
        for (Chain.Read read : behind) {
            open.setAside(read.entry(), read.event(), "waits behind an event that could not be taken", true);
        }
        for (ConsumerRecord<byte[], byte[]> entry : chain.foreign()) {
            open.setAside(entry, null, "is no event of ours: envelope or position are missing or malformed", false);
        }
        if (failure == null) {
            return;
        }
        for (Chain.Read read : chain.fresh()) {
            UUID subject = read.event().subject();
            if (!held.contains(subject)
                    && open.setAside(read.entry(), read.event(), Failures.describe(failure), false)) {
                newlyHeld.add(subject);
            }
        }
    }
}

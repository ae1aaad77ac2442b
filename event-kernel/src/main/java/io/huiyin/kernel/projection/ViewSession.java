package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.lease.Lease;
import io.huiyin.kernel.log.KafkaClients;
import io.huiyin.kernel.store.AppendConflict;
import java.time.Duration;
import java.time.Instant;
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
    /** How long a checkpoint that moved past nothing of interest may stand in memory alone, where somebody may wait for it. */
    private static final Duration UNSAVED = Duration.ofMillis(50);

    private static final Duration UNSAVED_BY_POLICY = Duration.ofMillis(200);

    /**
     * How often it looks again at the last record it has read of each partition. A log that was cut and filled again may end where it
     * ended before: then another record stands there, and until the next event of the partition nothing else tells.
     */
    private static final Duration LOOK_BACK = Duration.ofSeconds(30);

    private static final int ATTEMPTS = 5;

    private static final Duration POLL = Duration.ofMillis(200);

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
    /** The marks as they are stored: behind those that moved past records of no interest. */
    private final Map<TopicPartition, Mark> saved = new HashMap<>();

    private final Set<UUID> held = new HashSet<>();
    private Map<TopicPartition, Long> goal = Map.of();
    private @Nullable Instant restoredAt;
    private long chores;
    private long followedAt;
    private final Duration unsavedFor;
    private boolean unsaved;
    private long unsavedSince;

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
        this.unsavedFor = view.shows() ? UNSAVED : UNSAVED_BY_POLICY;
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
        restoredAt = state.restoredAt();
        load();
        if (!standing.isOutdated()) {
            followLogs();
        }
        chores = nanos.getAsLong();
    }

    /** First where it stands, then what is held back: whoever holds something back meanwhile also moves on, and fences this one. */
    private void load() {
        saved.clear();
        saved.putAll(state.marks());
        marks.clear();
        marks.putAll(saved);
        unsaved = false;
        held.clear();
        held.addAll(state.held());
        if (saved.values().stream().anyMatch(Mark::isOutdated)) {
            standing.outdated();
        }
    }

    /** Does the chores when it is time, then takes the next batch. */
    Turn turn() throws InterruptedException, ExecutionException, TimeoutException {
        if (nanos.getAsLong() - chores > CHORES.toNanos()) {
            chores = nanos.getAsLong();
            if (!lease.renew(epoch)) {
                return Turn.OVER;
            }
            if (standing.isOutdated()) {
                return Turn.RESTS;
            }
            followLogs();
            if (letters.settle() || !held.isEmpty()) {
                held.clear();
                held.addAll(state.held());
            }
            measure();
            if (!log.followed().isEmpty() && nanos.getAsLong() - followedAt > LOOK_BACK.toNanos()) {
                follow(log.followed());
            }
            Set<TopicPartition> gaps = standing.isPaused() ? Set.of() : standing.toReadAgain(chores);
            if (!gaps.isEmpty()) {
                readAgain(gaps);
                return Turn.OVER;
            }
        }
        if (unsaved && nanos.getAsLong() - unsavedSince > unsavedFor.toNanos() && !save()) {
            return Turn.OVER;
        }
        if (standing.isPaused() || standing.isOutdated() || log.followed().isEmpty()) {
            return Turn.RESTS;
        }
        List<Delivered> batch;
        try {
            batch = log.poll(unsaved ? unsavedFor : POLL);
        } catch (OffsetOutOfRangeException e) {
            readAgain(e.partitions());
            return Turn.OVER;
        }
        return batch.isEmpty() || take(batch) ? Turn.READ : Turn.OVER;
    }

    /**
     * Reads partitions again from where they begin: the log does not hold what is to be read next, or what is missing has come to
     * stand before it, as after a log was cut off and filled again. Positions tell what is new, and where the beginning was cut off
     * the chain shows the gap.
     */
    private void readAgain(Set<TopicPartition> partitions)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Long> begins = log.begins(partitions);
        Map<TopicPartition, Mark> reset = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Mark mark = marks.get(partition);
            Optional<String> topicId = log.topicId(partition.topic());
            if (mark != null && topicId.isPresent()) {
                reset.put(partition, mark.in(topicId.get(), begins.getOrDefault(partition, 0L)));
            }
        }
        LOG.warnf("view %s reads again where the log begins: %s", view.name(), begins);
        state.setMarks(saved, reset);
    }

    /** Looks whether the topics are there and still the same; another id means: from offset 0, the positions stay. */
    private void followLogs() throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Mark> changed = new HashMap<>();
        Set<TopicPartition> wanted = new HashSet<>();
        for (String topic : view.topics()) {
            Optional<String> id = log.topicId(topic);
            if (id.isEmpty() || !isOfToday(topic, id.get())) {
                continue;
            }
            for (TopicPartition partition : KafkaClients.partitions(topic)) {
                wanted.add(partition);
                Mark mark = marks.get(partition);
                if (mark == null) {
                    changed.put(partition, Mark.before(id.get()));
                } else if (!mark.topicId().equals(id.get())) {
                    changed.put(partition, mark.in(id.get(), 0));
                }
            }
        }
        if (!changed.isEmpty()) {
            state.setMarks(saved, changed);
            // Another instance may have moved on since they were read; what it reads next does not tell it from this
            // one any more.
            load();
            changed.keySet().forEach(standing::closed);
        }
        if (!changed.isEmpty() || !log.followed().equals(wanted)) {
            follow(wanted);
        }
    }

    /** From the last one that was read on, if it is still there: if it came early, what it waits for is still missing. */
    private void follow(Set<TopicPartition> wanted) {
        Map<TopicPartition, Long> begins = log.begins(wanted);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (TopicPartition partition : wanted) {
            Mark mark = marks.get(partition);
            long last = mark == null ? 0 : mark.nextOffset() - 1;
            offsets.put(partition, Math.max(begins.getOrDefault(partition, 0L), last));
        }
        log.follow(offsets);
        followedAt = nanos.getAsLong();
    }

    /**
     * Once its own database went back, that of another service may have gone with it, and its log still hold what is lost: nothing
     * of that must be reacted to. So its relay has to speak first; before it does it has put another log in the place of such a one.
     */
    private boolean isOfToday(String topic, String topicId) {
        Instant since = restoredAt;
        return since == null || log.isWhole(topic, topicId, since);
    }

    private void measure() {
        if (log.followed().isEmpty()) {
            return;
        }
        // Looked at before the ends are: what is added to a whole log is new to every view.
        boolean whole = standing.isBuilding() && logsAreWhole();
        Map<TopicPartition, Long> ends = log.ends();
        long behind = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            Mark mark = marks.get(end.getKey());
            behind += end.getValue() - (mark == null ? 0 : mark.nextOffset());
        }
        standing.lag(behind);
        boolean caughtUp = whole && (reached(goal) || behind == 0);
        goal = whole ? Map.copyOf(ends) : Map.of();
        if (standing.isBuilding() && caughtUp && !standing.isPaused()) {
            state.promote();
            standing.promoted();
            LOG.infof("view %s: generation %d has caught up and serves", view.name(), generation);
        }
    }

    /** Whether the logs hold what the serving generation may have read of them: one that is being filled again does not yet. */
    private boolean logsAreWhole() {
        for (String topic : view.topics()) {
            Mark mark = marks.get(new TopicPartition(topic, 0));
            if (mark == null ? state.hasRead(topic) : !log.isWhole(topic, mark.topicId(), Instant.EPOCH)) {
                return false;
            }
        }
        return true;
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
    private boolean take(List<Delivered> batch) {
        Chain chain = Chain.of(batch, marks);
        if (!chain.cutBack().isEmpty()) {
            cutBack(chain.cutBack());
            return false;
        }
        try {
            return apply(chain);
        } catch (RuntimeException failure) {
            if (!Failures.isOfTheEvent(failure)) {
                throw failure;
            }
        }
        for (Delivered delivered : batch) {
            ConsumerRecord<byte[], byte[]> entry = delivered.entry();
            Chain single = Chain.of(List.of(delivered), marks);
            try {
                if (!apply(single)) {
                    return false;
                }
            } catch (RuntimeException failure) {
                if (!Failures.isOfTheEvent(failure)) {
                    throw failure;
                }
                // Who was overtaken may fail by what the other one wrote, and sets nothing aside.
                if (!setAside(single, failure)) {
                    return false;
                }
                LOG.errorf(
                        "view %s cannot take %s-%d@%d: %s",
                        view.name(), entry.topic(), entry.partition(), entry.offset(), Failures.describe(failure));
            }
        }
        return true;
    }

    /**
     * What was applied of these logs may be lost. A view is built anew, and until then shows what it has; a policy reads on from the
     * beginning, and what it has reacted to stays as it is (G4).
     */
    private void cutBack(Set<String> topics) {
        LOG.warnf(
                "view %s generation %d: the database behind %s was restored to an earlier point",
                view.name(), generation, topics);
        if (view.tables().isEmpty()) {
            topics.forEach(state::forget);
        } else {
            state.outdate();
            standing.outdated();
        }
    }

    /** Who lost a race for an aggregate loads and decides again, as a request does. */
    private boolean apply(Chain chain) {
        for (int attempt = 1; ; attempt++) {
            try {
                return apply(chain, null);
            } catch (AppendConflict lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }

    /** Keeps for later what cannot be taken; if that fails too, both reasons are told. */
    private boolean setAside(Chain chain, RuntimeException failure) {
        try {
            return apply(chain, failure);
        } catch (RuntimeException another) {
            another.addSuppressed(failure);
            throw another;
        }
    }

    private boolean apply(Chain chain, @Nullable RuntimeException failure) {
        chain.early().forEach(partition -> standing.gap(partition, nanos.getAsLong()));
        if (chain.moved().isEmpty()) {
            return true;
        }
        List<EventEnvelope> taken = new ArrayList<>(chain.fresh().size());
        List<Chain.Read> behind = new ArrayList<>();
        for (Chain.Read read : chain.fresh()) {
            if (held.contains(read.event().subject())) {
                behind.add(read);
            } else if (failure == null) {
                taken.add(read.event());
            }
        }
        if (chain.fresh().isEmpty() && chain.foreign().isEmpty()) {
            passed(chain);
            return true;
        }
        Projection.Work ahead = log.prepared(taken);
        Projection.Work work = ahead == null ? view.prepare(taken) : ahead;
        Map<TopicPartition, Mark> moved = new HashMap<>(unsavedMarks());
        moved.putAll(chain.moved());
        Set<UUID> newlyHeld = new HashSet<>();
        boolean alone = state.move(saved, moved, open -> {
            if (!taken.isEmpty()) {
                work.write(open);
            }
            setAside(open, chain, behind, failure, newlyHeld);
        });
        if (!alone) {
            return false;
        }
        held.addAll(newlyHeld);
        saved.putAll(moved);
        unsaved = false;
        advance(chain);
        view.committed();
        return true;
    }

    /** Moves past what is of no interest: reading it again would change nothing, so its checkpoint may be stored with the next one. */
    private void passed(Chain chain) {
        if (!unsaved) {
            unsaved = true;
            unsavedSince = nanos.getAsLong();
        }
        advance(chain);
    }

    private void advance(Chain chain) {
        marks.putAll(chain.moved());
        chain.continued().stream()
                .filter(partition -> !chain.early().contains(partition))
                .forEach(standing::closed);
    }

    private Map<TopicPartition, Mark> unsavedMarks() {
        if (!unsaved) {
            return Map.of();
        }
        Map<TopicPartition, Mark> moved = new HashMap<>(marks);
        moved.entrySet().removeAll(saved.entrySet());
        return moved;
    }

    private boolean save() {
        Map<TopicPartition, Mark> moved = unsavedMarks();
        if (!state.move(saved, moved, open -> {})) {
            return false;
        }
        saved.putAll(moved);
        unsaved = false;
        return true;
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

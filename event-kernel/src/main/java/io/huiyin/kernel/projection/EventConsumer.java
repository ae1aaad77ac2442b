package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.lease.Leases;
import io.huiyin.kernel.log.KafkaClients;
import io.huiyin.kernel.log.LogRecord;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings the log to one generation of one view, on a thread of its own while it holds the generation's lease. Rows and checkpoint
 * move in one transaction by compare-and-set, so each event takes effect exactly once (G3), however often it is read.
 */
final class EventConsumer implements Runnable {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);

    private static final long RETRY_MS = 500;
    private static final Duration CHORES = Duration.ofSeconds(1);
    /** A gap open for so long is an alarm. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Projection view;
    private final int generation;
    private final ViewStore store;
    private final Leases leases;
    private final KafkaClients kafka;
    private final String lease;

    private final Map<TopicPartition, Mark> marks = new HashMap<>();
    private final Set<UUID> held = new HashSet<>();
    private Map<TopicPartition, Long> goal = Map.of();
    private volatile boolean building;
    private volatile boolean paused;
    private volatile @Nullable String trouble;
    private volatile long lag;
    /** Since when a partition has waited for a record that is missing. */
    private final Map<TopicPartition, Long> gaps = new ConcurrentHashMap<>();

    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<byte[], byte[]> reading;
    private @Nullable Thread thread;

    EventConsumer(Projection view, Generation generation, ViewStore store, Leases leases, KafkaClients kafka) {
        this.view = view;
        this.generation = generation.number();
        this.store = store;
        this.leases = leases;
        this.kafka = kafka;
        this.lease = "view:" + view.name() + "-" + generation.number();
        update(generation);
    }

    /** The generation's row has changed. */
    void update(Generation now) {
        building = now.state() == Generation.State.BUILDING;
        paused = now.paused();
    }

    void start() {
        thread = Thread.ofPlatform().name(lease).start(this);
    }

    /** Lets the thread end by itself, so that it closes its reader and hands on its lease; an interrupt would tear both. */
    void stop() {
        stopping.countDown();
        KafkaConsumer<byte[], byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    void join() throws InterruptedException {
        Thread running = thread;
        if (running != null && !running.join(Duration.ofSeconds(5))) {
            running.interrupt();
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Waits, but no longer than until it is to stop. */
    private void rest(long millis) throws InterruptedException {
        stopping.await(millis, TimeUnit.MILLISECONDS);
    }

    Projection view() {
        return view;
    }

    int generation() {
        return generation;
    }

    /** Records between this generation and the end of its log, as last seen. */
    long lag() {
        return lag;
    }

    /** Why it does not move on, or null. */
    @Nullable
    String trouble() {
        long now = System.nanoTime();
        for (Map.Entry<TopicPartition, Long> gap : gaps.entrySet()) {
            if (now - gap.getValue() > PATIENCE.toNanos()) {
                return "a gap in the log " + gap.getKey() + " stays open";
            }
        }
        return trouble;
    }

    @Override
    public void run() {
        try {
            while (!isStopping()) {
                try {
                    OptionalLong epoch = leases.acquire(lease);
                    if (epoch.isPresent()) {
                        session(epoch.getAsLong());
                    } else {
                        trouble = null;
                        rest(RETRY_MS);
                    }
                } catch (InterruptException e) {
                    return;
                } catch (ExecutionException | TimeoutException | RuntimeException | Error e) {
                    backOff(e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void backOff(Throwable failure) throws InterruptedException {
        if (isStopping()) {
            return;
        }
        String reason = Failures.describe(failure);
        if (!reason.equals(trouble)) {
            LOG.warnf("view %s generation %d pauses: %s", view.name(), generation, failure);
            LOG.debug("its failure", failure);
        }
        trouble = reason;
        rest(RETRY_MS);
    }

    private void session(long epoch) throws InterruptedException, ExecutionException, TimeoutException {
        try (Admin admin = kafka.admin();
                KafkaConsumer<byte[], byte[]> consumer = kafka.consumer(view.batch())) {
            reading = consumer;
            if (follow(admin, consumer, epoch)) {
                leases.release(lease, epoch);
            }
        } finally {
            reading = null;
        }
    }

    /** Reads on until it is to stop; false when it must begin again: the lease or the checkpoint has moved elsewhere. */
    private boolean follow(Admin admin, KafkaConsumer<byte[], byte[]> consumer, long epoch)
            throws InterruptedException, ExecutionException, TimeoutException {
        goal = Map.of();
        marks.clear();
        marks.putAll(store.marks(view.name(), generation));
        held.clear();
        held.addAll(store.held(view.name(), generation));
        try {
            followLogs(admin, consumer);
            long chores = System.nanoTime();
            trouble = null;
            while (!isStopping()) {
                if (System.nanoTime() - chores > CHORES.toNanos()) {
                    chores = System.nanoTime();
                    if (!leases.renew(lease, epoch)) {
                        return false;
                    }
                    followLogs(admin, consumer);
                    settleDeadLetters();
                    measure(consumer);
                }
                if (paused || consumer.assignment().isEmpty()) {
                    rest(50);
                    continue;
                }
                List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
                try {
                    consumer.poll(KafkaClients.pollTime()).forEach(batch::add);
                } catch (OffsetOutOfRangeException e) {
                    outOfRange(admin, consumer, e);
                    return false;
                }
                if (!batch.isEmpty() && !take(batch)) {
                    return false;
                }
            }
        } catch (WakeupException e) {
            // stop() ends the waiting
        }
        return true;
    }

    /**
     * The log does not hold what is to be read next. It is read again from where it begins; positions tell what is new, and where its
     * beginning was cut off the chain shows the gap.
     */
    private void outOfRange(Admin admin, KafkaConsumer<byte[], byte[]> consumer, OffsetOutOfRangeException failure)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(failure.partitions());
        Map<TopicPartition, Mark> reset = new HashMap<>();
        for (TopicPartition partition : failure.partitions()) {
            Mark mark = marks.get(partition);
            Optional<String> topicId = kafka.topicId(admin, partition.topic());
            if (mark != null && topicId.isPresent()) {
                reset.put(partition, new Mark(topicId.get(), begins.getOrDefault(partition, 0L), mark.position()));
            }
        }
        LOG.warnf("view %s reads again where the log begins: %s", view.name(), begins);
        store.setMarks(view.name(), generation, reset);
    }

    /** Looks whether the topics are there and still the same; another id means: from offset 0, the positions stay. */
    private void followLogs(Admin admin, KafkaConsumer<byte[], byte[]> consumer)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Mark> changed = new HashMap<>();
        Set<TopicPartition> wanted = new HashSet<>();
        for (String topic : view.topics()) {
            Optional<String> id = kafka.topicId(admin, topic);
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
            store.setMarks(view.name(), generation, changed);
            marks.putAll(changed);
            gaps.keySet().removeAll(changed.keySet());
        }
        if (!changed.isEmpty() || !consumer.assignment().equals(wanted)) {
            consumer.assign(wanted);
            wanted.forEach(partition -> {
                Mark mark = marks.get(partition);
                consumer.seek(partition, mark == null ? 0 : mark.nextOffset());
            });
        }
    }

    private void measure(KafkaConsumer<byte[], byte[]> consumer) {
        if (consumer.assignment().isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long behind = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            Mark mark = marks.get(end.getKey());
            behind += end.getValue() - (mark == null ? 0 : mark.nextOffset());
        }
        lag = behind;
        boolean caughtUp = reached(goal) || behind == 0;
        goal = Map.copyOf(ends);
        if (building && caughtUp && !paused) {
            store.promote(view.name(), generation);
            building = false;
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

    /** What a batch comes to. */
    private record Step(
            Map<TopicPartition, Mark> moved,
            List<Read> fresh,
            List<ConsumerRecord<byte[], byte[]>> foreign,
            Set<TopicPartition> early) {}

    private record Read(ConsumerRecord<byte[], byte[]> entry, EventEnvelope event) {
        TopicPartition partition() {
            return new TopicPartition(entry.topic(), entry.partition());
        }
    }

    /** Takes a batch; where an event cannot be taken, each on its own. False when the checkpoint has moved elsewhere. */
    private boolean take(List<ConsumerRecord<byte[], byte[]>> batch) {
        Step step = chain(batch);
        try {
            return apply(step, null);
        } catch (RuntimeException failure) {
            if (!Failures.isOfTheEvent(failure)) {
                throw failure;
            }
        }
        for (ConsumerRecord<byte[], byte[]> entry : batch) {
            Step single = chain(List.of(entry));
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

    /** Which records continue the chain of positions of their partition, and where the marks stand after them. */
    private Step chain(List<ConsumerRecord<byte[], byte[]>> batch) {
        Map<TopicPartition, Mark> moved = new HashMap<>();
        List<Read> fresh = new ArrayList<>(batch.size());
        List<ConsumerRecord<byte[], byte[]>> foreign = new ArrayList<>();
        Set<TopicPartition> early = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> entry : batch) {
            TopicPartition partition = new TopicPartition(entry.topic(), entry.partition());
            Mark mark = moved.getOrDefault(partition, marks.get(partition));
            if (mark == null || entry.offset() < mark.nextOffset()) {
                continue;
            }
            LogRecord.Read read = LogRecord.read(entry);
            if (read == null) {
                foreign.add(entry);
                moved.put(partition, mark.at(entry.offset() + 1));
            } else if (read.previous().equals(mark.position())) {
                fresh.add(new Read(entry, read.event()));
                early.remove(partition);
                moved.put(
                        partition,
                        new Mark(
                                mark.topicId(), entry.offset() + 1, read.event().position()));
            } else {
                if (read.event().position().isAfter(mark.position())) {
                    early.add(partition);
                }
                moved.put(partition, mark.at(entry.offset() + 1));
            }
        }
        return new Step(moved, fresh, foreign, early);
    }

    private boolean apply(Step step, @Nullable RuntimeException failure) {
        if (step.moved().isEmpty()) {
            return true;
        }
        List<EventEnvelope> taken = new ArrayList<>(step.fresh().size());
        List<Read> behind = new ArrayList<>();
        for (Read read : step.fresh()) {
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
            store.inTransaction(connection -> {
                if (!taken.isEmpty()) {
                    work.write(new ViewTransaction(connection, generation));
                }
                for (Read read : behind) {
                    deadLetter(connection, read, "waits behind an event that could not be taken", true);
                }
                for (ConsumerRecord<byte[], byte[]> entry : step.foreign()) {
                    foreign(connection, entry);
                }
                if (failure != null) {
                    for (Read read : step.fresh()) {
                        if (!held.contains(read.event().subject())) {
                            if (deadLetter(connection, read, Failures.describe(failure), false)) {
                                newlyHeld.add(read.event().subject());
                            }
                        }
                    }
                }
                if (!store.move(connection, view.name(), generation, marks, step.moved())) {
                    throw new Fenced();
                }
            });
        } catch (Fenced e) {
            return false;
        }
        held.addAll(newlyHeld);
        marks.putAll(step.moved());
        step.fresh().forEach(read -> gaps.remove(read.partition()));
        step.early().forEach(partition -> gaps.putIfAbsent(partition, System.nanoTime()));
        view.committed();
        return true;
    }

    private static final class Fenced extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private boolean deadLetter(SqlConnection connection, Read read, String error, boolean waiting) {
        return store.deadLetter(
                connection,
                view.name(),
                generation,
                read.partition(),
                read.entry().offset(),
                read.event(),
                LogRecord.headers(read.entry()),
                read.event().data(),
                error,
                waiting);
    }

    private void foreign(SqlConnection connection, ConsumerRecord<byte[], byte[]> entry) {
        store.deadLetter(
                connection,
                view.name(),
                generation,
                new TopicPartition(entry.topic(), entry.partition()),
                entry.offset(),
                null,
                LogRecord.headers(entry),
                entry.value() == null ? null : new String(entry.value(), StandardCharsets.UTF_8),
                "is no event of ours: envelope or position are missing or malformed",
                false);
    }

    /** What a person asked for since the last look: replays in order, or skips and replays what waited behind. */
    private void settleDeadLetters() {
        List<DeadLetter> asked = store.deadLetters(
                "view = $1 and generation = $2 and resolution is null and requested is not null order by id",
                Tuple.of(view.name(), generation));
        for (DeadLetter letter : asked) {
            settle(letter);
        }
        if (!asked.isEmpty() || !held.isEmpty()) {
            held.clear();
            held.addAll(store.held(view.name(), generation));
        }
    }

    private void settle(DeadLetter letter) {
        if ("skip".equals(letter.requested())) {
            store.inTransaction(connection -> store.resolve(connection, letter.id(), "skipped"));
        } else if (!replay(letter)) {
            return;
        }
        UUID subject = letter.subject();
        if (subject == null) {
            return;
        }
        for (DeadLetter next : store.deadLetters(
                "view = $1 and generation = $2 and resolution is null and subject = $3 order by id",
                Tuple.of(view.name(), generation, subject))) {
            if (!replay(next)) {
                return;
            }
        }
    }

    private boolean replay(DeadLetter letter) {
        LogRecord.Read read = LogRecord.read(letter.headers(), letter.body());
        if (read == null) {
            store.failedAgain(letter.id(), letter.error());
            return false;
        }
        try {
            Projection.Work work = view.prepare(List.of(read.event()));
            store.inTransaction(connection -> {
                work.write(new ViewTransaction(connection, generation));
                store.resolve(connection, letter.id(), "replayed");
            });
            view.committed();
            return true;
        } catch (RuntimeException failure) {
            if (!Failures.isOfTheEvent(failure)) {
                throw failure;
            }
            store.failedAgain(letter.id(), Failures.describe(failure));
            return false;
        }
    }
}

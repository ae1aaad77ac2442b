package io.huiyin.kernel.relay;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.lease.Leases;
import io.huiyin.kernel.log.KafkaClients;
import io.huiyin.kernel.log.LogRecord;
import io.huiyin.kernel.log.Partitions;
import io.huiyin.kernel.store.LogSignal;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries the event table to the service's topic: every committed event, within an aggregate in order, never one lost. The
 * checkpoint moves only after all acknowledgements of a batch, conditional on the lease and only forward; after a crash a batch may
 * be repeated exactly (G2). About once a second it states up to which instant the log is complete (G11).
 */
@ApplicationScoped
public class EventRelay {

    static final int BATCH = 1000;

    private static final String LEASE = "relay";
    private static final Logger LOG = Logger.getLogger(EventRelay.class);
    private static final long BLOCKED_POLL_MS = 4;
    private static final long IDLE_POLL_MS = 50;
    private static final long RETRY_MS = 500;
    /** How often it looks whether the log is still the same. */
    private static final Duration LOG_CHECK = Duration.ofSeconds(5);

    private static final Duration ACK_LIMIT = Duration.ofSeconds(30);

    private final RelayStore store;
    private final Leases leases;
    private final KafkaClients kafka;
    private final LogSignal signal;
    private final String topic;
    private final String service;

    private volatile boolean stopping;
    private volatile @Nullable String trouble;
    private volatile long blockedSince;
    private final AtomicLong published = new AtomicLong();
    private @Nullable Thread thread;

    EventRelay(
            RelayStore store,
            Leases leases,
            KafkaClients kafka,
            LogSignal signal,
            MeterRegistry meters,
            @ConfigProperty(name = "huiyin.topic") String topic,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.store = store;
        this.leases = leases;
        this.kafka = kafka;
        this.signal = signal;
        this.topic = topic;
        this.service = service;
        meters.gauge("huiyin.relay.blocked.seconds", this, EventRelay::blockedSeconds);
        meters.gauge("huiyin.relay.published", this, relay -> relay.published.get());
    }

    /** The topic this service writes. */
    public String topic() {
        return topic;
    }

    /** Why the relay does not run, or null when it does. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** For how long events have waited behind an open transaction, in seconds. */
    public double blockedSeconds() {
        long since = blockedSince;
        return since == 0 ? 0 : (System.nanoTime() - since) / 1e9;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("relay").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        Thread running = thread;
        if (running != null && !running.join(Duration.ofSeconds(5))) {
            running.interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                OptionalLong lease = leases.acquire(LEASE);
                if (lease.isPresent()) {
                    relay(lease.getAsLong());
                } else {
                    Thread.sleep(RETRY_MS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RelayRefused e) {
                pause(String.valueOf(e.getMessage()), null);
            } catch (Exception | Error e) {
                pause(String.valueOf(e.getMessage()), e);
            }
        }
    }

    private void pause(String reason, @Nullable Throwable cause) {
        if (stopping) {
            return;
        }
        if (!reason.equals(trouble)) {
            LOG.warnf("relay of %s pauses: %s", topic, cause == null ? reason : cause.toString());
        }
        trouble = reason;
        try {
            Thread.sleep(RETRY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void relay(long lease) throws InterruptedException, ExecutionException, TimeoutException {
        RelayCheckpoint checkpoint = takeOver(lease);
        KafkaProducer<byte[], byte[]> producer = kafka.producer();
        try (Admin admin = kafka.admin();
                WatermarkStatements watermarks = new WatermarkStatements(store, kafka, service, topic)) {
            kafka.ensureStatements(admin, Watermark.topicOf(topic));
            trouble = null;
            long renewed = System.nanoTime();
            long looked = renewed;
            while (!stopping) {
                if (System.nanoTime() - renewed > Leases.RENEWAL.toNanos()) {
                    if (!leases.renew(LEASE, lease)) {
                        return;
                    }
                    renewed = System.nanoTime();
                    watermarks.next();
                }
                if (System.nanoTime() - looked > LOG_CHECK.toNanos()) {
                    if (isWiped(admin, checkpoint)) {
                        LOG.warnf("the log %s was wiped", topic);
                        return;
                    }
                    kafka.ensureStatements(admin, Watermark.topicOf(topic));
                    looked = System.nanoTime();
                }
                boolean settled = watermarks.settled();
                RelayStore.Page page = store.read(checkpoint.position(), BATCH);
                watch(page);
                if (page.settled().isEmpty()) {
                    watermarks.carried(checkpoint, settled);
                    signal.await(page.waiting() ? BLOCKED_POLL_MS : IDLE_POLL_MS);
                    continue;
                }
                RelayCheckpoint next = send(producer, admin, checkpoint, page.settled());
                if (!store.save(next, LEASE, lease)) {
                    return;
                }
                checkpoint = next;
                watermarks.carried(checkpoint, settled && page.settled().size() < BATCH);
                published.addAndGet(page.settled().size());
            }
            leases.release(LEASE, lease);
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    private void watch(RelayStore.Page page) {
        if (!page.waiting() || !page.settled().isEmpty()) {
            blockedSince = 0;
        } else if (blockedSince == 0) {
            blockedSince = System.nanoTime();
        }
    }

    private boolean isWiped(Admin admin, RelayCheckpoint checkpoint)
            throws InterruptedException, ExecutionException, TimeoutException {
        return !kafka.topicId(admin, topic).equals(Optional.ofNullable(checkpoint.topicId()));
    }

    private RelayCheckpoint send(
            KafkaProducer<byte[], byte[]> producer, Admin admin, RelayCheckpoint checkpoint, List<EventEnvelope> events)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<Position> partitions = new ArrayList<>(checkpoint.partitions());
        List<Future<RecordMetadata>> acks = new ArrayList<>(events.size());
        for (EventEnvelope event : events) {
            int partition = Partitions.of(event.subject());
            Future<RecordMetadata> ack =
                    producer.send(LogRecord.of(topic, partition, event, partitions.get(partition)));
            acks.add(ack);
            partitions.set(partition, event.position());
            if (ack.state() == Future.State.FAILED) {
                // Where there is no log each one that follows would wait for it anew.
                break;
            }
        }
        for (Future<RecordMetadata> ack : acks) {
            await(ack, admin, checkpoint);
        }
        return new RelayCheckpoint(events.getLast().position(), checkpoint.topicId(), partitions);
    }

    /** Waits for an acknowledgement, but not for one that a log which is no longer there will never give. */
    private void await(Future<RecordMetadata> ack, Admin admin, RelayCheckpoint checkpoint)
            throws InterruptedException, ExecutionException, TimeoutException {
        long until = System.nanoTime() + ACK_LIMIT.toNanos();
        while (true) {
            try {
                ack.get(LOG_CHECK.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (isWiped(admin, checkpoint)) {
                    throw new IllegalStateException("the log " + topic + " was wiped");
                }
                if (System.nanoTime() > until) {
                    throw e;
                }
            }
        }
    }

    /** Looks at the log before writing to it: is it the one that was filled, is all of it there, is all of it ours? */
    private RelayCheckpoint takeOver(long lease) throws InterruptedException, ExecutionException, TimeoutException {
        String topicId;
        try (Admin admin = kafka.admin()) {
            topicId = kafka.ensureTopic(admin, topic);
        }
        RelayCheckpoint checkpoint = store.checkpoint();
        List<LogTail> tails = LogTail.read(kafka, topic);
        for (LogTail tail : tails) {
            refuseIfCutBack(tail);
        }
        if (!topicId.equals(checkpoint.topicId())) {
            LOG.infof("the log %s is a new one (%s): filling it from the beginning", topic, topicId);
            return rewound(
                    new RelayCheckpoint(Position.START, topicId, Collections.nCopies(Partitions.COUNT, Position.START)),
                    lease);
        }
        Position shortest = checkpoint.position();
        for (LogTail tail : tails) {
            Position expected = checkpoint.partitions().get(tail.partition());
            if (expected.isAfter(tail.chainEnd()) && shortest.isAfter(tail.chainEnd())) {
                shortest = tail.chainEnd();
            }
        }
        if (shortest.equals(checkpoint.position())) {
            return checkpoint;
        }
        LOG.warnf("the log %s has lost events that it had acknowledged: filling again after %s", topic, shortest);
        return rewound(new RelayCheckpoint(shortest, topicId, store.partitionsAt(shortest)), lease);
    }

    private RelayCheckpoint rewound(RelayCheckpoint checkpoint, long lease) {
        if (!store.rewind(checkpoint, LEASE, lease)) {
            throw new RelayRefused("the lease has gone to another instance");
        }
        return checkpoint;
    }

    private void refuseIfCutBack(LogTail tail) {
        UUID subject = tail.lastSubject();
        if (subject == null) {
            return;
        }
        UUID stored = store.eventId(subject, tail.lastSequence());
        if (!String.valueOf(tail.lastId()).equals(String.valueOf(stored))) {
            throw new RelayRefused(
                    "the log holds event " + tail.lastId() + " of " + subject
                            + ", which the database does not: it was cut back. Restore it properly before the relay runs again.");
        }
    }
}

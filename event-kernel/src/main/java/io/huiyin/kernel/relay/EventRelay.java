package io.huiyin.kernel.relay;

import io.huiyin.kernel.lease.Lease;
import io.huiyin.kernel.lease.Leases;
import io.huiyin.kernel.log.KafkaClients;
import io.huiyin.kernel.store.LogSignal;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
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

    private static final Logger LOG = Logger.getLogger(EventRelay.class);
    private static final long BLOCKED_POLL_MS = 4;
    /** How long events gather behind one that was sent: what costs most is not the event but the turn. */
    private static final long GATHERED_MS = 5;

    private static final long IDLE_POLL_MS = 50;
    private static final long RETRY_MS = 500;

    private final RelayStore store;
    private final Lease lease;
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
        this.lease = leases.of(RelaySession.LEASE);
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
                OptionalLong epoch = lease.acquire();
                if (epoch.isPresent()) {
                    relay(epoch.getAsLong());
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

    private void relay(long epoch) throws InterruptedException, ExecutionException, TimeoutException {
        try (KafkaRelayLog log = new KafkaRelayLog(kafka, service, topic)) {
            RelaySession session = new RelaySession(topic, BATCH, store, log, lease, epoch, System::nanoTime);
            session.takeOver();
            log.open();
            session.begin();
            trouble = null;
            while (!stopping) {
                RelaySession.Turn turn = session.turn();
                watch(turn.next());
                switch (turn.next()) {
                    case CARRIED -> {
                        published.addAndGet(turn.carried());
                        if (turn.carried() < BATCH / 2) {
                            Thread.sleep(GATHERED_MS);
                        }
                    }
                    case BLOCKED -> signal.await(BLOCKED_POLL_MS);
                    case IDLE -> signal.await(IDLE_POLL_MS);
                    case OVER -> {
                        return;
                    }
                }
            }
            lease.release(epoch);
        }
    }

    private void watch(RelaySession.Next next) {
        if (next != RelaySession.Next.BLOCKED) {
            blockedSince = 0;
        } else if (blockedSince == 0) {
            blockedSince = System.nanoTime();
        }
    }
}

package io.huiyin.kernel.timer;

import io.huiyin.kernel.lease.Lease;
import io.huiyin.kernel.lease.Leases;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.time.BusinessClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Time passes exactly once (G10): one instance at a time, by a lease, goes through the timers of all aggregates of the service. What
 * is set aside is looked at again by whoever takes over the lease next.
 */
@ApplicationScoped
public class Timers {

    private static final Logger LOG = Logger.getLogger(Timers.class);
    private static final String LEASE = "timers";
    private static final long POLL_MS = 200;
    private static final long RETRY_MS = 1000;

    private final Map<String, TimedAggregate<?, ?, ?>> kinds;
    private final TimerStore store;
    private final BusinessClock clock;
    private final Lease lease;

    private volatile boolean stopping;
    private volatile long troubled;
    private volatile @Nullable String trouble;
    private @Nullable Thread thread;

    Timers(
            @All List<TimedAggregate<?, ?, ?>> kinds,
            Pool pool,
            EventStore events,
            BusinessClock clock,
            Leases leases,
            MeterRegistry meters) {
        this.kinds = kinds.stream().collect(Collectors.toMap(TimedAggregate::name, Function.identity()));
        this.store = new SqlTimerStore(pool, events);
        this.clock = clock;
        this.lease = leases.of(LEASE);
        meters.gauge("huiyin.timers.troubled", this, timers -> timers.troubled);
    }

    /** How many decisions that were due could not be made, as the instance that goes through the timers knows it. */
    public long troubled() {
        return troubled;
    }

    /** Why nobody goes through the timers here, or null when somebody does or might. */
    public @Nullable String trouble() {
        return trouble;
    }

    void start(@Observes StartupEvent event) {
        if (!kinds.isEmpty()) {
            thread = Thread.ofPlatform().name("timers").start(this::run);
        }
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
                    goThrough(epoch.getAsLong());
                } else {
                    Thread.sleep(RETRY_MS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                pause(e);
            }
        }
    }

    private void pause(RuntimeException failure) {
        if (stopping) {
            return;
        }
        String reason = String.valueOf(failure.getMessage());
        if (!reason.equals(trouble)) {
            LOG.warnf("timers pause: %s", failure);
        }
        trouble = reason;
        try {
            Thread.sleep(RETRY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void goThrough(long epoch) throws InterruptedException {
        store.takeBack();
        TimerSweep sweep = new TimerSweep(store, kinds);
        long renewed = System.nanoTime();
        while (!stopping) {
            if (System.nanoTime() - renewed > Leases.RENEWAL.toNanos()) {
                if (!lease.renew(epoch)) {
                    troubled = 0;
                    return;
                }
                renewed = System.nanoTime();
                troubled = store.troubled();
            }
            boolean more = sweep.turn(clock.instant());
            trouble = null;
            if (!more) {
                Thread.sleep(POLL_MS);
            }
        }
        lease.release(epoch);
    }
}

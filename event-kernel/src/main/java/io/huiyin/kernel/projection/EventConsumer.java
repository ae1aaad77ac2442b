package io.huiyin.kernel.projection;

import io.huiyin.kernel.lease.Lease;
import io.huiyin.kernel.lease.Leases;
import io.huiyin.kernel.log.KafkaClients;
import io.huiyin.kernel.log.TopicIds;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs one generation of one view, on a thread of its own while it holds the generation's lease. */
final class EventConsumer implements Runnable {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);

    private static final long RETRY_MS = 500;
    private static final long REST_MS = 50;

    private final Projection view;
    private final int generation;
    private final ViewState state;
    private final Lease lease;
    private final KafkaClients kafka;
    private final TopicIds topicIds;
    private final WholeLogs whole;
    private final String name;
    private final Standing standing = new Standing();

    private volatile @Nullable String trouble;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable KafkaViewLog reading;
    private @Nullable Thread thread;

    EventConsumer(
            Projection view,
            Generation generation,
            ViewStore store,
            Leases leases,
            KafkaClients kafka,
            TopicIds topicIds,
            WholeLogs whole) {
        this.view = view;
        this.generation = generation.number();
        this.state = new SqlViewState(store, view.name(), generation.number(), view.replays());
        this.kafka = kafka;
        this.topicIds = topicIds;
        this.whole = whole;
        this.name = "view:" + view.name() + "-" + generation.number();
        this.lease = leases.of(name);
        update(generation);
    }

    /** The generation's row has changed. */
    void update(Generation now) {
        standing.update(now);
    }

    void start() {
        thread = Thread.ofPlatform().name(name).start(this);
    }

    /** Lets the thread end by itself, so that it closes its reader and hands on its lease; an interrupt would tear both. */
    void stop() {
        stopping.countDown();
        KafkaViewLog log = reading;
        if (log != null) {
            log.wakeUp();
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
        return standing.lag();
    }

    /** Why it does not move on, or null. */
    @Nullable
    String trouble() {
        if (standing.isOutdated()) {
            return "a log it reads was cut back: it is being built anew";
        }
        TopicPartition stuck = standing.stuck(System.nanoTime());
        return stuck == null ? trouble : "a gap in the log " + stuck + " stays open";
    }

    @Override
    public void run() {
        try {
            while (!isStopping()) {
                try {
                    OptionalLong epoch = lease.acquire();
                    if (epoch.isPresent()) {
                        session(epoch.getAsLong());
                    } else {
                        trouble = null;
                        standing.forget();
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
            for (Throwable before : failure.getSuppressed()) {
                LOG.warnf("view %s generation %d failed before: %s", view.name(), generation, before);
            }
            LOG.debug("its failure", failure);
        }
        trouble = reason;
        rest(RETRY_MS);
    }

    private void session(long epoch) throws InterruptedException, ExecutionException, TimeoutException {
        try (KafkaViewLog log = new KafkaViewLog(kafka, topicIds, whole, view)) {
            reading = log;
            if (follow(new ViewSession(view, generation, state, log, lease, epoch, System::nanoTime, standing))) {
                lease.release(epoch);
            }
        } finally {
            reading = null;
        }
    }

    /** Reads on until it is to stop; false when it must begin again. */
    private boolean follow(ViewSession session) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            session.begin();
            trouble = null;
            while (!isStopping()) {
                switch (session.turn()) {
                    case READ -> {}
                    case RESTS -> rest(REST_MS);
                    case OVER -> {
                        return false;
                    }
                }
            }
        } catch (WakeupException e) {
            // stop() ends the waiting
        }
        return true;
    }
}

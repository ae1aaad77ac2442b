package io.huiyin.kernel.relay;

import io.huiyin.kernel.command.CommandProblem.Busy;
import io.huiyin.kernel.event.UnreadableEvent;
import io.huiyin.kernel.log.KafkaClients;
import io.huiyin.kernel.projection.Views;
import io.huiyin.kernel.projection.WholeLogs;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the relays of all services state, and whether a view holds everything that was recorded up to an instant (G11). It reads a
 * topic from the first question about a view that follows its service, without a group and from the beginning; what it knows stays true
 * when a topic is wiped.
 */
@ApplicationScoped
public class Watermarks implements WholeLogs {

    private static final Logger LOG = Logger.getLogger(Watermarks.class);
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(20);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final long RETRY_MS = 200;
    private static final int BATCH = 1000;

    private final KafkaClients kafka;
    private final Views views;
    /** By event topic, the one that says most. */
    private final Map<String, Watermark> latest = new ConcurrentHashMap<>();
    /** The event topics that were asked about. */
    private final Set<String> followed = ConcurrentHashMap.newKeySet();

    private volatile boolean stopping;
    private @Nullable Thread thread;

    Watermarks(KafkaClients kafka, Views views) {
        this.kafka = kafka;
        this.views = views;
    }

    /** What a view must have reached to know everything up to an instant. */
    public static final class Known {

        /** Whatever is known now. */
        static final Known NOW = new Known(List.of());

        private final List<Watermark> wanted;

        private Known(List<Watermark> wanted) {
            this.wanted = List.copyOf(wanted);
        }

        boolean isReachedAt(Map<String, String> positions) {
            return wanted.stream().allMatch(watermark -> watermark.isReachedAt(positions));
        }

        /**
         * Makes sure once more, with the positions that belong to the figures: another generation may have begun to serve.
         *
         * @throws Busy when they do not reach that far
         */
        public Map<String, String> reachedBy(Map<String, String> positions) {
            if (!isReachedAt(positions)) {
                throw new Busy("not everything that was known then is here yet");
            }
            return positions;
        }
    }

    /** The latest statement about a service's events; empty while there is none, or nobody has asked about them. */
    public Optional<Watermark> of(String events) {
        return Optional.ofNullable(latest.get(events));
    }

    /** A relay states nothing before it has filled its log, so any statement about this very log will do. */
    @Override
    public boolean isWhole(String topic, String topicId, Instant since) {
        follow(Set.of(topic));
        Watermark stated = latest.get(topic);
        return stated != null
                && topicId.equals(stated.topicId())
                && !stated.watermark().isBefore(since);
    }

    /**
     * Waits until a view holds everything that was recorded up to an instant, in every log it follows: at most two seconds, then 503.
     *
     * @param at in recorded time, not later than now; null asks for nothing
     */
    public Uni<Known> known(String view, @Nullable Instant at) {
        if (at == null) {
            return Uni.createFrom().item(Known.NOW);
        }
        Set<String> topics = views.view(view).topics();
        follow(topics);
        return stated(topics, at, System.nanoTime() + WAIT.toNanos()).flatMap(known -> reached(view, known));
    }

    private record Stated(Known known, long until) {}

    private Uni<Stated> stated(Set<String> topics, Instant at, long until) {
        List<Watermark> found = new ArrayList<>();
        for (String topic : topics) {
            Watermark watermark = latest.get(topic);
            if (watermark != null && !watermark.watermark().isBefore(at)) {
                found.add(watermark);
            }
        }
        if (found.size() == topics.size()) {
            return Uni.createFrom().item(new Stated(new Known(found), until));
        }
        return later(until, "not every service has stated yet that it knows everything up to then")
                .flatMap(waited -> stated(topics, at, until));
    }

    private Uni<Known> reached(String view, Stated stated) {
        return views.positions(view).flatMap(positions -> {
            if (stated.known().isReachedAt(positions)) {
                return Uni.createFrom().item(stated.known());
            }
            return later(stated.until(), "not everything that was known then is here yet")
                    .flatMap(waited -> reached(view, stated));
        });
    }

    private static Uni<@Nullable Void> later(long until, String otherwise) {
        if (System.nanoTime() > until) {
            return Uni.createFrom().failure(new Busy(otherwise));
        }
        return Uni.createFrom().voidItem().onItem().delayIt().by(STEP);
    }

    /** Begins to read what is stated about these logs. */
    private synchronized void follow(Set<String> topics) {
        followed.addAll(topics);
        if (thread == null && !stopping) {
            thread = Thread.ofPlatform().daemon().name("watermarks").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        Thread running;
        synchronized (this) {
            stopping = true;
            running = thread;
        }
        if (running != null) {
            running.interrupt();
            running.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        while (!stopping) {
            try {
                read();
            } catch (InterruptedException | InterruptException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception | Error e) {
                LOG.debugf("reading watermarks: %s", e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() throws InterruptedException, ExecutionException, TimeoutException {
        Admin admin = kafka.admin();
        try (KafkaConsumer<byte[], byte[]> consumer = kafka.consumer(BATCH)) {
            Map<TopicPartition, String> reading = Map.of();
            Set<String> wanted = Set.of();
            long looked = 0;
            while (!stopping) {
                if (!wanted.equals(followed) || System.nanoTime() - looked > LOOK.toNanos()) {
                    wanted = Set.copyOf(followed);
                    Map<TopicPartition, String> found = found(admin, wanted);
                    if (!found.equals(reading)) {
                        consumer.assign(found.keySet());
                        consumer.seekToBeginning(found.keySet());
                        reading = found;
                    }
                    looked = System.nanoTime();
                }
                if (reading.isEmpty()) {
                    Thread.sleep(RETRY_MS);
                } else {
                    consumer.poll(KafkaClients.pollTime()).forEach(entry -> take(entry, followed));
                }
            }
        } finally {
            KafkaClients.close(admin);
        }
    }

    /** The topics that there are, each with its id: one that was wiped has another. */
    private Map<TopicPartition, String> found(Admin admin, Set<String> events)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, String> found = new HashMap<>();
        for (String topic : events) {
            String statements = Watermark.topicOf(topic);
            kafka.topicId(admin, statements).ifPresent(id -> found.put(new TopicPartition(statements, 0), id));
        }
        return found;
    }

    private void take(ConsumerRecord<byte[], byte[]> entry, Set<String> events) {
        byte[] value = entry.value();
        if (value == null) {
            return;
        }
        try {
            Watermark stated = Watermark.read(new String(value, StandardCharsets.UTF_8));
            events.stream()
                    .filter(topic -> Watermark.topicOf(topic).equals(entry.topic()))
                    .forEach(topic -> latest.merge(topic, stated, Watermark::later));
        } catch (UnreadableEvent | IllegalArgumentException e) {
            LOG.debugf("%s@%d is no watermark: %s", entry.topic(), entry.offset(), e);
        }
    }
}

package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.log.KafkaClients;
import io.huiyin.kernel.log.TopicIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * The log on Kafka, read by one runner of a view. When a read was full the next one is begun while its records are taken: there is more
 * to come, and it need not wait for the database. What can be prepared of it is prepared then, too.
 */
final class KafkaViewLog implements ViewLog, AutoCloseable {

    /** More comes at once where much comes: many records cost hardly more than a single one. */
    private static final Duration GATHERED_PER_RECORD = Duration.ofMillis(4);

    private static final Duration MOST_GATHERED = Duration.ofMillis(20);

    /** Above a thousand a second a read holds more than twenty: then, and only then, a view waits longer for still more. */
    private static final Duration GATHERED_PER_RECORD_UNDER_LOAD = Duration.ofMillis(1);

    private static final Duration MOST_GATHERED_UNDER_LOAD = Duration.ofMillis(50);

    /** How many are read at once; a view may be interested in few of them. */
    private static final int MOST_RECORDS = 500;

    private final TopicIds topicIds;
    private final WholeLogs whole;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Projection view;
    private final ExecutorService reader;
    private final Unread unread;
    private Set<TopicPartition> followed = Set.of();
    private @Nullable Future<Portion> ahead;
    private @Nullable Prepared prepared;
    private int records;
    /** Whether the last read was of a backlog: a fetch ends where it ends, so most of these are a little less than full. */
    private boolean full;

    private long polled;

    /** What was read at once, with what was prepared of it. */
    private record Portion(
            List<Delivered> records, @Nullable Prepared prepared) {}

    KafkaViewLog(KafkaClients kafka, TopicIds topicIds, WholeLogs whole, Projection view) {
        this.topicIds = topicIds;
        this.whole = whole;
        this.view = view;
        this.unread = new Unread(view.batch());
        this.consumer = kafka.consumer(MOST_RECORDS);
        this.reader = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("ahead:" + view.name()).factory());
    }

    @Override
    public Optional<String> topicId(String topic) throws InterruptedException, ExecutionException, TimeoutException {
        return topicIds.of(topic);
    }

    @Override
    public boolean isWhole(String topic, String topicId, Instant since) {
        return whole.isWhole(topic, topicId, since);
    }

    @Override
    public Set<TopicPartition> followed() {
        return followed;
    }

    @Override
    public void follow(Map<TopicPartition, Long> offsets) {
        rest();
        ahead = null;
        prepared = null;
        unread.replace(List.of());
        followed = Set.copyOf(offsets.keySet());
        consumer.assign(followed);
        offsets.forEach(consumer::seek);
    }

    @Override
    public List<Delivered> poll(Duration patience) {
        if (unread.isEmpty()) {
            Future<Portion> begun = ahead;
            ahead = null;
            Portion read = begun == null ? new Portion(read(patience), null) : outcome(begun);
            if (full) {
                ahead = reader.submit(() -> readAhead(patience));
            }
            prepared = read.prepared();
            unread.replace(read.records());
        }
        return unread.next();
    }

    @Override
    public Projection.@Nullable Work prepared(List<EventEnvelope> events) {
        Prepared done = prepared;
        return done != null && done.isOf(events) ? done.work() : null;
    }

    private Portion readAhead(Duration patience) {
        List<Delivered> read = read(patience);
        return new Portion(read, Prepared.of(view, read));
    }

    private List<Delivered> read(Duration patience) {
        gather();
        List<Delivered> read = new ArrayList<>();
        long bytes = 0;
        for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(patience)) {
            read.add(Delivered.of(entry, view::takes));
            bytes += entry.serializedValueSize();
        }
        records = read.size();
        full = 2 * records > MOST_RECORDS || 2 * bytes > KafkaClients.FETCHED_BYTES;
        polled = System.nanoTime();
        return read;
    }

    /** Lets the consumer, which serves one thread at a time, come to an end with what it is at; that stays for the next poll. */
    private void rest() {
        Future<Portion> begun = ahead;
        if (begun == null) {
            return;
        }
        try {
            begun.get();
        } catch (ExecutionException e) {
            // the next poll tells it
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static Portion outcome(Future<Portion> begun) {
        try {
            return begun.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /**
     * Lets records gather: the longer, the more the last read held, as long as may be where nobody looks, and not at all behind a
     * full one or after a silence.
     */
    private void gather() {
        if (records == 0 || full) {
            return;
        }
        long left = gathering().toNanos() - (System.nanoTime() - polled);
        if (left > 0) {
            LockSupport.parkNanos(left);
        }
    }

    private Duration gathering() {
        if (!view.shows()) {
            return MOST_GATHERED_UNDER_LOAD;
        }
        Duration usual = least(GATHERED_PER_RECORD.multipliedBy(records), MOST_GATHERED);
        Duration underLoad = least(GATHERED_PER_RECORD_UNDER_LOAD.multipliedBy(records), MOST_GATHERED_UNDER_LOAD);
        return usual.compareTo(underLoad) > 0 ? usual : underLoad;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public Map<TopicPartition, Long> begins(Set<TopicPartition> partitions) {
        rest();
        return consumer.beginningOffsets(partitions);
    }

    @Override
    public Map<TopicPartition, Long> ends() {
        rest();
        return consumer.endOffsets(followed);
    }

    /** Ends the waiting of a poll, from another thread. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        if (ahead != null) {
            consumer.wakeup();
        }
        reader.close();
        consumer.close();
    }
}

package io.huiyin.kernel.projection;

import io.huiyin.kernel.log.KafkaClients;
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
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * The log on Kafka, read by one runner of a view. Behind a full batch the next one is read while that is taken: there is more to come,
 * and it need not wait for the database.
 */
final class KafkaViewLog implements ViewLog, AutoCloseable {

    /** More comes at once where much comes: a fuller batch costs hardly more than one of a single record. */
    private static final Duration GATHERED_PER_RECORD = Duration.ofMillis(1);

    private static final Duration MOST_GATHERED = Duration.ofMillis(20);

    private final KafkaClients kafka;
    private final WholeLogs whole;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Predicate<String> takes;
    private final int maxRecords;
    private final ExecutorService reader;
    private @Nullable Future<List<Delivered>> ahead;
    private int records;
    private long polled;

    KafkaViewLog(KafkaClients kafka, WholeLogs whole, Projection view) {
        this.kafka = kafka;
        this.whole = whole;
        this.takes = view::takes;
        this.maxRecords = view.batch();
        this.admin = kafka.admin();
        this.consumer = kafka.consumer(maxRecords);
        this.reader = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("ahead:" + view.name()).factory());
    }

    @Override
    public Optional<String> topicId(String topic) throws InterruptedException, ExecutionException, TimeoutException {
        return kafka.topicId(admin, topic);
    }

    @Override
    public boolean isWhole(String topic, String topicId, Instant since) {
        return whole.isWhole(topic, topicId, since);
    }

    @Override
    public Set<TopicPartition> followed() {
        rest();
        return consumer.assignment();
    }

    @Override
    public void follow(Map<TopicPartition, Long> offsets) {
        rest();
        ahead = null;
        consumer.assign(offsets.keySet());
        offsets.forEach(consumer::seek);
    }

    @Override
    public List<Delivered> poll(Duration most) {
        Future<List<Delivered>> begun = ahead;
        ahead = null;
        List<Delivered> batch = begun == null ? read(most) : outcome(begun);
        if (isFull(batch.size())) {
            ahead = reader.submit(() -> read(most));
        }
        return batch;
    }

    private List<Delivered> read(Duration most) {
        gather();
        List<Delivered> batch = new ArrayList<>();
        consumer.poll(most).forEach(entry -> batch.add(Delivered.of(entry, takes)));
        records = batch.size();
        polled = System.nanoTime();
        return batch;
    }

    /** A fetch ends where it ends: in a backlog most batches are a little less than full. */
    private boolean isFull(int size) {
        return 2 * size > maxRecords;
    }

    /** Lets the consumer, which serves one thread at a time, come to an end with what it is at; that stays for the next poll. */
    private void rest() {
        Future<List<Delivered>> begun = ahead;
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

    private static List<Delivered> outcome(Future<List<Delivered>> begun) {
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

    /** Lets a batch fill: the longer, the more the last one held, and not at all behind a full one or after a silence. */
    private void gather() {
        if (records == 0 || isFull(records)) {
            return;
        }
        long time = Math.min(records * GATHERED_PER_RECORD.toNanos(), MOST_GATHERED.toNanos());
        long left = time - (System.nanoTime() - polled);
        if (left > 0) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public Map<TopicPartition, Long> begins(Set<TopicPartition> partitions) {
        rest();
        return consumer.beginningOffsets(partitions);
    }

    @Override
    public Map<TopicPartition, Long> ends() {
        rest();
        return consumer.endOffsets(consumer.assignment());
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
        admin.close();
    }
}

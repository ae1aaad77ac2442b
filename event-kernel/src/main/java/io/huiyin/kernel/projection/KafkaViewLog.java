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
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The log on Kafka, read by one runner of a view. */
final class KafkaViewLog implements ViewLog, AutoCloseable {

    /** More comes at once where much comes: a fuller batch costs hardly more than one of a single record. */
    private static final Duration GATHERED_PER_RECORD = Duration.ofMillis(1);

    private static final Duration MOST_GATHERED = Duration.ofMillis(20);

    private final KafkaClients kafka;
    private final WholeLogs whole;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final int maxRecords;
    private int records;
    private long polled;

    KafkaViewLog(KafkaClients kafka, WholeLogs whole, int maxRecords) {
        this.kafka = kafka;
        this.maxRecords = maxRecords;
        this.whole = whole;
        this.admin = kafka.admin();
        this.consumer = kafka.consumer(maxRecords);
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
        return consumer.assignment();
    }

    @Override
    public void follow(Map<TopicPartition, Long> offsets) {
        consumer.assign(offsets.keySet());
        offsets.forEach(consumer::seek);
    }

    @Override
    public List<ConsumerRecord<byte[], byte[]>> poll(Duration most) {
        gather();
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        consumer.poll(most).forEach(batch::add);
        records = batch.size();
        polled = System.nanoTime();
        return batch;
    }

    /** Lets a batch fill: the longer, the more the last one held, and not at all behind a full one or after a silence. */
    private void gather() {
        if (records == 0 || records == maxRecords) {
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
        return consumer.beginningOffsets(partitions);
    }

    @Override
    public Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(consumer.assignment());
    }

    /** Ends the waiting of a poll, from another thread. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}

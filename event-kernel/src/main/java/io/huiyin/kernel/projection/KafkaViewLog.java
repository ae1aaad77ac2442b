package io.huiyin.kernel.projection;

import io.huiyin.kernel.log.KafkaClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The log on Kafka, read by one runner of a view. */
final class KafkaViewLog implements ViewLog, AutoCloseable {

    private final KafkaClients kafka;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;

    KafkaViewLog(KafkaClients kafka, int maxRecords) {
        this.kafka = kafka;
        this.admin = kafka.admin();
        this.consumer = kafka.consumer(maxRecords);
    }

    @Override
    public Optional<String> topicId(String topic) throws InterruptedException, ExecutionException, TimeoutException {
        return kafka.topicId(admin, topic);
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
    public List<ConsumerRecord<byte[], byte[]>> poll() {
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        consumer.poll(KafkaClients.pollTime()).forEach(batch::add);
        return batch;
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

package io.huiyin.bench.faults.evidence;

import io.huiyin.bench.Service;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their beginning to their end, as anybody may who can reach the broker. */
public final class LogReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;

    public LogReader(String brokers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "enable.auto.commit",
                        false,
                        "max.poll.records",
                        2000,
                        "fetch.max.bytes",
                        64 * 1024 * 1024,
                        "max.partition.fetch.bytes",
                        16 * 1024 * 1024,
                        "allow.auto.create.topics",
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    public static String topic(Service service) {
        return service.id() + "-events";
    }

    /** All records of a service's events, by partition and offset. */
    public List<LogEntry> read(Service service) {
        List<TopicPartition> partitions = partitions(service);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Set<TopicPartition> open = new HashSet<>(partitions);
        List<LogEntry> entries = new ArrayList<>();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            open.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
            if (open.isEmpty()) {
                entries.sort((one, other) -> one.partition() == other.partition()
                        ? Long.compare(one.offset(), other.offset())
                        : Integer.compare(one.partition(), other.partition()));
                return entries;
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the log " + topic(service) + " cannot be read to its end");
            }
            consumer.poll(Duration.ofMillis(200)).forEach(entry -> entries.add(entry(entry)));
        }
    }

    /** Where each partition of a service's events ends. */
    public Map<Integer, Long> ends(Service service) {
        Map<Integer, Long> ends = new LinkedHashMap<>();
        consumer.endOffsets(partitions(service)).forEach((partition, end) -> ends.put(partition.partition(), end));
        return ends;
    }

    private List<TopicPartition> partitions(Service service) {
        return consumer.partitionsFor(topic(service)).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static LogEntry entry(ConsumerRecord<byte[], byte[]> entry) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : entry.headers()) {
            headers.put(header.key(), text(header.value()));
        }
        return new LogEntry(entry.partition(), entry.offset(), text(entry.key()), headers, text(entry.value()));
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}

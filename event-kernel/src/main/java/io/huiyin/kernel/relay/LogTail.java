package io.huiyin.kernel.relay;

import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.KafkaClients;
import io.huiyin.kernel.log.LogRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The end of each partition of the log, looked at when a relay takes over.
 *
 * @param partition which partition
 * @param whole whether it was read from its beginning; otherwise the first record counts as a link of the chain
 * @param end one past its last offset
 * @param chainEnd the last position reached without a gap
 * @param lastSubject the last event's aggregate, or null when the partition is empty
 * @param lastSequence its place there
 * @param lastId its id
 */
record LogTail(
        int partition,
        boolean whole,
        long end,
        Position chainEnd,
        @Nullable UUID lastSubject,
        int lastSequence,
        @Nullable UUID lastId) {

    private static final Duration POLL = Duration.ofSeconds(1);

    /** Before its first record is looked at. */
    static LogTail unread(int partition, boolean whole, long end) {
        return new LogTail(partition, whole, end, Position.START, null, 0, null);
    }

    /**
     * Reads the tails of all partitions.
     *
     * @param depth how many records of each, or all where it has fewer
     * @param standstill for how long nothing may come of what is still to be read
     * @throws IllegalStateException when nothing came for so long before all ends were reached: the log was wiped meanwhile
     */
    static List<LogTail> read(Consumer<byte[], byte[]> consumer, String topic, int depth, Duration standstill) {
        List<TopicPartition> partitions = KafkaClients.partitions(topic);
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, LogTail> tails = new HashMap<>();
        List<TopicPartition> open = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            long end = ends.getOrDefault(partition, 0L);
            long begin = begins.getOrDefault(partition, 0L);
            long from = Math.max(begin, end - depth);
            tails.put(partition, unread(partition.partition(), from == 0, end));
            consumer.seek(partition, from);
            if (end > begin) {
                open.add(partition);
            }
        }
        long came = System.nanoTime();
        while (!open.isEmpty()) {
            ConsumerRecords<byte[], byte[]> entries = consumer.poll(POLL);
            // What else comes by meanwhile is no sign that the rest will.
            if (!Collections.disjoint(entries.partitions(), open)) {
                came = System.nanoTime();
            } else if (System.nanoTime() - came > standstill.toNanos()) {
                throw new IllegalStateException("the log " + topic + " does not give what it said it holds");
            }
            for (ConsumerRecord<byte[], byte[]> entry : entries) {
                TopicPartition partition = new TopicPartition(entry.topic(), entry.partition());
                tails.computeIfPresent(partition, (key, tail) -> tail.next(LogRecord.read(entry)));
            }
            open.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
        }
        return partitions.stream().map(tails::get).toList();
    }

    /** What the end is when one more record stands there; null for one that is none of the relay's. */
    LogTail next(LogRecord.@Nullable Read read) {
        if (read == null) {
            return this;
        }
        Position position = read.event().position();
        boolean inChain = (lastId == null && !whole) || read.previous().equals(chainEnd);
        return new LogTail(
                partition,
                whole,
                end,
                inChain && position.isAfter(chainEnd) ? position : chainEnd,
                read.event().subject(),
                read.event().sequence(),
                read.event().id());
    }
}

package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.log.LogRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What a batch of records comes to for a view (G3): each names the position before it in its partition, and only what continues the
 * chain is taken.
 *
 * @param moved where the view stands afterwards, for each partition that moves
 * @param fresh what continues the chain
 * @param foreign records that are none of the relay's
 * @param early partitions in which something stands that is still missing its predecessor
 */
record Chain(
        Map<TopicPartition, Mark> moved,
        List<Read> fresh,
        List<ConsumerRecord<byte[], byte[]>> foreign,
        Set<TopicPartition> early) {

    /** A record that was understood. */
    record Read(ConsumerRecord<byte[], byte[]> entry, EventEnvelope event) {

        TopicPartition partition() {
            return new TopicPartition(entry.topic(), entry.partition());
        }
    }

    /** What a batch comes to for a view that stands at these marks. */
    static Chain of(List<ConsumerRecord<byte[], byte[]>> batch, Map<TopicPartition, Mark> marks) {
        Map<TopicPartition, Mark> moved = new HashMap<>();
        List<Read> fresh = new ArrayList<>(batch.size());
        List<ConsumerRecord<byte[], byte[]>> foreign = new ArrayList<>();
        Set<TopicPartition> early = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> entry : batch) {
            TopicPartition partition = new TopicPartition(entry.topic(), entry.partition());
            Mark mark = moved.getOrDefault(partition, marks.get(partition));
            if (mark == null || entry.offset() < mark.nextOffset()) {
                continue;
            }
            LogRecord.Read read = LogRecord.read(entry);
            if (read == null) {
                foreign.add(entry);
                moved.put(partition, mark.at(entry.offset() + 1));
            } else if (read.previous().equals(mark.position())) {
                fresh.add(new Read(entry, read.event()));
                early.remove(partition);
                moved.put(
                        partition,
                        new Mark(
                                mark.topicId(), entry.offset() + 1, read.event().position()));
            } else {
                if (read.event().position().isAfter(mark.position())) {
                    early.add(partition);
                }
                moved.put(partition, mark.at(entry.offset() + 1));
            }
        }
        return new Chain(moved, fresh, foreign, early);
    }
}

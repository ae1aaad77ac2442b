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
 * chain is taken, wherever it stands.
 *
 * @param moved where the view stands afterwards, for each partition that moves
 * @param fresh what continues the chain and is of interest
 * @param continued partitions in which something continues the chain
 * @param foreign records that are none of the relay's
 * @param early partitions in which something stands that is still missing its predecessor
 * @param cutBack topics whose database was restored to an earlier point: what the view has applied of them may never have happened
 */
record Chain(
        Map<TopicPartition, Mark> moved,
        List<Read> fresh,
        Set<TopicPartition> continued,
        List<ConsumerRecord<byte[], byte[]>> foreign,
        Set<TopicPartition> early,
        Set<String> cutBack) {

    /** A record that was understood. */
    record Read(ConsumerRecord<byte[], byte[]> entry, EventEnvelope event) {}

    /**
     * What a batch comes to for a view that stands at these marks.
     */
    static Chain of(List<Delivered> batch, Map<TopicPartition, Mark> marks) {
        Map<TopicPartition, Mark> moved = new HashMap<>();
        List<Read> fresh = new ArrayList<>(batch.size());
        List<ConsumerRecord<byte[], byte[]>> foreign = new ArrayList<>();
        Set<TopicPartition> continued = new HashSet<>();
        Set<TopicPartition> early = new HashSet<>();
        Set<String> cutBack = new HashSet<>();
        for (Delivered delivered : batch) {
            ConsumerRecord<byte[], byte[]> entry = delivered.entry();
            TopicPartition partition = new TopicPartition(entry.topic(), entry.partition());
            Mark mark = moved.getOrDefault(partition, marks.get(partition));
            if (mark == null) {
                continue;
            }
            LogRecord.Head head = delivered.head();
            LogRecord.Read read = delivered.read();
            boolean stepsOn = entry.offset() >= mark.nextOffset();
            if (head == null || (delivered.wanted() && read == null)) {
                if (stepsOn) {
                    foreign.add(entry);
                    moved.put(partition, mark.at(entry.offset() + 1));
                }
            } else if (mark.isCutOffBy(head.logEpoch())) {
                cutBack.add(partition.topic());
            } else if (head.logEpoch() < mark.logEpoch()) {
                // Of a relay that does not know yet that its database went back.
                if (stepsOn) {
                    moved.put(partition, mark.at(entry.offset() + 1));
                }
            } else if (head.previous().equals(mark.position())) {
                if (read != null) {
                    fresh.add(new Read(entry, read.event()));
                }
                continued.add(partition);
                early.remove(partition);
                moved.put(partition, new Mark(mark.topicId(), entry.offset() + 1, head.position(), head.logEpoch()));
            } else {
                if (head.position().isAfter(mark.position())) {
                    early.add(partition);
                }
                if (stepsOn) {
                    moved.put(partition, mark.at(entry.offset() + 1));
                }
            }
        }
        return new Chain(moved, fresh, continued, foreign, early, cutBack);
    }
}

package io.huiyin.kernel.projection;

import io.huiyin.kernel.simulation.Matter;
import io.huiyin.kernel.simulation.ServiceProcess;
import io.huiyin.kernel.simulation.SimulatedLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/** The fake log as one runner of a view reads it: by offset, whatever has become of the topic meanwhile. */
final class SimulatedViewLog implements ViewLog {

    private static final int MOST = 8;

    private final ServiceProcess process;
    private final SimulatedLog log;
    private final Projection view;
    private final Map<TopicPartition, Long> next = new HashMap<>();

    SimulatedViewLog(ServiceProcess process, SimulatedLog log, Projection view) {
        this.process = process;
        this.log = log;
        this.view = view;
    }

    @Override
    public Optional<String> topicId(String topic) {
        process.asks();
        Optional<String> id = log.topicId();
        process.hears();
        return id;
    }

    /** No restore is simulated. */
    @Override
    public boolean isWhole(String topic, String topicId, Instant since) {
        throw new AssertionError("nothing was restored");
    }

    @Override
    public Set<TopicPartition> followed() {
        return Set.copyOf(next.keySet());
    }

    @Override
    public void follow(Map<TopicPartition, Long> offsets) {
        next.clear();
        next.putAll(offsets);
    }

    @Override
    public List<Delivered> poll(Duration longest) {
        process.asks();
        List<ConsumerRecord<byte[], byte[]>> polled = new ArrayList<>();
        int first = process.world().any(next.size());
        int most = 1 + process.world().any(Math.min(view.batch(), MOST));
        for (int i = 0; i < next.size() && polled.size() < most; i++) {
            int number = (first + i) % next.size();
            next.computeIfPresent(
                    new TopicPartition(Matter.TOPIC, number),
                    (partition, offset) -> polled(partition, offset, most, polled));
        }
        return polled.stream().map(entry -> Delivered.of(entry, view::takes)).toList();
    }

    private long polled(TopicPartition partition, long offset, int most, List<ConsumerRecord<byte[], byte[]>> polled) {
        List<ConsumerRecord<byte[], byte[]>> held = log.partition(partition.partition());
        if (log.topicId().isPresent() && offset > held.size()) {
            throw new OffsetOutOfRangeException(Map.of(partition, offset));
        }
        long end = Math.min(held.size(), offset + most - polled.size());
        for (long at = offset; at < end; at++) {
            polled.add(held.get((int) at));
        }
        return Math.max(offset, end);
    }

    @Override
    public Map<TopicPartition, Long> begins(Set<TopicPartition> partitions) {
        process.asks();
        Map<TopicPartition, Long> begins = new HashMap<>();
        partitions.forEach(partition -> begins.put(partition, 0L));
        return begins;
    }

    @Override
    public Map<TopicPartition, Long> ends() {
        process.asks();
        Map<TopicPartition, Long> ends = new HashMap<>();
        next.keySet()
                .forEach(partition -> ends.put(
                        partition, (long) log.partition(partition.partition()).size()));
        process.hears();
        return ends;
    }
}

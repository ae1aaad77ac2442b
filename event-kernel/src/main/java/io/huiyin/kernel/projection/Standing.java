package io.huiyin.kernel.projection;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the runner of a generation is told while it runs, and what it says of itself: read and written by several threads. */
final class Standing {

    /** A gap open for so long is an alarm. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private volatile boolean building;
    private volatile boolean paused;
    private volatile long lag;
    /** Since when a partition has waited for a record that is missing. */
    private final Map<TopicPartition, Long> gaps = new ConcurrentHashMap<>();

    /** The generation's row has changed. */
    void update(Generation now) {
        building = now.state() == Generation.State.BUILDING;
        paused = now.paused();
    }

    boolean isBuilding() {
        return building;
    }

    boolean isPaused() {
        return paused;
    }

    void promoted() {
        building = false;
    }

    /** Records between the generation and the end of its log, as last seen. */
    long lag() {
        return lag;
    }

    void lag(long records) {
        lag = records;
    }

    /** Something is missing in a partition. */
    void gap(TopicPartition partition, long now) {
        gaps.putIfAbsent(partition, now);
    }

    /** What was missing has come, or is read anew. */
    void closed(TopicPartition partition) {
        gaps.remove(partition);
    }

    /** The partition that has waited too long, or null. */
    @Nullable
    TopicPartition stuck(long now) {
        for (Map.Entry<TopicPartition, Long> gap : gaps.entrySet()) {
            if (now - gap.getValue() > PATIENCE.toNanos()) {
                return gap.getKey();
            }
        }
        return null;
    }
}

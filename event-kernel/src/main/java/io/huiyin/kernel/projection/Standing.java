package io.huiyin.kernel.projection;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the runner of a generation is told while it runs, and what it says of itself: read and written by several threads. */
final class Standing {

    /** A gap open for so long is an alarm, and a reason to read the partition again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** To read all of it costs something, and may not help. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private volatile boolean building;
    private volatile boolean paused;
    private volatile boolean outdated;
    private volatile long lag;
    /** Since when a partition has waited for a record that is missing. */
    private final Map<TopicPartition, Long> gaps = new ConcurrentHashMap<>();
    /** When it was last read again for that. */
    private final Map<TopicPartition, Long> readAgain = new ConcurrentHashMap<>();

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

    /** Whether it was given up, and another is to be built. */
    boolean isOutdated() {
        return outdated;
    }

    void outdated() {
        outdated = true;
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
        readAgain.remove(partition);
    }

    /** Nothing is known any more: another instance runs it. */
    void forget() {
        gaps.clear();
        readAgain.clear();
    }

    /** Partitions to be read again from their beginning, now. */
    Set<TopicPartition> toReadAgain(long now) {
        Set<TopicPartition> due = new HashSet<>();
        gaps.forEach((partition, since) -> {
            Long last = readAgain.get(partition);
            if (now - since > PATIENCE.toNanos() && (last == null || now - last > AGAIN.toNanos())) {
                due.add(partition);
            }
        });
        due.forEach(partition -> readAgain.put(partition, now));
        return due;
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

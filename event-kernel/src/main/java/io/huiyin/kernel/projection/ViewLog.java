package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventEnvelope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The log as the runner of a view reads it. Every call blocks. */
interface ViewLog {

    /** The topic's id, or empty while it does not exist. */
    Optional<String> topicId(String topic) throws InterruptedException, ExecutionException, TimeoutException;

    /** Whether its relay has said of this very log, since an instant, that all is in it; one that is being filled is not whole yet. */
    boolean isWhole(String topic, String topicId, Instant since);

    /** The partitions that are followed. */
    Set<TopicPartition> followed();

    /** Follows these partitions and no others, each from an offset. */
    void follow(Map<TopicPartition, Long> offsets);

    /**
     * What comes next.
     *
     * @param patience how long it waits for it
     * @throws org.apache.kafka.clients.consumer.OffsetOutOfRangeException when the log does not hold what is to be read next
     */
    List<Delivered> poll(Duration patience);

    /** What the view made of these events while they were read ahead; null when they come otherwise. */
    default Projection.@Nullable Work prepared(List<EventEnvelope> events) {
        return null;
    }

    /** The first offset that a partition holds. */
    Map<TopicPartition, Long> begins(Set<TopicPartition> partitions);

    /** One past the last offset of each partition that is followed. */
    Map<TopicPartition, Long> ends();
}

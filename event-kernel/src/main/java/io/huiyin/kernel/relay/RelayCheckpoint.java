package io.huiyin.kernel.relay;

import io.huiyin.kernel.event.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Up to where the log is filled.
 *
 * @param position all events up to here were acknowledged by the log
 * @param topicId the log's identity when they were
 * @param partitions the last position in each partition
 * @param logEpoch the epoch under which the log is filled; an older one than the database's is to be replaced (ADR 0009)
 */
record RelayCheckpoint(Position position, @Nullable String topicId, List<Position> partitions, int logEpoch) {

    RelayCheckpoint {
        partitions = List.copyOf(partitions);
    }
}

package io.huiyin.bench.faults.evidence;

import java.util.List;

/**
 * Where a service's relay stands.
 *
 * @param checkpoint up to where it says that it has carried events
 * @param last the last event there is
 * @param partitions the last position it has put into each partition
 * @param topicId the log it has put them into
 */
public record RelayState(Position checkpoint, Position last, List<Position> partitions, String topicId) {

    public RelayState {
        partitions = List.copyOf(partitions);
    }

    public boolean hasCarriedAll() {
        return !last.isAfter(checkpoint);
    }
}

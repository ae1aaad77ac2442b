package io.huiyin.bench.faults.evidence;

import io.huiyin.bench.Service;

/** Where one generation of a view, or a policy, stands in one partition of a topic. */
public record Checkpoint(
        Service service,
        String view,
        int generation,
        String topic,
        int partition,
        String topicId,
        long nextOffset,
        Position position) {

    /** What tells it from every other. */
    public String name() {
        return service.id() + " " + view + "-" + generation + " in " + topic + "-" + partition;
    }
}

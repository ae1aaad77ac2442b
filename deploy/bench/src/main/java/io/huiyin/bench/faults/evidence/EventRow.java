package io.huiyin.bench.faults.evidence;

import io.huiyin.bench.Service;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of a service's event table.
 *
 * @param data the event itself, as it is stored
 */
public record EventRow(
        Service service,
        String stream,
        int version,
        Position position,
        String id,
        String aggregate,
        String type,
        int typeVersion,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        String correlation,
        @Nullable String causation,
        String data) {

    /** Whether a person or a system asked for it; otherwise a service did it of its own accord, about an event or as time passed. */
    public boolean wasAskedFor() {
        return causation == null && !actor.equals("time");
    }

    /** Whether a service did it about another event. */
    public boolean isReaction() {
        return causation != null;
    }

    @Override
    public String toString() {
        return type + " " + id + " (" + stream + " version " + version + " at " + position + ")";
    }
}

package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.log.LogRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch that was prepared while the one before it was being written.
 *
 * @param events those that were expected to be taken
 * @param work what to write of them
 */
record Prepared(List<EventEnvelope> events, Projection.Work work) {

    /** Prepares what was read as if all of it were to be taken; null when the view decides in its turn, or cannot take it. */
    static @Nullable Prepared of(Projection view, List<Delivered> read) {
        List<EventEnvelope> events = new ArrayList<>(read.size());
        for (Delivered delivered : read) {
            LogRecord.Read one = delivered.read();
            if (one != null) {
                events.add(one.event());
            }
        }
        if (!view.preparesAhead() || events.size() > view.batch()) {
            return null;
        }
        try {
            return new Prepared(events, view.prepare(events));
        } catch (RuntimeException failure) {
            // It fails again in its turn, and is told then.
            return null;
        }
    }

    /** Whether these and no others are taken. */
    boolean isOf(List<EventEnvelope> taken) {
        return events.equals(taken);
    }
}

package io.huiyin.kernel.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time that does not count, such as waiting for somebody outside.
 *
 * @param to null while it lasts
 */
public record Pause(Instant from, @Nullable Instant to, String reason) {

    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a pause that begins at " + from + " cannot end at " + to);
        }
    }

    /** Whether it lasts at an instant. */
    boolean includes(Instant at) {
        return !at.isBefore(from) && (to == null || at.isBefore(to));
    }
}

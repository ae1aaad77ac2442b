package io.huiyin.kernel.deadline;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of a clock's time: whether it counts, and why.
 *
 * @param name of the holiday, the make-up day or the pause, if it has one
 */
public record Segment(
        Instant from, Instant to, Reason reason, @Nullable String name) {

    /** Why time counts or does not. */
    public enum Reason {
        /** Counted towards the limit. */
        RUNNING,
        /** Worked on after the limit. */
        OVERDUE,
        /** Outside the hours of a working day. */
        OUTSIDE_HOURS,
        /** On a day of the week that is not worked. */
        DAY_OFF,
        /** On a day closed exceptionally. */
        HOLIDAY,
        /** While the clock was paused. */
        PAUSED,
        /** Before it started. */
        NOT_STARTED,
        /** After it stopped. */
        STOPPED
    }

    /** Whether it counts towards the limit. */
    public boolean isCounted() {
        return reason == Reason.RUNNING;
    }

    /** How long it lasts. */
    public Duration length() {
        return Duration.between(from, to);
    }
}

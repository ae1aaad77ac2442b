package io.huiyin.kernel.deadline;

import java.time.Duration;
import java.time.Instant;

/**
 * What a clock shows at an instant. Used and left make up the total; both are counted as the limit is.
 *
 * @param promised what was promised first
 * @param due when it is due now; while paused, when it would be if it went on at once
 * @param overdueBy counted time since it was due, beside the total
 * @param overdue whether it was not stopped by the due instant; also where none of the time since counts
 */
public record Reading(
        Instant at,
        State state,
        Instant promised,
        Instant due,
        Duration total,
        Duration used,
        Duration left,
        boolean overdue,
        Duration overdueBy) {

    /** What a clock does. */
    public enum State {
        NOT_STARTED,
        RUNNING,
        PAUSED,
        STOPPED
    }

    /** Whether it was stopped at the due instant or before. */
    public boolean kept() {
        return state == State.STOPPED && !overdue;
    }
}

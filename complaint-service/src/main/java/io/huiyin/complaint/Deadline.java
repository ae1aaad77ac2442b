package io.huiyin.complaint;

import io.huiyin.kernel.policy.PolicyRef;
import java.time.Duration;
import java.time.Instant;

/**
 * A promise with its limit, written into the event that makes it.
 *
 * @param milestone such as {@code first-reply}
 * @param startedAt where its clock started
 * @param dueAt the limit
 * @param policy the value it was made with
 */
public record Deadline(String milestone, Instant startedAt, Instant dueAt, PolicyRef policy) {

    /** Until the sender hears from us for the first time. */
    public static final String FIRST_REPLY = "first-reply";

    /** Until the case is closed. */
    public static final String CLOSE = "close";

    /** The same promise, so much later. */
    public Deadline later(Duration by) {
        return new Deadline(milestone, startedAt, dueAt.plus(by), policy);
    }
}

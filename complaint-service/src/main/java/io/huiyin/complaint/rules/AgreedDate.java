package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import java.time.Instant;
import java.util.List;

/**
 * When a promise cannot be kept the customer is told, and another date is agreed with him before the one he was given passes; both
 * stay on record. CMP-29.
 */
public final class AgreedDate {

    /** What is promised to the customer; a department's step is not. */
    public static final List<String> OF = List.of(
            Deadline.FIRST_REPLY, Deadline.ACCEPT, Deadline.PLAN, Deadline.ON_SITE, Deadline.TRACK, Deadline.CLOSE);

    private AgreedDate() {}

    /** Whether it is agreed in time. */
    public static boolean isInTime(Deadline promise, Instant now) {
        return now.isBefore(promise.dueAt());
    }

    /** Whether the new date gives more time than the old one. */
    public static boolean isLater(Instant agreed, Deadline promise) {
        return agreed.isAfter(promise.dueAt());
    }
}

package io.huiyin.complaint.rules;

import java.time.Instant;

/** What was done before its limit passed was done in time, whenever it is recorded; nothing is done before it could be, or later than now. X-28. */
public final class RecordedLate {

    private RecordedLate() {}

    public static boolean wasInTime(Instant doneAt, Instant dueAt) {
        return !doneAt.isAfter(dueAt);
    }

    /** Whether it can have been done then. */
    public static boolean isPossible(Instant doneAt, Instant receivedAt, Instant now) {
        return !doneAt.isBefore(receivedAt) && !doneAt.isAfter(now);
    }
}

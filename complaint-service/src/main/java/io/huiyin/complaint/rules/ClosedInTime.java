package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case was handled in time when it was closed before its limit passed; without a limit nobody can say. K-16, CMP-25. */
public final class ClosedInTime {

    private ClosedInTime() {}

    /** yes, no or unknown. */
    public static String answer(@Nullable Deadline close, Instant closedAt) {
        return close == null ? "unknown" : closedAt.isAfter(close.dueAt()) ? "no" : "yes";
    }
}

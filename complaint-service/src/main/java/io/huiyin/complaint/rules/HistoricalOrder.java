package io.huiyin.complaint.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case entered afterwards keeps its original dates; an odd order of them is kept and flagged, not refused. X-28. */
public final class HistoricalOrder {

    private HistoricalOrder() {}

    public static List<String> flags(Instant receivedAt, @Nullable Instant forwardedAt, @Nullable Instant closedAt) {
        List<String> flags = new ArrayList<>();
        if (forwardedAt != null && forwardedAt.isBefore(receivedAt)) {
            flags.add("forwarded-before-received");
        }
        if (closedAt != null && closedAt.isBefore(receivedAt)) {
            flags.add("closed-before-received");
        }
        if (closedAt != null && forwardedAt != null && closedAt.isBefore(forwardedAt)) {
            flags.add("closed-before-forwarded");
        }
        return flags;
    }
}

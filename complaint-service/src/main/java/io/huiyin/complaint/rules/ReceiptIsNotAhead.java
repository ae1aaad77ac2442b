package io.huiyin.complaint.rules;

import java.time.Duration;
import java.time.Instant;

/** A case may be entered afterwards with its original date, but not before it was received. X-28. */
public final class ReceiptIsNotAhead {

    /** Clocks and time zones of posting systems differ by less. */
    private static final Duration TOLERANCE = Duration.ofHours(24);

    private ReceiptIsNotAhead() {}

    public static boolean isAhead(Instant receivedAt, Instant now) {
        return receivedAt.isAfter(now.plus(TOLERANCE));
    }
}

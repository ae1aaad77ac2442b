package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.kernel.decide.Context;
import java.time.Instant;
import java.util.List;

/**
 * While we wait for the customer, a supplier or an authority the clocks stand still: the limits move by as much of that time as counts
 * for them. CMP-21.
 */
public final class HeldTimeDoesNotCount {

    /** Who may be waited for. */
    public static final List<String> WAITED_FOR = List.of("customer", "supplier", "authority");

    private HeldTimeDoesNotCount() {}

    /** A limit that had passed before is not given back. */
    public static List<Deadline> moved(List<Deadline> open, Instant heldAt, Context context) {
        return open.stream()
                .map(deadline -> deadline.dueAt().isAfter(heldAt)
                        ? PromisedDeadline.paused(deadline, heldAt, context.now(), context.calendar())
                        : deadline)
                .toList();
    }
}

package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** While we wait for the customer, a supplier or an authority the clocks stand still: the limits move by that time. CMP-21. */
public final class HeldTimeDoesNotCount {

    /** Who may be waited for. */
    public static final List<String> WAITED_FOR = List.of("customer", "supplier", "authority");

    private HeldTimeDoesNotCount() {}

    public static List<Deadline> moved(List<Deadline> open, Instant heldAt, Instant resumedAt) {
        Duration held = Duration.between(heldAt, resumedAt);
        return open.stream()
                .map(deadline -> deadline.dueAt().isBefore(heldAt) ? deadline : deadline.later(held))
                .toList();
    }
}

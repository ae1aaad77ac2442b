package io.huiyin.report.incoming.followup;

import io.huiyin.kernel.event.EventName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the follow-up service says, as far as statistics need it: no customer, no answers, no texts. */
public sealed interface FollowUpFact {

    /** What was delivered or complained of; where it has no name, its model stands for it. */
    record Product(@Nullable String name, @Nullable String model) {

        public @Nullable String label() {
            return name == null || name.isBlank() ? model : name;
        }
    }

    /**
     * How satisfied the customer was.
     *
     * @param scale the highest score, or both ends of the scale: 5 or 0-5
     */
    record Satisfaction(
            @Nullable BigDecimal score, @Nullable String scale) {

        /** The highest score; null where it cannot be told. */
        public @Nullable BigDecimal highest() {
            if (scale == null) {
                return null;
            }
            String end = scale.substring(Math.max(scale.lastIndexOf('-'), scale.lastIndexOf('–')) + 1)
                    .strip();
            try {
                BigDecimal highest = new BigDecimal(end);
                return highest.signum() > 0 ? highest : null;
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }

    /** A problem that the customer raised; what it says is not ours to keep. */
    record Issue(@Nullable String severity) {}

    @EventName("follow-up-planned")
    record Planned(
            @Nullable UUID complaintId,
            @Nullable UUID chainId,
            @Nullable Integer contact,
            @Nullable String reason,
            @Nullable Product product,
            @Nullable String severity,
            @Nullable String issue,
            @Nullable String department,
            @Nullable Instant plannedAt,
            Instant dueAt)
            implements FollowUpFact {}

    @EventName("follow-up-waived")
    record Waived(@Nullable UUID complaintId, @Nullable String reason) implements FollowUpFact {}

    @EventName("follow-up-claimed")
    record Claimed(@Nullable String agent) implements FollowUpFact {}

    @EventName("follow-up-released")
    record Released() implements FollowUpFact {}

    @EventName("follow-up-attempted")
    record Attempted(@Nullable Integer attempt, @Nullable String agent, String outcome) implements FollowUpFact {}

    @EventName("follow-up-recorded")
    record Recorded(
            @Nullable String agent,
            @Nullable Satisfaction satisfaction,
            @Nullable List<Issue> issues,
            boolean dissatisfied,
            @Nullable Product product,
            @Nullable String department,
            @Nullable String severity,
            @Nullable LocalDate recordedOn,
            @Nullable Integer attempts)
            implements FollowUpFact {}

    @EventName("follow-up-unconfirmed")
    record Unconfirmed(@Nullable String reason, @Nullable Integer attempts) implements FollowUpFact {}
}

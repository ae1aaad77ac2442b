package io.huiyin.followup.incoming.complaint;

import io.huiyin.kernel.event.EventName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the complaint service says about the end of handling, as far as a follow-up needs it: our tolerant copy. */
public sealed interface HandlingFact {

    /** Who bears the blame. */
    record Liability(@Nullable String department) {}

    /** A case was closed; one of another system says so with {@code historical}. */
    @EventName("complaint-closed")
    record Closed(
            Instant closedAt,
            boolean historical,
            @Nullable Integer closing,
            @Nullable String number,
            @Nullable UUID originFollowUpId,
            boolean anonymous,
            boolean replyOnly,
            ComplaintFact.@Nullable Customer customer,
            ComplaintFact.@Nullable Product product,
            @Nullable String severity,
            @Nullable String issue,
            @Nullable Liability liability)
            implements HandlingFact {}

    @EventName("complaint-declined")
    record Declined(
            @Nullable Integer closing,
            @Nullable String number,
            @Nullable UUID originFollowUpId) implements HandlingFact {}
}

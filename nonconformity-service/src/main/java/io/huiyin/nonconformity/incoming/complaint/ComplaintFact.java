package io.huiyin.nonconformity.incoming.complaint;

import io.huiyin.kernel.event.EventName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the complaint service says about products, lots and serial numbers: our tolerant copy, without personal data. */
public sealed interface ComplaintFact {

    /** What is complained about. */
    record Product(
            @Nullable String name,
            @Nullable String model,
            @Nullable String serialNumber,
            @Nullable String lot) {}

    @EventName("complaint-registered")
    record Registered(
            String number,
            String status,
            Instant receivedAt,
            @Nullable Product product,
            @Nullable String issue,
            @Nullable String severity)
            implements ComplaintFact {}

    /** A case of another system. */
    @EventName("complaint-imported")
    record Imported(
            String number,
            Instant receivedAt,
            @Nullable Product product,
            @Nullable String issue) implements ComplaintFact {}

    /** What happens to a complaint that has been filed. */
    sealed interface Progress extends ComplaintFact {}

    @EventName("complaint-clarification-asked")
    record ClarificationAsked() implements Progress {}

    /** Only what was given is there, objects as a whole. */
    @EventName("complaint-clarified")
    record Clarified(
            @Nullable Product product,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable List<String> missing)
            implements Progress {}

    /** Only what was corrected is there, objects as a whole. */
    @EventName("complaint-corrected")
    record Corrected(
            @Nullable Instant receivedAt,
            @Nullable Product product,
            @Nullable String issue,
            @Nullable String severity) implements Progress {}

    @EventName("complaint-accepted")
    record Accepted() implements Progress {}

    @EventName("complaint-declined")
    record Declined() implements Progress {}

    @EventName("complaint-closed")
    record Closed() implements Progress {}

    @EventName("complaint-reopened")
    record Reopened() implements Progress {}
}

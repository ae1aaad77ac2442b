package io.huiyin.report.incoming.complaint;

import io.huiyin.kernel.event.EventName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the complaint service says, as far as statistics need it: no customer, no text, no personal data. */
public sealed interface ComplaintFact {

    /** What the complaint is about; where it has no name, its model stands for it. */
    record Product(
            @Nullable String name,
            @Nullable String model,
            @Nullable String subProduct) {

        public @Nullable String label() {
            return name == null || name.isBlank() ? model : name;
        }
    }

    @EventName("complaint-registered")
    record Registered(
            String status,
            Instant receivedAt,
            @Nullable String channel,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable String region)
            implements ComplaintFact {}

    @EventName("complaint-clarification-asked")
    record ClarificationAsked() implements ComplaintFact {}

    /** Only what was given is there, a product as a whole. */
    @EventName("complaint-clarified")
    record Clarified(
            @Nullable String channel,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable String region,
            @Nullable List<String> missing)
            implements ComplaintFact {}

    /** Only what was corrected is there, a product as a whole. */
    @EventName("complaint-corrected")
    record Corrected(
            @Nullable Instant receivedAt,
            @Nullable String channel,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable String region)
            implements ComplaintFact {}

    @EventName("complaint-accepted")
    record Accepted() implements ComplaintFact {}

    @EventName("complaint-declined")
    record Declined() implements ComplaintFact {}

    /** A case of another system, with what that system knew of it. */
    @EventName("complaint-imported")
    record Imported(
            Instant receivedAt,
            @Nullable String channel,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String subIssue,
            @Nullable String region,
            @Nullable String company,
            @Nullable String outcome,
            @Nullable String timely,
            @Nullable String disputed)
            implements ComplaintFact {}

    @EventName("complaint-closed")
    record Closed() implements ComplaintFact {}
}

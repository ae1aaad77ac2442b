package io.huiyin.followup.incoming.complaint;

import io.huiyin.kernel.event.EventName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the complaint service says, as far as it tells us about customers: our tolerant copy. */
public sealed interface ComplaintFact {

    /** Who complains; {@code identified} says that the poster knew his id. */
    record Customer(
            String customerId,
            boolean identified,
            @Nullable String customerClass,
            @Nullable Person person) {}

    /** Name and contacts. */
    record Person(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address) {}

    /** What is complained about. */
    record Product(@Nullable String name, @Nullable String model) {}

    @EventName("complaint-registered")
    record Registered(
            String number,
            String status,
            Instant receivedAt,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity)
            implements ComplaintFact {}

    /** A case of another system. */
    @EventName("complaint-imported")
    record Imported(
            String number,
            Instant receivedAt,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue)
            implements ComplaintFact {}

    /** What happens to a complaint that has been filed. */
    sealed interface Progress extends ComplaintFact {}

    @EventName("complaint-clarification-asked")
    record ClarificationAsked() implements Progress {}

    /** Only what was given is there, objects as a whole. */
    @EventName("complaint-clarified")
    record Clarified(
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable List<String> missing)
            implements Progress {}

    /** Only what was corrected is there, objects as a whole. */
    @EventName("complaint-corrected")
    record Corrected(
            @Nullable Instant receivedAt,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity)
            implements Progress {}

    @EventName("complaint-accepted")
    record Accepted() implements Progress {}

    @EventName("complaint-declined")
    record Declined() implements Progress {}

    @EventName("complaint-closed")
    record Closed() implements Progress {}
}

package io.huiyin.complaint.incoming.followup;

import io.huiyin.kernel.event.EventName;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to follow-ups, as far as it concerns their complaints. */
public sealed interface FollowUpFact {

    /** A contact is planned. */
    @EventName("follow-up-planned")
    record Planned(UUID complaintId) implements FollowUpFact {}

    /** The customer was reached and said this. */
    @EventName("follow-up-recorded")
    record Recorded(
            UUID complaintId,
            @Nullable String complaintNumber,
            boolean dissatisfied,
            @Nullable String opinions,
            @Nullable List<Issue> issues,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String severity,
            @Nullable String department)
            implements FollowUpFact {}

    /** What he finds wrong. */
    record Issue(
            @Nullable String description,
            @Nullable String severity,
            @Nullable String demand) {}

    /** Whom we talked to. */
    record Customer(
            String customerId,
            boolean identified,
            @Nullable String customerClass,
            @Nullable Person person) {}

    /** Name and contacts. */
    record Person(
            @Nullable String personId,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address) {}

    /** What it is about. */
    record Product(
            @Nullable String name,
            @Nullable String subProduct,
            @Nullable String model,
            @Nullable String serialNumber,
            @Nullable String lot,
            @Nullable String orderNumber,
            @Nullable Integer quantity,
            @Nullable LocalDate deliveredOn) {}
}

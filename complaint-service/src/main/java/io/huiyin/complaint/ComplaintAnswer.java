package io.huiyin.complaint;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.huiyin.kernel.policy.PolicyRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as the API shows it. */
public record ComplaintAnswer(
        UUID id,
        String number,
        String status,
        int version,
        @Nullable String customerId,
        @Nullable String channel,
        Instant receivedAt,
        @Nullable Source source,
        @Nullable CustomerAnswer customer,
        boolean anonymous,
        boolean replyOnly,
        @Nullable Product product,
        @Nullable String category,
        @Nullable String issue,
        @Nullable String subIssue,
        @Nullable String severity,
        @Nullable String region,
        @Nullable String company,
        @Nullable String description,
        @Nullable String demand,
        List<String> missing,
        @Nullable String question,
        @Nullable String handler,
        @Nullable Declined declined,
        List<DeadlineAnswer> deadlines,
        Links links,
        boolean historical,
        @Nullable String outcome,
        @Nullable String timely,
        @Nullable String disputed,
        @Nullable List<String> flags,
        @Nullable Instant forwardedAt,
        @Nullable Instant closedAt) {

    /** Who complains. */
    public record CustomerAnswer(
            String id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @JsonProperty("class") String customerClass) {}

    /** A promise, and whether it is still open. */
    public record DeadlineAnswer(String milestone, Instant startedAt, Instant dueAt, boolean met, PolicyRef policy) {}

    /** Why an entry was declined, and what its sender was told. */
    public record Declined(String reason, @Nullable String answer) {}

    /** What the case is linked to. */
    public record Links(
            List<String> nonconformityIds,
            List<String> followUpIds,
            @Nullable String originFollowUpId,
            @Nullable String duplicateOf) {}

    /** The answer for a folded case. */
    public static Object of(UUID id, Complaint complaint, int version) {
        return switch (complaint) {
            case Complaint.Case filed -> of(id, filed, version);
            case Complaint.Unfiled none -> throw new IllegalStateException("nothing was filed");
        };
    }

    private static ComplaintAnswer of(UUID id, Complaint.Case filed, int version) {
        Filing filing = filed.filing();
        Customer customer = filing.customer();
        Complaint.Historical history = filed.history();
        String declined = filed.declinedBecause();
        return new ComplaintAnswer(
                id,
                filed.number(),
                filed.status().wire(),
                version,
                customer == null ? null : customer.customerId(),
                filing.channel(),
                filing.receivedAt(),
                filing.source(),
                customer == null ? null : shown(customer),
                filing.anonymous(),
                filing.replyOnly(),
                filing.product(),
                filing.category(),
                filing.issue(),
                filing.subIssue(),
                filing.severity(),
                filing.region(),
                filing.company(),
                filing.description(),
                filing.demand(),
                filed.missing(),
                filed.question(),
                filed.handler(),
                declined == null ? null : new Declined(declined, filed.answer()),
                filed.deadlines().stream()
                        .map(deadline -> new DeadlineAnswer(
                                deadline.milestone(),
                                deadline.startedAt(),
                                deadline.dueAt(),
                                filed.replied(),
                                deadline.policy()))
                        .toList(),
                new Links(List.of(), List.of(), null, null),
                history != null,
                history == null ? null : history.outcome(),
                history == null ? null : history.timely(),
                history == null ? null : history.disputed(),
                history == null ? null : history.flags(),
                history == null ? null : history.forwardedAt(),
                filed.closedAt());
    }

    private static CustomerAnswer shown(Customer customer) {
        Person person = customer.person();
        return new CustomerAnswer(
                customer.customerId(),
                person == null ? null : person.name(),
                person == null ? null : person.phone(),
                person == null ? null : person.email(),
                person == null ? null : person.address(),
                customer.customerClass());
    }
}

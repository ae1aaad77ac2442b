package io.huiyin.complaint;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.huiyin.kernel.policy.PolicyRef;
import java.time.Instant;
import java.time.LocalDate;
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
        @Nullable LocalDate wantedBy,
        List<String> missing,
        @Nullable String question,
        @Nullable String handler,
        @Nullable Integer priority,
        @Nullable String causeClass,
        List<String> departments,
        @Nullable String holder,
        int round,
        @Nullable LiabilityAnswer liability,
        @Nullable SettlementAnswer settlement,
        @Nullable CustomerDecision customerDecision,
        boolean customerInformed,
        @Nullable String finalAnswer,
        @Nullable HoldAnswer hold,
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
    public record DeadlineAnswer(
            String milestone,
            @Nullable String department,
            Instant startedAt,
            Instant dueAt,
            boolean met,
            boolean breached,
            PolicyRef policy) {}

    /** Who is liable. */
    public record LiabilityAnswer(
            String party, String cause, @Nullable String department, String reason, boolean improvementTracked) {}

    /** What the customer is offered; {@code tier} is the role that approves it. */
    public record SettlementAnswer(
            int round,
            String type,
            @Nullable Money amount,
            String description,
            String tier,
            boolean approved,
            @Nullable String opinion) {}

    /** What he said to it. */
    public record CustomerDecision(
            String decision, @Nullable String opinion) {}

    /** Whom the case waits for. */
    public record HoldAnswer(String reason, String waitingFor, Instant since) {}

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
        String declined = filed.ending().declinedBecause();
        Complaint.Handling handling = filed.handling();
        Complaint.CustomerSide side = filed.customerSide();
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
                filing.wantedBy(),
                filed.intake().missing(),
                filed.intake().question(),
                handling.handler(),
                handling.priority(),
                handling.causeClass(),
                handling.departments(),
                handling.holder(),
                handling.round(),
                shown(filed.liability()),
                shown(filed.settlement()),
                side.decision() == null ? null : new CustomerDecision(side.decision(), side.opinion()),
                side.informed(),
                side.finalAnswer(),
                shown(filed.clocks().hold()),
                declined == null ? null : new Declined(declined, filed.ending().answer()),
                filed.clocks().latest().stream().map(ComplaintAnswer::shown).toList(),
                shown(filed.links()),
                history != null,
                history == null ? null : history.outcome(),
                history == null ? null : history.timely(),
                history == null
                        ? (side.decision() == null && !side.everRejected() ? null : side.disputed())
                        : history.disputed(),
                history == null ? null : history.flags(),
                history == null ? null : history.forwardedAt(),
                filed.ending().closedAt());
    }

    private static @Nullable LiabilityAnswer shown(Complaint.@Nullable Liability liability) {
        return liability == null
                ? null
                : new LiabilityAnswer(
                        liability.party(),
                        liability.cause(),
                        liability.department(),
                        liability.reason(),
                        liability.improvementTracked());
    }

    private static @Nullable SettlementAnswer shown(Complaint.@Nullable Settlement settlement) {
        return settlement == null
                ? null
                : new SettlementAnswer(
                        settlement.round(),
                        settlement.type(),
                        settlement.amount(),
                        settlement.description(),
                        settlement.tier(),
                        settlement.approved(),
                        settlement.opinion());
    }

    private static @Nullable HoldAnswer shown(Complaint.@Nullable Hold hold) {
        return hold == null ? null : new HoldAnswer(hold.reason(), hold.waitingFor(), hold.since());
    }

    private static DeadlineAnswer shown(Complaint.Clock clock) {
        Deadline promised = clock.promised();
        return new DeadlineAnswer(
                promised.milestone(),
                promised.department(),
                promised.startedAt(),
                promised.dueAt(),
                clock.stopped(),
                clock.raised().breached(),
                promised.policy());
    }

    private static Links shown(Complaint.Links links) {
        UUID origin = links.originFollowUpId();
        return new Links(
                links.nonconformityIds().stream().map(UUID::toString).toList(),
                links.followUpIds().stream().map(UUID::toString).toList(),
                origin == null ? null : origin.toString(),
                null);
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

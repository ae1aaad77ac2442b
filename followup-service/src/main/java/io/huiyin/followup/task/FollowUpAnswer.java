package io.huiyin.followup.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.huiyin.followup.task.FollowUp.Claim;
import io.huiyin.followup.task.FollowUp.Task;
import io.huiyin.followup.task.FollowUpEvent.FollowUpAttempted;
import io.huiyin.followup.task.FollowUpEvent.FollowUpPlanned;
import io.huiyin.followup.task.FollowUpEvent.FollowUpRecorded;
import io.huiyin.followup.task.FollowUpEvent.FollowUpReviewed;
import io.huiyin.kernel.policy.PolicyRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up as the API shows it.
 *
 * @param leaseUntil until when its holder has it
 * @param preparation what its holder needs to know, for him alone
 */
public record FollowUpAnswer(
        UUID id,
        String status,
        int version,
        UUID complaintId,
        @Nullable String complaintNumber,
        int closing,
        UUID chainId,
        int contact,
        @Nullable UUID previousFollowUpId,
        @Nullable UUID nextFollowUpId,
        String reason,
        @Nullable String customerId,
        @Nullable CustomerAnswer customer,
        @Nullable Product product,
        @Nullable String severity,
        @Nullable String issue,
        @Nullable String department,
        String assigneeRole,
        Instant handledAt,
        Instant plannedAt,
        Instant dueAt,
        PolicyRef policy,
        boolean overdue,
        @Nullable Instant nextContactAt,
        @Nullable Claim claim,
        @Nullable Instant leaseUntil,
        List<AttemptAnswer> attempts,
        @Nullable RecordAnswer record,
        @Nullable ReviewAnswer review,
        @Nullable String waivedBecause,
        @Nullable String unconfirmedBecause,
        @Nullable Preparation preparation) {

    /** Who is asked. */
    public record CustomerAnswer(
            String id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @JsonProperty("class") @Nullable String customerClass) {

        static @Nullable CustomerAnswer of(@Nullable Customer customer) {
            if (customer == null) {
                return null;
            }
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

    /** One time he was tried. */
    public record AttemptAnswer(
            int attempt,
            String agent,
            String channel,
            @Nullable String number,
            String outcome,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant nextContactAt,
            @Nullable Boolean outsideCallWindow,
            @Nullable String note) {

        static AttemptAnswer of(FollowUpAttempted e) {
            return new AttemptAnswer(
                    e.attempt(),
                    e.agent(),
                    e.channel(),
                    e.person() == null ? null : e.person().phone(),
                    e.outcome(),
                    e.startedAt(),
                    e.endedAt(),
                    e.nextContactAt(),
                    e.outsideCallWindow(),
                    e.note());
        }
    }

    /** What he said. */
    public record RecordAnswer(
            String agent,
            String channel,
            List<GivenAnswer> answers,
            @Nullable Satisfaction satisfaction,
            @Nullable String opinions,
            List<Issue> issues,
            @Nullable String signature,
            boolean dissatisfied,
            LocalDate contactedOn,
            LocalDate recordedOn,
            boolean sameDay,
            @Nullable String note) {

        static @Nullable RecordAnswer of(@Nullable FollowUpRecorded e) {
            return e == null
                    ? null
                    : new RecordAnswer(
                            e.agent(),
                            e.channel(),
                            e.answers(),
                            e.satisfaction(),
                            e.opinions(),
                            e.issues(),
                            e.signature(),
                            e.dissatisfied(),
                            e.contactedOn(),
                            e.recordedOn(),
                            e.sameDay(),
                            e.note());
        }
    }

    /** What a supervisor says of it. */
    public record ReviewAnswer(
            String reviewer, String opinion, @Nullable String note) {

        static @Nullable ReviewAnswer of(@Nullable FollowUpReviewed e) {
            return e == null ? null : new ReviewAnswer(e.reviewer(), e.opinion(), e.note());
        }
    }

    /** The answer for a folded follow-up. */
    static FollowUpAnswer of(UUID id, Task task, int version, Instant now) {
        FollowUpPlanned plan = task.plan();
        Claim running = task.running(now);
        Customer customer = plan.customer();
        return new FollowUpAnswer(
                id,
                task.status().wire(),
                version,
                plan.complaintId(),
                plan.complaintNumber(),
                plan.closing(),
                plan.chainId(),
                plan.contact(),
                plan.previousFollowUpId(),
                task.ending().nextFollowUpId(),
                plan.reason(),
                customer == null ? null : customer.customerId(),
                CustomerAnswer.of(customer),
                plan.product(),
                plan.severity(),
                plan.issue(),
                plan.department(),
                plan.assigneeRole(),
                plan.handledAt(),
                plan.plannedAt(),
                plan.dueAt(),
                plan.policy(),
                task.isOverdue(now),
                task.nextContactAt(),
                running,
                running == null ? null : running.leaseUntil(),
                task.attempts().stream().map(AttemptAnswer::of).toList(),
                RecordAnswer.of(task.ending().recorded()),
                ReviewAnswer.of(task.ending().reviewed()),
                task.status() == FollowUpStatus.WAIVED ? task.ending().because() : null,
                task.status() == FollowUpStatus.UNCONFIRMED ? task.ending().because() : null,
                null);
    }

    /** The same, with what its holder needs to know. */
    FollowUpAnswer prepared(Preparation pack) {
        return new FollowUpAnswer(
                id,
                status,
                version,
                complaintId,
                complaintNumber,
                closing,
                chainId,
                contact,
                previousFollowUpId,
                nextFollowUpId,
                reason,
                customerId,
                customer,
                product,
                severity,
                issue,
                department,
                assigneeRole,
                handledAt,
                plannedAt,
                dueAt,
                policy,
                overdue,
                nextContactAt,
                claim,
                leaseUntil,
                attempts,
                record,
                review,
                waivedBecause,
                unconfirmedBecause,
                pack);
    }
}

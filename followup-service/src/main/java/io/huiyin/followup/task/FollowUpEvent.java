package io.huiyin.followup.task;

import io.huiyin.kernel.event.Backdated;
import io.huiyin.kernel.event.EventName;
import io.huiyin.kernel.policy.PolicyRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts about one follow-up. A record may be renamed; its event name may not. */
public sealed interface FollowUpEvent {

    /**
     * A customer is to be asked.
     *
     * @param closing the closing or declining of the complaint it asks about
     * @param chainId the first follow-up of the chain
     * @param contact its place in the chain, from 1
     * @param handledAt when handling ended: where the limit starts
     * @param dueAt the limit, by {@code policy}
     */
    @EventName("follow-up-planned")
    record FollowUpPlanned(
            UUID complaintId,
            @Nullable String complaintNumber,
            int closing,
            UUID chainId,
            int contact,
            @Nullable UUID previousFollowUpId,
            String reason,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String severity,
            @Nullable String issue,
            @Nullable String department,
            String assigneeRole,
            Instant handledAt,
            Instant plannedAt,
            Instant dueAt,
            PolicyRef policy)
            implements FollowUpEvent {

        /** Whom and what it is about. */
        public Subject subject() {
            return new Subject(customer, product, severity, issue, department);
        }
    }

    /** The complaint was reopened before its follow-up was planned: it will be waived when it is. */
    @EventName("follow-up-withdrawn")
    record FollowUpWithdrawn(UUID complaintId, String reason) implements FollowUpEvent {}

    /** The customer is not to be asked. */
    @EventName("follow-up-waived")
    record FollowUpWaived(
            UUID complaintId, String reason, @Nullable String note) implements FollowUpEvent {}

    /** An agent took it, with its preparation pack, for as long as his lease runs. */
    @EventName("follow-up-claimed")
    record FollowUpClaimed(String agent, String agentName, String channel, Instant leaseUntil)
            implements FollowUpEvent {}

    /** The agent needs longer. */
    @EventName("follow-up-claim-renewed")
    record FollowUpClaimRenewed(
            String agent, Instant leaseUntil, @Nullable String note) implements FollowUpEvent {}

    /** It is nobody's again: the agent gave it back, or his lease had expired when another took it. */
    @EventName("follow-up-released")
    record FollowUpReleased(
            String agent, String reason, @Nullable String note) implements FollowUpEvent {}

    /**
     * The agent tried to reach the customer.
     *
     * @param attempt from 1
     * @param person the number he tried, if he said
     * @param nextContactAt when he is to be tried again
     * @param outsideCallWindow true when he was called at a time when customers are not to be called
     */
    @EventName("follow-up-attempted")
    record FollowUpAttempted(
            int attempt,
            String agent,
            String channel,
            @Nullable Person person,
            String outcome,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant nextContactAt,
            @Nullable Boolean outsideCallWindow,
            @Nullable String note)
            implements FollowUpEvent, Backdated {

        @Override
        public Instant occurredAt() {
            return startedAt;
        }
    }

    /**
     * What the customer said was written down.
     *
     * @param contactedOn the day he was reached
     * @param recordedOn the day it was written down
     * @param attempts how many it took
     */
    @EventName("follow-up-recorded")
    record FollowUpRecorded(
            UUID complaintId,
            @Nullable String complaintNumber,
            UUID chainId,
            int contact,
            String agent,
            String channel,
            List<GivenAnswer> answers,
            @Nullable Satisfaction satisfaction,
            @Nullable String opinions,
            List<Issue> issues,
            @Nullable String signature,
            boolean dissatisfied,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String severity,
            @Nullable String issue,
            @Nullable String department,
            LocalDate contactedOn,
            LocalDate recordedOn,
            boolean sameDay,
            int attempts,
            @Nullable String note)
            implements FollowUpEvent {}

    /** The chain ends without the customer's word. */
    @EventName("follow-up-unconfirmed")
    record FollowUpUnconfirmed(UUID complaintId, UUID chainId, int contact, String reason, int attempts)
            implements FollowUpEvent {}

    /** The complaint this contact led to has been handled; the next contact asks about it, and this is all it needs to know. */
    @EventName("follow-up-recontact-planned")
    record FollowUpRecontactPlanned(
            UUID nextFollowUpId,
            UUID complaintId,
            @Nullable String complaintNumber,
            int closing,
            UUID chainId,
            int contact,
            Instant handledAt,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String severity,
            @Nullable String issue,
            @Nullable String department,
            @Nullable String exemption)
            implements FollowUpEvent {

        /** The end of handling that the next contact asks about. */
        public Handled handled() {
            return new Handled(complaintId, complaintNumber, closing, handledAt);
        }

        /** Whom and what the next contact is about. */
        public Subject subject() {
            return new Subject(customer, product, severity, issue, department);
        }
    }

    /** A supervisor looked at the record. */
    @EventName("follow-up-reviewed")
    record FollowUpReviewed(
            String reviewer, String opinion, @Nullable String note) implements FollowUpEvent {}

    /** It is confirmed that the matter is settled: by this contact, or by a later one of its chain. */
    @EventName("follow-up-closed")
    record FollowUpClosed(
            UUID chainId, int contact, @Nullable UUID previousFollowUpId) implements FollowUpEvent {}
}

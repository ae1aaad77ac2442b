package io.huiyin.complaint;

import io.huiyin.kernel.event.Backdated;
import io.huiyin.kernel.event.EventName;
import io.huiyin.kernel.policy.PolicyRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts about one complaint. A record may be renamed; its event name may not. Who is told of one stands in it ({@link Notice}). */
public sealed interface ComplaintEvent {

    /**
     * A complaint was filed.
     *
     * @param wantedBy the day by which the customer wants it settled
     */
    @EventName("complaint-registered")
    record ComplaintRegistered(
            String number,
            String status,
            String channel,
            Instant receivedAt,
            @Nullable Source source,
            boolean anonymous,
            boolean replyOnly,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable String region,
            String description,
            @Nullable String demand,
            List<String> missing,
            List<Deadline> deadlines,
            @Nullable UUID originFollowUpId,
            @Nullable List<Recipient> notified,
            @Nullable LocalDate wantedBy)
            implements ComplaintEvent, Backdated, Notice {

        @Override
        public Instant occurredAt() {
            return receivedAt;
        }
    }

    /** The customer was asked. */
    @EventName("complaint-clarification-asked")
    record ClarificationAsked(String question, @Nullable String note) implements ComplaintEvent {}

    /** What was missing has been given. */
    @EventName("complaint-clarified")
    record ComplaintClarified(
            @Nullable String channel,
            @Nullable Boolean replyOnly,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable String region,
            @Nullable String description,
            @Nullable String demand,
            @Nullable String answer,
            List<String> missing,
            @Nullable String note)
            implements ComplaintEvent {}

    /** Fields were corrected. */
    @EventName("complaint-corrected")
    record ComplaintCorrected(
            String reason,
            @Nullable String channel,
            @Nullable Instant receivedAt,
            @Nullable Boolean replyOnly,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable String region,
            @Nullable String description,
            @Nullable String demand,
            @Nullable List<String> missing,
            @Nullable String note)
            implements ComplaintEvent {}

    /**
     * The sender heard from us.
     *
     * @param acknowledgedAt when, where it was recorded later
     */
    @EventName("complaint-acknowledged")
    record ComplaintAcknowledged(
            String channel,
            String text,
            @Nullable Instant acknowledgedAt,
            @Nullable String note) implements ComplaintEvent, Backdated {

        @Override
        public @Nullable Instant occurredAt() {
            return acknowledgedAt;
        }
    }

    /** The owning desk took charge. */
    @EventName("complaint-accepted")
    record ComplaintAccepted(
            @Nullable String handler,
            @Nullable List<Deadline> deadlines,
            @Nullable String note,
            @Nullable List<Recipient> notified)
            implements ComplaintEvent, Notice {}

    /** The entry is no genuine complaint; the sender was answered. */
    @EventName("complaint-declined")
    record ComplaintDeclined(
            String reason,
            String answer,
            @Nullable Integer closing,
            @Nullable String number,
            @Nullable UUID originFollowUpId,
            @Nullable String note)
            implements ComplaintEvent {}

    /** Severity and cause class are known; the priority follows from them. */
    @EventName("complaint-classified")
    record ComplaintClassified(
            String severity,
            String causeClass,
            @Nullable String issue,
            int priority,
            @Nullable String note) implements ComplaintEvent {}

    /** Departments look into it. */
    @EventName("complaint-investigation-started")
    record InvestigationStarted(
            int round, List<String> departments, @Nullable String note) implements ComplaintEvent {}

    /** A department said what it found. */
    @EventName("complaint-finding-recorded")
    record FindingRecorded(
            int round,
            @Nullable String department,
            String facts,
            @Nullable String cause,
            List<String> evidence,
            @Nullable Production production,
            @Nullable String note)
            implements ComplaintEvent {}

    /** Who is liable, with all that a nonconformity needs to know of the case. */
    @EventName("complaint-liability-determined")
    record LiabilityDetermined(
            int round,
            String party,
            String cause,
            @Nullable String department,
            String reason,
            boolean improvementTracked,
            boolean nonconformityRequested,
            String number,
            @Nullable String customerId,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String severity,
            @Nullable String description,
            @Nullable String note)
            implements ComplaintEvent {}

    /** What the customer is to be offered waits for approval. */
    @EventName("complaint-settlement-proposed")
    record SettlementProposed(
            int round,
            String type,
            @Nullable Money amount,
            String description,
            String tier,
            @Nullable String note,
            @Nullable List<Recipient> notified)
            implements ComplaintEvent, Notice {}

    /** The offer may be told. */
    @EventName("complaint-settlement-approved")
    record SettlementApproved(
            int round,
            String opinion,
            @Nullable String role,
            @Nullable String note) implements ComplaintEvent {}

    /** The offer may not be told; the investigation goes on. */
    @EventName("complaint-settlement-returned")
    record SettlementReturned(
            int round, String opinion, @Nullable String note) implements ComplaintEvent {}

    /** The customer was told what we offer, or why we are not liable. */
    @EventName("complaint-customer-informed")
    record CustomerInformed(
            String channel, String text, @Nullable String note) implements ComplaintEvent {}

    /** The customer agrees. */
    @EventName("complaint-customer-accepted")
    record CustomerAccepted(
            @Nullable String opinion, @Nullable String note) implements ComplaintEvent {}

    /** The customer does not agree. */
    @EventName("complaint-customer-rejected")
    record CustomerRejected(
            int round, @Nullable String opinion, @Nullable String note) implements ComplaintEvent {}

    /** A new round begins; what was found before stays with the case. */
    @EventName("complaint-refiled")
    record ComplaintRefiled(
            int round, String reason, @Nullable String note) implements ComplaintEvent {}

    /** A higher tier is to decide. */
    @EventName("complaint-settlement-escalated")
    record SettlementEscalated(
            int round,
            String reason,
            String tier,
            @Nullable String note,
            @Nullable List<Recipient> notified) implements ComplaintEvent, Notice {}

    /** The customer was given the last word of the top tier. */
    @EventName("complaint-final-answer-given")
    record FinalAnswerGiven(
            String channel, String text, @Nullable String note) implements ComplaintEvent {}

    /** What was agreed has been done. */
    @EventName("complaint-measure-completed")
    record MeasureCompleted(String description, @Nullable String note) implements ComplaintEvent {}

    /** What was done stands the test. */
    @EventName("complaint-verified")
    record ComplaintVerified(
            @Nullable String customerOpinion, @Nullable String note) implements ComplaintEvent {}

    /** What was done does not stand the test. */
    @EventName("complaint-verification-failed")
    record VerificationFailed(
            @Nullable String customerOpinion, @Nullable String note) implements ComplaintEvent {}

    /** A person took the case up again. */
    @EventName("complaint-reopened")
    record ComplaintReopened(
            String reason,
            int closing,
            int round,
            @Nullable List<Deadline> deadlines,
            @Nullable String note) implements ComplaintEvent {}

    /** The case waits for somebody outside; its clocks stand still. */
    @EventName("complaint-held")
    record ComplaintHeld(
            String reason,
            String waitingFor,
            Instant heldAt,
            @Nullable String note) implements ComplaintEvent {}

    /** The clocks run on, with the limits moved by the time they stood still. */
    @EventName("complaint-resumed")
    record ComplaintResumed(
            List<Deadline> deadlines,
            @Nullable Instant resumedAt,
            @Nullable String note) implements ComplaintEvent {}

    /**
     * A limit comes near, and what it waits for is not done.
     *
     * @param department whose step it is, of a step
     */
    @EventName("complaint-deadline-approached")
    record DeadlineApproached(
            String milestone,
            @Nullable String department,
            Instant remindedAt,
            Instant dueAt,
            PolicyRef policy,
            @Nullable List<Recipient> notified)
            implements ComplaintEvent, Backdated, Notice {

        @Override
        public Instant occurredAt() {
            return remindedAt;
        }
    }

    /**
     * A limit passed, and what it waits for is not done.
     *
     * @param department whose step it is, of a step: the delay is its
     */
    @EventName("complaint-deadline-breached")
    record DeadlineBreached(
            String milestone,
            @Nullable String department,
            Instant dueAt,
            PolicyRef policy,
            @Nullable List<Recipient> notified)
            implements ComplaintEvent, Backdated, Notice {

        @Override
        public Instant occurredAt() {
            return dueAt;
        }
    }

    /**
     * Somebody higher is told that a limit has passed.
     *
     * @param department whose step it is, of a step
     * @param level of the ladder, from 1
     * @param role who is told
     */
    @EventName("complaint-overdue-escalated")
    record OverdueEscalated(
            String milestone,
            @Nullable String department,
            Instant dueAt,
            int level,
            String role,
            Instant escalatedAt,
            @Nullable List<Recipient> notified)
            implements ComplaintEvent, Backdated, Notice {

        @Override
        public Instant occurredAt() {
            return escalatedAt;
        }
    }

    /** What a limit waited for was done in time after all, and recorded late. */
    @EventName("complaint-breach-withdrawn")
    record BreachWithdrawn(String milestone, @Nullable String department, Instant dueAt, Instant doneAt)
            implements ComplaintEvent {}

    /** A department has done its part; the next one has the case. */
    @EventName("complaint-handed-over")
    record HandedOver(
            String from,
            @Nullable String to,
            @Nullable String note,
            @Nullable List<Recipient> notified) implements ComplaintEvent, Notice {}

    /**
     * The customer was told in time that a promise cannot be kept, and another date was agreed with him (CMP-29). What was promised
     * first stays a fact.
     *
     * @param deadline the promise with its new date
     * @param previousDueAt the date it had
     * @param channel how he was told
     * @param text what he was told
     */
    @EventName("complaint-date-agreed")
    record DateAgreed(
            Deadline deadline,
            Instant previousDueAt,
            String channel,
            String text,
            @Nullable String note) implements ComplaintEvent {}

    /**
     * Somebody is to come to the customer (CMP-23).
     *
     * @param kind of call, of those the profile tells apart
     * @param distanceKm from the base that sends him
     */
    @EventName("complaint-visit-requested")
    record VisitRequested(
            @Nullable String kind,
            @Nullable Integer distanceKm,
            Deadline deadline,
            @Nullable String note) implements ComplaintEvent {}

    /** He has come. */
    @EventName("complaint-visitor-arrived")
    record VisitorArrived(Instant arrivedAt, @Nullable String note) implements ComplaintEvent, Backdated {

        @Override
        public Instant occurredAt() {
            return arrivedAt;
        }
    }

    /** It was traced whether the result is in place (CMP-27). */
    @EventName("complaint-result-tracked")
    record ResultTracked(
            boolean inPlace, String text, @Nullable String note) implements ComplaintEvent {}

    /** A nonconformity was opened for the case, verified or closed. */
    @EventName("complaint-nonconformity-noted")
    record NonconformityNoted(UUID nonconformityId, String number, String stage) implements ComplaintEvent {}

    /** A follow-up of the case is planned. */
    @EventName("complaint-follow-up-linked")
    record FollowUpLinked(UUID followUpId) implements ComplaintEvent {}

    /** The head of the responsible department was told on the same day what a follow-up found. */
    @EventName("complaint-head-notified")
    record HeadNotified(
            @Nullable String department,
            String reason,
            UUID followUpId,
            Instant dueAt,
            @Nullable List<Recipient> notified)
            implements ComplaintEvent, Notice {}

    /** A historical case was taken over. */
    @EventName("complaint-imported")
    record ComplaintImported(
            String number,
            UUID importId,
            long row,
            boolean historical,
            Source source,
            Instant receivedAt,
            @Nullable String channel,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String category,
            @Nullable String issue,
            @Nullable String subIssue,
            @Nullable String region,
            @Nullable String company,
            @Nullable String description,
            @Nullable String outcome,
            String timely,
            String disputed,
            List<String> flags)
            implements ComplaintEvent, Backdated {

        @Override
        public Instant occurredAt() {
            return receivedAt;
        }
    }

    /** A historical case was passed on to the party that answers for it. */
    @EventName("complaint-forwarded")
    record ComplaintForwarded(Instant forwardedAt, boolean historical) implements ComplaintEvent, Backdated {

        @Override
        public Instant occurredAt() {
            return forwardedAt;
        }
    }

    /**
     * The case was closed. A historical case says when; one of ours says all that those who go on from here need.
     *
     * @param closing how often the case has been closed or declined by now
     * @param timely whether it was closed before its limit: yes, no, unknown
     * @param disputed whether the customer rejected a settlement: yes, no, unknown
     */
    @EventName("complaint-closed")
    record ComplaintClosed(
            Instant closedAt,
            boolean historical,
            @Nullable Integer closing,
            @Nullable String number,
            @Nullable UUID originFollowUpId,
            @Nullable Boolean anonymous,
            @Nullable Boolean replyOnly,
            @Nullable Customer customer,
            @Nullable Product product,
            @Nullable String severity,
            @Nullable String category,
            @Nullable String issue,
            @Nullable Liable liability,
            @Nullable String timely,
            @Nullable String disputed,
            @Nullable Integer rounds,
            @Nullable List<UUID> nonconformityIds,
            @Nullable String note)
            implements ComplaintEvent, Backdated {

        /** A case that was closed in its former system. */
        public static ComplaintClosed historically(Instant at) {
            return new ComplaintClosed(
                    at, true, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null);
        }

        @Override
        public Instant occurredAt() {
            return closedAt;
        }
    }

    /** Where, when and by whom a faulty product was made. */
    record Production(
            @Nullable String workshop,
            @Nullable String shift,
            @Nullable String operator,
            @Nullable LocalDate date) {}

    /** Who was liable, as a closed case tells. */
    record Liable(String party, String cause, @Nullable String department) {}
}

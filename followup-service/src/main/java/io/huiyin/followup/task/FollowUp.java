package io.huiyin.followup.task;

import io.huiyin.followup.task.FollowUpEvent.FollowUpAttempted;
import io.huiyin.followup.task.FollowUpEvent.FollowUpPlanned;
import io.huiyin.followup.task.FollowUpEvent.FollowUpRecorded;
import io.huiyin.followup.task.FollowUpEvent.FollowUpReviewed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A follow-up folded from its events. */
public sealed interface FollowUp {

    /** Nothing has been planned. */
    record Unplanned() implements FollowUp {}

    /** The complaint was reopened before anything was planned. */
    record Withdrawn() implements FollowUp {}

    /**
     * A customer to be asked.
     *
     * @param plan as it was promised
     * @param claim who took it last, until his claim ends; his lease may have expired
     * @param attempts in order
     */
    record Task(
            FollowUpPlanned plan,
            FollowUpStatus status,
            @Nullable Claim claim,
            List<FollowUpAttempted> attempts,
            Ending ending)
            implements FollowUp {

        Task standing(FollowUpStatus now) {
            return new Task(plan, now, claim, attempts, ending);
        }

        Task claimed(@Nullable Claim by) {
            return new Task(plan, status, by, attempts, ending);
        }

        Task attempted(FollowUpAttempted attempt) {
            return new Task(
                    plan,
                    status,
                    claim,
                    Stream.concat(attempts.stream(), Stream.of(attempt)).toList(),
                    ending);
        }

        Task ending(Ending how) {
            return new Task(plan, status, claim, attempts, how);
        }

        /** How often nobody answered. */
        public int unanswered() {
            return (int) attempts.stream()
                    .map(attempt -> ContactOutcome.find(attempt.outcome()))
                    .filter(outcome -> outcome != null && outcome.isUnanswered())
                    .count();
        }

        /** When the customer is to be tried again; null when at any time. */
        public @Nullable Instant nextContactAt() {
            return status == FollowUpStatus.RESCHEDULED ? attempts.getLast().nextContactAt() : null;
        }

        /** The claim whose lease still runs. */
        public @Nullable Claim running(Instant now) {
            return claim != null && claim.runs(now) && status.awaitsContact() ? claim : null;
        }

        /** Whether its limit has passed while the customer is still to be asked. */
        public boolean isOverdue(Instant now) {
            return status.awaitsContact() && plan.dueAt().isBefore(now);
        }
    }

    /** Who holds it, and until when. */
    record Claim(String agent, String agentName, String channel, Instant leaseUntil) {

        public boolean runs(Instant now) {
            return now.isBefore(leaseUntil);
        }

        Claim until(Instant later) {
            return new Claim(agent, agentName, channel, later);
        }
    }

    /**
     * What came of it.
     *
     * @param nextFollowUpIds contacts that ask again, the last one counts
     * @param because why it was waived, or is unconfirmed
     */
    record Ending(
            @Nullable FollowUpRecorded recorded,
            @Nullable FollowUpReviewed reviewed,
            List<UUID> nextFollowUpIds,
            @Nullable String because) {

        static final Ending NONE = new Ending(null, null, List.of(), null);

        Ending recorded(FollowUpRecorded e) {
            return new Ending(e, reviewed, nextFollowUpIds, because);
        }

        Ending reviewed(FollowUpReviewed e) {
            return new Ending(recorded, e, nextFollowUpIds, because);
        }

        Ending next(UUID id) {
            return new Ending(
                    recorded,
                    reviewed,
                    Stream.concat(nextFollowUpIds.stream(), Stream.of(id)).toList(),
                    because);
        }

        Ending because(String reason) {
            return new Ending(recorded, reviewed, nextFollowUpIds, reason);
        }

        /** The contact that asks again. */
        @Nullable
        UUID nextFollowUpId() {
            return nextFollowUpIds.isEmpty() ? null : nextFollowUpIds.getLast();
        }
    }
}

package io.huiyin.followup.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a follow-up. */
public sealed interface FollowUpCommand {

    /**
     * Have a customer asked.
     *
     * @param exemption why he is not to be asked after all
     */
    record PlanFollowUp(
            Handled handled,
            Link link,
            Subject subject,
            @Nullable String exemption) implements FollowUpCommand {}

    /** Its place in a chain of contacts. */
    record Link(UUID chainId, int contact, @Nullable UUID previousFollowUpId) {

        /** The place of a chain's first contact. */
        public static Link first(UUID followUpId) {
            return new Link(followUpId, 1, null);
        }
    }

    /** Do not ask: the complaint of this closing lives again. */
    record WaiveFollowUp(UUID complaintId) implements FollowUpCommand {}

    /** Have the next contact of the chain ask about the complaint this one led to. */
    record PlanRecontact(
            UUID nextFollowUpId,
            Handled handled,
            Subject subject,
            @Nullable String exemption) implements FollowUpCommand {}

    /** A later contact confirmed what this one left open. */
    record ConfirmEarlierContact(UUID confirmedBy) implements FollowUpCommand {}

    /** Take it. */
    record ClaimFollowUp(String channel) implements FollowUpCommand {}

    /** Keep it for longer. */
    record RenewClaim(@Nullable String note) implements FollowUpCommand {}

    /** Give it back. */
    record ReleaseFollowUp(@Nullable String note) implements FollowUpCommand {}

    /** Tell what came of trying to reach the customer. */
    record ReportAttempt(
            String channel,
            @Nullable String number,
            String outcome,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant nextContactAt,
            @Nullable String note)
            implements FollowUpCommand {}

    /** Write down what the customer said. */
    record RecordFollowUp(
            List<GivenAnswer> answers,
            @Nullable Satisfaction satisfaction,
            @Nullable String opinions,
            List<Issue> issues,
            @Nullable String signature,
            @Nullable String note)
            implements FollowUpCommand {}

    /** Give a supervisor's opinion of the record. */
    record ReviewFollowUp(String opinion, @Nullable String note) implements FollowUpCommand {}
}

package io.huiyin.followup.task.views.chain;

import io.huiyin.followup.task.GivenAnswer;
import io.huiyin.followup.task.Issue;
import io.huiyin.followup.task.Satisfaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One contact of a chain. */
public record FollowUpChainRow(
        UUID id,
        UUID chainId,
        int contact,
        UUID complaintId,
        @Nullable String customerId,
        Instant plannedAt,
        Origin origin,
        String status,
        int attempts,
        @Nullable String because,
        @Nullable Said said,
        @Nullable Opinion review) {

    /** Where it comes from. */
    record Origin(
            @Nullable String complaintNumber,
            int closing,
            String reason,
            @Nullable UUID previousFollowUpId,
            Instant dueAt) {}

    /** What the customer said. */
    public record Said(
            String agent,
            String channel,
            LocalDate recordedOn,
            List<GivenAnswer> answers,
            @Nullable Satisfaction satisfaction,
            @Nullable String opinions,
            List<Issue> issues,
            boolean dissatisfied) {}

    /** What a supervisor says of it. */
    public record Opinion(String reviewer, String opinion) {}

    FollowUpChainRow standing(String now) {
        return with(now, attempts, because, said, review);
    }

    FollowUpChainRow attempted(int attempt, String now) {
        return with(now, attempt, because, said, review);
    }

    FollowUpChainRow ended(String now, String reason) {
        return with(now, attempts, reason, said, review);
    }

    FollowUpChainRow saying(Said what) {
        return with(status, attempts, because, what, review);
    }

    FollowUpChainRow reviewed(Opinion by) {
        return with(status, attempts, because, said, by);
    }

    private FollowUpChainRow with(
            String nowStatus,
            int nowAttempts,
            @Nullable String nowBecause,
            @Nullable Said nowSaid,
            @Nullable Opinion nowReview) {
        return new FollowUpChainRow(
                id,
                chainId,
                contact,
                complaintId,
                customerId,
                plannedAt,
                origin,
                nowStatus,
                nowAttempts,
                nowBecause,
                nowSaid,
                nowReview);
    }
}

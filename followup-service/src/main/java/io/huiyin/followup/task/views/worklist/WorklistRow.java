package io.huiyin.followup.task.views.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One follow-up in the worklist.
 *
 * @param recordedBy who wrote the record
 */
public record WorklistRow(
        UUID id,
        int version,
        UUID complaintId,
        UUID chainId,
        int contact,
        String assigneeRole,
        @Nullable String customerId,
        @Nullable String severity,
        @Nullable String department,
        Instant plannedAt,
        Instant dueAt,
        Shown shown,
        String status,
        int attempts,
        @Nullable Instant nextContactAt,
        @Nullable String claimedBy,
        @Nullable Instant leaseUntil,
        @Nullable String recordedBy,
        @Nullable Boolean dissatisfied,
        boolean reviewed) {

    /** What is only shown. */
    record Shown(
            @Nullable String complaintNumber,
            String reason,
            @Nullable String customerName,
            @Nullable String product,
            @Nullable String model,
            @Nullable String issue) {}

    WorklistRow at(int now) {
        return with(now, status, attempts, nextContactAt, claimedBy, leaseUntil);
    }

    WorklistRow standing(String now) {
        return with(version, now, attempts, null, null, null);
    }

    WorklistRow held(@Nullable String agent, @Nullable Instant until) {
        return with(version, status, attempts, nextContactAt, agent, until);
    }

    WorklistRow reached(int attempt, String now) {
        return with(version, now, attempt, null, claimedBy, leaseUntil);
    }

    WorklistRow putOff(int attempt, String now, @Nullable Instant until) {
        return with(version, now, attempt, until, null, null);
    }

    private WorklistRow with(
            int nowVersion,
            String nowStatus,
            int nowAttempts,
            @Nullable Instant nowNext,
            @Nullable String nowClaimed,
            @Nullable Instant nowLease) {
        return new WorklistRow(
                id,
                nowVersion,
                complaintId,
                chainId,
                contact,
                assigneeRole,
                customerId,
                severity,
                department,
                plannedAt,
                dueAt,
                shown,
                nowStatus,
                nowAttempts,
                nowNext,
                nowClaimed,
                nowLease,
                recordedBy,
                dissatisfied,
                reviewed);
    }

    WorklistRow recorded(String by, boolean isDissatisfied) {
        return told(by, isDissatisfied, reviewed);
    }

    WorklistRow looked() {
        return told(recordedBy, dissatisfied, true);
    }

    private WorklistRow told(@Nullable String by, @Nullable Boolean isDissatisfied, boolean isReviewed) {
        return new WorklistRow(
                id,
                version,
                complaintId,
                chainId,
                contact,
                assigneeRole,
                customerId,
                severity,
                department,
                plannedAt,
                dueAt,
                shown,
                status,
                attempts,
                nextContactAt,
                claimedBy,
                leaseUntil,
                by,
                isDissatisfied,
                isReviewed);
    }
}

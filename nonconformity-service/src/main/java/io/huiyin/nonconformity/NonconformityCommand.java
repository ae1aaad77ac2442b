package io.huiyin.nonconformity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a nonconformity. */
public sealed interface NonconformityCommand {

    /**
     * Put a finding on record.
     *
     * @param number its number, or what stands for it until it is taken
     */
    record Report(
            String number,
            Filing filing,
            @Nullable UUID complaintId,
            @Nullable String note) implements NonconformityCommand {}

    /**
     * Open the nonconformity of a complaint, or link the later determination to the one there is.
     *
     * @param round of the investigation that found us liable
     * @param discoverer who determined it
     */
    record OpenForComplaint(
            String number,
            Filing filing,
            UUID complaintId,
            @Nullable String complaintNumber,
            int round,
            String reason,
            String discoverer)
            implements NonconformityCommand {}

    /** Set the items apart. */
    record Segregate(String location, @Nullable String note) implements NonconformityCommand {}

    /** Say that the finding is right. */
    record Confirm(@Nullable String note) implements NonconformityCommand {}

    /** Say that what was suspect is good. */
    record Clear(String reason, @Nullable String note) implements NonconformityCommand {}

    /** Say how severe it is. */
    record Classify(String severity, @Nullable String note) implements NonconformityCommand {}

    /** Call the people who review it. */
    record Convene(List<String> members, @Nullable String note) implements NonconformityCommand {}

    /** Say, as one of them, what to think of it. */
    record Opine(String opinion, String vote, @Nullable String note) implements NonconformityCommand {}

    /**
     * Propose what to do with the whole or a part.
     *
     * @param dispositionId the new disposition's id
     * @param quantity null for all that is left
     */
    record ProposeDisposition(
            UUID dispositionId,
            String disposition,
            String reason,
            @Nullable Integer quantity,
            @Nullable String note) implements NonconformityCommand {}

    /** Say yes to what is proposed, or to one of it. */
    record Approve(
            @Nullable UUID dispositionId,
            @Nullable String opinion,
            @Nullable String note) implements NonconformityCommand {}

    /** Send what is proposed, or one of it, back to the review. */
    record Return(
            @Nullable UUID dispositionId,
            String opinion,
            @Nullable String note) implements NonconformityCommand {}

    /** Carry out what was approved. */
    record Execute(
            @Nullable UUID dispositionId,
            String result,
            @Nullable String note) implements NonconformityCommand {}

    /** Inspect again what was reworked. */
    record Reinspect(
            @Nullable UUID dispositionId,
            boolean passed,
            @Nullable String evidence,
            @Nullable String note) implements NonconformityCommand {}

    /** Find done what was carried out. */
    record Verify(@Nullable UUID dispositionId, @Nullable String note) implements NonconformityCommand {}

    /** Close it. */
    record Close(@Nullable String note) implements NonconformityCommand {}
}

package io.huiyin.nonconformity;

import io.huiyin.kernel.event.EventName;
import io.huiyin.kernel.policy.PolicyRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts about one nonconformity. A record may be renamed; its event name may not. */
public sealed interface NonconformityEvent {

    /**
     * A finding was put on record.
     *
     * @param discoverer who first saw it, with the rights and duties of NCR-04
     */
    @EventName("nonconformity-reported")
    record NonconformityReported(
            String number,
            String source,
            String category,
            @Nullable String severity,
            @Nullable Product product,
            @Nullable String supplier,
            @Nullable String location,
            String finding,
            @Nullable String standard,
            @Nullable UUID complaintId,
            @Nullable String complaintNumber,
            String discoverer,
            Instant reportedAt,
            @Nullable String note)
            implements NonconformityEvent {}

    /** Its complaint was judged once more; the nonconformity is the same. */
    @EventName("nonconformity-complaint-linked")
    record ComplaintLinked(
            UUID complaintId,
            @Nullable String complaintNumber,
            int round,
            String reason,
            @Nullable String note) implements NonconformityEvent {}

    /**
     * The items stand apart; nothing of them may be issued, used, shipped or processed further.
     *
     * @param lot the lot that is held
     * @param serialNumbers the pieces that are held
     */
    @EventName("nonconformity-segregated")
    record NonconformitySegregated(
            String location,
            String by,
            @Nullable String lot,
            @Nullable List<String> serialNumbers,
            @Nullable String note)
            implements NonconformityEvent {}

    /** The finding is right. */
    @EventName("nonconformity-confirmed")
    record NonconformityConfirmed(@Nullable String note) implements NonconformityEvent {}

    /** What was suspect proved good; the hold is lifted. */
    @EventName("nonconformity-cleared")
    record NonconformityCleared(
            String reason,
            List<UUID> complaintIds,
            @Nullable String note) implements NonconformityEvent {}

    /** Its severity says who decides. */
    @EventName("nonconformity-classified")
    record NonconformityClassified(
            String severity,
            String level,
            @Nullable PolicyRef policy,
            @Nullable String note) implements NonconformityEvent {}

    /** These people review it. */
    @EventName("nonconformity-review-convened")
    record ReviewConvened(
            List<String> members, String level, @Nullable String note) implements NonconformityEvent {}

    /** A member said what he thinks. */
    @EventName("nonconformity-opinion-given")
    record OpinionGiven(
            String member,
            String opinion,
            String vote,
            @Nullable String note) implements NonconformityEvent {}

    /** What happens to one disposition, or to some. */
    sealed interface DispositionStep extends NonconformityEvent {}

    /** What is to be done with the whole or a part. */
    @EventName("nonconformity-disposition-proposed")
    record DispositionProposed(
            UUID dispositionId,
            String disposition,
            String reason,
            @Nullable Integer quantity,
            @Nullable String note) implements DispositionStep {}

    /**
     * The level that may decide said yes.
     *
     * @param role the level; whose role that is, the profile says
     */
    @EventName("nonconformity-disposition-approved")
    record DispositionApproved(
            List<UUID> dispositionIds,
            String role,
            @Nullable String approver,
            @Nullable String opinion,
            @Nullable String note)
            implements DispositionStep {}

    /** The level that may decide sent it back to the review. */
    @EventName("nonconformity-disposition-returned")
    record DispositionReturned(
            List<UUID> dispositionIds,
            String opinion,
            @Nullable String note) implements DispositionStep {}

    /** It was carried out. */
    @EventName("nonconformity-disposition-executed")
    record DispositionExecuted(
            UUID dispositionId,
            String disposition,
            @Nullable Integer quantity,
            String result,
            String executor,
            boolean reinspection,
            @Nullable String note)
            implements DispositionStep {}

    /** What was reworked conforms now. */
    @EventName("nonconformity-reinspection-passed")
    record ReinspectionPassed(
            UUID dispositionId,
            String inspector,
            @Nullable String evidence,
            @Nullable Integer quantity,
            @Nullable String note)
            implements DispositionStep {}

    /** What was reworked still does not conform; it is reviewed again. */
    @EventName("nonconformity-reinspection-failed")
    record ReinspectionFailed(
            UUID dispositionId,
            String inspector,
            @Nullable String evidence,
            @Nullable Integer quantity,
            @Nullable String note)
            implements DispositionStep {}

    /** Somebody else than its executor found it done. */
    @EventName("nonconformity-disposition-verified")
    record DispositionVerified(
            UUID dispositionId, String verifier, @Nullable String note) implements DispositionStep {}

    /** A disposition in the result. */
    record Disposed(String disposition, @Nullable Integer quantity) {}

    /** All of it is disposed of and verified: the result for its complaints. */
    @EventName("nonconformity-verified")
    record NonconformityVerified(String number, List<UUID> complaintIds, List<Disposed> dispositions)
            implements NonconformityEvent {}

    /** A leader closed it; the hold is lifted. */
    @EventName("nonconformity-closed")
    record NonconformityClosed(
            String number,
            List<UUID> complaintIds,
            String closedBy,
            @Nullable String note) implements NonconformityEvent {}
}

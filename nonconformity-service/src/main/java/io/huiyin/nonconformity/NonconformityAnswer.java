package io.huiyin.nonconformity;

import io.huiyin.nonconformity.Disposition.Status;
import io.huiyin.nonconformity.Nonconformity.Custody;
import io.huiyin.nonconformity.Nonconformity.Origin;
import io.huiyin.nonconformity.Nonconformity.Sheet;
import io.huiyin.nonconformity.Nonconformity.Stage;
import io.huiyin.nonconformity.Nonconformity.Unreported;
import io.huiyin.nonconformity.rules.Segregation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A nonconformity as the API shows it.
 *
 * @param severity what quality says; before that, what the discoverer thought
 * @param held whether its items may not be issued, used, shipped or processed further
 * @param undisposedQuantity what no disposition covers; null where there is no quantity
 */
public record NonconformityAnswer(
        UUID id,
        String number,
        String status,
        int version,
        @Nullable String source,
        @Nullable String category,
        @Nullable String severity,
        @Nullable String level,
        @Nullable Product product,
        @Nullable String supplier,
        @Nullable String location,
        @Nullable String finding,
        @Nullable String standard,
        String discoverer,
        Instant reportedAt,
        List<UUID> complaintIds,
        @Nullable String complaintNumber,
        boolean held,
        @Nullable SegregationAnswer segregation,
        @Nullable ReviewAnswer review,
        List<DispositionAnswer> dispositions,
        @Nullable Integer undisposedQuantity,
        @Nullable String clearedBecause,
        @Nullable String closedBy) {

    /** Where its items stand apart, and who put them there. */
    public record SegregationAnswer(
            String location, @Nullable String by) {}

    /**
     * Who reviews, and what was said.
     *
     * @param round 1, and one more with every failed re-inspection
     */
    public record ReviewAnswer(@Nullable String level, List<String> members, List<Opinion> opinions, int round) {}

    /** A disposition and how far it has come. */
    public record DispositionAnswer(
            UUID dispositionId,
            String disposition,
            String reason,
            @Nullable Integer quantity,
            String status,
            @Nullable String approvedBy,
            @Nullable String approvedAs,
            @Nullable String opinion,
            @Nullable String executor,
            @Nullable String result,
            @Nullable String inspector,
            @Nullable String verifier,
            @Nullable String evidence) {

        static DispositionAnswer of(Disposition part) {
            Disposition.Approval approval = part.approver();
            Disposition.Execution execution = part.execution();
            Disposition.Check check = part.check();
            boolean failed = part.status() == Status.FAILED;
            return new DispositionAnswer(
                    part.dispositionId(),
                    part.disposition(),
                    part.reason(),
                    part.quantity(),
                    part.status().wire(),
                    approval == null ? null : approval.by(),
                    approval == null ? null : approval.role(),
                    approval == null ? null : approval.opinion(),
                    execution == null ? null : execution.executor(),
                    execution == null ? null : execution.result(),
                    check == null || !check.inspection() ? null : check.by(),
                    check == null || failed ? null : check.by(),
                    check == null ? null : check.evidence());
        }
    }

    /** The answer for a folded nonconformity. */
    public static Object of(UUID id, Nonconformity nonconformity, int version) {
        return switch (nonconformity) {
            case Sheet sheet -> of(id, sheet, version);
            case Unreported none -> throw new IllegalStateException("nothing was reported");
        };
    }

    private static NonconformityAnswer of(UUID id, Sheet sheet, int version) {
        Filing filing = sheet.filing();
        Origin origin = sheet.origin();
        Custody custody = sheet.custody();
        Nonconformity.Review review = sheet.review();
        Dispositions dispositions = sheet.dispositions();
        String segregatedTo = custody.location();
        return new NonconformityAnswer(
                id,
                sheet.number(),
                sheet.status().wire(),
                version,
                filing.source(),
                filing.category(),
                review.severity(),
                review.level(),
                filing.product(),
                filing.supplier(),
                filing.location(),
                filing.finding(),
                filing.standard(),
                origin.discoverer(),
                origin.reportedAt(),
                origin.complaintIds(),
                origin.complaintNumber(),
                Segregation.isHeld(sheet.stage(), custody),
                segregatedTo == null ? null : new SegregationAnswer(segregatedTo, custody.segregatedBy()),
                review.members().isEmpty()
                        ? null
                        : new ReviewAnswer(review.level(), review.members(), review.opinions(), review.round()),
                dispositions.all().stream().map(DispositionAnswer::of).toList(),
                sheet.stage() == Stage.CLEARED || dispositions.whole() == null
                        ? null
                        : Integer.valueOf(dispositions.undisposed()),
                custody.clearedBecause(),
                custody.closedBy());
    }
}

package io.huiyin.nonconformity;

import io.huiyin.nonconformity.Disposition.Approval;
import io.huiyin.nonconformity.Disposition.Check;
import io.huiyin.nonconformity.Disposition.Execution;
import io.huiyin.nonconformity.Disposition.Status;
import io.huiyin.nonconformity.NonconformityEvent.DispositionApproved;
import io.huiyin.nonconformity.NonconformityEvent.DispositionExecuted;
import io.huiyin.nonconformity.NonconformityEvent.DispositionProposed;
import io.huiyin.nonconformity.NonconformityEvent.DispositionReturned;
import io.huiyin.nonconformity.NonconformityEvent.DispositionStep;
import io.huiyin.nonconformity.NonconformityEvent.DispositionVerified;
import io.huiyin.nonconformity.NonconformityEvent.ReinspectionFailed;
import io.huiyin.nonconformity.NonconformityEvent.ReinspectionPassed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The dispositions of one nonconformity, in the order of their proposal: those that cover a part and those that were sent back or
 * failed.
 *
 * @param whole how much there is to dispose of; null where it has no quantity, so that one disposition covers all
 */
public record Dispositions(@Nullable Integer whole, List<Disposition> all) {

    public Dispositions {
        all = List.copyOf(all);
    }

    /** Nothing is proposed yet. */
    public static Dispositions of(@Nullable Product product) {
        return new Dispositions(product == null ? null : product.quantity(), List.of());
    }

    /** How much no disposition covers: pieces, or 1 and 0 where there is no quantity. */
    public int undisposed() {
        if (whole == null) {
            return covering().isEmpty() ? 1 : 0;
        }
        int left = whole;
        for (Disposition part : covering()) {
            left -= quantity(part);
        }
        return left;
    }

    private static int quantity(Disposition part) {
        Integer quantity = part.quantity();
        return quantity == null ? 0 : quantity;
    }

    /** Those that cover a part. */
    public List<Disposition> covering() {
        return all.stream().filter(part -> part.status().covers()).toList();
    }

    /** Those that have come exactly so far. */
    public List<Disposition> standing(Status status) {
        return all.stream().filter(part -> part.status() == status).toList();
    }

    public Optional<Disposition> find(UUID id) {
        return all.stream().filter(part -> part.dispositionId().equals(id)).findFirst();
    }

    /** The dispositions after one more step of one or some of them. */
    public Dispositions after(DispositionStep step) {
        return switch (step) {
            case DispositionProposed e ->
                with(Disposition.proposed(e.dispositionId(), e.disposition(), e.reason(), e.quantity()));
            case DispositionApproved e ->
                moved(e.dispositionIds(), part -> part.approved(new Approval(e.approver(), e.role(), e.opinion())));
            case DispositionReturned e -> moved(e.dispositionIds(), Disposition::returned);
            case DispositionExecuted e ->
                moved(
                        List.of(e.dispositionId()),
                        part -> part.executed(
                                new Execution(e.executor(), e.result()),
                                e.reinspection() ? Status.REINSPECTION : Status.EXECUTED));
            case ReinspectionPassed e ->
                moved(
                        List.of(e.dispositionId()),
                        part -> part.checked(new Check(e.inspector(), e.evidence(), true), Status.VERIFIED));
            case ReinspectionFailed e ->
                moved(
                        List.of(e.dispositionId()),
                        part -> part.checked(new Check(e.inspector(), e.evidence(), true), Status.FAILED));
            case DispositionVerified e ->
                moved(
                        List.of(e.dispositionId()),
                        part -> part.checked(new Check(e.verifier(), null, false), Status.VERIFIED));
        };
    }

    private Dispositions with(Disposition proposed) {
        List<Disposition> more = new ArrayList<>(all);
        more.add(proposed);
        return new Dispositions(whole, more);
    }

    private Dispositions moved(List<UUID> ids, UnaryOperator<Disposition> step) {
        return new Dispositions(
                whole,
                all.stream()
                        .map(part -> ids.contains(part.dispositionId()) ? step.apply(part) : part)
                        .toList());
    }
}

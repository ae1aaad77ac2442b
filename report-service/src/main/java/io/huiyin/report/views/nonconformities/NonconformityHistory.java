package io.huiyin.report.views.nonconformities;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.report.incoming.nonconformity.NonconformityFact;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.Classified;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.Cleared;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.Closed;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.ComplaintLinked;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.Confirmed;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.DispositionApproved;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.DispositionExecuted;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.DispositionProposed;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.DispositionReturned;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.DispositionVerified;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.ReinspectionFailed;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.ReinspectionPassed;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.Reported;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.ReviewConvened;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.Segregated;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.Verified;
import io.huiyin.report.views.facts.FactVersions;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Versions of nonconformities and of their dispositions. */
final class NonconformityHistory {

    /** Which disposition of which nonconformity. */
    record DispositionKey(UUID nonconformity, String disposition) {}

    private final FactVersions<UUID, NonconformityFactRow> nonconformities;
    private final FactVersions<DispositionKey, DispositionFactRow> dispositions;

    /** What is known so far. */
    NonconformityHistory(Collection<NonconformityFactRow> known, Collection<DispositionFactRow> knownDispositions) {
        nonconformities =
                new FactVersions<>(NonconformityFactRow::nonconformityId, NonconformityFactRow::factId, known);
        dispositions = new FactVersions<>(
                row -> new DispositionKey(row.nonconformityId(), row.dispositionId()),
                DispositionFactRow::factId,
                knownDispositions);
    }

    /**
     * Takes one more event.
     *
     * @throws IllegalStateException when it speaks of what was never reported or proposed
     */
    void take(NonconformityFact event, EventEnvelope about) {
        switch (event) {
            case Reported e -> {
                if (nonconformities.now(about.subject()) == null) {
                    nonconformities.begin(NonconformityFactRow.of(e, about));
                }
            }
            case ComplaintLinked e -> change(about, row -> row.linked(e.complaintId()));
            case Segregated e -> now(about, "segregated");
            case Confirmed e -> now(about, "confirmed");
            case Cleared e -> change(about, row -> row.ended("cleared", about.occurredAt()));
            case Classified e -> change(about, row -> row.classified(e.severity()));
            case ReviewConvened e -> now(about, "under-review");
            case DispositionProposed e -> {
                now(about, "disposition-proposed");
                dispositions.begin(DispositionFactRow.of(e, about));
            }
            case DispositionApproved e -> {
                now(about, "disposition-approved");
                dispose(about, e.dispositionIds(), DispositionFactRow::approvedNow);
            }
            case DispositionReturned e -> {
                now(about, "under-review");
                dispose(about, e.dispositionIds(), DispositionFactRow::returned);
            }
            case DispositionExecuted e -> {
                now(about, e.reinspection() ? "reinspection" : "executed");
                dispose(about, List.of(e.dispositionId()), DispositionFactRow::executedNow);
            }
            case ReinspectionPassed e ->
                dispose(about, List.of(e.dispositionId()), disposition -> disposition.reinspected(true));
            case ReinspectionFailed e -> {
                now(about, "under-review");
                dispose(about, List.of(e.dispositionId()), disposition -> disposition.reinspected(false));
            }
            case DispositionVerified e -> dispose(about, List.of(e.dispositionId()), DispositionFactRow::verifiedNow);
            case Verified e -> now(about, "verified");
            case Closed e -> change(about, row -> row.ended("closed", about.occurredAt()));
        }
    }

    private void now(EventEnvelope about, String status) {
        change(about, row -> row.now(status));
    }

    private void change(EventEnvelope about, UnaryOperator<NonconformityFactRow> change) {
        NonconformityFactRow before = nonconformities.now(about.subject());
        if (before == null) {
            throw new IllegalStateException(about.name() + " of a nonconformity that is not known");
        }
        nonconformities.change(before, change.apply(before), about.sequence(), about.recordedAt());
    }

    private void dispose(EventEnvelope about, @Nullable List<String> ids, UnaryOperator<DispositionFactRow> change) {
        for (String id : ids == null ? List.<String>of() : ids) {
            DispositionFactRow before = dispositions.now(new DispositionKey(about.subject(), id));
            if (before == null) {
                throw new IllegalStateException(about.name() + " of a disposition that is not known");
            }
            dispositions.change(before, change.apply(before), about.sequence(), about.recordedAt());
        }
    }

    Collection<NonconformityFactRow> changed() {
        return nonconformities.changed();
    }

    Collection<DispositionFactRow> changedDispositions() {
        return dispositions.changed();
    }

    @Nullable
    NonconformityFactRow now(UUID nonconformity) {
        return nonconformities.now(nonconformity);
    }

    Collection<DispositionFactRow> dispositions() {
        return dispositions.all();
    }
}

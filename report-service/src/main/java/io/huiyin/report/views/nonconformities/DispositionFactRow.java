package io.huiyin.report.views.nonconformities;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.report.incoming.nonconformity.NonconformityFact.DispositionProposed;
import io.huiyin.report.views.facts.KnownFact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disposition as it was known from one recorded instant to another.
 *
 * @param factId nonconformity, disposition and the sequence of the event it was first known by
 * @param quantity how many pieces; null for all of the nonconformity
 * @param holds whether it still stands: not once it was returned or its re-inspection failed
 * @param passed re-inspections passed, {@code failed} those failed
 */
public record DispositionFactRow(
        String factId,
        UUID nonconformityId,
        String dispositionId,
        int sequence,
        Instant knownFrom,
        @Nullable Instant knownTo,
        String disposition,
        @Nullable Long quantity,
        boolean approved,
        boolean holds,
        boolean executed,
        int passed,
        int failed,
        boolean verified)
        implements KnownFact<DispositionFactRow> {

    /** How far a disposition has come. */
    private record Progress(
            boolean approved, boolean holds, boolean executed, int passed, int failed, boolean verified) {}

    static DispositionFactRow of(DispositionProposed e, EventEnvelope about) {
        return new DispositionFactRow(
                factId(about.subject(), e.dispositionId(), about.sequence()),
                about.subject(),
                e.dispositionId(),
                about.sequence(),
                about.recordedAt(),
                null,
                e.disposition(),
                e.quantity(),
                false,
                true,
                false,
                0,
                0,
                false);
    }

    DispositionFactRow approvedNow() {
        return with(new Progress(true, true, executed, passed, failed, verified));
    }

    DispositionFactRow returned() {
        return with(new Progress(false, false, executed, passed, failed, verified));
    }

    DispositionFactRow executedNow() {
        return with(new Progress(approved, holds, true, passed, failed, verified));
    }

    DispositionFactRow reinspected(boolean pass) {
        return with(new Progress(
                approved, holds && pass, executed, passed + (pass ? 1 : 0), failed + (pass ? 0 : 1), pass));
    }

    DispositionFactRow verifiedNow() {
        return with(new Progress(approved, holds, executed, passed, failed, true));
    }

    private DispositionFactRow with(Progress now) {
        return row(factId, sequence, knownFrom, knownTo, now);
    }

    private Progress progress() {
        return new Progress(approved, holds, executed, passed, failed, verified);
    }

    @Override
    public DispositionFactRow knownSince(int newSequence, Instant recordedAt) {
        return row(factId(nonconformityId, dispositionId, newSequence), newSequence, recordedAt, null, progress());
    }

    @Override
    public DispositionFactRow including(int newSequence) {
        return row(factId, newSequence, knownFrom, knownTo, progress());
    }

    @Override
    public DispositionFactRow knownUntil(Instant recordedAt) {
        return row(factId, sequence, knownFrom, recordedAt, progress());
    }

    private DispositionFactRow row(String id, int last, Instant from, @Nullable Instant to, Progress now) {
        return new DispositionFactRow(
                id,
                nonconformityId,
                dispositionId,
                last,
                from,
                to,
                disposition,
                quantity,
                now.approved(),
                now.holds(),
                now.executed(),
                now.passed(),
                now.failed(),
                now.verified());
    }

    private static String factId(UUID nonconformity, String disposition, int sequence) {
        return nonconformity + ":" + disposition + ":" + sequence;
    }
}

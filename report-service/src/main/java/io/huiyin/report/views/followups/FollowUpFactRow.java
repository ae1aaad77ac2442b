package io.huiyin.report.views.followups;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.report.incoming.followup.FollowUpFact;
import io.huiyin.report.incoming.followup.FollowUpFact.Planned;
import io.huiyin.report.incoming.followup.FollowUpFact.Waived;
import io.huiyin.report.views.facts.KnownFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up as it was known from one recorded instant to another. How it changes stands in {@link FollowUpFactDraft}.
 *
 * @param factId follow-up and the sequence of the event it was first known by
 * @param sequence the last event it takes in
 * @param chainId the first contact of its chain
 * @param contact which contact of the chain, from 1
 * @param agent who recorded it, or tried or held it last
 * @param reached whether the customer was spoken to
 * @param outcome open, recorded, unconfirmed or waived; {@code outcomeReason} says why it is one of the latter two
 * @param recordedOn the day of the contact
 * @param score a number, as text so that it stays exact; {@code scale} its highest value. Null where no valid one was given
 */
public record FollowUpFactRow(
        String factId,
        UUID followUpId,
        int sequence,
        Instant knownFrom,
        @Nullable Instant knownTo,
        @Nullable UUID complaintId,
        UUID chainId,
        int contact,
        @Nullable String reason,
        @Nullable String product,
        @Nullable String issue,
        @Nullable String severity,
        @Nullable String department,
        Instant plannedAt,
        Instant dueAt,
        @Nullable String agent,
        boolean claimed,
        int attempts,
        boolean reached,
        String outcome,
        @Nullable String outcomeReason,
        @Nullable Instant recordedAt,
        @Nullable LocalDate recordedOn,
        @Nullable String score,
        @Nullable String scale,
        boolean dissatisfied,
        int issues)
        implements KnownFact<FollowUpFactRow> {

    /** What an event says about a follow-up that was not known before; null when it needs one that is. */
    static @Nullable FollowUpFactRow first(FollowUpFact event, EventEnvelope about) {
        if (event instanceof Planned e) {
            return FollowUpFactDraft.of(e, about);
        }
        return event instanceof Waived e ? FollowUpFactDraft.of(e, about) : null;
    }

    /** The same follow-up after one more event, apart from when that was known. */
    FollowUpFactRow after(FollowUpFact event, Instant occurredAt) {
        return new FollowUpFactDraft(this).take(event, occurredAt).row();
    }

    @Override
    public FollowUpFactRow knownSince(int newSequence, Instant recordedAtInstant) {
        return new FollowUpFactDraft(this)
                .known(factId(followUpId, newSequence), newSequence, recordedAtInstant, null)
                .row();
    }

    @Override
    public FollowUpFactRow including(int newSequence) {
        return new FollowUpFactDraft(this)
                .known(factId, newSequence, knownFrom, knownTo)
                .row();
    }

    @Override
    public FollowUpFactRow knownUntil(Instant recordedAtInstant) {
        return new FollowUpFactDraft(this)
                .known(factId, sequence, knownFrom, recordedAtInstant)
                .row();
    }

    static String factId(UUID followUp, int sequence) {
        return followUp + ":" + sequence;
    }
}

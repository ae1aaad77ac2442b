package io.huiyin.report.views.facts;

import io.huiyin.report.incoming.complaint.ComplaintFact;
import io.huiyin.report.incoming.complaint.ComplaintFact.Imported;
import io.huiyin.report.incoming.complaint.ComplaintFact.Registered;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it was known from one recorded instant to another. How it changes stands in {@link ComplaintFactDraft}.
 *
 * @param factId complaint and the sequence of the event it was first known by
 * @param sequence the last event it takes in: what is recorded at one instant makes one version
 * @param knownFrom when the event was recorded
 * @param knownTo when something else became known; null for what is known now
 * @param cause the class of cause it was classified with
 * @param liability the party found liable, {@code liabilityCause} why, {@code department} held liable
 * @param settlement the kind of settlement proposed last
 * @param timely whether it was settled in time: yes, no, unknown
 * @param disputed whether the customer rejected what was offered: yes, no, unknown
 * @param held whether its clocks stand still
 * @param firstReplyDue the limit of the first reply; null where there is none
 * @param firstRepliedAt when the sender first heard from us
 * @param closeDue the limit of closing; null where there is none
 * @param endedAt when it was closed or declined; null while it is open
 * @param reopenings how often it was opened again
 * @param nonconformities how often one was noted on it
 * @param originFollowUpId the follow-up it was registered from
 */
public record ComplaintFactRow(
        String factId,
        UUID complaintId,
        int sequence,
        Instant knownFrom,
        @Nullable Instant knownTo,
        @Nullable String number,
        Instant receivedAt,
        @Nullable String product,
        @Nullable String subProduct,
        @Nullable String issue,
        @Nullable String subIssue,
        @Nullable String category,
        @Nullable String channel,
        @Nullable String region,
        @Nullable String company,
        @Nullable String outcome,
        @Nullable String severity,
        @Nullable String cause,
        @Nullable String liability,
        @Nullable String liabilityCause,
        @Nullable String department,
        @Nullable String settlement,
        String timely,
        String disputed,
        String status,
        boolean historical,
        boolean held,
        @Nullable Instant firstReplyDue,
        @Nullable Instant firstRepliedAt,
        @Nullable Instant closeDue,
        @Nullable Instant endedAt,
        int reopenings,
        int nonconformities,
        @Nullable UUID originFollowUpId)
        implements KnownFact<ComplaintFactRow> {

    /** What an event says about a complaint that was not known before; null when it needs one that is. */
    static @Nullable ComplaintFactRow first(ComplaintFact event, UUID complaint, int sequence, Instant recordedAt) {
        if (event instanceof Registered e) {
            return ComplaintFactDraft.of(e, complaint, sequence, recordedAt);
        }
        return event instanceof Imported e ? ComplaintFactDraft.of(e, complaint, sequence, recordedAt) : null;
    }

    /** The same complaint after one more event, apart from when that was known. */
    ComplaintFactRow after(ComplaintFact event, Instant occurredAt) {
        return new ComplaintFactDraft(this).take(event, occurredAt).row();
    }

    @Override
    public ComplaintFactRow knownSince(int newSequence, Instant recordedAt) {
        return new ComplaintFactDraft(this)
                .known(factId(complaintId, newSequence), newSequence, recordedAt, null)
                .row();
    }

    @Override
    public ComplaintFactRow including(int newSequence) {
        return new ComplaintFactDraft(this)
                .known(factId, newSequence, knownFrom, knownTo)
                .row();
    }

    @Override
    public ComplaintFactRow knownUntil(Instant recordedAt) {
        return new ComplaintFactDraft(this)
                .known(factId, sequence, knownFrom, recordedAt)
                .row();
    }

    static String factId(UUID complaint, int sequence) {
        return complaint + ":" + sequence;
    }
}

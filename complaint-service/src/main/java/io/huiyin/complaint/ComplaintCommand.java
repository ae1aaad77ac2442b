package io.huiyin.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a complaint. */
public sealed interface ComplaintCommand {

    /**
     * File a complaint.
     *
     * @param number the case number, or what stands for it until it is taken
     */
    record RegisterComplaint(String number, Filing filing) implements ComplaintCommand {}

    /** Ask the customer what is unclear. */
    record AskClarification(String question, @Nullable String note) implements ComplaintCommand {}

    /** Give what was missing. */
    record ClarifyComplaint(
            FilingPatch given,
            @Nullable String answer,
            @Nullable String note) implements ComplaintCommand {}

    /** Correct what was recorded wrongly. */
    record CorrectComplaint(
            FilingPatch corrected, String reason, @Nullable String note) implements ComplaintCommand {}

    /** Take charge. */
    record AcceptComplaint(
            @Nullable String handler, @Nullable String note) implements ComplaintCommand {}

    /** Close an entry that is no genuine complaint, with an answer to its sender. */
    record DeclineComplaint(
            String reason, String answer, @Nullable String note) implements ComplaintCommand {}

    /** Take over a historical case: no gates, no clocks. */
    record ImportComplaint(
            String number,
            UUID importId,
            long row,
            Filing filing,
            @Nullable Instant forwardedAt,
            @Nullable Instant closedAt,
            @Nullable String outcome,
            String timely,
            String disputed,
            List<String> flags)
            implements ComplaintCommand {}
}

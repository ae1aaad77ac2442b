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

    /** Tell the sender that we have heard him. */
    record AcknowledgeComplaint(
            String channel,
            String text,
            @Nullable Instant occurredAt,
            @Nullable String note) implements ComplaintCommand {}

    /** Say how severe it is and of which kind its cause. */
    record ClassifyComplaint(
            String severity,
            String causeClass,
            @Nullable String issue,
            @Nullable String note) implements ComplaintCommand {}

    /** Have departments look into it. */
    record StartInvestigation(
            List<String> departments, @Nullable String note) implements ComplaintCommand {}

    /** Say what was found. */
    record RecordFinding(
            String facts,
            @Nullable String cause,
            List<String> evidence,
            ComplaintEvent.@Nullable Production production,
            @Nullable String note)
            implements ComplaintCommand {}

    /** Say who is liable. */
    record DetermineLiability(
            String party,
            String cause,
            @Nullable String department,
            String reason,
            @Nullable String note) implements ComplaintCommand {}

    /** Propose what the customer is to be offered, and submit it. */
    record ProposeSettlement(
            String type,
            @Nullable Money amount,
            String description,
            @Nullable String note) implements ComplaintCommand {}

    /** Let the offer be told. */
    record ApproveSettlement(String opinion, @Nullable String note) implements ComplaintCommand {}

    /** Send the proposal back. */
    record ReturnSettlement(String opinion, @Nullable String note) implements ComplaintCommand {}

    /** Tell the customer what we offer, or why we are not liable. */
    record InformCustomer(
            String channel, String text, @Nullable String note) implements ComplaintCommand {}

    /** Record what the customer says to it. */
    record RecordCustomerDecision(
            boolean accepted,
            @Nullable String opinion,
            @Nullable String note) implements ComplaintCommand {}

    /** Begin another round after a rejection. */
    record RefileComplaint(String reason, @Nullable String note) implements ComplaintCommand {}

    /** Have the next higher tier decide after a rejection. */
    record EscalateComplaint(String reason, @Nullable String note) implements ComplaintCommand {}

    /** Give the customer the last word of the top tier. */
    record GiveFinalAnswer(
            String channel, String text, @Nullable String note) implements ComplaintCommand {}

    /** What was agreed has been done. */
    record CompleteMeasure(String description, @Nullable String note) implements ComplaintCommand {}

    /** Check what was done. */
    record VerifyComplaint(
            boolean passed,
            @Nullable String customerOpinion,
            @Nullable String note) implements ComplaintCommand {}

    /** Close the case. */
    record CloseComplaint(@Nullable String note) implements ComplaintCommand {}

    /** Take a closed case up again. */
    record ReopenComplaint(String reason, @Nullable String note) implements ComplaintCommand {}

    /** Let the clocks stand still while somebody outside is waited for. */
    record HoldComplaint(
            String reason, String waitingFor, @Nullable String note) implements ComplaintCommand {}

    /** Let the clocks run on. */
    record ResumeComplaint(@Nullable String note) implements ComplaintCommand {}

    /**
     * Register what a follow-up found, and tell the head of the responsible department.
     *
     * @param number what stands for the case number until it is taken
     */
    record RegisterFromFollowUp(
            String number,
            Filing filing,
            UUID followUpId,
            @Nullable String department) implements ComplaintCommand {}

    /** Pass the case on to the next department, or to another one. */
    record HandOver(@Nullable String to, @Nullable String note) implements ComplaintCommand {}

    /** Agree with the customer on another date for what was promised him. */
    record AgreeDate(
            String milestone,
            Instant dueAt,
            String channel,
            String text,
            @Nullable String note) implements ComplaintCommand {}

    /** Have somebody come to the customer. */
    record RequestVisit(
            @Nullable String kind,
            @Nullable Integer distanceKm,
            @Nullable Instant agreedAt,
            @Nullable String note) implements ComplaintCommand {}

    /** Say that he has come. */
    record RecordArrival(
            @Nullable Instant arrivedAt, @Nullable String note) implements ComplaintCommand {}

    /** Trace whether the result is in place. */
    record TrackResult(
            boolean inPlace, String text, @Nullable String note) implements ComplaintCommand {}

    /** Time has passed: what came due by an instant is told. */
    record TimePasses(Instant to) implements ComplaintCommand {}

    /** Note how far a nonconformity of this case is. */
    record NoteNonconformity(UUID nonconformityId, String number, String stage) implements ComplaintCommand {}

    /** Link a follow-up that is planned. */
    record LinkFollowUp(UUID followUpId) implements ComplaintCommand {}

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

package io.huiyin.report.views.facts;

import io.huiyin.report.incoming.complaint.ComplaintFact;
import io.huiyin.report.incoming.complaint.ComplaintFact.Accepted;
import io.huiyin.report.incoming.complaint.ComplaintFact.Acknowledged;
import io.huiyin.report.incoming.complaint.ComplaintFact.ClarificationAsked;
import io.huiyin.report.incoming.complaint.ComplaintFact.Clarified;
import io.huiyin.report.incoming.complaint.ComplaintFact.Classified;
import io.huiyin.report.incoming.complaint.ComplaintFact.Closed;
import io.huiyin.report.incoming.complaint.ComplaintFact.Corrected;
import io.huiyin.report.incoming.complaint.ComplaintFact.CustomerAccepted;
import io.huiyin.report.incoming.complaint.ComplaintFact.CustomerInformed;
import io.huiyin.report.incoming.complaint.ComplaintFact.CustomerRejected;
import io.huiyin.report.incoming.complaint.ComplaintFact.DateAgreed;
import io.huiyin.report.incoming.complaint.ComplaintFact.Deadline;
import io.huiyin.report.incoming.complaint.ComplaintFact.Declined;
import io.huiyin.report.incoming.complaint.ComplaintFact.FinalAnswerGiven;
import io.huiyin.report.incoming.complaint.ComplaintFact.Held;
import io.huiyin.report.incoming.complaint.ComplaintFact.Imported;
import io.huiyin.report.incoming.complaint.ComplaintFact.InvestigationStarted;
import io.huiyin.report.incoming.complaint.ComplaintFact.Liability;
import io.huiyin.report.incoming.complaint.ComplaintFact.LiabilityDetermined;
import io.huiyin.report.incoming.complaint.ComplaintFact.MeasureCompleted;
import io.huiyin.report.incoming.complaint.ComplaintFact.NonconformityNoted;
import io.huiyin.report.incoming.complaint.ComplaintFact.Product;
import io.huiyin.report.incoming.complaint.ComplaintFact.Refiled;
import io.huiyin.report.incoming.complaint.ComplaintFact.Registered;
import io.huiyin.report.incoming.complaint.ComplaintFact.Reopened;
import io.huiyin.report.incoming.complaint.ComplaintFact.Resumed;
import io.huiyin.report.incoming.complaint.ComplaintFact.SettlementApproved;
import io.huiyin.report.incoming.complaint.ComplaintFact.SettlementEscalated;
import io.huiyin.report.incoming.complaint.ComplaintFact.SettlementProposed;
import io.huiyin.report.incoming.complaint.ComplaintFact.SettlementReturned;
import io.huiyin.report.incoming.complaint.ComplaintFact.VerificationFailed;
import io.huiyin.report.incoming.complaint.ComplaintFact.Verified;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The next version of a complaint while it is being written. */
final class ComplaintFactDraft {

    private static final String UNKNOWN = "unknown";
    private static final String YES = "yes";
    private static final String NO = "no";

    private final UUID complaintId;
    private final boolean historical;
    private String factId;
    private int sequence;
    private Instant knownFrom;
    private @Nullable Instant knownTo;
    private @Nullable String number;
    private Instant receivedAt;
    private @Nullable String product;
    private @Nullable String subProduct;
    private @Nullable String issue;
    private @Nullable String subIssue;
    private @Nullable String category;
    private @Nullable String channel;
    private @Nullable String region;
    private @Nullable String company;
    private @Nullable String outcome;
    private @Nullable String severity;
    private @Nullable String cause;
    private @Nullable String liability;
    private @Nullable String liabilityCause;
    private @Nullable String department;
    private @Nullable String settlement;
    private String timely = UNKNOWN;
    private String disputed = UNKNOWN;
    private String status;
    private boolean held;
    private @Nullable Instant firstReplyDue;
    private @Nullable Instant firstRepliedAt;
    private @Nullable Instant closeDue;
    private @Nullable Instant endedAt;
    private int reopenings;
    private int nonconformities;
    private @Nullable UUID originFollowUpId;

    private ComplaintFactDraft(
            UUID complaint, int sequence, Instant recordedAt, Instant receivedAt, String status, boolean historical) {
        this.complaintId = complaint;
        this.factId = ComplaintFactRow.factId(complaint, sequence);
        this.sequence = sequence;
        this.knownFrom = recordedAt;
        this.receivedAt = receivedAt;
        this.status = status;
        this.historical = historical;
    }

    /** Goes on from a version. */
    ComplaintFactDraft(ComplaintFactRow from) {
        this(
                from.complaintId(),
                from.sequence(),
                from.knownFrom(),
                from.receivedAt(),
                from.status(),
                from.historical());
        factId = from.factId();
        knownTo = from.knownTo();
        number = from.number();
        product = from.product();
        subProduct = from.subProduct();
        issue = from.issue();
        subIssue = from.subIssue();
        category = from.category();
        channel = from.channel();
        region = from.region();
        company = from.company();
        outcome = from.outcome();
        severity = from.severity();
        cause = from.cause();
        liability = from.liability();
        liabilityCause = from.liabilityCause();
        department = from.department();
        settlement = from.settlement();
        timely = from.timely();
        disputed = from.disputed();
        held = from.held();
        firstReplyDue = from.firstReplyDue();
        firstRepliedAt = from.firstRepliedAt();
        closeDue = from.closeDue();
        endedAt = from.endedAt();
        reopenings = from.reopenings();
        nonconformities = from.nonconformities();
        originFollowUpId = from.originFollowUpId();
    }

    static ComplaintFactRow of(Registered e, UUID complaint, int sequence, Instant recordedAt) {
        ComplaintFactDraft draft =
                new ComplaintFactDraft(complaint, sequence, recordedAt, e.receivedAt(), e.status(), false);
        draft.number = filled(e.number());
        draft.about(e.product());
        draft.issue = filled(e.issue());
        draft.category = filled(e.category());
        draft.channel = filled(e.channel());
        draft.region = filled(e.region());
        draft.severity = filled(e.severity());
        draft.originFollowUpId = e.originFollowUpId();
        draft.promised(e.deadlines());
        return draft.row();
    }

    static ComplaintFactRow of(Imported e, UUID complaint, int sequence, Instant recordedAt) {
        ComplaintFactDraft draft =
                new ComplaintFactDraft(complaint, sequence, recordedAt, e.receivedAt(), "imported", true);
        draft.about(e.product());
        draft.issue = filled(e.issue());
        draft.subIssue = filled(e.subIssue());
        draft.category = filled(e.category());
        draft.channel = filled(e.channel());
        draft.region = filled(e.region());
        draft.company = filled(e.company());
        draft.outcome = filled(e.outcome());
        draft.timely = answer(e.timely(), UNKNOWN);
        draft.disputed = answer(e.disputed(), UNKNOWN);
        return draft.row();
    }

    /** Takes one more event. */
    ComplaintFactDraft take(ComplaintFact event, Instant occurredAt) {
        switch (event) {
            case Registered e -> {}
            case Imported e -> {}
            case ClarificationAsked e -> {
                status = "clarifying";
                replied(occurredAt);
            }
            case Clarified e -> clarified(e);
            case Corrected e -> corrected(e);
            case Acknowledged e -> replied(occurredAt);
            case Accepted e -> {
                status = "accepted";
                promised(e.deadlines());
            }
            case Classified e -> {
                status = "classified";
                severity = or(e.severity(), severity);
                cause = or(e.causeClass(), cause);
                issue = or(e.issue(), issue);
            }
            case InvestigationStarted e -> status = "investigating";
            case LiabilityDetermined e -> {
                status = "liability-determined";
                held(e.party(), e.cause(), e.department());
            }
            case SettlementProposed e -> {
                status = "approval-pending";
                settlement = filled(e.type());
            }
            case SettlementApproved e -> status = "approved";
            case SettlementReturned e -> status = "investigating";
            case CustomerInformed e -> {
                status = "communicated";
                replied(occurredAt);
            }
            case CustomerAccepted e -> {
                status = "implementing";
                disputed = disputed.equals(YES) ? YES : NO;
            }
            case CustomerRejected e -> {
                status = "rejected-by-customer";
                disputed = YES;
            }
            case Refiled e -> status = "investigating";
            case SettlementEscalated e -> status = "approval-pending";
            case FinalAnswerGiven e -> {
                status = "implemented";
                replied(occurredAt);
            }
            case MeasureCompleted e -> status = "implemented";
            case Verified e -> status = "verified";
            case VerificationFailed e -> status = "implementing";
            case Held e -> held = true;
            case DateAgreed e -> {
                promised(List.of(e.deadline()));
                if (!e.deadline().milestone().equals(Deadline.FIRST_REPLY)) {
                    replied(occurredAt);
                }
            }
            case Resumed e -> {
                held = false;
                promised(e.deadlines());
            }
            case Declined e -> {
                status = "declined";
                held = false;
                endedAt = occurredAt;
                replied(occurredAt);
            }
            case Closed e -> closed(e, occurredAt);
            case Reopened e -> {
                status = "investigating";
                endedAt = null;
                timely = UNKNOWN;
                reopenings++;
            }
            case NonconformityNoted e -> nonconformities++;
        }
        return this;
    }

    /** A historical case keeps what the other system knew of it. */
    private void closed(Closed e, Instant occurredAt) {
        status = "closed";
        held = false;
        if (historical || e.historical()) {
            return;
        }
        endedAt = e.closedAt() == null ? occurredAt : e.closedAt();
        timely = answer(e.timely(), timely);
        disputed = answer(e.disputed(), disputed);
        severity = or(e.severity(), severity);
        category = or(e.category(), category);
        issue = or(e.issue(), issue);
        Liability found = e.liability();
        if (found != null) {
            held(found.party(), found.cause(), found.department());
        }
    }

    private void clarified(Clarified e) {
        if (e.product() != null) {
            about(e.product());
        }
        issue = or(e.issue(), issue);
        category = or(e.category(), category);
        channel = or(e.channel(), channel);
        region = or(e.region(), region);
        severity = or(e.severity(), severity);
        boolean complete = e.missing() == null || e.missing().isEmpty();
        if (status.equals("clarifying") && complete) {
            status = "registered";
        }
    }

    private void corrected(Corrected e) {
        if (e.receivedAt() != null) {
            receivedAt = e.receivedAt();
        }
        if (e.product() != null) {
            about(e.product());
        }
        issue = or(e.issue(), issue);
        category = or(e.category(), category);
        channel = or(e.channel(), channel);
        region = or(e.region(), region);
        severity = or(e.severity(), severity);
    }

    private void about(@Nullable Product given) {
        product = given == null ? null : filled(given.label());
        subProduct = given == null ? null : filled(given.subProduct());
    }

    private void held(String party, String why, @Nullable String liable) {
        liability = filled(party);
        liabilityCause = filled(why);
        department = filled(liable);
    }

    /** Only the first reply counts. */
    private void replied(Instant at) {
        if (firstRepliedAt == null && !historical) {
            firstRepliedAt = at;
        }
    }

    private void promised(@Nullable List<Deadline> deadlines) {
        if (deadlines == null) {
            return;
        }
        for (Deadline deadline : deadlines) {
            if (deadline.milestone().equals(Deadline.FIRST_REPLY)) {
                firstReplyDue = deadline.dueAt();
            } else if (deadline.milestone().equals(Deadline.CLOSE)) {
                closeDue = deadline.dueAt();
            }
        }
    }

    /** Says when the version is known. */
    ComplaintFactDraft known(String id, int last, Instant from, @Nullable Instant to) {
        factId = id;
        sequence = last;
        knownFrom = from;
        knownTo = to;
        return this;
    }

    ComplaintFactRow row() {
        return new ComplaintFactRow(
                factId,
                complaintId,
                sequence,
                knownFrom,
                knownTo,
                number,
                receivedAt,
                product,
                subProduct,
                issue,
                subIssue,
                category,
                channel,
                region,
                company,
                outcome,
                severity,
                cause,
                liability,
                liabilityCause,
                department,
                settlement,
                timely,
                disputed,
                status,
                historical,
                held,
                firstReplyDue,
                firstRepliedAt,
                closeDue,
                endedAt,
                reopenings,
                nonconformities,
                originFollowUpId);
    }

    /** What was given now, also when it is blank; else what was known before. */
    private static @Nullable String or(@Nullable String given, @Nullable String before) {
        return given == null ? before : filled(given);
    }

    /** Blank is missing. */
    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String answer(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }
}

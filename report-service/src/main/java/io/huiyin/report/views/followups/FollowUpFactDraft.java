package io.huiyin.report.views.followups;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.report.incoming.followup.FollowUpFact;
import io.huiyin.report.incoming.followup.FollowUpFact.Attempted;
import io.huiyin.report.incoming.followup.FollowUpFact.Claimed;
import io.huiyin.report.incoming.followup.FollowUpFact.Planned;
import io.huiyin.report.incoming.followup.FollowUpFact.Recorded;
import io.huiyin.report.incoming.followup.FollowUpFact.Released;
import io.huiyin.report.incoming.followup.FollowUpFact.Satisfaction;
import io.huiyin.report.incoming.followup.FollowUpFact.Unconfirmed;
import io.huiyin.report.incoming.followup.FollowUpFact.Waived;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The next version of a follow-up while it is being written. */
final class FollowUpFactDraft {

    private static final String REACHED = "reached";

    private final UUID followUpId;
    private String factId;
    private int sequence;
    private Instant knownFrom;
    private @Nullable Instant knownTo;
    private @Nullable UUID complaintId;
    private UUID chainId;
    private int contact = 1;
    private @Nullable String reason;
    private @Nullable String product;
    private @Nullable String issue;
    private @Nullable String severity;
    private @Nullable String department;
    private Instant plannedAt;
    private Instant dueAt;
    private @Nullable String agent;
    private boolean claimed;
    private int attempts;
    private boolean reached;
    private String outcome = "open";
    private @Nullable String outcomeReason;
    private @Nullable Instant recordedAt;
    private @Nullable LocalDate recordedOn;
    private @Nullable String score;
    private @Nullable String scale;
    private boolean dissatisfied;
    private int issues;

    private FollowUpFactDraft(EventEnvelope about, Instant plannedAt, Instant dueAt) {
        this.followUpId = about.subject();
        this.chainId = about.subject();
        this.factId = FollowUpFactRow.factId(about.subject(), about.sequence());
        this.sequence = about.sequence();
        this.knownFrom = about.recordedAt();
        this.plannedAt = plannedAt;
        this.dueAt = dueAt;
    }

    /** Goes on from a version. */
    FollowUpFactDraft(FollowUpFactRow from) {
        followUpId = from.followUpId();
        factId = from.factId();
        sequence = from.sequence();
        knownFrom = from.knownFrom();
        knownTo = from.knownTo();
        complaintId = from.complaintId();
        chainId = from.chainId();
        contact = from.contact();
        reason = from.reason();
        product = from.product();
        issue = from.issue();
        severity = from.severity();
        department = from.department();
        plannedAt = from.plannedAt();
        dueAt = from.dueAt();
        agent = from.agent();
        claimed = from.claimed();
        attempts = from.attempts();
        reached = from.reached();
        outcome = from.outcome();
        outcomeReason = from.outcomeReason();
        recordedAt = from.recordedAt();
        recordedOn = from.recordedOn();
        score = from.score();
        scale = from.scale();
        dissatisfied = from.dissatisfied();
        issues = from.issues();
    }

    static FollowUpFactRow of(Planned e, EventEnvelope about) {
        FollowUpFactDraft draft = new FollowUpFactDraft(about, about.occurredAt(), e.dueAt());
        draft.planned(e);
        return draft.row();
    }

    /** A follow-up that was never planned because it need not be made: its day is the one it was waived on. */
    static FollowUpFactRow of(Waived e, EventEnvelope about) {
        FollowUpFactDraft draft = new FollowUpFactDraft(about, about.occurredAt(), about.occurredAt());
        draft.complaintId = e.complaintId();
        draft.waived(e);
        return draft.row();
    }

    /** Takes one more event. */
    FollowUpFactDraft take(FollowUpFact event, Instant occurredAt) {
        switch (event) {
            case Planned e -> planned(e);
            case Waived e -> waived(e);
            case Claimed e -> {
                claimed = true;
                agent = or(e.agent(), agent);
            }
            case Released e -> {
                claimed = false;
                agent = attempts == 0 ? null : agent;
            }
            case Attempted e -> {
                attempts = e.attempt() == null ? attempts + 1 : Math.max(attempts, e.attempt());
                agent = or(e.agent(), agent);
                reached = reached || e.outcome().equals(REACHED);
            }
            case Recorded e -> recorded(e, occurredAt);
            case Unconfirmed e -> {
                claimed = false;
                outcome = "unconfirmed";
                outcomeReason = filled(e.reason());
                attempts = e.attempts() == null ? attempts : Math.max(attempts, e.attempts());
            }
        }
        return this;
    }

    private void planned(Planned e) {
        complaintId = e.complaintId();
        chainId = e.chainId() == null ? followUpId : e.chainId();
        contact = e.contact() == null ? 1 : e.contact();
        reason = filled(e.reason());
        product = e.product() == null ? null : filled(e.product().label());
        issue = filled(e.issue());
        severity = filled(e.severity());
        department = filled(e.department());
        plannedAt = e.plannedAt() == null ? plannedAt : e.plannedAt();
        dueAt = e.dueAt();
    }

    private void waived(Waived e) {
        claimed = false;
        outcome = "waived";
        outcomeReason = filled(e.reason());
    }

    /** Who was recorded was reached. */
    private void recorded(Recorded e, Instant occurredAt) {
        claimed = false;
        reached = true;
        outcome = "recorded";
        agent = or(e.agent(), agent);
        attempts = e.attempts() == null ? attempts : Math.max(attempts, e.attempts());
        recordedAt = occurredAt;
        recordedOn = e.recordedOn();
        dissatisfied = e.dissatisfied();
        issues = e.issues() == null ? 0 : e.issues().size();
        product = e.product() == null ? product : filled(e.product().label());
        department = or(e.department(), department);
        severity = or(e.severity(), severity);
        Satisfaction satisfaction = e.satisfaction();
        BigDecimal highest = satisfaction == null ? null : satisfaction.highest();
        BigDecimal given = satisfaction == null ? null : satisfaction.score();
        boolean valid = given != null && highest != null && given.signum() >= 0 && given.compareTo(highest) <= 0;
        score = valid ? plain(given) : null;
        scale = valid ? plain(highest) : null;
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    /** Says when the version is known. */
    FollowUpFactDraft known(String id, int last, Instant from, @Nullable Instant to) {
        factId = id;
        sequence = last;
        knownFrom = from;
        knownTo = to;
        return this;
    }

    FollowUpFactRow row() {
        return new FollowUpFactRow(
                factId,
                followUpId,
                sequence,
                knownFrom,
                knownTo,
                complaintId,
                chainId,
                contact,
                reason,
                product,
                issue,
                severity,
                department,
                plannedAt,
                dueAt,
                agent,
                claimed,
                attempts,
                reached,
                outcome,
                outcomeReason,
                recordedAt,
                recordedOn,
                score,
                scale,
                dissatisfied,
                issues);
    }

    private static @Nullable String or(@Nullable String given, @Nullable String before) {
        return given == null || given.isBlank() ? before : given;
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

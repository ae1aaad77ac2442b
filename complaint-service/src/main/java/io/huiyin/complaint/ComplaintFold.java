package io.huiyin.complaint;

import io.huiyin.complaint.Complaint.Case;
import io.huiyin.complaint.Complaint.Clocks;
import io.huiyin.complaint.Complaint.CustomerSide;
import io.huiyin.complaint.Complaint.Ending;
import io.huiyin.complaint.Complaint.Handling;
import io.huiyin.complaint.Complaint.Historical;
import io.huiyin.complaint.Complaint.Hold;
import io.huiyin.complaint.Complaint.Intake;
import io.huiyin.complaint.Complaint.Liability;
import io.huiyin.complaint.Complaint.Links;
import io.huiyin.complaint.Complaint.NonconformityLink;
import io.huiyin.complaint.Complaint.Settlement;
import io.huiyin.complaint.Complaint.Unfiled;
import io.huiyin.complaint.ComplaintEvent.BreachWithdrawn;
import io.huiyin.complaint.ComplaintEvent.ClarificationAsked;
import io.huiyin.complaint.ComplaintEvent.ComplaintAccepted;
import io.huiyin.complaint.ComplaintEvent.ComplaintAcknowledged;
import io.huiyin.complaint.ComplaintEvent.ComplaintClarified;
import io.huiyin.complaint.ComplaintEvent.ComplaintClassified;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintCorrected;
import io.huiyin.complaint.ComplaintEvent.ComplaintDeclined;
import io.huiyin.complaint.ComplaintEvent.ComplaintForwarded;
import io.huiyin.complaint.ComplaintEvent.ComplaintHeld;
import io.huiyin.complaint.ComplaintEvent.ComplaintImported;
import io.huiyin.complaint.ComplaintEvent.ComplaintRefiled;
import io.huiyin.complaint.ComplaintEvent.ComplaintRegistered;
import io.huiyin.complaint.ComplaintEvent.ComplaintReopened;
import io.huiyin.complaint.ComplaintEvent.ComplaintResumed;
import io.huiyin.complaint.ComplaintEvent.ComplaintVerified;
import io.huiyin.complaint.ComplaintEvent.CustomerAccepted;
import io.huiyin.complaint.ComplaintEvent.CustomerInformed;
import io.huiyin.complaint.ComplaintEvent.CustomerRejected;
import io.huiyin.complaint.ComplaintEvent.DateAgreed;
import io.huiyin.complaint.ComplaintEvent.DeadlineApproached;
import io.huiyin.complaint.ComplaintEvent.DeadlineBreached;
import io.huiyin.complaint.ComplaintEvent.FinalAnswerGiven;
import io.huiyin.complaint.ComplaintEvent.FindingRecorded;
import io.huiyin.complaint.ComplaintEvent.FollowUpLinked;
import io.huiyin.complaint.ComplaintEvent.HandedOver;
import io.huiyin.complaint.ComplaintEvent.HeadNotified;
import io.huiyin.complaint.ComplaintEvent.InvestigationStarted;
import io.huiyin.complaint.ComplaintEvent.LiabilityDetermined;
import io.huiyin.complaint.ComplaintEvent.MeasureCompleted;
import io.huiyin.complaint.ComplaintEvent.NonconformityNoted;
import io.huiyin.complaint.ComplaintEvent.OverdueEscalated;
import io.huiyin.complaint.ComplaintEvent.ResultTracked;
import io.huiyin.complaint.ComplaintEvent.SettlementApproved;
import io.huiyin.complaint.ComplaintEvent.SettlementEscalated;
import io.huiyin.complaint.ComplaintEvent.SettlementProposed;
import io.huiyin.complaint.ComplaintEvent.SettlementReturned;
import io.huiyin.complaint.ComplaintEvent.VerificationFailed;
import io.huiyin.complaint.ComplaintEvent.VisitRequested;
import io.huiyin.complaint.ComplaintEvent.VisitorArrived;
import io.huiyin.complaint.rules.MinimumData;
import io.huiyin.complaint.rules.OverdueControl.Raised;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What an event makes of a case. */
final class ComplaintFold {

    /** What a settlement is called that was never proposed: the customer rejected our explanation. */
    private static final String EXPLANATION = "explanation";

    private ComplaintFold() {}

    static Complaint evolve(Complaint complaint, ComplaintEvent event) {
        Complaint after = evolved(complaint, event);
        return after instanceof Case filed ? filed.with(filed.clocks().after(event)) : after;
    }

    private static Complaint evolved(Complaint complaint, ComplaintEvent event) {
        return switch (event) {
            case ComplaintRegistered e -> registered(e);
            case ComplaintImported e -> imported(e);
            case ClarificationAsked e -> {
                Case asked = on(complaint);
                yield asked.with(new Intake(asked.intake().missing(), e.question()))
                        .standing(ComplaintStatus.CLARIFYING);
            }
            case ComplaintClarified e -> clarified(on(complaint), e);
            case ComplaintCorrected e -> corrected(on(complaint), e);
            case ComplaintAcknowledged e -> complaint;
            case ComplaintAccepted e -> accepted(on(complaint), e);
            case ComplaintDeclined e -> {
                Case declined = on(complaint);
                yield declined.with(declined.clocks().notHeld())
                        .with(declined.ending().declined(e.reason(), e.answer()))
                        .standing(ComplaintStatus.DECLINED);
            }
            case ComplaintClassified e -> classified(on(complaint), e);
            case InvestigationStarted e -> {
                Case taken = on(complaint);
                yield taken.with(taken.handling().of(e.departments())).standing(ComplaintStatus.INVESTIGATING);
            }
            case FindingRecorded e -> {
                Case looked = on(complaint);
                yield looked.with(looked.handling().found());
            }
            case LiabilityDetermined e ->
                on(complaint)
                        .with(new Liability(e.party(), e.cause(), e.department(), e.reason(), e.improvementTracked()))
                        .standing(ComplaintStatus.LIABILITY_DETERMINED);
            case SettlementProposed e ->
                on(complaint)
                        .with(new Settlement(e.round(), e.type(), e.amount(), e.description(), e.tier(), false, null))
                        .standing(ComplaintStatus.APPROVAL_PENDING);
            case SettlementApproved e -> {
                Case pending = on(complaint);
                Settlement settlement = pending.settlement();
                yield pending.with(settlement == null ? null : settlement.approvedWith(e.opinion()))
                        .standing(ComplaintStatus.APPROVED);
            }
            case SettlementReturned e -> {
                Case pending = on(complaint);
                Settlement settlement = pending.settlement();
                yield pending.with(settlement == null ? null : settlement.returnedWith(e.opinion()))
                        .standing(ComplaintStatus.INVESTIGATING);
            }
            case CustomerInformed e -> {
                Case told = on(complaint);
                yield told.with(told.customerSide().told()).standing(ComplaintStatus.COMMUNICATED);
            }
            case CustomerAccepted e -> {
                Case told = on(complaint);
                yield told.with(told.customerSide().accepting(e.opinion())).standing(ComplaintStatus.IMPLEMENTING);
            }
            case CustomerRejected e -> {
                Case told = on(complaint);
                yield told.with(told.customerSide().rejecting(e.opinion()))
                        .standing(ComplaintStatus.REJECTED_BY_CUSTOMER);
            }
            case ComplaintRefiled e -> {
                Case rejected = on(complaint);
                yield anew(rejected, e.round());
            }
            case SettlementEscalated e -> escalated(on(complaint), e);
            case FinalAnswerGiven e -> {
                Case rejected = on(complaint);
                yield rejected.with(rejected.customerSide().answered(e.text())).standing(ComplaintStatus.IMPLEMENTED);
            }
            case MeasureCompleted e -> on(complaint).standing(ComplaintStatus.IMPLEMENTED);
            case ComplaintVerified e -> {
                Case done = on(complaint);
                yield done.with(done.customerSide().checked(true, e.customerOpinion()))
                        .standing(ComplaintStatus.VERIFIED);
            }
            case VerificationFailed e -> {
                Case done = on(complaint);
                yield done.with(done.customerSide().checked(false, e.customerOpinion()))
                        .standing(ComplaintStatus.IMPLEMENTING);
            }
            case ComplaintForwarded e -> {
                Case passed = on(complaint);
                Historical history = passed.history();
                yield passed.with(history == null ? null : history.forwardedAt(e.forwardedAt()));
            }
            case ComplaintClosed e -> {
                Case ended = on(complaint);
                yield ended.with(ended.clocks().notHeld())
                        .with(ended.ending().closed(e.closedAt()))
                        .standing(ComplaintStatus.CLOSED);
            }
            case ComplaintReopened e -> {
                Case closed = on(complaint);
                yield anew(
                        closed.with(closed.ending().reopened())
                                .with(closed.clocks().started(e.deadlines() == null ? List.of() : e.deadlines())),
                        e.round());
            }
            case ComplaintHeld e -> {
                Case held = on(complaint);
                yield held.with(held.clocks().held(new Hold(e.reason(), e.waitingFor(), e.heldAt())));
            }
            case ComplaintResumed e -> {
                Case held = on(complaint);
                yield held.with(held.clocks().resumed(e.deadlines(), stood(held, e)));
            }
            case NonconformityNoted e -> {
                Case linked = on(complaint);
                yield linked.with(
                        linked.links().noting(new NonconformityLink(e.nonconformityId(), e.number(), e.stage())));
            }
            case FollowUpLinked e -> {
                Case linked = on(complaint);
                yield linked.with(linked.links().followedUpBy(e.followUpId()));
            }
            case HeadNotified e -> complaint;
            case DeadlineApproached e -> raised(on(complaint), e.milestone(), e.department(), Raised::withReminder);
            case DeadlineBreached e -> raised(on(complaint), e.milestone(), e.department(), Raised::withBreach);
            case OverdueEscalated e ->
                raised(on(complaint), e.milestone(), e.department(), raised -> raised.withLevel(e.level()));
            case BreachWithdrawn e -> raised(on(complaint), e.milestone(), e.department(), Raised::withoutBreach);
            case DateAgreed e -> {
                Case told = on(complaint);
                yield told.with(told.clocks().agreed(e.deadline()));
            }
            case VisitRequested e -> {
                Case visited = on(complaint);
                yield visited.with(visited.clocks().started(List.of(e.deadline())));
            }
            case VisitorArrived e -> complaint;
            case ResultTracked e -> complaint;
            case HandedOver e -> {
                Case passed = on(complaint);
                yield passed.with(passed.handling().heldBy(e.to()));
            }
        };
    }

    private static Case raised(
            Case complaint, String milestone, @Nullable String department, UnaryOperator<Raised> change) {
        return complaint.with(complaint.clocks().raised(milestone, department, change));
    }

    /** Older events do not say when; then nothing was told of it either. */
    private static Duration stood(Case held, ComplaintResumed e) {
        Hold hold = held.clocks().hold();
        Instant resumedAt = e.resumedAt();
        return hold == null || resumedAt == null ? Duration.ZERO : Duration.between(hold.since(), resumedAt);
    }

    private static Case on(Complaint complaint) {
        return switch (complaint) {
            case Case filed -> filed;
            case Unfiled none -> throw new IllegalStateException("an event before the filing");
        };
    }

    private static Case accepted(Case complaint, ComplaintAccepted e) {
        List<Deadline> promises = e.deadlines();
        String first = promises == null
                ? null
                : promises.stream()
                        .map(Deadline::department)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return complaint
                .with(complaint.handling().by(e.handler()).heldBy(first))
                .with(promises == null ? complaint.clocks() : complaint.clocks().started(promises))
                .standing(ComplaintStatus.ACCEPTED);
    }

    private static Case classified(Case complaint, ComplaintClassified e) {
        Filing filing = complaint
                .filing()
                .with(new Filing.Changes(
                        null, null, null, null, null, null, e.issue(), e.severity(), null, null, null));
        return complaint
                .with(filing)
                .with(complaint.handling().classified(e.priority(), e.causeClass()))
                .standing(ComplaintStatus.CLASSIFIED);
    }

    /** A new round offers nothing yet and has told nothing; what was found and who is liable stands until it is judged anew. */
    private static Case anew(Case complaint, int round) {
        return complaint
                .unsettled()
                .with(complaint.customerSide().anew())
                .with(complaint.handling().inRound(round))
                .standing(ComplaintStatus.INVESTIGATING);
    }

    private static Case escalated(Case complaint, SettlementEscalated e) {
        Settlement rejected = complaint.settlement();
        Settlement pending = rejected == null
                ? new Settlement(e.round(), EXPLANATION, null, e.reason(), e.tier(), false, null)
                : rejected.pendingAt(e.tier());
        return complaint.with(pending).with(complaint.customerSide().anew()).standing(ComplaintStatus.APPROVAL_PENDING);
    }

    private static Case registered(ComplaintRegistered e) {
        Filing filing = new Filing(
                e.channel(),
                e.receivedAt(),
                e.source(),
                e.anonymous(),
                e.replyOnly(),
                e.customer(),
                e.product(),
                e.category(),
                e.issue(),
                null,
                e.severity(),
                e.region(),
                null,
                e.description(),
                e.demand(),
                e.wantedBy());
        return new Case(
                e.number(),
                ComplaintStatus.of(e.status()),
                filing,
                new Intake(e.missing(), null),
                Clocks.NONE.started(e.deadlines()),
                Handling.NEW,
                null,
                null,
                CustomerSide.UNTOLD,
                new Links(List.of(), List.of(), e.originFollowUpId()),
                Ending.NONE,
                null);
    }

    private static Case imported(ComplaintImported e) {
        Filing filing = new Filing(
                e.channel(),
                e.receivedAt(),
                e.source(),
                e.customer() == null,
                false,
                e.customer(),
                e.product(),
                e.category(),
                e.issue(),
                e.subIssue(),
                null,
                e.region(),
                e.company(),
                e.description(),
                null,
                null);
        return new Case(
                e.number(),
                ComplaintStatus.REGISTERED,
                filing,
                Intake.COMPLETE,
                Clocks.NONE,
                Handling.NEW,
                null,
                null,
                CustomerSide.UNTOLD,
                Links.NONE,
                Ending.NONE,
                new Historical(e.outcome(), e.timely(), e.disputed(), e.flags(), null));
    }

    private static Case clarified(Case complaint, ComplaintClarified e) {
        Filing filing = complaint
                .filing()
                .with(new Filing.Changes(
                        e.channel(),
                        null,
                        e.replyOnly(),
                        e.customer(),
                        e.product(),
                        e.category(),
                        e.issue(),
                        e.severity(),
                        e.region(),
                        e.description(),
                        e.demand()));
        ComplaintStatus status = e.missing().isEmpty() ? ComplaintStatus.REGISTERED : ComplaintStatus.CLARIFYING;
        return complaint.with(filing).with(new Intake(e.missing(), null)).standing(status);
    }

    private static Case corrected(Case complaint, ComplaintCorrected e) {
        Filing filing = complaint
                .filing()
                .with(new Filing.Changes(
                        e.channel(),
                        e.receivedAt(),
                        e.replyOnly(),
                        e.customer(),
                        e.product(),
                        e.category(),
                        e.issue(),
                        e.severity(),
                        e.region(),
                        e.description(),
                        e.demand()));
        return narrowed(complaint.with(filing), e.missing());
    }

    /** A correction that gives all that was missing leaves nothing to be clarified; older events did not say so. */
    private static Case narrowed(Case complaint, @Nullable List<String> said) {
        List<String> before = complaint.intake().missing();
        if (before.isEmpty()) {
            return complaint;
        }
        List<String> lacking = MinimumData.missing(
                complaint.filing().demand(), complaint.filing().product());
        List<String> missing =
                said != null ? said : before.stream().filter(lacking::contains).toList();
        Intake intake = new Intake(missing, complaint.intake().question());
        return complaint
                .with(intake)
                .standing(said != null && intake.isComplete() ? ComplaintStatus.REGISTERED : complaint.status());
    }
}

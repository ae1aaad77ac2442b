package io.huiyin.followup.task;

import io.huiyin.followup.task.FollowUp.Claim;
import io.huiyin.followup.task.FollowUp.Ending;
import io.huiyin.followup.task.FollowUp.Task;
import io.huiyin.followup.task.FollowUp.Unplanned;
import io.huiyin.followup.task.FollowUp.Withdrawn;
import io.huiyin.followup.task.FollowUpCommand.ClaimFollowUp;
import io.huiyin.followup.task.FollowUpCommand.ConfirmEarlierContact;
import io.huiyin.followup.task.FollowUpCommand.PlanFollowUp;
import io.huiyin.followup.task.FollowUpCommand.PlanRecontact;
import io.huiyin.followup.task.FollowUpCommand.RecordFollowUp;
import io.huiyin.followup.task.FollowUpCommand.ReleaseFollowUp;
import io.huiyin.followup.task.FollowUpCommand.RenewClaim;
import io.huiyin.followup.task.FollowUpCommand.ReportAttempt;
import io.huiyin.followup.task.FollowUpCommand.ReviewFollowUp;
import io.huiyin.followup.task.FollowUpCommand.WaiveFollowUp;
import io.huiyin.followup.task.FollowUpEvent.FollowUpAttempted;
import io.huiyin.followup.task.FollowUpEvent.FollowUpClaimRenewed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpClaimed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpClosed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpPlanned;
import io.huiyin.followup.task.FollowUpEvent.FollowUpRecontactPlanned;
import io.huiyin.followup.task.FollowUpEvent.FollowUpRecorded;
import io.huiyin.followup.task.FollowUpEvent.FollowUpReleased;
import io.huiyin.followup.task.FollowUpEvent.FollowUpReviewed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpUnconfirmed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpWaived;
import io.huiyin.followup.task.FollowUpEvent.FollowUpWithdrawn;
import io.huiyin.followup.task.rules.AssigneeBySeverity;
import io.huiyin.followup.task.rules.CallWindow;
import io.huiyin.followup.task.rules.ClaimLease;
import io.huiyin.followup.task.rules.ContactChannel;
import io.huiyin.followup.task.rules.ContactsUntilSettled;
import io.huiyin.followup.task.rules.Dissatisfaction;
import io.huiyin.followup.task.rules.EndOfTrying;
import io.huiyin.followup.task.rules.FollowUpDeadline;
import io.huiyin.followup.task.rules.HigherRoleMayTakeOver;
import io.huiyin.followup.task.rules.NextContact;
import io.huiyin.followup.task.rules.OnSiteSignature;
import io.huiyin.followup.task.rules.OriginalWording;
import io.huiyin.followup.task.rules.ReviewerIsAnother;
import io.huiyin.followup.task.rules.SameDayRecord;
import io.huiyin.followup.task.rules.ScoreOnScale;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.Decider;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides about follow-ups (RULEBOOK §4.7). */
public final class FollowUpDecider implements Decider<FollowUpCommand, FollowUp, FollowUpEvent> {

    private static final String COMPLAINT_REOPENED = "complaint-reopened";
    private static final String RELEASED = "released";
    private static final String EXPIRED = "expired";

    @Override
    public FollowUp initial() {
        return new Unplanned();
    }

    @Override
    public List<FollowUpEvent> decide(FollowUpCommand command, FollowUp followUp, Context context) {
        return switch (command) {
            case PlanFollowUp c -> plan(c, followUp, context);
            case WaiveFollowUp c -> waive(c, followUp);
            case PlanRecontact c -> planRecontact(c, on(followUp));
            case ConfirmEarlierContact c -> confirm(c, on(followUp));
            case ClaimFollowUp c -> claim(c, awaiting(followUp), context);
            case RenewClaim c -> renew(c, awaiting(followUp), context);
            case ReleaseFollowUp c -> release(c, awaiting(followUp), context);
            case ReportAttempt c -> attempt(c, awaiting(followUp), context);
            case RecordFollowUp c -> record(c, awaiting(followUp), context);
            case ReviewFollowUp c -> review(c, on(followUp), context);
        };
    }

    @Override
    public FollowUp evolve(FollowUp followUp, FollowUpEvent event) {
        return switch (event) {
            case FollowUpPlanned e -> new Task(e, FollowUpStatus.SCHEDULED, null, List.of(), Ending.NONE);
            case FollowUpWithdrawn e -> new Withdrawn();
            case FollowUpWaived e -> ended(on(followUp), FollowUpStatus.WAIVED, e.reason());
            case FollowUpClaimed e ->
                on(followUp).claimed(new Claim(e.agent(), e.agentName(), e.channel(), e.leaseUntil()));
            case FollowUpClaimRenewed e -> renewed(on(followUp), e.leaseUntil());
            case FollowUpReleased e -> on(followUp).claimed(null);
            case FollowUpAttempted e -> attempted(on(followUp), e);
            case FollowUpRecorded e -> recorded(on(followUp), e);
            case FollowUpUnconfirmed e -> ended(on(followUp), FollowUpStatus.UNCONFIRMED, e.reason());
            case FollowUpRecontactPlanned e -> recontacted(on(followUp), e);
            case FollowUpReviewed e -> reviewed(on(followUp), e);
            case FollowUpClosed e -> on(followUp).standing(FollowUpStatus.CLOSED);
        };
    }

    private static List<FollowUpEvent> plan(PlanFollowUp command, FollowUp followUp, Context context) {
        return switch (followUp) {
            case Task planned -> List.of(); // the same end of handling is followed up once
            case Unplanned none -> planned(command, command.exemption(), context);
            case Withdrawn reopened ->
                planned(command, Objects.requireNonNullElse(command.exemption(), COMPLAINT_REOPENED), context);
        };
    }

    private static List<FollowUpEvent> planned(PlanFollowUp command, @Nullable String waivedBecause, Context context) {
        Handled handled = command.handled();
        FollowUpCommand.Link link = command.link();
        Subject subject = command.subject();
        List<FollowUpEvent> events = new ArrayList<>(2);
        events.add(new FollowUpPlanned(
                handled.complaintId(),
                handled.complaintNumber(),
                handled.closing(),
                link.chainId(),
                link.contact(),
                link.previousFollowUpId(),
                ContactsUntilSettled.reason(link.contact()),
                subject.customer(),
                subject.product(),
                subject.severity(),
                subject.issue(),
                subject.department(),
                AssigneeBySeverity.role(subject.severity(), context.policies()),
                handled.handledAt(),
                context.now(),
                FollowUpDeadline.dueAt(handled.handledAt(), context),
                FollowUpDeadline.policy(context.policies())));
        if (waivedBecause != null) {
            events.add(new FollowUpWaived(handled.complaintId(), waivedBecause, null));
        }
        return events;
    }

    /** What reopens a complaint may be heard of before what closed it was acted on: both orders come to the same. */
    private static List<FollowUpEvent> waive(WaiveFollowUp command, FollowUp followUp) {
        return switch (followUp) {
            case Unplanned none -> List.of(new FollowUpWithdrawn(command.complaintId(), COMPLAINT_REOPENED));
            case Withdrawn already -> List.of();
            case Task task
            when task.status().awaitsContact() ->
                List.of(new FollowUpWaived(command.complaintId(), COMPLAINT_REOPENED, null));
            case Task asked -> List.of();
        };
    }

    private static List<FollowUpEvent> planRecontact(PlanRecontact command, Task task) {
        FollowUpRecorded recorded = task.ending().recorded();
        if (recorded == null || !recorded.dissatisfied()) {
            throw new Refused(
                    FollowUpRefusal.NOTHING_LEFT_OPEN, "it is " + task.status().wire());
        }
        if (task.ending().nextFollowUpIds().contains(command.nextFollowUpId())) {
            return List.of();
        }
        Subject own = task.plan().subject();
        Subject subject = command.subject().or(own);
        return List.of(new FollowUpRecontactPlanned(
                command.nextFollowUpId(),
                command.handled().complaintId(),
                command.handled().complaintNumber(),
                command.handled().closing(),
                task.plan().chainId(),
                ContactsUntilSettled.next(task.plan().contact()),
                command.handled().handledAt(),
                own.customer() == null ? subject.customer() : own.customer(),
                own.product() == null ? subject.product() : own.product(),
                subject.severity(),
                subject.issue(),
                subject.department(),
                command.exemption()));
    }

    private static List<FollowUpEvent> confirm(ConfirmEarlierContact command, Task task) {
        return task.status() == FollowUpStatus.RECONTACT_SCHEDULED
                        && ContactsUntilSettled.settles(
                                command.confirmedBy(), task.ending().nextFollowUpId())
                ? List.of(closed(task))
                : List.of();
    }

    private static FollowUpClosed closed(Task task) {
        return new FollowUpClosed(
                task.plan().chainId(), task.plan().contact(), task.plan().previousFollowUpId());
    }

    private static List<FollowUpEvent> claim(ClaimFollowUp command, Task task, Context context) {
        if (!ContactChannel.isKnown(command.channel())) {
            throw new InvalidInput(List.of(channelFault()));
        }
        Instant now = context.now();
        String agent = context.actor().id();
        Claim running = task.running(now);
        if (running != null) {
            if (running.agent().equals(agent)) {
                return List.of(); // he holds it already
            }
            throw new Refused(FollowUpRefusal.HELD_BY_ANOTHER, "until " + running.leaseUntil());
        }
        if (!HigherRoleMayTakeOver.mayTake(context.actor(), task.plan().assigneeRole())) {
            throw new Refused(
                    FollowUpRefusal.ABOVE_ROLE, "it needs " + task.plan().assigneeRole());
        }
        if (!NextContact.hasCome(task.nextContactAt(), now)) {
            throw new Refused(FollowUpRefusal.NOT_YET, "not before " + task.nextContactAt());
        }
        if (!CallWindow.isOpen(command.channel(), now, context)) {
            throw new Refused(
                    FollowUpRefusal.OUTSIDE_CALL_WINDOW,
                    "from " + CallWindow.nextOpening(command.channel(), now, context));
        }
        List<FollowUpEvent> events = new ArrayList<>(2);
        if (task.claim() != null) {
            events.add(new FollowUpReleased(task.claim().agent(), EXPIRED, null));
        }
        events.add(new FollowUpClaimed(
                agent, context.actor().name(), command.channel(), ClaimLease.until(now, context.policies())));
        return events;
    }

    private static List<FollowUpEvent> renew(RenewClaim command, Task task, Context context) {
        Claim claim = held(task, context);
        Instant until = ClaimLease.until(context.now(), context.policies());
        return until.equals(claim.leaseUntil())
                ? List.of()
                : List.of(new FollowUpClaimRenewed(claim.agent(), until, command.note()));
    }

    private static List<FollowUpEvent> release(ReleaseFollowUp command, Task task, Context context) {
        return List.of(new FollowUpReleased(held(task, context).agent(), RELEASED, command.note()));
    }

    private static List<FollowUpEvent> attempt(ReportAttempt command, Task task, Context context) {
        Claim claim = held(task, context);
        Instant now = context.now();
        PolicyValues policies = context.policies();
        ContactOutcome outcome = ContactOutcome.find(command.outcome());
        List<FieldFault> faults = attemptFaults(command, outcome, now);
        if (outcome == null || !faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        int unanswered = task.unanswered() + (outcome.isUnanswered() ? 1 : 0);
        String over = EndOfTrying.because(outcome, unanswered, policies);
        Instant startedAt = startedAt(command, now);
        int attempt = task.attempts().size() + 1;
        List<FollowUpEvent> events = new ArrayList<>(2);
        events.add(new FollowUpAttempted(
                attempt,
                claim.agent(),
                command.channel(),
                called(command.number(), task.plan()),
                outcome.wire(),
                startedAt,
                command.endedAt(),
                outcome.isPutOff() && over == null ? NextContact.at(command.nextContactAt(), now, policies) : null,
                CallWindow.isOpen(command.channel(), startedAt, context) ? null : true,
                command.note()));
        if (over != null) {
            events.add(new FollowUpUnconfirmed(
                    task.plan().complaintId(),
                    task.plan().chainId(),
                    task.plan().contact(),
                    over,
                    attempt));
        }
        return events;
    }

    private static List<FieldFault> attemptFaults(
            ReportAttempt command, @Nullable ContactOutcome outcome, Instant now) {
        List<FieldFault> faults = new ArrayList<>();
        if (!ContactChannel.isKnown(command.channel())) {
            faults.add(channelFault());
        }
        if (outcome == null) {
            faults.add(new FieldFault("/outcome", "is none of " + String.join(", ", ContactOutcome.all())));
        }
        if (command.startedAt() != null && command.startedAt().isAfter(now)) {
            faults.add(new FieldFault("/startedAt", "lies in the future"));
        }
        if (command.endedAt() != null && command.endedAt().isAfter(now)) {
            faults.add(new FieldFault("/endedAt", "lies in the future"));
        } else if (command.endedAt() != null && command.endedAt().isBefore(startedAt(command, now))) {
            faults.add(new FieldFault("/endedAt", "lies before startedAt"));
        }
        if (command.nextContactAt() != null) {
            if (outcome != null && !outcome.isPutOff()) {
                faults.add(new FieldFault("/nextContactAt", "is for a customer who was not reached"));
            } else if (!command.nextContactAt().isAfter(now)) {
                faults.add(new FieldFault("/nextContactAt", "must lie in the future"));
            }
        }
        return faults;
    }

    private static FieldFault channelFault() {
        return new FieldFault("/channel", "is none of " + String.join(", ", ContactChannel.ALL));
    }

    private static Instant startedAt(ReportAttempt command, Instant now) {
        Instant startedAt = command.startedAt();
        return startedAt == null ? Objects.requireNonNullElse(command.endedAt(), now) : startedAt;
    }

    /** A phone number is personal data, whoever's it turns out to be. */
    private static @Nullable Person called(@Nullable String number, FollowUpPlanned plan) {
        if (number == null) {
            return null;
        }
        Person known = plan.customer() == null ? null : plan.customer().person();
        return new Person(
                known == null ? Ids.derived("person", plan.chainId()).toString() : known.personId(),
                null,
                number,
                null,
                null);
    }

    private static List<FollowUpEvent> record(RecordFollowUp command, Task task, Context context) {
        Claim claim = held(task, context);
        if (task.status() != FollowUpStatus.CONTACTED) {
            throw new Refused(
                    FollowUpRefusal.NOT_REACHED, "it is " + task.status().wire());
        }
        PolicyValues policies = context.policies();
        FollowUpPlanned plan = task.plan();
        FollowUpAttempted reached = task.attempts().getLast();
        boolean dissatisfied = Dissatisfaction.isFound(command.satisfaction(), command.issues(), policies);
        List<FieldFault> faults = new ArrayList<>(ScoreOnScale.faults(command.satisfaction()));
        faults.addAll(severityFaults(command.issues(), policies));
        if (faults.isEmpty()) {
            faults.addAll(
                    OriginalWording.faults(command.satisfaction(), command.opinions(), command.issues(), dissatisfied));
        }
        faults.addAll(OnSiteSignature.faults(reached.channel(), command.signature(), policies));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        LocalDate contactedOn = SameDayRecord.day(reached.startedAt(), policies);
        LocalDate recordedOn = SameDayRecord.day(context.now(), policies);
        return List.of(new FollowUpRecorded(
                plan.complaintId(),
                plan.complaintNumber(),
                plan.chainId(),
                plan.contact(),
                claim.agent(),
                reached.channel(),
                command.answers(),
                command.satisfaction(),
                command.opinions(),
                command.issues(),
                command.signature(),
                dissatisfied,
                plan.customer(),
                plan.product(),
                plan.severity(),
                plan.issue(),
                plan.department(),
                contactedOn,
                recordedOn,
                SameDayRecord.isKept(contactedOn, recordedOn),
                task.attempts().size(),
                command.note()));
    }

    /** They become the severity of a complaint, which takes only those of the profile. */
    private static List<FieldFault> severityFaults(List<Issue> issues, PolicyValues policies) {
        List<String> known = AssigneeBySeverity.severities(policies);
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 0; i < issues.size(); i++) {
            String severity = issues.get(i).severity();
            if (severity != null && !known.contains(severity)) {
                faults.add(new FieldFault("/issues/" + i + "/severity", "is none of " + String.join(", ", known)));
            }
        }
        return faults;
    }

    private static List<FollowUpEvent> review(ReviewFollowUp command, Task task, Context context) {
        FollowUpRecorded recorded = task.ending().recorded();
        if (recorded == null) {
            throw new Refused(
                    FollowUpRefusal.NOT_RECORDED, "it is " + task.status().wire());
        }
        if (task.ending().reviewed() != null) {
            throw new Refused(FollowUpRefusal.ALREADY_REVIEWED);
        }
        String reviewer = context.actor().id();
        if (!ReviewerIsAnother.holds(reviewer, recorded.agent())) {
            throw new Refused(FollowUpRefusal.OWN_RECORD);
        }
        FollowUpReviewed reviewed = new FollowUpReviewed(reviewer, command.opinion(), command.note());
        return task.status() == FollowUpStatus.RECORDED ? List.of(reviewed, closed(task)) : List.of(reviewed);
    }

    private static Task on(FollowUp followUp) {
        return switch (followUp) {
            case Task task -> task;
            case Unplanned none -> throw new Refused(FollowUpRefusal.NOT_PLANNED);
            case Withdrawn reopened -> throw new Refused(FollowUpRefusal.NOT_PLANNED);
        };
    }

    private static Task awaiting(FollowUp followUp) {
        Task task = on(followUp);
        if (!task.status().awaitsContact()) {
            throw new Refused(FollowUpRefusal.NOT_OPEN, "it is " + task.status().wire());
        }
        return task;
    }

    private static Claim held(Task task, Context context) {
        Claim claim = task.claim();
        if (claim == null || !claim.agent().equals(context.actor().id())) {
            throw new Refused(FollowUpRefusal.NOT_THE_HOLDER);
        }
        if (!claim.runs(context.now())) {
            throw new Refused(FollowUpRefusal.LEASE_EXPIRED, "since " + claim.leaseUntil());
        }
        return claim;
    }

    private static Task ended(Task task, FollowUpStatus how, String because) {
        return task.claimed(null).standing(how).ending(task.ending().because(because));
    }

    private static Task renewed(Task task, Instant until) {
        Claim claim = task.claim();
        return claim == null ? task : task.claimed(claim.until(until));
    }

    private static Task attempted(Task task, FollowUpAttempted e) {
        Task tried = task.attempted(e);
        return ContactOutcome.REACHED.wire().equals(e.outcome())
                ? tried.standing(FollowUpStatus.CONTACTED)
                : tried.claimed(null).standing(FollowUpStatus.RESCHEDULED);
    }

    private static Task recorded(Task task, FollowUpRecorded e) {
        return task.claimed(null)
                .standing(e.dissatisfied() ? FollowUpStatus.ISSUE_OPEN : FollowUpStatus.RECORDED)
                .ending(task.ending().recorded(e));
    }

    private static Task recontacted(Task task, FollowUpRecontactPlanned e) {
        return task.standing(FollowUpStatus.RECONTACT_SCHEDULED)
                .ending(task.ending().next(e.nextFollowUpId()));
    }

    private static Task reviewed(Task task, FollowUpReviewed e) {
        return task.ending(task.ending().reviewed(e));
    }
}

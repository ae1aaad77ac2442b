package io.huiyin.report.action;

import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.Decider;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.report.Person;
import io.huiyin.report.action.ImprovementAction.Assignment;
import io.huiyin.report.action.ImprovementAction.Ending;
import io.huiyin.report.action.ImprovementAction.Given;
import io.huiyin.report.action.ImprovementAction.InProgress;
import io.huiyin.report.action.ImprovementAction.Informed;
import io.huiyin.report.action.ImprovementAction.Known;
import io.huiyin.report.action.ImprovementAction.NotProposed;
import io.huiyin.report.action.ImprovementAction.Proposal;
import io.huiyin.report.action.ImprovementAction.Round;
import io.huiyin.report.action.ImprovementAction.Task;
import io.huiyin.report.action.ImprovementAction.ToVerify;
import io.huiyin.report.action.ImprovementAction.Told;
import io.huiyin.report.action.ImprovementAction.Verdict;
import io.huiyin.report.action.ImprovementActionCommand.AssignAction;
import io.huiyin.report.action.ImprovementActionCommand.CancelAction;
import io.huiyin.report.action.ImprovementActionCommand.CloseAction;
import io.huiyin.report.action.ImprovementActionCommand.InformCustomer;
import io.huiyin.report.action.ImprovementActionCommand.ProposeAction;
import io.huiyin.report.action.ImprovementActionCommand.ReportDone;
import io.huiyin.report.action.ImprovementActionCommand.ReportToDirector;
import io.huiyin.report.action.ImprovementActionCommand.StartAction;
import io.huiyin.report.action.ImprovementActionCommand.VerifyAction;
import io.huiyin.report.action.ImprovementActionEvent.Assigned;
import io.huiyin.report.action.ImprovementActionEvent.Cancelled;
import io.huiyin.report.action.ImprovementActionEvent.Closed;
import io.huiyin.report.action.ImprovementActionEvent.CustomerInformed;
import io.huiyin.report.action.ImprovementActionEvent.Done;
import io.huiyin.report.action.ImprovementActionEvent.FoundIneffective;
import io.huiyin.report.action.ImprovementActionEvent.Proposed;
import io.huiyin.report.action.ImprovementActionEvent.Reported;
import io.huiyin.report.action.ImprovementActionEvent.Started;
import io.huiyin.report.action.ImprovementActionEvent.Verified;
import io.huiyin.report.action.rules.ActionWorkflow;
import io.huiyin.report.action.rules.ClosedLoop;
import io.huiyin.report.action.rules.CompleteAssignment;
import io.huiyin.report.action.rules.InformantIsTold;
import io.huiyin.report.action.rules.KnownOrigin;
import io.huiyin.report.action.rules.OnlyTheVerifierVerifies;
import io.huiyin.report.action.rules.VerifierIsAnother;
import java.util.ArrayList;
import java.util.List;

/** Improvement actions as three pure functions. */
public final class ImprovementActionDecider
        implements Decider<ImprovementActionCommand, ImprovementAction, ImprovementActionEvent> {

    @Override
    public ImprovementAction initial() {
        return new NotProposed();
    }

    @Override
    public List<ImprovementActionEvent> decide(
            ImprovementActionCommand command, ImprovementAction action, Context context) {
        return List.of(
                switch (command) {
                    case ProposeAction c -> propose(c, action, context);
                    case AssignAction c -> assign(c, action, context);
                    case StartAction c -> start(c, action, context);
                    case ReportDone c -> done(c, action, context);
                    case VerifyAction c -> verify(c, action, context);
                    case ReportToDirector c -> report(c, action, context);
                    case InformCustomer c -> inform(c, action, context);
                    case CloseAction c -> close(c, action, context);
                    case CancelAction c -> cancel(c, action, context);
                });
    }

    private static ImprovementActionEvent propose(ProposeAction command, ImprovementAction action, Context context) {
        if (!(action instanceof NotProposed)) {
            throw new Refused(ImprovementActionRefusal.ALREADY_PROPOSED);
        }
        KnownOrigin.check(command.origin());
        return new Proposed(
                command.number(),
                command.problem(),
                command.origin(),
                command.requirement(),
                InformantIsTold.of(command.origin(), context.policies()),
                InformantIsTold.policy(context.policies()),
                context.now(),
                Person.of(context.actor()),
                command.note());
    }

    private static ImprovementActionEvent assign(AssignAction command, ImprovementAction action, Context context) {
        Known assignable = ActionWorkflow.assignable(action);
        String requirement = CompleteAssignment.requirement(command, assignable, context);
        VerifierIsAnother.named(command.person(), command.verifier());
        return new Assigned(
                assignable.proposal().number(),
                command.department(),
                command.person(),
                requirement,
                command.dueOn(),
                command.verifyingDepartment(),
                command.verifier(),
                context.now(),
                Person.of(context.actor()),
                command.reason(),
                command.note());
    }

    private static ImprovementActionEvent start(StartAction command, ImprovementAction action, Context context) {
        ActionWorkflow.assigned(action);
        return new Started(context.now(), Person.of(context.actor()), command.note());
    }

    private static ImprovementActionEvent done(ReportDone command, ImprovementAction action, Context context) {
        InProgress working = ActionWorkflow.inProgress(action);
        return new Done(
                working.task().rounds().size() + 1,
                command.result(),
                command.evidence(),
                context.now(),
                Person.of(context.actor()),
                command.note());
    }

    private static ImprovementActionEvent verify(VerifyAction command, ImprovementAction action, Context context) {
        ToVerify waiting = ActionWorkflow.toVerify(action);
        VerifierIsAnother.acts(waiting, context.actor());
        OnlyTheVerifierVerifies.check(waiting.task().assignment(), context.actor());
        int round = waiting.task().rounds().size() + 1;
        if (!command.effective()) {
            return new FoundIneffective(
                    round, command.effect(), context.now(), Person.of(context.actor()), command.note());
        }
        return new Verified(
                waiting.proposal().number(),
                waiting.proposal().origin(),
                round,
                command.effect(),
                waiting.task().assignment().dueOn(),
                context.now(),
                Person.of(context.actor()),
                command.note());
    }

    private static ImprovementActionEvent report(ReportToDirector command, ImprovementAction action, Context context) {
        ActionWorkflow.verified(action);
        return new Reported(
                command.director(), command.text(), context.now(), Person.of(context.actor()), command.note());
    }

    private static ImprovementActionEvent inform(InformCustomer command, ImprovementAction action, Context context) {
        ActionWorkflow.known(action);
        return new CustomerInformed(
                command.channel(), command.text(), context.now(), Person.of(context.actor()), command.note());
    }

    private static ImprovementActionEvent close(CloseAction command, ImprovementAction action, Context context) {
        Proposal proposal = ClosedLoop.of(action).proposal();
        return new Closed(
                proposal.number(), proposal.origin(), context.now(), Person.of(context.actor()), command.note());
    }

    private static ImprovementActionEvent cancel(CancelAction command, ImprovementAction action, Context context) {
        Proposal proposal = ActionWorkflow.cancellable(action).proposal();
        return new Cancelled(
                proposal.number(),
                proposal.origin(),
                command.reason(),
                context.now(),
                Person.of(context.actor()),
                command.note());
    }

    @Override
    public ImprovementAction evolve(ImprovementAction action, ImprovementActionEvent event) {
        return switch (event) {
            case Proposed e ->
                new ImprovementAction.Proposed(new Proposal(
                        e.number(),
                        e.problem(),
                        e.origin(),
                        e.requirement(),
                        e.informCustomer(),
                        e.proposedAt(),
                        e.proposedBy()));
            case Assigned e -> new ImprovementAction.Assigned(task((Known) action, e));
            case Started e -> new InProgress(task(action).started(e.startedAt()));
            case Done e ->
                new ToVerify(
                        task(action), new ImprovementAction.Done(e.result(), e.evidence(), e.doneAt(), e.doneBy()));
            case Verified e ->
                new ImprovementAction.Verified(
                        judged(action, new Verdict(true, e.effect(), e.verifiedAt(), e.verifiedBy())), null);
            case FoundIneffective e ->
                new InProgress(judged(action, new Verdict(false, e.effect(), e.verifiedAt(), e.verifiedBy())));
            case Reported e ->
                new ImprovementAction.Reported(
                        task(action),
                        new Told(e.director(), e.text(), e.reportedAt(), e.reportedBy()),
                        ((ImprovementAction.Verified) action).customer());
            case CustomerInformed e ->
                informed(action, new Informed(e.channel(), e.text(), e.informedAt(), e.informedBy()));
            case Closed e ->
                new ImprovementAction.Closed(
                        (ImprovementAction.Reported) action, new Ending(e.closedAt(), e.closedBy(), e.note()));
            case Cancelled e ->
                new ImprovementAction.Cancelled(
                        (Known) action, new Ending(e.cancelledAt(), e.cancelledBy(), e.reason()));
        };
    }

    private static Task task(ImprovementAction action) {
        return ((Given) action).task();
    }

    private static Task task(Known action, Assigned e) {
        Assignment assignment = new Assignment(
                e.department(),
                e.person(),
                e.requirement(),
                e.dueOn(),
                e.verifyingDepartment(),
                e.verifier(),
                e.assignedAt(),
                e.assignedBy());
        List<Round> rounds = action instanceof Given given ? given.task().rounds() : List.of();
        return new Task(action.proposal(), assignment, null, rounds);
    }

    private static Task judged(ImprovementAction action, Verdict verdict) {
        ToVerify waiting = (ToVerify) action;
        Task task = waiting.task();
        List<Round> rounds = new ArrayList<>(task.rounds());
        rounds.add(new Round(waiting.done(), verdict));
        return new Task(task.proposal(), task.assignment(), task.startedAt(), rounds);
    }

    private static ImprovementAction informed(ImprovementAction action, Informed customer) {
        return action instanceof ImprovementAction.Reported reported
                ? new ImprovementAction.Reported(reported.task(), reported.director(), customer)
                : new ImprovementAction.Verified(task(action), customer);
    }
}

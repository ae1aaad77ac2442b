package io.huiyin.report.action;

import io.huiyin.report.Person;
import io.huiyin.report.action.ImprovementAction.Cancelled;
import io.huiyin.report.action.ImprovementAction.Closed;
import io.huiyin.report.action.ImprovementAction.Done;
import io.huiyin.report.action.ImprovementAction.Ending;
import io.huiyin.report.action.ImprovementAction.Given;
import io.huiyin.report.action.ImprovementAction.Informed;
import io.huiyin.report.action.ImprovementAction.Known;
import io.huiyin.report.action.ImprovementAction.NotProposed;
import io.huiyin.report.action.ImprovementAction.Proposal;
import io.huiyin.report.action.ImprovementAction.Reported;
import io.huiyin.report.action.ImprovementAction.Round;
import io.huiyin.report.action.ImprovementAction.Task;
import io.huiyin.report.action.ImprovementAction.ToVerify;
import io.huiyin.report.action.ImprovementAction.Told;
import io.huiyin.report.action.ImprovementAction.Verified;
import io.huiyin.report.action.rules.Overdue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An improvement action as it is answered.
 *
 * @param requirement what the proposal wants to be reached; what holds stands in the assignment
 * @param overdue whether its due date has passed unverified; absent from an answer about the past
 * @param done what waits to be verified
 * @param rounds the attempts that were verified, found effective or not
 */
public record ImprovementActionAnswer(
        UUID id,
        String number,
        String status,
        int version,
        String problem,
        Origin origin,
        @Nullable String requirement,
        boolean informCustomer,
        Instant proposedAt,
        Person proposedBy,
        ImprovementAction.@Nullable Assignment assignment,
        @Nullable Boolean overdue,
        @Nullable Instant startedAt,
        @Nullable Done done,
        List<Round> rounds,
        @Nullable Told directorTold,
        @Nullable Informed customerInformed,
        @Nullable Ending closed,
        @Nullable Ending cancelled) {

    /**
     * The answer for a state.
     *
     * @param today the day that due dates are judged by; null for an answer about the past
     */
    public static ImprovementActionAnswer of(
            UUID id, ImprovementAction action, int version, @Nullable LocalDate today) {
        return switch (action) {
            case NotProposed none -> throw new IllegalStateException("nothing was proposed");
            case Known known -> of(id, known, version, today);
        };
    }

    private static ImprovementActionAnswer of(UUID id, Known action, int version, @Nullable LocalDate today) {
        Proposal proposal = action.proposal();
        Known worked = action instanceof Cancelled cancelled ? cancelled.before() : action;
        Task task = worked instanceof Given given ? given.task() : null;
        return new ImprovementActionAnswer(
                id,
                proposal.number(),
                action.status().wire(),
                version,
                proposal.problem(),
                proposal.origin(),
                proposal.requirement(),
                proposal.informCustomer(),
                proposal.proposedAt(),
                proposal.proposedBy(),
                task == null ? null : task.assignment(),
                today == null ? null : Overdue.on(today, action),
                task == null ? null : task.startedAt(),
                worked instanceof ToVerify waiting ? waiting.done() : null,
                task == null ? List.of() : task.rounds(),
                director(action),
                customer(action),
                action instanceof Closed closed ? closed.ending() : null,
                action instanceof Cancelled cancelled ? cancelled.ending() : null);
    }

    private static @Nullable Told director(Known action) {
        return switch (action) {
            case Reported reported -> reported.director();
            case Closed closed -> closed.reported().director();
            case Known other -> null;
        };
    }

    private static @Nullable Informed customer(Known action) {
        return switch (action) {
            case Verified verified -> verified.customer();
            case Reported reported -> reported.customer();
            case Closed closed -> closed.reported().customer();
            case Known other -> null;
        };
    }
}

package io.huiyin.report.action.views.register;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.report.action.ImprovementAction.Status;
import io.huiyin.report.action.ImprovementActionEvent;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action as it was known from one recorded instant to another.
 *
 * @param versionId action and the event it was known by
 * @param version its version
 * @param knownFrom when that event was recorded
 * @param knownTo when the next one was; null for what is known now
 * @param rounds how often it was verified
 */
public record ActionRow(
        String versionId,
        UUID actionId,
        int version,
        Instant knownFrom,
        @Nullable Instant knownTo,
        String number,
        String problem,
        String originKind,
        @Nullable String originId,
        Instant proposedAt,
        String status,
        @Nullable String department,
        @Nullable String person,
        @Nullable String requirement,
        @Nullable LocalDate dueOn,
        @Nullable String verifyingDepartment,
        @Nullable String verifier,
        int rounds,
        @Nullable Instant verifiedAt) {

    /** What an assignment says. */
    private record Duty(
            @Nullable String department,
            @Nullable String person,
            @Nullable String requirement,
            @Nullable LocalDate dueOn,
            @Nullable String verifyingDepartment,
            @Nullable String verifier) {}

    /** What work has come to. */
    private record Work(String status, int rounds, @Nullable Instant verifiedAt) {}

    /** The first version of an action. */
    static ActionRow first(Proposed e, EventEnvelope about) {
        return new ActionRow(
                id(about),
                about.subject(),
                about.sequence(),
                about.recordedAt(),
                null,
                e.number(),
                e.problem(),
                e.origin().kind(),
                e.origin().id(),
                e.proposedAt(),
                Status.PROPOSED.wire(),
                null,
                null,
                e.requirement(),
                null,
                null,
                null,
                0,
                null);
    }

    /** The version after one more event. */
    ActionRow after(ImprovementActionEvent event, EventEnvelope about) {
        Work work = switch (event) {
            case Proposed e -> now(Status.PROPOSED);
            case Assigned e -> now(Status.ASSIGNED);
            case Started e -> now(Status.IN_PROGRESS);
            case Done e -> now(Status.TO_VERIFY);
            case Verified e -> new Work(Status.VERIFIED.wire(), e.round(), e.verifiedAt());
            case FoundIneffective e -> new Work(Status.IN_PROGRESS.wire(), e.round(), verifiedAt);
            case Reported e -> now(Status.REPORTED);
            case CustomerInformed e -> new Work(status, rounds, verifiedAt);
            case Closed e -> now(Status.CLOSED);
            case Cancelled e -> now(Status.CANCELLED);
        };
        Duty duty = event instanceof Assigned e
                ? new Duty(
                        e.department(), e.person(), e.requirement(), e.dueOn(), e.verifyingDepartment(), e.verifier())
                : duty();
        return with(id(about), about.sequence(), about.recordedAt(), null, work, duty);
    }

    /** The same version, known only until the next. */
    ActionRow knownUntil(Instant recordedAt) {
        return with(versionId, version, knownFrom, recordedAt, new Work(status, rounds, verifiedAt), duty());
    }

    private Work now(Status next) {
        return new Work(next.wire(), rounds, verifiedAt);
    }

    private Duty duty() {
        return new Duty(department, person, requirement, dueOn, verifyingDepartment, verifier);
    }

    private ActionRow with(String id, int sequence, Instant from, @Nullable Instant to, Work work, Duty duty) {
        return new ActionRow(
                id,
                actionId,
                sequence,
                from,
                to,
                number,
                problem,
                originKind,
                originId,
                proposedAt,
                work.status(),
                duty.department(),
                duty.person(),
                duty.requirement(),
                duty.dueOn(),
                duty.verifyingDepartment(),
                duty.verifier(),
                work.rounds(),
                work.verifiedAt());
    }

    private static String id(EventEnvelope about) {
        return about.subject() + ":" + about.sequence();
    }
}

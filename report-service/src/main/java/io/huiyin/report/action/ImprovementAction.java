package io.huiyin.report.action;

import io.huiyin.report.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An improvement action on its way from a problem to an effect that was verified and told. */
public sealed interface ImprovementAction {

    /** Where it stands. */
    enum Status {
        PROPOSED,
        ASSIGNED,
        IN_PROGRESS,
        TO_VERIFY,
        VERIFIED,
        REPORTED,
        CLOSED,
        CANCELLED;

        /** As answers call it: {@code in-progress}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** All of them, as answers call them. */
        public static List<String> all() {
            return Arrays.stream(values()).map(Status::wire).toList();
        }
    }

    /**
     * The problem.
     *
     * @param requirement what is to be reached, as far as the proposal says
     * @param informCustomer whether a customer waits for the result
     */
    record Proposal(
            String number,
            String problem,
            Origin origin,
            @Nullable String requirement,
            boolean informCustomer,
            Instant proposedAt,
            Person proposedBy) {}

    /** Who removes the cause until when, and who says whether that helped; persons are named by their ids. */
    record Assignment(
            String department,
            String person,
            String requirement,
            LocalDate dueOn,
            String verifyingDepartment,
            String verifier,
            Instant assignedAt,
            Person assignedBy) {}

    /** What was done, with what shows it. */
    record Done(String result, List<String> evidence, Instant doneAt, Person doneBy) {}

    /** Whether it helped. */
    record Verdict(boolean effective, String effect, Instant verifiedAt, Person verifiedBy) {}

    /** One attempt and what was thought of it. */
    record Round(Done done, Verdict verdict) {}

    /** The director was told the result. */
    record Told(@Nullable String director, String text, Instant toldAt, Person toldBy) {}

    /** The customer was told the result. */
    record Informed(String channel, String text, Instant informedAt, Person informedBy) {}

    /** Who ended it, when, and why or with which remark. */
    record Ending(Instant at, Person by, @Nullable String remark) {}

    /**
     * An action that somebody answers for.
     *
     * @param rounds the attempts that were judged, the last one last
     */
    record Task(
            Proposal proposal,
            Assignment assignment,
            @Nullable Instant startedAt,
            List<Round> rounds) {

        public Task {
            rounds = List.copyOf(rounds);
        }

        Task started(Instant at) {
            return new Task(proposal, assignment, at, rounds);
        }
    }

    /** Nothing yet. */
    record NotProposed() implements ImprovementAction {}

    /** Any that there is. */
    sealed interface Known extends ImprovementAction {
        Proposal proposal();

        Status status();
    }

    /** Any that was assigned. */
    sealed interface Given extends Known {
        Task task();

        @Override
        default Proposal proposal() {
            return task().proposal();
        }
    }

    /** Nobody answers for it yet. */
    record Proposed(Proposal proposal) implements Known {
        @Override
        public Status status() {
            return Status.PROPOSED;
        }
    }

    /** Somebody answers for it. */
    record Assigned(Task task) implements Given {
        @Override
        public Status status() {
            return Status.ASSIGNED;
        }
    }

    /** He works on it, for the first time or again. */
    record InProgress(Task task) implements Given {
        @Override
        public Status status() {
            return Status.IN_PROGRESS;
        }
    }

    /** He says it is done. */
    record ToVerify(Task task, Done done) implements Given {
        @Override
        public Status status() {
            return Status.TO_VERIFY;
        }
    }

    /** It helped; the director does not know yet. */
    record Verified(Task task, @Nullable Informed customer) implements Given {
        @Override
        public Status status() {
            return Status.VERIFIED;
        }
    }

    /** The director knows. */
    record Reported(Task task, Told director, @Nullable Informed customer) implements Given {
        @Override
        public Status status() {
            return Status.REPORTED;
        }
    }

    /** Everybody knows who has to. */
    record Closed(Reported reported, Ending ending) implements Given {
        @Override
        public Task task() {
            return reported.task();
        }

        @Override
        public Status status() {
            return Status.CLOSED;
        }
    }

    /** It was no action after all: a duplicate, a mistake. */
    record Cancelled(Known before, Ending ending) implements Known {
        @Override
        public Proposal proposal() {
            return before.proposal();
        }

        @Override
        public Status status() {
            return Status.CANCELLED;
        }
    }
}

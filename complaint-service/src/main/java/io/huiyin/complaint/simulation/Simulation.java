package io.huiyin.complaint.simulation;

import io.huiyin.complaint.Deadline;
import io.huiyin.complaint.PromisedClock;
import io.huiyin.complaint.PromisedClock.Happened;
import io.huiyin.complaint.rules.PromisedDeadline;
import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.deadline.Clock;
import io.huiyin.kernel.deadline.Promise;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValue.Limit;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.policy.Steps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through cases and counts what would have become of their promises under another value, everything else being as it was: the
 * same starts, holds and ends. X-24: it changes nothing of them.
 */
final class Simulation {

    /** As many moved promises are shown. */
    private static final int SHOWN = 20;

    private final Proposal proposal;
    private final PolicyValues policies;
    private final BusinessCalendar calendar;
    private final Tally as = new Tally();
    private final Tally would = new Tally();
    private final List<Moved> moved = new ArrayList<>();
    private long cases;
    private long movedCount;
    private long newlyMissed;
    private long newlyKept;

    /**
     * What is tried.
     *
     * @param from of the starts that count, included
     * @param to of the starts that count, not included
     * @param now what is open then may still be kept
     */
    record Proposal(String key, PolicyValue value, Instant from, Instant to, Instant now) {}

    /** How promises ended. */
    static final class Tally {
        private long kept;
        private long missed;
        private long open;

        private void count(Fate fate) {
            switch (fate) {
                case KEPT -> kept++;
                case MISSED -> missed++;
                case OPEN -> open++;
            }
        }

        Counts counts() {
            return new Counts(kept, missed, open);
        }
    }

    /** How many promises were kept, were not, or are still open. */
    public record Counts(long kept, long missed, long open) {}

    /** A promise that would have been due at another instant. */
    public record Moved(
            UUID complaintId,
            String milestone,
            @Nullable String department,
            Instant startedAt,
            Instant dueAt,
            Instant wouldBeDueAt,
            @Nullable Instant endedAt) {}

    /**
     * What came of it.
     *
     * @param cases that made such a promise in the period
     * @param moved promises that would have been due at another instant
     * @param newlyMissed kept as it was, missed as it would be
     * @param newlyKept missed as it was, kept as it would be
     * @param examples the first of the moved ones
     */
    public record Result(
            long cases, Counts as, Counts would, long moved, long newlyMissed, long newlyKept, List<Moved> examples) {}

    private enum Fate {
        KEPT,
        MISSED,
        OPEN
    }

    /**
     * One that has seen no case yet.
     *
     * @param policies what else is in force
     */
    Simulation(Proposal proposal, PolicyValues policies, BusinessCalendar calendar) {
        this.policies = policies;
        this.proposal = proposal;
        this.calendar = calendar;
    }

    /** Takes one case, with its events in order. */
    void take(UUID id, List<Happened> history) {
        boolean counts = false;
        for (PromisedClock each : PromisedClock.of(history, calendar)) {
            Instant start = each.promise().startedAt();
            if (each.promise().policy().key().equals(proposal.key())
                    && !start.isBefore(proposal.from())
                    && start.isBefore(proposal.to())) {
                counts |= compare(id, each);
            }
        }
        if (counts) {
            cases++;
        }
    }

    private boolean compare(UUID id, PromisedClock was) {
        Limit limit = limit(was.promise());
        if (limit == null) {
            return false;
        }
        Clock clock = was.clock();
        Clock fresh = Clock.start(
                clock.start(), PromisedDeadline.counted(was.promise().milestone(), limit, policies), calendar);
        // Dates agreed with customers stand whatever the limit was.
        List<Promise> promises = Stream.concat(
                        fresh.promises().stream(), clock.promises().stream().skip(1))
                .toList();
        Clock other = new Clock(fresh.start(), fresh.kind(), fresh.calendar(), promises, clock.pauses(), clock.stop());
        Instant due = clock.due(proposal.now());
        Instant wouldBeDue = other.due(proposal.now());
        Fate fate = fate(clock);
        Fate otherFate = fate(other);
        as.count(fate);
        would.count(otherFate);
        newlyMissed += fate != Fate.MISSED && otherFate == Fate.MISSED ? 1 : 0;
        newlyKept += fate == Fate.MISSED && otherFate != Fate.MISSED ? 1 : 0;
        if (!due.equals(wouldBeDue)) {
            movedCount++;
            if (moved.size() < SHOWN) {
                Deadline promise = was.promise();
                moved.add(new Moved(
                        id, promise.milestone(), promise.department(), clock.start(), due, wouldBeDue, clock.stop()));
            }
        }
        return true;
    }

    private Fate fate(Clock clock) {
        if (clock.isOverdue(proposal.now())) {
            return Fate.MISSED;
        }
        return clock.stop() == null ? Fate.OPEN : Fate.KEPT;
    }

    /** Null where the value gives a department no step any more. */
    private @Nullable Limit limit(Deadline promise) {
        return switch (proposal.value()) {
            case Limit limit -> limit;
            case Steps steps -> cumulative(steps, promise.department());
            case PolicyValue other -> throw new IllegalArgumentException("no limit comes of " + other);
        };
    }

    private static @Nullable Limit cumulative(Steps steps, @Nullable String department) {
        Duration sum = Duration.ZERO;
        for (Steps.Step step : steps.steps()) {
            sum = sum.plus(step.limit().duration());
            if (step.department().equals(department)) {
                return new Limit(sum, step.limit().calendar());
            }
        }
        return null;
    }

    Result result() {
        return new Result(cases, as.counts(), would.counts(), movedCount, newlyMissed, newlyKept, List.copyOf(moved));
    }
}

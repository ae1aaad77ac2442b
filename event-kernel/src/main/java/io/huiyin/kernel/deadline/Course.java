package io.huiyin.kernel.deadline;

import io.huiyin.kernel.calendar.Stretch;
import io.huiyin.kernel.deadline.Reading.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a clock went up to an instant, or to its stop before that; a pause that lasts then is taken to end then. */
final class Course {

    /** A pause that has ended. */
    private record Ended(Instant from, Instant to, String reason) {}

    private final Clock clock;
    private final Instant at;
    private final Instant end;
    private final CountedTime time;
    private final List<Ended> pauses;
    private final Duration total;
    private final Instant due;

    Course(Clock clock, Instant at) {
        this.clock = clock;
        this.at = at;
        Instant stop = clock.stop();
        end = stop != null && stop.isBefore(at) ? stop : at;
        time = CountedTime.of(clock.kind(), clock.calendar());
        pauses = disjoint(clock, end);
        Promise promise = inForce(clock, end);
        Instant made = later(promise.madeAt(), clock.start());
        Duration promised = time.between(made, promise.due());
        total = active(clock.start(), made).plus(promised);
        due = later(promise.due(), after(made, promised));
    }

    /** In order, each instant in one at most, none empty. */
    private static List<Ended> disjoint(Clock clock, Instant end) {
        List<Ended> disjoint = new ArrayList<>();
        Instant from = clock.start();
        for (Pause pause : clock.pauses().stream()
                .sorted(Comparator.comparing(Pause::from))
                .toList()) {
            Instant to = pause.to() == null || pause.to().isAfter(end) ? end : pause.to();
            Ended rest = new Ended(later(pause.from(), from), to, pause.reason());
            if (!rest.from.isBefore(to)) {
                continue;
            }
            from = to;
            if (!disjoint.isEmpty()
                    && disjoint.getLast().to.equals(rest.from)
                    && disjoint.getLast().reason.equals(rest.reason)) {
                rest = new Ended(disjoint.removeLast().from, to, rest.reason);
            }
            disjoint.add(rest);
        }
        return disjoint;
    }

    private static Promise inForce(Clock clock, Instant at) {
        Promise inForce = clock.firstPromise();
        for (Promise promise : clock.promises()) {
            if (!promise.madeAt().isAfter(at)) {
                inForce = promise;
            }
        }
        return inForce;
    }

    /** When so much more has been counted, pauses left out. */
    private Instant after(Instant from, Duration counted) {
        Instant running = from;
        Duration left = counted;
        for (Ended pause : pauses) {
            Duration before = time.between(running, pause.from);
            if (left.compareTo(before) <= 0) {
                break;
            }
            left = left.minus(before);
            running = later(pause.to, running);
        }
        return time.plus(running, left);
    }

    /** Counted time between two instants, pauses left out. */
    Duration active(Instant from, Instant to) {
        Duration active = time.between(from, to);
        for (Ended pause : pauses) {
            active = active.minus(time.between(later(from, pause.from), earlier(to, pause.to)));
        }
        return active;
    }

    Instant due() {
        return due;
    }

    /** The instant it is looked at, or its stop before that. */
    Instant end() {
        return end;
    }

    boolean isOverdue() {
        return end.isAfter(due);
    }

    Reading reading() {
        Duration run = active(clock.start(), end);
        Duration used = run.compareTo(total) < 0 ? run : total;
        return new Reading(
                at,
                state(),
                clock.firstPromise().due(),
                due,
                total,
                used,
                total.minus(used),
                isOverdue(),
                active(due, end));
    }

    private State state() {
        Instant stop = clock.stop();
        if (stop != null && !stop.isAfter(at)) {
            return State.STOPPED;
        }
        if (at.isBefore(clock.start())) {
            return State.NOT_STARTED;
        }
        return clock.pauses().stream().anyMatch(pause -> pause.includes(at)) ? State.PAUSED : State.RUNNING;
    }

    List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        State state = state();
        add(segments, at, clock.start(), Segment.Reason.NOT_STARTED, null);
        Instant from = clock.start();
        for (Ended pause : pauses) {
            addRunning(segments, from, pause.from);
            add(segments, pause.from, pause.to, Segment.Reason.PAUSED, pause.reason);
            from = pause.to;
        }
        addRunning(segments, from, state == State.STOPPED ? end : later(at, due));
        if (state == State.STOPPED) {
            add(segments, later(end, clock.start()), at, Segment.Reason.STOPPED, null);
        }
        return List.copyOf(segments);
    }

    private void addRunning(List<Segment> segments, Instant from, Instant to) {
        for (Stretch stretch : time.stretches(from, to)) {
            Instant first = within(earlier(end, due), stretch);
            Instant second = within(later(end, due), stretch);
            addStretch(segments, stretch, stretch.from(), first);
            addStretch(segments, stretch, first, second);
            addStretch(segments, stretch, second, stretch.to());
        }
    }

    private void addStretch(List<Segment> segments, Stretch stretch, Instant from, Instant to) {
        Segment.Reason reason = switch (stretch.kind()) {
            case WORKING_HOURS, MAKE_UP_DAY -> from.isBefore(due) ? Segment.Reason.RUNNING : Segment.Reason.OVERDUE;
            case OUTSIDE_HOURS -> Segment.Reason.OUTSIDE_HOURS;
            case DAY_OFF -> Segment.Reason.DAY_OFF;
            case HOLIDAY -> Segment.Reason.HOLIDAY;
        };
        add(segments, from, to, reason, stretch.name());
    }

    private static void add(
            List<Segment> segments, Instant from, Instant to, Segment.Reason reason, @Nullable String name) {
        if (from.isBefore(to)) {
            segments.add(new Segment(from, to, reason, name));
        }
    }

    private static Instant within(Instant at, Stretch stretch) {
        return earlier(later(at, stretch.from()), stretch.to());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

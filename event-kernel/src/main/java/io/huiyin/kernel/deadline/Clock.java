package io.huiyin.kernel.deadline;

import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.calendar.NoOpening;
import io.huiyin.kernel.policy.PolicyValue.CalendarKind;
import io.huiyin.kernel.policy.PolicyValue.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One deadline's history; what it shows follows from nothing else (CMP-21). It may be read as of any instant, and tells what held
 * then: pauses and dates of later are not yet known, and a stop before that is recorded late counts from when it was.
 *
 * <p>The limit's total is fixed as a promise is made: the time that counts until it is due. A pause that takes some of it moves the
 * due instant by as much, and never the promise. A date agreed later (CMP-29) is a promise too; from then on it is the one in
 * force, and pauses after that move it likewise. Pauses may overlap: no time is taken out twice. What cannot be due because the
 * calendar does not open again is a {@link NoOpening}.
 *
 * @param kind how time is counted
 * @param promises the first, made at the start, and any date agreed since, in order
 * @param stop null while it goes on
 */
public record Clock(
        Instant start,
        CalendarKind kind,
        BusinessCalendar calendar,
        List<Promise> promises,
        List<Pause> pauses,
        @Nullable Instant stop) {

    public Clock {
        promises = List.copyOf(promises);
        pauses = List.copyOf(pauses);
        if (promises.isEmpty()) {
            throw new IllegalArgumentException("a clock starts with a promise");
        }
    }

    /**
     * A clock that starts with a limit.
     *
     * @throws NoOpening when the calendar does not open long enough
     */
    public static Clock start(Instant start, Limit limit, BusinessCalendar calendar) {
        return promised(start, CountedTime.due(start, limit, calendar), limit.calendar(), calendar);
    }

    /** A clock that started with a promise already recorded; whatever the calendar says today, the promise stands. */
    public static Clock promised(Instant start, Instant due, CalendarKind kind, BusinessCalendar calendar) {
        return new Clock(start, kind, calendar, List.of(new Promise(start, due)), List.of(), null);
    }

    /** A pause begins; nothing changes when one lasts. */
    public Clock pause(Instant at, String reason) {
        return isPausedOpenly() ? this : with(new Pause(at, null, reason));
    }

    /** The pause that lasts ends; nothing changes when none does. */
    public Clock resume(Instant at) {
        List<Pause> ended = pauses.stream()
                .map(pause -> pause.to() == null
                        ? new Pause(pause.from(), at.isBefore(pause.from()) ? pause.from() : at, pause.reason())
                        : pause)
                .toList();
        return new Clock(start, kind, calendar, promises, ended, stop);
    }

    /** A new date is agreed; the old ones stay facts. */
    public Clock agree(Instant at, Instant due) {
        List<Promise> all = new ArrayList<>(promises);
        all.add(new Promise(at, due));
        return new Clock(start, kind, calendar, all, pauses, stop);
    }

    /** What it waits for was done; the first time stands. */
    public Clock stop(Instant at) {
        return stop == null ? new Clock(start, kind, calendar, promises, pauses, at) : this;
    }

    /** What was done is undone and goes on; the time between does not count. Nothing changes when it goes on already. */
    public Clock reopen(Instant at, String reason) {
        if (stop == null) {
            return this;
        }
        Clock running = resume(stop);
        return new Clock(start, kind, calendar, promises, running.pauses, null)
                .with(new Pause(stop, at.isBefore(stop) ? stop : at, reason));
    }

    private Clock with(Pause pause) {
        List<Pause> all = new ArrayList<>(pauses);
        all.add(pause);
        return new Clock(start, kind, calendar, promises, all, stop);
    }

    private boolean isPausedOpenly() {
        return pauses.stream().anyMatch(pause -> pause.to() == null);
    }

    /** What was promised first. */
    public Promise firstPromise() {
        return promises.getFirst();
    }

    /** When it is due, as known at an instant; while paused, when it would be if it went on at once. */
    public Instant due(Instant at) {
        return new Course(this, at).due();
    }

    /** Whether it is overdue at an instant, or was when it stopped; judged by time, whenever it is asked. */
    public boolean isOverdue(Instant at) {
        return new Course(this, at).isOverdue();
    }

    /** What it shows at an instant. */
    public Reading read(Instant at) {
        return new Course(this, at).reading();
    }

    /**
     * All time from the start to an instant and, while it goes on, to when it is due, in order and without gaps. What is counted
     * before the instant is used, what is counted after it is left.
     */
    public List<Segment> explain(Instant at) {
        return new Course(this, at).segments();
    }
}

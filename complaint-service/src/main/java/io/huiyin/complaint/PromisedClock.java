package io.huiyin.complaint;

import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintDeclined;
import io.huiyin.complaint.ComplaintEvent.ComplaintHeld;
import io.huiyin.complaint.ComplaintEvent.ComplaintRegistered;
import io.huiyin.complaint.ComplaintEvent.ComplaintResumed;
import io.huiyin.complaint.ComplaintEvent.DateAgreed;
import io.huiyin.complaint.rules.PromisedDeadline;
import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.deadline.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A promise of a case with the clock that ran for it: all of it follows from the case's own events (CMP-21). */
public record PromisedClock(Deadline promise, Clock clock) {

    /** One of the case's events and when it happened. */
    public record Happened(ComplaintEvent event, Instant at) {

        /** A complaint happens when it is received, and is registered when the clocks begin that its registration starts. */
        private Instant endsAt() {
            return event instanceof ComplaintRegistered registered
                    ? registered.deadlines().stream()
                            .filter(promise -> promise.milestone().equals(Deadline.ACCEPT))
                            .map(Deadline::startedAt)
                            .findFirst()
                            .orElse(at)
                    : at;
        }
    }

    /** All promises of a case, in the order in which they were made. */
    public static List<PromisedClock> of(List<Happened> history, BusinessCalendar calendar) {
        List<PromisedClock> all = new ArrayList<>();
        ComplaintHeld held = null;
        for (Happened happened : history) {
            all.replaceAll(each -> each.after(happened));
            held = stillHeld(held, happened.event());
            for (Deadline promise : Milestones.begunBy(happened.event())) {
                all.add(started(promise, held, calendar).endedBy(happened));
            }
        }
        return all;
    }

    private static @Nullable ComplaintHeld stillHeld(@Nullable ComplaintHeld before, ComplaintEvent event) {
        return switch (event) {
            case ComplaintHeld e -> e;
            case ComplaintResumed e -> null;
            case ComplaintClosed e -> null;
            case ComplaintDeclined e -> null;
            case ComplaintEvent other -> before;
        };
    }

    /** What is promised while the case is held stands still from its start. */
    private static PromisedClock started(Deadline promise, @Nullable ComplaintHeld held, BusinessCalendar calendar) {
        Clock clock = Clock.promised(promise.startedAt(), promise.dueAt(), PromisedDeadline.kind(promise), calendar);
        return new PromisedClock(promise, held == null ? clock : clock.pause(promise.startedAt(), reason(held)));
    }

    private static String reason(ComplaintHeld held) {
        return "waiting-for-" + held.waitingFor();
    }

    private PromisedClock after(Happened happened) {
        Instant at = happened.at();
        Clock moved = switch (happened.event()) {
            case ComplaintHeld e -> clock.pause(e.heldAt(), reason(e));
            case ComplaintResumed e -> clock.resume(at);
            case DateAgreed e
            when e.deadline().isLike(promise) -> clock.agree(at, e.deadline().dueAt());
            case ComplaintEvent other -> clock;
        };
        return new PromisedClock(promise, moved).endedBy(happened);
    }

    private PromisedClock endedBy(Happened happened) {
        return Milestones.isEndedBy(happened.event(), promise.milestone(), promise.department())
                ? new PromisedClock(promise, clock.stop(happened.endsAt()))
                : this;
    }
}

package io.huiyin.complaint;

import io.huiyin.complaint.ComplaintEvent.ClarificationAsked;
import io.huiyin.complaint.ComplaintEvent.ComplaintAccepted;
import io.huiyin.complaint.ComplaintEvent.ComplaintAcknowledged;
import io.huiyin.complaint.ComplaintEvent.ComplaintClosed;
import io.huiyin.complaint.ComplaintEvent.ComplaintDeclined;
import io.huiyin.complaint.ComplaintEvent.ComplaintHeld;
import io.huiyin.complaint.ComplaintEvent.ComplaintRegistered;
import io.huiyin.complaint.ComplaintEvent.ComplaintReopened;
import io.huiyin.complaint.ComplaintEvent.ComplaintResumed;
import io.huiyin.complaint.ComplaintEvent.CustomerInformed;
import io.huiyin.complaint.ComplaintEvent.HandedOver;
import io.huiyin.complaint.rules.PromisedDeadline;
import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.deadline.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A promise of a case with the clock that ran for it: all of it follows from the case's own events (CMP-21). */
public record PromisedClock(Deadline promise, Clock clock) {

    /** One of the case's events and when it happened. */
    public record Happened(ComplaintEvent event, Instant at) {}

    /** All promises of a case, in the order in which they were made. */
    public static List<PromisedClock> of(List<Happened> history, BusinessCalendar calendar) {
        List<PromisedClock> all = new ArrayList<>();
        ComplaintHeld held = null;
        for (Happened happened : history) {
            all.replaceAll(each -> each.after(happened));
            held = stillHeld(held, happened.event());
            for (Deadline promise : promised(happened.event())) {
                all.add(started(promise, held, calendar));
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

    private static List<Deadline> promised(ComplaintEvent event) {
        return switch (event) {
            case ComplaintRegistered e -> e.deadlines();
            case ComplaintAccepted e -> Objects.requireNonNullElse(e.deadlines(), List.of());
            case ComplaintReopened e -> Objects.requireNonNullElse(e.deadlines(), List.of());
            case ComplaintEvent other -> List.of();
        };
    }

    private PromisedClock after(Happened happened) {
        Instant at = happened.at();
        return new PromisedClock(
                promise,
                switch (happened.event()) {
                    case ComplaintHeld e -> clock.pause(e.heldAt(), reason(e));
                    case ComplaintResumed e -> clock.resume(at);
                    case ComplaintClosed e -> clock.stop(at);
                    case ComplaintDeclined e -> clock.stop(at);
                    case HandedOver e -> e.from().equals(promise.department()) ? clock.stop(at) : clock;
                    case ComplaintAcknowledged e -> isFirstReply() ? clock.stop(at) : clock;
                    case ClarificationAsked e -> isFirstReply() ? clock.stop(at) : clock;
                    case CustomerInformed e -> isFirstReply() ? clock.stop(at) : clock;
                    case ComplaintEvent other -> clock;
                });
    }

    private boolean isFirstReply() {
        return promise.milestone().equals(Deadline.FIRST_REPLY);
    }
}

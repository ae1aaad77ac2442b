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
import io.huiyin.kernel.deadline.Reading;
import io.huiyin.kernel.policy.PolicyRef;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A limit that explains itself: when it is due, what of it is used and left, and which time counted and which did not, and why. It
 * follows from the case's own events (CMP-21).
 *
 * @param promisedDueAt what was promised first; a pause never changes it
 * @param dueAt when it is due now; while held, when it would be if the case went on at once
 * @param state not-started, running, paused or stopped
 * @param total all time of the limit, as used and left in ISO 8601
 * @param overdueBy counted time since it was due
 */
public record DeadlineReading(
        String milestone,
        @Nullable String department,
        String state,
        Instant startedAt,
        Instant promisedDueAt,
        Instant dueAt,
        String total,
        String used,
        String left,
        boolean overdue,
        String overdueBy,
        PolicyRef policy,
        List<Part> segments) {

    /** Time that was or will be counted, or not. */
    public record Part(
            Instant from,
            Instant to,
            boolean counted,
            String reason,
            @Nullable String name) {}

    /** One of the case's events and when it happened. */
    public record Happened(ComplaintEvent event, Instant at) {}

    /** As of an instant; null when nothing of that kind was promised. */
    public static @Nullable DeadlineReading of(
            List<Happened> history,
            String milestone,
            @Nullable String department,
            BusinessCalendar calendar,
            Instant at) {
        Deadline promise = null;
        Clock clock = null;
        for (Happened happened : history) {
            Deadline made = promised(happened.event()).stream()
                    .filter(each -> each.milestone().equals(milestone)
                            && (department == null || department.equals(each.department())))
                    .findFirst()
                    .orElse(null);
            if (made != null) {
                promise = made;
                clock = Clock.promised(made.startedAt(), made.dueAt(), PromisedDeadline.kind(made), calendar);
            } else if (clock != null && promise != null) {
                clock = after(clock, promise, happened);
            }
        }
        return clock == null || promise == null ? null : shown(clock, promise, at);
    }

    private static List<Deadline> promised(ComplaintEvent event) {
        return switch (event) {
            case ComplaintRegistered e -> e.deadlines();
            case ComplaintAccepted e -> Objects.requireNonNullElse(e.deadlines(), List.of());
            case ComplaintReopened e -> Objects.requireNonNullElse(e.deadlines(), List.of());
            case ComplaintEvent other -> List.of();
        };
    }

    private static Clock after(Clock clock, Deadline promise, Happened happened) {
        Instant at = happened.at();
        return switch (happened.event()) {
            case ComplaintHeld e -> clock.pause(e.heldAt(), "waiting-for-" + e.waitingFor());
            case ComplaintResumed e -> clock.resume(at);
            case ComplaintClosed e -> clock.stop(at);
            case ComplaintDeclined e -> clock.stop(at);
            case HandedOver e -> e.from().equals(promise.department()) ? clock.stop(at) : clock;
            case ComplaintAcknowledged e -> isFirstReply(promise) ? clock.stop(at) : clock;
            case ClarificationAsked e -> isFirstReply(promise) ? clock.stop(at) : clock;
            case CustomerInformed e -> isFirstReply(promise) ? clock.stop(at) : clock;
            case ComplaintEvent other -> clock;
        };
    }

    private static boolean isFirstReply(Deadline promise) {
        return promise.milestone().equals(Deadline.FIRST_REPLY);
    }

    private static DeadlineReading shown(Clock clock, Deadline promise, Instant at) {
        Reading reading = clock.read(at);
        return new DeadlineReading(
                promise.milestone(),
                promise.department(),
                wire(reading.state()),
                clock.start(),
                reading.promised(),
                reading.due(),
                reading.total().toString(),
                reading.used().toString(),
                reading.left().toString(),
                reading.overdue(),
                reading.overdueBy().toString(),
                promise.policy(),
                clock.explain(at).stream()
                        .map(part ->
                                new Part(part.from(), part.to(), part.isCounted(), wire(part.reason()), part.name()))
                        .toList());
    }

    private static String wire(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

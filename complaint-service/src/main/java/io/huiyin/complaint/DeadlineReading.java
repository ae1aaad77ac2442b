package io.huiyin.complaint;

import io.huiyin.complaint.PromisedClock.Happened;
import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.deadline.Clock;
import io.huiyin.kernel.deadline.Reading;
import io.huiyin.kernel.policy.PolicyRef;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
 * @param calendar {@code working} or {@code working-days} where only such time counts
 * @param calendarVersion of the business calendar it was promised with
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
        @Nullable String calendar,
        @Nullable Integer calendarVersion,
        List<Part> segments) {

    /** Time that was or will be counted, or not. */
    public record Part(
            Instant from,
            Instant to,
            boolean counted,
            String reason,
            @Nullable String name) {}

    /** As of an instant; null when nothing of that kind was promised. */
    public static @Nullable DeadlineReading of(
            List<Happened> history,
            String milestone,
            @Nullable String department,
            BusinessCalendar calendar,
            Instant at) {
        PromisedClock last = null;
        for (PromisedClock each : PromisedClock.of(history, calendar)) {
            Deadline promise = each.promise();
            if (promise.milestone().equals(milestone)
                    && (department == null
                            ? last == null || promise.department() == null
                            : department.equals(promise.department()))) {
                last = each;
            }
        }
        return last == null ? null : shown(last.clock(), last.promise(), at);
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
                promise.calendar(),
                promise.calendarVersion(),
                clock.explain(at).stream()
                        .map(part ->
                                new Part(part.from(), part.to(), part.isCounted(), wire(part.reason()), part.name()))
                        .toList());
    }

    private static String wire(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

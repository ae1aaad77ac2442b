package io.huiyin.complaint;

import io.huiyin.kernel.policy.PolicyRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise with its limit, written into the event that makes it, with all that is to come of it.
 *
 * @param milestone such as {@code first-reply}
 * @param startedAt where its clock started
 * @param dueAt the limit
 * @param policy the value it was made with
 * @param calendar {@code working} or {@code working-days} where only such time counts; null where all time does
 * @param department whose step it is, of a step
 * @param remindAt when those who hold the case are reminded; null for never
 * @param ladder who is told, and how long after the limit, the lowest first; null for nobody
 * @param calendarVersion of the business calendar it was counted with; null where all time counts, and in promises of before
 */
public record Deadline(
        String milestone,
        Instant startedAt,
        Instant dueAt,
        PolicyRef policy,
        @Nullable String calendar,
        @Nullable String department,
        @Nullable Instant remindAt,
        @Nullable List<Rung> ladder,
        @Nullable Integer calendarVersion) {

    /** From receipt until the entry is registered. */
    public static final String REGISTER = "register";

    /** Until the sender hears from us for the first time. */
    public static final String FIRST_REPLY = "first-reply";

    /** Until somebody takes charge. */
    public static final String ACCEPT = "accept";

    /** Until the matter is investigated and a plan proposed. */
    public static final String PLAN = "plan";

    /** Until somebody is on site. */
    public static final String ON_SITE = "on-site";

    /** Until it is traced whether the result is in place. */
    public static final String TRACK = "track";

    /** Until the case is closed. */
    public static final String CLOSE = "close";

    /** Until a department has passed the case on. */
    public static final String STEP = "step";

    /**
     * One level of the ladder.
     *
     * @param after the limit, in ISO 8601
     */
    public record Rung(String role, String after) {

        public Duration afterLimit() {
            return Duration.parse(after);
        }
    }

    /** One for which all time counts, and of which nothing comes. */
    public Deadline(String milestone, Instant startedAt, Instant dueAt, PolicyRef policy) {
        this(milestone, startedAt, dueAt, policy, null, null, null, null, null);
    }

    /** The same, due at another instant; who is reminded is so as long before it. */
    public Deadline dueAt(Instant moved) {
        Instant reminded = remindAt == null ? null : moved.minus(Duration.between(remindAt, dueAt));
        return new Deadline(
                milestone, startedAt, moved, policy, calendar, department, reminded, ladder, calendarVersion);
    }

    /** The same, of which nobody is reminded. */
    public Deadline withoutReminder() {
        return new Deadline(milestone, startedAt, dueAt, policy, calendar, department, null, ladder, calendarVersion);
    }

    /** The levels of the ladder. */
    public List<Rung> rungs() {
        return ladder == null ? List.of() : ladder;
    }

    /** Whether another one takes its place: of the same milestone, and of the same department where it is a step. */
    boolean isLike(Deadline other) {
        return milestone.equals(other.milestone)
                && (department == null ? other.department == null : department.equals(other.department));
    }
}

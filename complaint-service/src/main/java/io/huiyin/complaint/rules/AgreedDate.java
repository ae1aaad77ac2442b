package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.kernel.decide.Context;
import java.time.Instant;
import java.util.List;

/**
 * When a promise cannot be kept the customer is told, and another date is agreed with him before the one he was given passes; both
 * stay on record. CMP-29.
 */
public final class AgreedDate {

    /** What is promised to the customer; a department's step is not. */
    public static final List<String> OF = List.of(
            Deadline.FIRST_REPLY, Deadline.ACCEPT, Deadline.PLAN, Deadline.ON_SITE, Deadline.TRACK, Deadline.CLOSE);

    private static final String FURTHEST = "cmp.date.furthest";

    private AgreedDate() {}

    /** Whether it is agreed in time. */
    public static boolean isInTime(Deadline promise, Instant now) {
        return now.isBefore(promise.dueAt());
    }

    /** Whether a date can be meant: it lies ahead, and no further than {@code cmp.date.furthest}; another one may correct it. */
    public static boolean isPlausible(Instant date, Context context) {
        return date.isAfter(context.now()) && !date.isAfter(furthest(context));
    }

    /** The last instant that may be agreed on. */
    public static Instant furthest(Context context) {
        return context.now().plus(context.policies().limit(FURTHEST).duration());
    }

    /** The promise with its new date; nobody is reminded of it before it was agreed. */
    public static Deadline moved(Deadline promise, Instant dueAt, Instant now) {
        Deadline moved = promise.dueAt(dueAt);
        Instant reminded = moved.remindAt();
        return reminded == null || reminded.isAfter(now) ? moved : moved.withoutReminder();
    }
}

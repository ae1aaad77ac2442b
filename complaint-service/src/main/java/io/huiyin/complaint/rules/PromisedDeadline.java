package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.complaint.Deadline.Rung;
import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.deadline.Clock;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.policy.Named;
import io.huiyin.kernel.policy.PolicyValue.CalendarKind;
import io.huiyin.kernel.policy.PolicyValue.Limit;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a limit comes to from a start, counted as its policy says: when it is due ({@code cmp.atOnce} tells how soon "at once" is), when who holds the case is reminded ({@code
 * cmp.reminder.before}), and who is told when it has passed ({@code cmp.escalation.of}, {@code cmp.escalation.ladder}). All of it is
 * fixed with the promise. CMP-21, CMP-28, X-08, X-10, X-24.
 */
public final class PromisedDeadline {

    private static final String AT_ONCE = "cmp.atOnce";
    private static final String REMINDER = "cmp.reminder.before";
    private static final String ESCALATED = "cmp.escalation.of";
    private static final String LADDER = "cmp.escalation.ladder";

    private PromisedDeadline() {}

    /** The limit of a policy. */
    static Deadline of(String milestone, Instant startedAt, String key, Context context) {
        return of(milestone, null, startedAt, context.policies().limit(key), key, context);
    }

    /** A limit that a policy gives among others. */
    static Deadline of(
            String milestone,
            @Nullable String department,
            Instant startedAt,
            Limit limit,
            String key,
            Context context) {
        Limit counted = counted(milestone, limit, context.policies());
        Instant dueAt = Clock.start(startedAt, counted, context.calendar()).due(startedAt);
        return of(milestone, department, startedAt, dueAt, wire(counted.calendar()), key, context);
    }

    /** One that is due at an instant which no limit tells. */
    static Deadline dueAt(String milestone, Instant startedAt, Instant dueAt, String key, Context context) {
        return of(milestone, null, startedAt, dueAt, null, key, context);
    }

    private static Deadline of(
            String milestone,
            @Nullable String department,
            Instant startedAt,
            Instant dueAt,
            @Nullable String calendar,
            String key,
            Context context) {
        PolicyValues policies = context.policies();
        return new Deadline(
                milestone,
                startedAt,
                dueAt,
                policies.ref(key),
                calendar,
                department,
                remindAt(milestone, startedAt, dueAt, policies),
                ladder(milestone, policies),
                calendar == null ? null : context.calendar().version());
    }

    /** A limit as it is counted: nothing is done in no time. */
    public static Limit counted(String milestone, Limit limit, PolicyValues policies) {
        return limit.duration().isZero() ? atOnce(milestone, policies) : limit;
    }

    private static Limit atOnce(String milestone, PolicyValues policies) {
        return policies.value(AT_ONCE, Named.Terms.class)
                .of(milestone)
                .filter(Limit.class::isInstance)
                .map(Limit.class::cast)
                .orElse(new Limit(Duration.ZERO, CalendarKind.ELAPSED));
    }

    /** The same promise after a pause: later by as much of it as counts. */
    public static Deadline paused(Deadline promise, Instant from, Instant to, BusinessCalendar hours) {
        Instant moved = Clock.promised(promise.startedAt(), promise.dueAt(), kind(promise), hours)
                .pause(from, "held")
                .resume(to)
                .due(to);
        return promise.dueAt(moved);
    }

    /** How its time is counted. */
    public static CalendarKind kind(Deadline promise) {
        String calendar = promise.calendar();
        return calendar == null
                ? CalendarKind.ELAPSED
                : CalendarKind.valueOf(calendar.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static @Nullable String wire(CalendarKind kind) {
        return switch (kind) {
            case ELAPSED, CALENDAR_DAYS -> null;
            case WORKING, WORKING_DAYS -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** Nobody is reminded of what has only just begun. */
    private static @Nullable Instant remindAt(
            String milestone, Instant startedAt, Instant dueAt, PolicyValues policies) {
        return policies.value(REMINDER, Named.Terms.class)
                .of(milestone)
                .filter(Limit.class::isInstance)
                .map(term -> dueAt.minus(((Limit) term).duration()))
                .filter(at -> at.isAfter(startedAt) && at.isBefore(dueAt))
                .orElse(null);
    }

    private static @Nullable List<Rung> ladder(String milestone, PolicyValues policies) {
        if (!policies.names(ESCALATED).names().contains(milestone)) {
            return null;
        }
        List<Rung> rungs = new ArrayList<>();
        for (Map.Entry<String, ?> level :
                policies.value(LADDER, Named.Terms.class).byName().entrySet()) {
            if (level.getValue() instanceof Limit after) {
                rungs.add(new Rung(level.getKey(), after.duration().toString()));
            }
        }
        rungs.sort(Comparator.comparing(Rung::afterLimit));
        return List.copyOf(rungs);
    }
}

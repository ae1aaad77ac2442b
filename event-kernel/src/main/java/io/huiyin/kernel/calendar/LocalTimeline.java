package io.huiyin.kernel.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Local time that never runs backwards. A time is reached when the wall clock first shows it or a later one: a time that is skipped
 * in spring is reached when the clock jumps, one that is shown twice in autumn when it is shown first; while an hour is repeated
 * local time stands at its end.
 */
final class LocalTimeline {

    private final ZoneRules rules;

    LocalTimeline(ZoneId zone) {
        rules = zone.getRules();
    }

    /** When a local time is reached. */
    Instant reached(LocalDateTime local) {
        var offsets = rules.getValidOffsets(local);
        return offsets.isEmpty() ? rules.getTransition(local).getInstant() : local.toInstant(offsets.getFirst());
    }

    /** When a day begins. */
    Instant begin(LocalDate day) {
        return reached(day.atStartOfDay());
    }

    /** The local time at an instant. */
    LocalDateTime at(Instant instant) {
        LocalDateTime shown = LocalDateTime.ofInstant(instant, rules.getOffset(instant));
        ZoneOffsetTransition change = rules.getTransition(shown);
        boolean again = change != null && change.isOverlap() && !instant.isBefore(change.getInstant());
        return again ? change.getDateTimeBefore() : shown;
    }

    /** The day an instant belongs to: it lies between this one's begin and the next one's. */
    LocalDate day(Instant instant) {
        LocalDate day = at(instant).toLocalDate();
        return begin(day).isAfter(instant) ? day.minusDays(1) : day; // the repeated hour may end at midnight
    }
}

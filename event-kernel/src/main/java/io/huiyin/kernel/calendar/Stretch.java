package io.huiyin.kernel.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Time that is open or closed throughout, and why.
 *
 * @param name of the holiday or the special day, if it has one
 */
public record Stretch(
        Instant from, Instant to, Kind kind, @Nullable String name) {

    /** Why time is open or closed. */
    public enum Kind {
        /** Hours of the week or the season. */
        WORKING_HOURS,
        /** Hours of a day that is worked exceptionally. */
        MAKE_UP_DAY,
        /** Closed on a day that has hours. */
        OUTSIDE_HOURS,
        /** A day of the week that is not worked. */
        DAY_OFF,
        /** A day closed exceptionally; its name tells why. */
        HOLIDAY;

        /** Whether work is done. */
        public boolean isOpen() {
            return this == WORKING_HOURS || this == MAKE_UP_DAY;
        }
    }

    /** Whether work is done. */
    public boolean isOpen() {
        return kind.isOpen();
    }

    /** Whether another follows at once, for the same reason. */
    boolean isContinuedBy(Stretch next) {
        return to.equals(next.from) && kind == next.kind && Objects.equals(name, next.name);
    }

    /** How long it lasts. */
    public Duration length() {
        return Duration.between(from, to);
    }
}

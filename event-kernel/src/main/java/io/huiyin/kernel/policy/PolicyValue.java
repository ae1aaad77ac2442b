package io.huiyin.kernel.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A configured value with its type; RULEBOOK §9 lists the keys. */
public sealed interface PolicyValue {

    /** How a duration is counted. */
    enum CalendarKind {
        /** Around the clock. */
        ELAPSED,
        /** In working time of the business calendar. */
        WORKING
    }

    /** A time limit. */
    record Limit(Duration duration, CalendarKind calendar) implements PolicyValue {}

    /** A list of names; its order is their rank. */
    record Names(List<String> names) implements PolicyValue {
        public Names {
            names = List.copyOf(names);
        }
    }

    /** How serial numbers are printed: a date by a pattern, then a serial padded to at least so many digits. */
    record NumberPattern(String datePattern, DateTimeFormatter date, int digits) implements PolicyValue {}

    /** A target in percent, and how it is compared. */
    record Target(BigDecimal percent, Direction direction) implements PolicyValue {}

    /** Which side of a target is good. */
    enum Direction {
        AT_LEAST,
        AT_MOST,
        BELOW
    }

    /** A time zone or another single word. */
    record Word(String word) implements PolicyValue {}
}

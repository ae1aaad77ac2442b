package io.huiyin.kernel.policy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A configured value with its type; RULEBOOK §9 lists the keys. {@link PolicyType} names the types, {@link PolicyValueJson} reads and
 * writes them.
 */
public sealed interface PolicyValue
        permits Term,
                Named,
                Ranks,
                Steps,
                Schedule,
                Shifts,
                WorkingWeek,
                PolicyValue.Names,
                PolicyValue.NumberPattern,
                PolicyValue.Target,
                PolicyValue.Word,
                PolicyValue.Zone,
                PolicyValue.Count,
                PolicyValue.Range,
                PolicyValue.Flag,
                PolicyValue.ByName,
                PolicyValue.Tiers,
                PolicyValue.CallWindow,
                PolicyValue.None {

    /** How a duration is counted. */
    enum CalendarKind {
        /** Around the clock. */
        ELAPSED,
        /** In days of the calendar, to the same time of day. */
        CALENDAR_DAYS,
        /** In working time of the business calendar. */
        WORKING,
        /** In working days of the business calendar, to the same time of day. */
        WORKING_DAYS;

        /** Whether it counts whole days. */
        public boolean isOfDays() {
            return this == CALENDAR_DAYS || this == WORKING_DAYS;
        }
    }

    /** A time limit; of days it has a whole number. Of no length it means at once. */
    record Limit(Duration duration, CalendarKind calendar) implements Term {
        public Limit {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("a limit must not be negative");
            }
            if (duration.compareTo(Duration.ofDays(36_500)) > 0) {
                throw new IllegalArgumentException("a limit must not be longer than a hundred years");
            }
            if (calendar.isOfDays() && !duration.equals(Duration.ofDays(duration.toDays()))) {
                throw new IllegalArgumentException("a limit in days must be a whole number of them");
            }
        }
    }

    /** A list of names; its order is their rank. None at all means that nothing is named. */
    record Names(List<String> names) implements PolicyValue {
        public Names {
            names = List.copyOf(names);
            if (new HashSet<>(names).size() < names.size()) {
                throw new IllegalArgumentException("a name stands twice");
            }
        }
    }

    /** How serial numbers are printed: a date by a pattern, then a serial padded to at least so many digits. */
    record NumberPattern(String datePattern, DateTimeFormatter date, int digits) implements PolicyValue {
        public NumberPattern {
            if (digits < 1 || digits > 18) {
                throw new IllegalArgumentException("a number has 1 to 18 digits");
            }
        }

        /** By its pattern alone. */
        public static NumberPattern of(String datePattern, int digits) {
            return new NumberPattern(datePattern, DateTimeFormatter.ofPattern(datePattern, Locale.ROOT), digits);
        }

        /** Two are equal when they print alike, whichever formatter they hold. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NumberPattern pattern
                    && pattern.datePattern.equals(datePattern)
                    && pattern.digits == digits;
        }

        @Override
        public int hashCode() {
            return datePattern.hashCode() * 31 + digits;
        }
    }

    /** A target in percent, and how it is compared. */
    record Target(BigDecimal percent, Direction direction) implements PolicyValue {}

    /** Which side of a target is good. */
    enum Direction {
        AT_LEAST,
        AT_MOST,
        BELOW
    }

    /** One choice of several. */
    record Word(String word) implements PolicyValue {}

    /** A time zone. */
    record Zone(ZoneId zone) implements PolicyValue {}

    /** A whole number, such as how often something is tried. */
    record Count(int count) implements PolicyValue {
        public Count {
            if (count < 0) {
                throw new IllegalArgumentException("a count must not be negative");
            }
        }
    }

    /** From a lowest to a highest whole number, both included. */
    record Range(int lowest, int highest) implements PolicyValue {
        public Range {
            if (lowest >= highest) {
                throw new IllegalArgumentException("the lowest must be below the highest");
            }
        }
    }

    /** Whether something is so. */
    record Flag(boolean isSet) implements PolicyValue {}

    /** Said outright that there is no such value, where a type has no empty one. */
    record None() implements PolicyValue {}

    /** One name for each of several others, such as who follows up a complaint of a severity. */
    record ByName(Map<String, String> names) implements PolicyValue {
        public ByName {
            names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        }
    }

    /**
     * Which role decides up to which amount; from the lowest to the highest, the last without a bound.
     *
     * @param currency ISO 4217
     */
    record Tiers(String currency, List<Tier> tiers) implements PolicyValue {
        public Tiers {
            tiers = List.copyOf(tiers);
            BigDecimal below = BigDecimal.ZERO;
            for (int place = 0; place < tiers.size(); place++) {
                boolean last = place == tiers.size() - 1;
                BigDecimal upTo = tiers.get(place).upTo();
                if (last != (upTo == null) || (upTo != null && upTo.compareTo(below) <= 0)) {
                    throw new IllegalArgumentException("tiers must have rising bounds, and the last none");
                }
                below = upTo == null ? below : upTo;
            }
            if (tiers.isEmpty()) {
                throw new IllegalArgumentException("there must be a tier");
            }
        }

        /** Place of the lowest tier that may decide an amount, from 0. */
        public int placeOf(BigDecimal amount) {
            for (int place = 0; place < tiers.size(); place++) {
                BigDecimal upTo = tiers.get(place).upTo();
                if (upTo == null || amount.compareTo(upTo) <= 0) {
                    return place;
                }
            }
            return tiers.size() - 1;
        }

        /** Place of a role's tier, or -1 when it has none. */
        public int placeOf(String role) {
            for (int place = 0; place < tiers.size(); place++) {
                if (tiers.get(place).role().equals(role)) {
                    return place;
                }
            }
            return -1;
        }
    }

    /** One tier; its bound belongs to it. */
    record Tier(String role, @Nullable BigDecimal upTo) {}

    /** When customers may be called: windows of a day, on some days of the week. None at all means always. */
    record CallWindow(List<Window> windows, Set<DayOfWeek> days) implements PolicyValue {
        public CallWindow {
            windows =
                    windows.stream().sorted(Comparator.comparing(Window::from)).toList();
            days = Set.copyOf(days);
            if (windows.isEmpty() != days.isEmpty()) {
                throw new IllegalArgumentException("windows need days, and days windows");
            }
        }
    }

    /** From one time of day to before another; one that does not end after it begins ends on the next day. */
    record Window(LocalTime from, LocalTime to) {}
}

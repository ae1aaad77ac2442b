package io.huiyin.report.statistics;

import io.huiyin.kernel.decide.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Whole days in a zone.
 *
 * @param from the first day
 * @param to the day after the last
 */
public record Span(LocalDate from, LocalDate to, ZoneId zone) {

    private static final int LAST_YEAR = 9999;
    private static final String ONLY_IN_JAVA = "SystemV/";

    /**
     * A span as somebody asks for it.
     *
     * @throws InvalidInput naming the parameter that cannot be
     */
    public static Span asked(LocalDate from, LocalDate to, ZoneId zone) {
        named("/zone", zone);
        written("/from", from);
        written("/to", to);
        if (!from.isBefore(to)) {
            throw new InvalidInput("/to", "must be after from; it is the first day that does not count");
        }
        return new Span(from, to, zone);
    }

    private static void written(String pointer, LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new InvalidInput(pointer, "must be a date of the years 1 to " + LAST_YEAR);
        }
    }

    /**
     * A zone that has the same rules in Java and in PostgreSQL, which reads an offset the other way round and does not know what
     * only Java has.
     *
     * @throws InvalidInput for any other
     */
    public static ZoneId named(String pointer, ZoneId zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone.getId()) || zone.getId().startsWith(ONLY_IN_JAVA)) {
            throw new InvalidInput(pointer, "must be the name of a time zone, such as Asia/Shanghai");
        }
        return zone;
    }

    /** When its first day begins. */
    public Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** When the day after its last begins. */
    public Instant end() {
        return to.atStartOfDay(zone).toInstant();
    }
}

package io.huiyin.complaint.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates of a file strictly: a day that does not exist is refused. Two-digit years lie in 2000–2099. A date without time is
 * the start of its day in the file's zone.
 */
final class DateReader {

    private final @Nullable DateTimeFormatter formatter;
    private final ZoneId zone;

    private DateReader(@Nullable DateTimeFormatter formatter, ZoneId zone) {
        this.formatter = formatter;
        this.zone = zone;
    }

    /**
     * A reader for a pattern, or for ISO 8601 without one.
     *
     * @throws IllegalArgumentException when the pattern is none
     */
    static DateReader of(@Nullable String pattern, ZoneId zone) {
        if (pattern == null) {
            return new DateReader(null, zone);
        }
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(plainYears(pattern), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        return new DateReader(formatter, zone);
    }

    /** "y" is a year of an era; strict resolving wants the plain year, "u". What is quoted stays. */
    private static String plainYears(String pattern) {
        StringBuilder plain = new StringBuilder(pattern.length());
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            quoted = quoted != (letter == '\'');
            plain.append(letter == 'y' && !quoted ? 'u' : letter);
        }
        return plain.toString();
    }

    /**
     * Reads a cell.
     *
     * @throws DateTimeException when it is no date of this form, or one that does not exist
     */
    Instant read(String text) {
        DateTimeFormatter given = formatter;
        if (given == null) {
            return instant(
                    text.length() == 10
                            ? LocalDate.parse(text)
                            : DateTimeFormatter.ISO_DATE_TIME.parseBest(
                                    text, OffsetDateTime::from, LocalDateTime::from));
        }
        return instant(
                given.parseBest(text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
    }

    private Instant instant(TemporalAccessor read) {
        Instant instant = switch (read) {
            case ZonedDateTime zoned -> zoned.toInstant();
            case OffsetDateTime offset -> offset.toInstant();
            case LocalDateTime local -> local.atZone(zone).toInstant();
            case LocalDate date -> date.atStartOfDay(zone).toInstant();
            default -> throw new DateTimeException("no date");
        };
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new DateTimeException("no year of four digits");
        }
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}

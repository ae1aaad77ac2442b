package io.huiyin.kernel.rest;

import io.huiyin.kernel.decide.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads query and path parameters; each fault names its parameter. */
public final class Parameters {

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final int LAST_YEAR = 9999;

    private Parameters() {}

    /** An instant of a year of four digits: years can be counted on from it, and the database knows it. */
    public static @Nullable Instant instant(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+')).withOffsetSameInstant(ZoneOffset.UTC);
            if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
                throw new InvalidInput("/" + name, "must be a year of four digits");
            }
            return time.toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInput(
                    "/" + name, "must be a date and time with offset, such as 2026-11-20T09:12:00+08:00");
        }
    }

    /**
     * A recorded instant, which lies in the past by the real clock, in microseconds: what the database keeps.
     *
     * @throws InvalidInput when it is none, or lies in the future
     */
    public static @Nullable Instant recorded(String name, @Nullable String text) {
        Instant instant = instant(name, text);
        if (instant == null) {
            return null;
        }
        if (instant.isAfter(Instant.now())) {
            throw new InvalidInput("/" + name, "lies in the future: what will be known then is not known yet");
        }
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** A date as the start of its day in a zone, or an instant. */
    public static @Nullable Instant dateOrInstant(String name, @Nullable String text, ZoneId zone) {
        if (text == null) {
            return null;
        }
        return text.length() == 10 ? date(name, text).atStartOfDay(zone).toInstant() : instant(name, text);
    }

    public static LocalDate date(String name, @Nullable String text) {
        try {
            if (text != null) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // falls through
        }
        throw new InvalidInput("/" + name, "must be a date that exists, such as 2026-10-01");
    }

    public static @Nullable Integer year(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!YEAR.matcher(text).matches()) {
            throw new InvalidInput("/" + name, "must be a year, such as 2026");
        }
        return Integer.valueOf(text);
    }

    public static ZoneId zone(String name, @Nullable String text, ZoneId otherwise) {
        try {
            return text == null ? otherwise : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new InvalidInput("/" + name, "must be a time zone, such as Asia/Shanghai");
        }
    }

    public static @Nullable UUID uuid(String name, @Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("/" + name, "must be an id as it was answered");
        }
    }

    public static @Nullable Boolean flag(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidInput("/" + name, "must be true or false");
        };
    }

    public static @Nullable String oneOf(String name, @Nullable String text, Collection<String> known) {
        if (text != null && !known.contains(text)) {
            throw new InvalidInput("/" + name, "is none of " + String.join(", ", known));
        }
        return text;
    }
}

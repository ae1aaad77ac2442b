package io.huiyin.kernel.calendar.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.huiyin.kernel.calendar.SpecialDay;
import io.huiyin.kernel.calendar.Years;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Special days from a file, in YAML or JSON: what authorities announce year by year, and an organisation's own shutdowns.
 *
 * <pre>
 * years: { first: 2026, last: 2026 }
 * days:
 *   - { from: 2026-10-01, to: 2026-10-07, closed: 国庆节 }
 *   - { date: 2026-10-10, like: friday, name: 国庆节调休 }
 *   - { date: 2026-12-24, working: [ "09:00-12:00" ], name: Christmas Eve }
 * </pre>
 *
 * @param years for which it has all official days; null when it does not say
 */
public record CalendarFile(
        SortedMap<LocalDate, SpecialDay> days, @Nullable Years years) {

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    public CalendarFile {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /**
     * Reads a file.
     *
     * @param name told in messages
     * @throws IllegalArgumentException naming file, line and field when something is wrong
     */
    public static CalendarFile read(String name, InputStream in) {
        try (JsonParser parser = YAML.createParser(in)) {
            return read(parser);
        } catch (CalendarEntry.Unreadable e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new IllegalArgumentException(name + ": line " + line + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static CalendarFile read(JsonParser parser) throws IOException {
        SortedMap<LocalDate, SpecialDay> days = new TreeMap<>();
        Years years = null;
        expect(parser, parser.nextToken(), JsonToken.START_OBJECT, "a calendar file has the fields years and days");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int line = line(parser);
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (field) {
                case "years" -> years = CalendarEntry.years(line, YAML.<JsonNode>readTree(parser));
                case "days" -> {
                    expect(parser, value, JsonToken.START_ARRAY, "days: is a list");
                    readDays(parser, days);
                }
                default -> throw new CalendarEntry.Unreadable(line, field + ": is none of years, days", null);
            }
        }
        return new CalendarFile(days, years);
    }

    private static void readDays(JsonParser parser, SortedMap<LocalDate, SpecialDay> days) throws IOException {
        SortedMap<LocalDate, Integer> lines = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = line(parser);
            CalendarEntry entry = new CalendarEntry(line, YAML.<JsonNode>readTree(parser));
            SpecialDay special = entry.day();
            for (LocalDate day : entry.dates()) {
                if (days.putIfAbsent(day, special) != null) {
                    throw new CalendarEntry.Unreadable(
                            line, "date: " + day + " stands in line " + lines.get(day) + " already", null);
                }
                lines.put(day, line);
            }
        }
    }

    private static void expect(JsonParser parser, @Nullable JsonToken token, JsonToken expected, String otherwise) {
        if (token != expected) {
            throw new CalendarEntry.Unreadable(line(parser), otherwise, null);
        }
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }
}

package io.huiyin.kernel.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the notation, an instant is read as Java reads it. */
class InstantsTest {

    private static Instant fromJson(String text) {
        return EventJson.read("\"" + text + "\"", Instant.class);
    }

    @Test
    void whatIsWrittenReadsBack() {
        Random random = new Random(20261126);
        long first = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        int[] units = {1, 1_000, 1_000_000, 10_000_000, 1_000_000_000};
        for (int i = 0; i < 100_000; i++) {
            long unit = units[random.nextInt(units.length)];
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(first, last + 1), random.nextLong(1_000_000_000 / unit) * unit);
            assertEquals(instant, Instants.parse(instant.toString()));
            assertEquals(instant, fromJson(instant.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T00:00:00Z",
                "2000-02-29T23:59:59.9Z",
                "2026-11-26T12:00:00.120Z",
                "2026-11-26T12:00:00.000000001Z",
                "2016-12-31T23:59:60Z",
                "2026-11-26T24:00:00Z",
                "2026-11-26T12:00:00+08:00",
                "2026-11-26t12:00:00z",
                "+12026-11-26T12:00:00Z",
                "-0001-11-26T12:00:00Z",
                "2026-11-26T12:00:00.Z"
            })
    void whatJavaReadsIsTheSame(String text) {
        assertEquals(Instant.parse(text), Instants.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-26",
                "2026-02-29T00:00:00Z",
                "2100-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-00-10T00:00:00Z",
                "2026-13-10T00:00:00Z",
                "2026-11-00T00:00:00Z",
                "2026-11-26T25:00:00Z",
                "2026-11-26T12:60:00Z",
                "2026-11-26T12:00:61Z",
                "2026-11-26T12:00:00",
                "2026-11-26 12:00:00Z",
                "2026-11-26T12:00:00,5Z",
                "2026-11-26T12:00:00.1234567890Z",
                "2026-11-2\u0666T12:00:00Z",
                "2026-1/-26T12:00:00Z",
                "2026-1:-26T12:00:00Z"
            })
    void whatJavaDoesNotReadIsRefused(String text) {
        assertThrows(DateTimeParseException.class, () -> Instant.parse(text));
        assertThrows(DateTimeParseException.class, () -> Instants.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-12-31T23:59:60Z", "2026-11-26T12:00:00+08:00"})
    void anotherNotationInJsonIsReadToo(String text) {
        assertEquals(Instant.parse(text), fromJson(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29T00:00:00Z", "yesterday"})
    void whatIsNoneInJsonIsUnreadable(String text) {
        assertThrows(UnreadableEvent.class, () -> fromJson(text));
    }
}

package io.huiyin.kernel.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests are read strictly, events tolerantly. */
class EventJsonTest {

    enum Tone {
        CALM
    }

    record Everything(
            @Nullable String text,
            @Nullable Integer whole,
            @Nullable BigDecimal amount,
            @Nullable Boolean flag,
            @Nullable LocalDate day,
            @Nullable OffsetDateTime time,
            @Nullable Instant at,
            @Nullable Tone tone,
            @Nullable List<String> list) {}

    private static Everything strictly(String json) throws JsonProcessingException {
        return EventJson.strictly().readValue(json, Everything.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"colour\":1}",
                "{\"text\":1}",
                "{\"text\":1.5}",
                "{\"text\":true}",
                "{\"text\":\"a\\u0000\"}",
                "{\"text\":\"\\udc00\"}",
                "{\"text\":\"\\ud800x\"}",
                "{\"list\":[\"a\\u0000\"]}",
                "{\"whole\":\"1\"}",
                "{\"whole\":1.5}",
                "{\"whole\":1.0}",
                "{\"whole\":true}",
                "{\"whole\":2147483648}",
                "{\"amount\":\"1.5\"}",
                "{\"flag\":\"true\"}",
                "{\"flag\":1}",
                "{\"day\":\"2026-02-29\"}",
                "{\"day\":\"2026-13-01\"}",
                "{\"day\":20260101}",
                "{\"day\":\"+12026-01-01\"}",
                "{\"day\":\"0000-01-01\"}",
                "{\"time\":\"2026-02-29T00:00:00Z\"}",
                "{\"time\":\"2026-02-28T24:30:00Z\"}",
                "{\"time\":\"2026-02-28T10:00:00\"}",
                "{\"time\":1767225600}",
                "{\"time\":\"+12026-01-01T00:00:00Z\"}",
                "{\"time\":\"9999-12-31T23:00:00-05:00\"}",
                "{\"time\":\"1767225600\"}",
                "{\"at\":\"2026-02-29T00:00:00Z\"}",
                "{\"at\":\"2026-02-28T24:30:00Z\"}",
                "{\"at\":\"2026-02-28T10:00:00\"}",
                "{\"at\":1767225600}",
                "{\"at\":1767225600.5}",
                "{\"at\":\"1767225600\"}",
                "{\"at\":\"\"}",
                "{\"at\":\"+12026-01-01T00:00:00Z\"}",
                "{\"at\":\"+10000-01-01T00:00:00+05:00\"}",
                "{\"at\":\"9999-12-31T23:00:00-05:00\"}",
                "{\"at\":\"0000-12-31T23:00:00-05:00\"}",
                "{\"at\":\"0001-01-01T00:00:00+08:00\"}",
                "{\"at\":\"-0001-01-01T00:00:00Z\"}",
                "{\"whole\":\"\"}",
                "{\"amount\":\"\"}",
                "{\"flag\":\"\"}",
                "{\"day\":\"\"}",
                "{\"day\":\"2026-01-01T10:00:00Z\"}",
                "{\"time\":\"\"}",
                "{\"time\":1767225600.5}",
                "{\"list\":\"\"}",
                "{\"tone\":0}",
                "{\"tone\":\"\"}",
                "{\"tone\":\"LOUD\"}",
                "{\"list\":\"a\"}",
                "{\"list\":[1]}",
                "{\"text\":\"a\",\"text\":\"a\"}",
                "{} {}",
                "{}x",
                "[]",
                "{\"text\":'a'}",
                "{text:\"a\"}",
                "{\"text\":\"a\",}",
                "// comment\n{}"
            })
    void aRequestIsNeverGuessed(String json) {
        assertThrows(JsonProcessingException.class, () -> strictly(json));
    }

    @Test
    void whatIsRightIsRead() throws JsonProcessingException {
        assertEquals(
                new Everything(
                        "𝔘",
                        1,
                        new BigDecimal("1200.00"),
                        true,
                        LocalDate.of(2028, 2, 29),
                        OffsetDateTime.parse("2026-11-20T09:12:00+08:00"),
                        Instant.parse("2026-11-20T01:12:00.123456789Z"),
                        Tone.CALM,
                        List.of("a")),
                strictly(
                        "{\"text\":\"\\ud835\\udd18\",\"whole\":1,\"amount\":1200.00,\"flag\":true,\"day\":\"2028-02-29\","
                                + "\"time\":\"2026-11-20T09:12:00+08:00\",\"at\":\"2026-11-20T09:12:00.123456789+08:00\",\"tone\":\"CALM\",\"list\":[\"a\"]}"));
    }

    record Fact(@Nullable String text, Instant at, BigDecimal amount) {}

    @Test
    void anEventIsReadTolerantlyAndWrittenWithoutWhatIsMissing() {
        Fact fact = new Fact(null, Instant.parse("2026-01-01T00:00:00.123456Z"), new BigDecimal("10.00"));
        String json = EventJson.write(fact);

        assertEquals("{\"at\":\"2026-01-01T00:00:00.123456Z\",\"amount\":10.00}", json);
        assertEquals(fact, EventJson.read(json.replace("}", ",\"added\":[1]}"), Fact.class));
    }

    @Test
    void anEventMayTellOfAnyYear() {
        assertEquals(
                Instant.parse("+12026-01-01T00:00:00Z"),
                EventJson.read("{\"at\":\"+12026-01-01T00:00:00Z\",\"amount\":1}", Fact.class)
                        .at());
    }

    @Test
    void aStoredDocumentOfAnotherShapeIsUnreadable() {
        assertThrows(UnreadableEvent.class, () -> EventJson.read("{\"at\":\"soon\"}", Fact.class));
        assertThrows(UnreadableEvent.class, () -> EventJson.read("", Fact.class));
    }
}

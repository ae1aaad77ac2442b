package io.huiyin.kernel.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.event.EventJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault has its JSON pointer and says what is expected, without a word about our classes. */
class StrictJsonReaderTest {

    enum Colour {
        DARK_RED,
        BLUE
    }

    record Inner(
            @Nullable String name,
            @Nullable LocalDate day,
            @Nullable Instant at,
            @JsonProperty("a/b~c") @Nullable String odd) {}

    record Outer(
            @Nullable List<Inner> list,
            @Nullable Map<String, Inner> map,
            @Nullable Colour colour) {}

    private static FieldFault fault(String json) {
        JsonProcessingException failure = assertThrows(
                JsonProcessingException.class, () -> EventJson.strictly().readValue(json, Outer.class));
        FieldFault fault = StrictJsonReader.fault(failure);
        assertFalse(fault.detail().contains("io.huiyin") || fault.detail().contains("java."), fault.detail());
        return fault;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"list\":[{},{\"name\":1}]}; /list/1/name; must be a text",
                "{\"list\":[{\"day\":\"2026-02-30\"}]}; /list/0/day; must be a date that exists, such as 2026-10-01",
                "{\"list\":[{\"at\":\"soon\"}]}; /list/0/at; "
                        + "must be a date and time with offset, such as 2026-11-20T09:12:00+08:00",
                "{\"list\":[{\"at\":\"+12026-01-01T00:00:00Z\"}]}; /list/0/at; must be a year of four digits",
                "{\"map\":{\"x\":{\"nick\":\"a\"}}}; /map/x/nick; is not a known field",
                "{\"list\":[{\"a/b~c\":1}]}; /list/0/a~1b~0c; must be a text",
                "{\"colour\":\"green\"}; /colour; is none of dark-red, blue",
                "{\"list\":{}}; /list; must be a list",
                "{\"list\":[1]}; /list/0; must be an object",
                "{\"list\":[{\"name\":\"\\u0000\"}]}; /list/0/name; must not contain the null character"
            })
    void aFaultIsPointedAt(String json, String pointer, String detail) {
        assertEquals(new FieldFault(pointer, detail), fault(json));
    }

    @Test
    void whatIsNoJsonIsPlacedByLineAndColumn() {
        assertEquals(new FieldFault("/", "is not JSON: line 2, column 2"), fault("{\n x"));
    }
}

package io.huiyin.kernel.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a parameter may say, and what is said of one that says something else. */
class ParametersTest {

    private static List<FieldFault> faults(String text) {
        return assertThrows(InvalidInput.class, () -> Parameters.instant("asOf", text))
                .faults();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:12:00+08:00, 2026-11-20T01:12:00Z",
        "2026-11-20T09:12:00 08:00, 2026-11-20T01:12:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z"
    })
    void anInstantHasAnOffset(String text, Instant instant) {
        assertEquals(instant, Parameters.instant("asOf", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-06-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "9999-12-31T23:00:00-05:00",
                "0001-01-01T00:00:00+08:00",
                "0000-06-01T00:00:00Z",
                "-0001-06-01T00:00:00Z"
            })
    void anInstantIsOfAYearOfFourDigits(String text) {
        assertEquals(List.of(new FieldFault("/asOf", "must be a year of four digits")), faults(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-11-20", "2026-02-29T00:00:00Z", "+999999999-12-31T23:59:59-18:00"})
    void whatIsNoInstantIsNamed(String text) {
        assertEquals(
                List.of(new FieldFault(
                        "/asOf", "must be a date and time with offset, such as 2026-11-20T09:12:00+08:00")),
                faults(text));
    }
}

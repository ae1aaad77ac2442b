package io.huiyin.kernel.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Reads instants as we write them, {@code 2026-11-20T01:12:00.123456Z}, without the machinery that {@link Instant#parse} sets up anew
 * for each; events are full of them. Any other notation is left to that.
 */
public final class Instants {

    private static final String SHAPE = "0000-00-00T00:00:00";
    private static final int NANO_DIGITS = 9;

    private Instants() {}

    /**
     * Reads what {@link Instant#parse} reads.
     *
     * @throws java.time.format.DateTimeParseException for any other text
     */
    public static Instant parse(String text) {
        return isOurs(text) ? read(text) : Instant.parse(text);
    }

    static SimpleModule module() {
        return new SimpleModule("instants").addDeserializer(Instant.class, new Moment());
    }

    /** Whether it has our shape and is an instant that exists; a leap second has another way of being read. */
    private static boolean isOurs(String text) {
        int end = text.length() - 1;
        int fraction = end - SHAPE.length() - 1;
        if (end < SHAPE.length() || text.charAt(end) != 'Z' || fraction == 0 || fraction > NANO_DIGITS) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char wanted = i < SHAPE.length() ? SHAPE.charAt(i) : i == SHAPE.length() ? '.' : '0';
            char is = text.charAt(i);
            if (wanted == '0' ? is < '0' || is > '9' : is != wanted) {
                return false;
            }
        }
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        return month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(number(text, 0, 4), month).lengthOfMonth())
                && number(text, 11, 13) < 24
                && number(text, 14, 16) < 60
                && number(text, 17, 19) < 60;
    }

    private static Instant read(String text) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        long second = (day * 24 + number(text, 11, 13)) * 3600 + number(text, 14, 16) * 60L + number(text, 17, 19);
        int nano = 0;
        int end = text.length() - 1;
        if (end > SHAPE.length()) {
            nano = number(text, SHAPE.length() + 1, end);
            for (int digits = end - SHAPE.length() - 1; digits < NANO_DIGITS; digits++) {
                nano *= 10;
            }
        }
        return Instant.ofEpochSecond(second, nano);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static final class Moment extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        private Moment() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING) && isOurs(parser.getText())) {
                return read(parser.getText());
            }
            return InstantDeserializer.INSTANT.deserialize(parser, context);
        }
    }
}

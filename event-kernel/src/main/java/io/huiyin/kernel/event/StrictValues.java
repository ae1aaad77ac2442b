package io.huiyin.kernel.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import io.huiyin.kernel.decide.InvalidInput;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Values a request may hold and our stores can keep: no null character, no half characters, years of four digits. */
final class StrictValues {

    private StrictValues() {}

    static SimpleModule module() {
        return new SimpleModule("strict-values")
                .addDeserializer(String.class, new Text())
                .addDeserializer(OffsetDateTime.class, new Time())
                .addDeserializer(Instant.class, new Moment())
                .addDeserializer(LocalDate.class, new Day());
    }

    private static InvalidInput invalid(String detail) {
        return new InvalidInput("/", detail);
    }

    private static boolean isFourDigits(int year) {
        return year >= 1 && year <= 9999;
    }

    /** As it is written, and in UTC, as it is stored. */
    private static boolean isFourDigits(OffsetDateTime time) {
        return isFourDigits(time.getYear())
                && isFourDigits(time.withOffsetSameInstant(ZoneOffset.UTC).getYear());
    }

    private static final class Text extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        private Text() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text == null) {
                return null;
            }
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == 0) {
                    throw invalid("must not contain the null character");
                }
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else if (Character.isSurrogate(c)) {
                    throw invalid("contains half a character");
                }
            }
            return text;
        }
    }

    private static final class Time extends StdScalarDeserializer<OffsetDateTime> {
        private static final long serialVersionUID = 1L;
        private final transient JsonDeserializer<OffsetDateTime> standard = InstantDeserializer.OFFSET_DATE_TIME;

        private Time() {
            super(OffsetDateTime.class);
        }

        @Override
        public @Nullable OffsetDateTime deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, parser);
            }
            // The standard one takes a number in quotes for the seconds since 1970.
            if (parser.getText().indexOf(':') < 0) {
                return (OffsetDateTime)
                        context.handleWeirdStringValue(OffsetDateTime.class, parser.getText(), "is no time");
            }
            OffsetDateTime time = standard.deserialize(parser, context);
            if (time != null && !isFourDigits(time)) {
                throw invalid("must be a year of four digits");
            }
            return time;
        }
    }

    private static final class Moment extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;
        private final transient Time time = new Time();

        private Moment() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            OffsetDateTime read = time.deserialize(parser, context);
            return read == null ? null : read.toInstant();
        }
    }

    private static final class Day extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        private Day() {
            super(LocalDate.class);
        }

        @Override
        public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            // The standard one takes a time for its day.
            if (parser.hasToken(JsonToken.VALUE_STRING) && parser.getText().length() != "2026-10-01".length()) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, parser.getText(), "is no date");
            }
            LocalDate day = LocalDateDeserializer.INSTANCE.deserialize(parser, context);
            if (day != null && !isFourDigits(day.getYear())) {
                throw invalid("must be a year of four digits");
            }
            return day;
        }
    }
}

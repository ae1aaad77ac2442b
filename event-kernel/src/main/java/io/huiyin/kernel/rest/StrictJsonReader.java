package io.huiyin.kernel.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.event.EventJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads request bodies: nothing unknown, nothing guessed, each fault with its JSON pointer. No body is an empty object. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class StrictJsonReader implements MessageBodyReader<Object> {

    /** The largest body of a request that is no upload. */
    public static final int MAX_BODY = 256 * 1024;

    /** What a request without a body says; a field it should have had is named then. */
    private static final byte[] NOTHING = {'{', '}'};

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        // One that is held already is not read in pieces.
        byte[] bytes = body instanceof ByteArrayInputStream held ? held.readAllBytes() : body.readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new WebApplicationException(413);
        }
        byte[] json = bytes.length == 0 ? NOTHING : bytes;
        try {
            Object read =
                    EventJson.strictly().readValue(json, EventJson.strictly().constructType(generic));
            if (read == null) {
                throw new InvalidInput("/", "a JSON object is expected");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new InvalidInput(List.of(fault(e)));
        }
    }

    /** Where and what, without a word about our classes. */
    static FieldFault fault(JsonProcessingException failure) {
        if (failure instanceof JsonParseException || !(failure instanceof JsonMappingException mapping)) {
            return new FieldFault("/", "is not JSON: " + place(failure));
        }
        String pointer = pointer(mapping);
        return switch (mapping) {
            case UnrecognizedPropertyException unknown -> new FieldFault(pointer, "is not a known field");
            case InvalidFormatException format -> new FieldFault(pointer, expected(format.getTargetType()));
            case MismatchedInputException mismatch -> new FieldFault(pointer, expected(mismatch.getTargetType()));
            default ->
                mapping.getCause() instanceof InvalidInput invalid
                        ? new FieldFault(pointer, invalid.faults().getFirst().detail())
                        : new FieldFault(pointer, "cannot be read");
        };
    }

    private static String place(JsonProcessingException failure) {
        var location = failure.getLocation();
        return location == null
                ? "unexpected end"
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String pointer(JsonMappingException failure) {
        String pointer = failure.getPath().stream()
                .map(step -> step.getFieldName() != null
                        ? step.getFieldName().replace("~", "~0").replace("/", "~1")
                        : Integer.toString(step.getIndex()))
                .collect(Collectors.joining("/", "/", ""));
        return pointer;
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "has another shape than expected";
        }
        if (type.isEnum()) {
            return "is none of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant)
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-'))
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "must be a text";
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return "must be a date and time with offset, such as 2026-11-20T09:12:00+08:00";
        }
        if (type == LocalDate.class) {
            return "must be a date that exists, such as 2026-10-01";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "must be true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "must be a number";
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return "must be an object";
    }
}

package io.huiyin.kernel.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.decide.FieldFault;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of what is read, and where it stands. What is wrong is noted and reading goes on with a stand-in, so that all faults are
 * found at once; who reads asks at the end whether there are any.
 */
final class Located {

    private static final int LONGEST = 500;

    private final JsonNode node;
    private final String pointer;
    private final List<FieldFault> faults;

    Located(JsonNode node, String pointer, List<FieldFault> faults) {
        this.node = node;
        this.pointer = pointer;
        this.faults = faults;
    }

    void fault(String detail) {
        faults.add(new FieldFault(pointer.isEmpty() ? "/" : pointer, detail));
    }

    boolean has(String field) {
        return node.has(field);
    }

    /** Notes what it has besides the given fields. */
    void hasOnly(String... known) {
        if (!node.isObject()) {
            fault("must be an object");
        }
        List<String> fields = Arrays.asList(known);
        node.properties().forEach(field -> {
            if (!fields.contains(field.getKey())) {
                below(field.getKey(), field.getValue()).fault("is not a known field");
            }
        });
    }

    /** A field that must be there. */
    Located at(String field) {
        Located there = below(field, node.path(field));
        if (node.isObject() && !node.has(field)) {
            there.fault("must be given");
        }
        return there;
    }

    private Located below(String step, JsonNode part) {
        return new Located(part, pointer + "/" + step.replace("~", "~0").replace("/", "~1"), faults);
    }

    /** A fault, but not of what is missing: that is noted already. */
    private <T> T standIn(T standIn, String detail) {
        if (!node.isMissingNode()) {
            fault(detail);
        }
        return standIn;
    }

    String text() {
        String text = node.asText();
        return node.isTextual() && isWritable(text)
                ? text
                : standIn("?", "must be a text of 1 to " + LONGEST + " characters");
    }

    private static boolean isWritable(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    <T> T parsed(Function<String, T> parse, T standIn, String expected) {
        if (!node.isTextual()) {
            return standIn(standIn, expected);
        }
        try {
            return parse.apply(node.asText());
        } catch (DateTimeException | IllegalArgumentException e) {
            return standIn(standIn, expected);
        }
    }

    <E extends Enum<E>> E word(E[] known) {
        String word = node.asText();
        for (E each : known) {
            if (node.isTextual() && wire(each).equals(word)) {
                return each;
            }
        }
        return standIn(
                known[0],
                "is none of "
                        + String.join(
                                ", ", Arrays.stream(known).map(Located::wire).toList()));
    }

    static String wire(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    BigDecimal number() {
        return node.isNumber() ? node.decimalValue() : standIn(BigDecimal.ONE, "must be a number");
    }

    int whole() {
        return node.isInt() ? node.intValue() : standIn(1, "must be a whole number");
    }

    boolean flag() {
        return node.isBoolean() ? node.booleanValue() : standIn(false, "must be true or false");
    }

    <T> List<T> list(Function<Located, T> read) {
        List<T> list = new ArrayList<>();
        if (!node.isArray()) {
            return standIn(list, "must be a list");
        }
        for (int place = 0; place < node.size(); place++) {
            Located there = below(Integer.toString(place), node.get(place));
            T made = there.made(() -> read.apply(there));
            if (made != null) {
                list.add(made);
            }
        }
        return list;
    }

    <T> Map<String, T> map(Function<Located, T> read) {
        Map<String, T> map = new LinkedHashMap<>();
        if (!node.isObject()) {
            return standIn(map, "must be an object");
        }
        node.properties().forEach(field -> {
            Located there = below(field.getKey(), field.getValue());
            if (!isWritable(field.getKey())) {
                there.fault("has no usable name");
            }
            T made = there.made(() -> read.apply(there));
            if (made != null) {
                map.put(field.getKey(), made);
            }
        });
        return map;
    }

    /** What is made of parts that were read; null, and noted, when they do not go together. */
    <T> @Nullable T made(Supplier<T> make) {
        int before = faults.size();
        try {
            return make.get();
        } catch (DateTimeException | IllegalArgumentException e) {
            if (faults.size() == before) {
                fault(String.valueOf(e.getMessage()));
            }
            return null;
        }
    }
}

package io.huiyin.kernel.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key with what may stand under it.
 *
 * @param optional whether its value may be {@code none}
 * @param known the words it may take, where they are not free; one that ends with {@code *} stands for all that begin like it
 * @param rules of the rulebook that read it
 * @param owner the service that decides on changes, when it is another
 */
public record PolicyKey(
        String key,
        PolicyType type,
        boolean optional,
        List<String> known,
        List<String> rules,
        Meaning meaning,
        @Nullable String owner) {

    /** What it means, in both languages. */
    public record Meaning(String zh, String en) {}

    public PolicyKey {
        known = List.copyOf(known);
        rules = List.copyOf(rules);
    }

    /**
     * A value for this key.
     *
     * @throws InvalidInput naming each field that is wrong
     */
    public PolicyValue read(JsonNode node) {
        return read(node, "");
    }

    /** The same, with pointers below another. */
    public PolicyValue read(JsonNode node, String pointer) {
        List<FieldFault> faults = new ArrayList<>();
        PolicyValue value = read(node, pointer, faults);
        if (value == null || !faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return value;
    }

    /** The same, with pointers below another; null when there are faults. */
    @Nullable
    PolicyValue read(JsonNode node, String pointer, List<FieldFault> faults) {
        PolicyType expected = optional && node.has("none") ? PolicyType.NONE : type;
        PolicyValue value = PolicyValueJson.read(node, expected, pointer, faults);
        if (value != null && !known.isEmpty() && !words(value).stream().allMatch(this::isKnown)) {
            faults.add(new FieldFault(pointer + "/" + type.field(), "is none of " + String.join(", ", known)));
        }
        return value;
    }

    private boolean isKnown(String word) {
        return known.stream()
                .anyMatch(one -> one.endsWith("*")
                        ? word.startsWith(one.substring(0, one.length() - 1)) && word.length() >= one.length()
                        : one.equals(word));
    }

    private static List<String> words(PolicyValue value) {
        return switch (value) {
            case PolicyValue.Word word -> List.of(word.word());
            case PolicyValue.Names names -> names.names();
            case PolicyValue.ByName byName -> List.copyOf(byName.names().values());
            case PolicyValue other -> List.of();
        };
    }
}

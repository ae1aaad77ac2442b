package io.huiyin.kernel.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as JSON: written in the shape they are read in, which is that of the profiles too. */
public final class PolicyValueJson {

    private PolicyValueJson() {}

    /**
     * A value of whatever type its fields tell.
     *
     * @throws InvalidInput naming each field that is wrong
     */
    public static PolicyValue read(JsonNode node) {
        List<FieldFault> faults = new ArrayList<>();
        PolicyValue value = read(node, "", faults);
        if (value == null || !faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return value;
    }

    /** The same, with pointers below another; null when there are faults. */
    static @Nullable PolicyValue read(JsonNode node, String pointer, List<FieldFault> faults) {
        Located at = new Located(node, pointer, faults);
        PolicyType type = typeOf(node);
        if (type == null) {
            at.fault("is no value of a known type");
            return null;
        }
        return read(at, type, faults);
    }

    /** A value of a given type; null when there are faults. */
    static @Nullable PolicyValue read(JsonNode node, PolicyType type, String pointer, List<FieldFault> faults) {
        Located at = new Located(node, pointer, faults);
        PolicyType said = type == PolicyType.TERM ? typeOf(node) : type;
        if (said == null || !node.isObject() || !type.isOf(node)) {
            at.fault("must be a value of type " + type.wire());
            return null;
        }
        return read(at, said, faults);
    }

    private static @Nullable PolicyValue read(Located at, PolicyType type, List<FieldFault> faults) {
        int before = faults.size();
        PolicyValue value = at.made(() -> ValueReading.of(at, type));
        return faults.size() == before ? value : null;
    }

    private static @Nullable PolicyType typeOf(JsonNode node) {
        return Arrays.stream(PolicyType.values())
                .filter(type -> type.isOf(node))
                .findFirst()
                .orElse(null);
    }

    public static ObjectNode write(PolicyValue value) {
        return ValueWriting.of(value);
    }
}

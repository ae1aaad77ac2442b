package io.huiyin.report.statistics;

import io.huiyin.kernel.decide.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What something can be counted by. */
public interface Keyed {

    /** As requests and answers call it. */
    String wire();

    /** Whether it is shown in the order of time. */
    boolean isTime();

    /**
     * Reads {@code month,product}.
     *
     * @param known all that can be named
     * @throws InvalidInput naming {@code /by}
     */
    static <D extends Keyed> List<D> list(String text, D[] known) {
        List<D> list = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            D dimension = Arrays.stream(known)
                    .filter(each -> each.wire().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput(
                            "/by",
                            "takes a list of "
                                    + Arrays.stream(known).map(Keyed::wire).collect(Collectors.joining(", "))));
            if (list.contains(dimension)) {
                throw new InvalidInput("/by", "names " + name + " twice");
            }
            list.add(dimension);
        }
        return list;
    }

    /** A group's key as it is answered: every dimension, null where it is blank. */
    static Map<String, @Nullable String> key(List<? extends Keyed> by, List<@Nullable String> keys) {
        Map<String, @Nullable String> key = new LinkedHashMap<>();
        for (int i = 0; i < by.size(); i++) {
            key.put(by.get(i).wire(), keys.get(i));
        }
        return key;
    }
}

package io.huiyin.report.statistics;

import io.huiyin.kernel.decide.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What complaints can be counted by. */
public enum Dimension {
    DAY("day", true),
    ISO_WEEK("iso-week", true),
    MONTH("month", true),
    PRODUCT("product", false),
    SUB_PRODUCT("subProduct", false),
    ISSUE("issue", false),
    CATEGORY("category", false),
    CHANNEL("channel", false),
    REGION("region", false),
    COMPANY("company", false),
    OUTCOME("outcome", false),
    SEVERITY("severity", false),
    CAUSE("cause", false);

    private final String wire;
    private final boolean time;

    Dimension(String wire, boolean time) {
        this.wire = wire;
        this.time = time;
    }

    /** As requests and answers call it. */
    public String wire() {
        return wire;
    }

    /** Whether it is shown in the order of time. */
    public boolean isTime() {
        return time;
    }

    /**
     * Reads {@code month,product}.
     *
     * @throws InvalidInput naming {@code /by}
     */
    public static List<Dimension> list(String text) {
        List<Dimension> list = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            Dimension dimension = Arrays.stream(values())
                    .filter(each -> each.wire.equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput("/by", "takes a list of " + known()));
            if (list.contains(dimension)) {
                throw new InvalidInput("/by", "names " + name + " twice");
            }
            list.add(dimension);
        }
        return list;
    }

    private static String known() {
        return Arrays.stream(values()).map(Dimension::wire).collect(Collectors.joining(", "));
    }
}

package io.huiyin.report.statistics;

import io.huiyin.kernel.decide.InvalidInput;
import java.util.List;

/** What complaints can be counted by. */
public enum Dimension implements Keyed {
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
    /** The class of cause that the case was classified with. */
    CAUSE("cause", false),
    /** The party found liable. */
    LIABILITY("liability", false),
    /** The department held liable. */
    DEPARTMENT("department", false),
    STATUS("status", false);

    private final String wire;
    private final boolean time;

    Dimension(String wire, boolean time) {
        this.wire = wire;
        this.time = time;
    }

    @Override
    public String wire() {
        return wire;
    }

    @Override
    public boolean isTime() {
        return time;
    }

    /**
     * Reads {@code month,product}.
     *
     * @throws InvalidInput naming {@code /by}
     */
    public static List<Dimension> list(String text) {
        return Keyed.list(text, values());
    }
}

package io.huiyin.report.statistics;

import io.huiyin.kernel.decide.InvalidInput;
import java.util.List;

/** What nonconformities can be counted by; times are those of the report. */
public enum NonconformityDimension implements Keyed {
    DAY("day", true),
    ISO_WEEK("iso-week", true),
    MONTH("month", true),
    SEVERITY("severity", false),
    SOURCE("source", false),
    /** Several of one nonconformity count it in each; its items are shared out by their quantities. */
    DISPOSITION("disposition", false),
    SUPPLIER("supplier", false),
    PRODUCT("product", false),
    LOT("lot", false),
    CATEGORY("category", false),
    /** The cause found in the complaint it belongs to. */
    CAUSE("cause", false),
    STATUS("status", false);

    private final String wire;
    private final boolean time;

    NonconformityDimension(String wire, boolean time) {
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
     * Reads {@code severity,month}.
     *
     * @throws InvalidInput naming {@code /by}
     */
    public static List<NonconformityDimension> list(String text) {
        return Keyed.list(text, values());
    }
}

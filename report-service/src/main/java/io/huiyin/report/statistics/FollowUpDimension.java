package io.huiyin.report.statistics;

import io.huiyin.kernel.decide.InvalidInput;
import java.util.List;

/** What follow-ups can be counted by; times are those of the due date. */
public enum FollowUpDimension implements Keyed {
    DAY("day", true),
    ISO_WEEK("iso-week", true),
    MONTH("month", true),
    /** Who recorded it, or tried or held it last. */
    AGENT("agent", false),
    /** The department held liable for what is followed up. */
    DEPARTMENT("department", false),
    PRODUCT("product", false),
    ISSUE("issue", false),
    SEVERITY("severity", false),
    REASON("reason", false),
    /** Which contact of its chain, from 1. */
    CONTACT("contact", false);

    private final String wire;
    private final boolean time;

    FollowUpDimension(String wire, boolean time) {
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
     * Reads {@code agent,month}.
     *
     * @throws InvalidInput naming {@code /by}
     */
    public static List<FollowUpDimension> list(String text) {
        return Keyed.list(text, values());
    }
}

package io.huiyin.kernel.policy;

import com.fasterxml.jackson.databind.JsonNode;

/** The types a key may be declared with, each with the field its value is known by. */
public enum PolicyType {
    LIMIT("limit"),
    PERIOD("period"),
    UNTIL("until"),
    /** A limit, a period, or until something. */
    TERM("limit"),
    TERMS("terms"),
    NAMES("names"),
    RANKS("ranks"),
    CHOICE("choice"),
    COUNT("count"),
    COUNTS("counts"),
    RANGE("lowest"),
    FLAG("flag"),
    BY_NAME("byName"),
    STEPS("steps"),
    TIERS("tiers"),
    AMOUNTS("amounts"),
    TARGET("percent"),
    PERCENTS("percents"),
    CALL_WINDOW("windows"),
    SHIFTS("shifts"),
    SCHEDULE("every"),
    WAITS("waits"),
    NUMBER_PATTERN("datePattern"),
    WORKING_WEEK("week"),
    ZONE("zone"),
    NONE("none");

    private final String field;

    PolicyType(String field) {
        this.field = field;
    }

    /** The field it is known by. */
    String field() {
        return field;
    }

    /** Whether something has the look of one. */
    boolean isOf(JsonNode node) {
        return node.has(field) || (this == TERM && (node.has(PERIOD.field) || node.has(UNTIL.field)));
    }

    /** Its name in the file of keys. */
    public String wire() {
        return Located.wire(this);
    }
}

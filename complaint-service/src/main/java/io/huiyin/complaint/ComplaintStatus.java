package io.huiyin.complaint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a case stands (RULEBOOK §4.1). */
public enum ComplaintStatus {
    CLARIFYING,
    REGISTERED,
    ACCEPTED,
    CLASSIFIED,
    INVESTIGATING,
    LIABILITY_DETERMINED,
    APPROVAL_PENDING,
    APPROVED,
    COMMUNICATED,
    REJECTED_BY_CUSTOMER,
    IMPLEMENTING,
    IMPLEMENTED,
    VERIFIED,
    DECLINED,
    CLOSED;

    /** Its name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody still works on it. */
    public boolean isOpen() {
        return this != DECLINED && this != CLOSED;
    }

    public static ComplaintStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** All names on the wire. */
    public static List<String> all() {
        return Arrays.stream(values()).map(ComplaintStatus::wire).toList();
    }
}

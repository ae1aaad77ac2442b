package io.huiyin.nonconformity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a nonconformity stands (RULEBOOK §4.9). */
public enum NonconformityStatus {
    REPORTED,
    SEGREGATED,
    CLEARED,
    CONFIRMED,
    CLASSIFIED,
    UNDER_REVIEW,
    DISPOSITION_PROPOSED,
    DISPOSITION_APPROVED,
    EXECUTED,
    REINSPECTION,
    VERIFIED,
    CLOSED;

    /** Its name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All names on the wire. */
    public static List<String> all() {
        return Arrays.stream(values()).map(NonconformityStatus::wire).toList();
    }
}

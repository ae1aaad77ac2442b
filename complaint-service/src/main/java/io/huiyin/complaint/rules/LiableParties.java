package io.huiyin.complaint.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Liability lies with ourselves, the customer, the carrier, a supplier, several or nobody, and is never decided by the department
 * held liable alone. CMP-33.
 */
public final class LiableParties {

    public static final String OWN = "own";
    public static final String SHARED = "shared";

    /** By their names on the wire. */
    public static final List<String> ALL = List.of(OWN, "customer", "transport", "supplier", SHARED, "none");

    public static final String QUALITY = "quality";

    /** What it came from. */
    public static final List<String> CAUSES = List.of(QUALITY, "service", "handling", "misuse", "other");

    private LiableParties() {}

    /** Whether somebody would judge his own department. */
    public static boolean judgesItself(@Nullable String liable, @Nullable String deciding) {
        return liable != null && deciding != null && liable.strip().equalsIgnoreCase(deciding.strip());
    }
}

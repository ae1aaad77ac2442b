package io.huiyin.nonconformity.rules;

import java.util.Set;

/** What was reworked, repaired or done over is inspected again before it counts as conforming. NCR-35, NCR-33. */
public final class ReinspectionNeeded {

    private static final Set<String> DONE_OVER = Set.of("rework", "repair", "redo-the-service");

    private ReinspectionNeeded() {}

    public static boolean after(String disposition) {
        return DONE_OVER.contains(disposition);
    }
}

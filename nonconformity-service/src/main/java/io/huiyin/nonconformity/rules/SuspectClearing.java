package io.huiyin.nonconformity.rules;

import io.huiyin.nonconformity.Nonconformity.Stage;

/**
 * A suspect item is nonconforming until it is found good, and may be cleared only as long as the finding has not been confirmed.
 * NCR-10, NCR-02.
 */
public final class SuspectClearing {

    private SuspectClearing() {}

    public static boolean isPossible(Stage stage) {
        return switch (stage) {
            case REPORTED, SEGREGATED -> true;
            case CLEARED, CONFIRMED, CLASSIFIED, REVIEW, CLOSED -> false;
        };
    }
}

package io.huiyin.nonconformity.rules;

import io.huiyin.nonconformity.Nonconformity.Custody;
import io.huiyin.nonconformity.Nonconformity.Stage;
import java.util.Set;

/**
 * Nonconforming items are set apart at once, before anything else is decided, and are held from then until they are cleared or the
 * nonconformity is closed; what is no item (a service, a document) has nothing to set apart. NCR-08.
 */
public final class Segregation {

    private static final Set<String> NO_ITEMS =
            Set.of("service", "outsourced-service", "environment", "document", "business-activity", "handling");

    private Segregation() {}

    /** Whether there is something to set apart. */
    public static boolean isNeeded(String category) {
        return !NO_ITEMS.contains(category);
    }

    /** Whether its items may not be issued, used, shipped or processed further. */
    public static boolean isHeld(Stage stage, Custody custody) {
        return custody.location() != null && !stage.ended();
    }
}

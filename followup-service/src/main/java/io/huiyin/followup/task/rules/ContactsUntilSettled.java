package io.huiyin.followup.task.rules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a second contact is needed, a second, third and further one follow until one confirms; only the last one that was planned
 * closes what came before. FUP-46.
 */
public final class ContactsUntilSettled {

    private ContactsUntilSettled() {}

    public static String reason(int contact) {
        return contact == 1 ? "after-complaint" : "second-contact";
    }

    public static int next(int contact) {
        return contact + 1;
    }

    /** Whether a later contact's word settles an earlier one. */
    public static boolean settles(UUID confirmedBy, @Nullable UUID lastPlanned) {
        return confirmedBy.equals(lastPlanned);
    }
}

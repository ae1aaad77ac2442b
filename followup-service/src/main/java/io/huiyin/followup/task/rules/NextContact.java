package io.huiyin.followup.task.rules;

import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who was not reached, or not at a good time, is tried again when he asked for, else after {@code fup.retry.after}. FUP-29. */
public final class NextContact {

    private static final String KEY = "fup.retry.after";

    private NextContact() {}

    public static Instant at(@Nullable Instant asked, Instant now, PolicyValues policies) {
        return asked == null ? now.plus(policies.limit(KEY).duration()) : asked;
    }

    /** Whether the time he asked for has come. */
    public static boolean hasCome(@Nullable Instant nextContactAt, Instant now) {
        return nextContactAt == null || !now.isBefore(nextContactAt);
    }
}

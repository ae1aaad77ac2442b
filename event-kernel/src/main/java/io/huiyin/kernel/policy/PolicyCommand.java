package io.huiyin.kernel.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be done to a policy key. */
public sealed interface PolicyCommand {

    /**
     * Gives a key another value.
     *
     * @param effectiveFrom from when on; null for at once
     */
    record ChangeValue(
            String key, PolicyValue value, @Nullable Instant effectiveFrom, String reason) implements PolicyCommand {}
}

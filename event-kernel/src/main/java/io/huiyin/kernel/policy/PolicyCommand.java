package io.huiyin.kernel.policy;

import com.fasterxml.jackson.databind.JsonNode;
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

    /**
     * Takes over the value that the service which decides on the key gave it.
     *
     * @param version that it has there, and so here
     * @param value as that service wrote it
     * @param effectiveFrom since when or from when on it holds there
     */
    record FollowValue(PolicyKey key, int version, JsonNode value, Instant effectiveFrom, String reason)
            implements PolicyCommand {}
}

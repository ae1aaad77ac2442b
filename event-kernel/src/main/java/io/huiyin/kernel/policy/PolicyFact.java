package io.huiyin.kernel.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.event.EventName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What another service says about its policies: our tolerant copy. */
public sealed interface PolicyFact {

    /**
     * A key has another value there from an instant on.
     *
     * @param version of the value there
     * @param value in the shape of the profiles; whether it can be read here is seen when it is followed
     */
    @EventName("policy-value-changed")
    record ValueChanged(
            String key,
            int version,
            JsonNode value,
            Instant effectiveFrom,
            @Nullable String reason) implements PolicyFact {}
}

package io.huiyin.kernel.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.event.EventName;
import java.time.Instant;

/** Facts about a policy key. */
public sealed interface PolicyEvent {

    /**
     * A key has another value from an instant on. What was promised before keeps the value it was promised with.
     *
     * @param version of the value; the profile's own is 1
     * @param value in the shape of the profiles
     * @param effectiveFrom never before it was recorded, but where another service decided on it
     * @param reason in the words of who changed it
     */
    @EventName("policy-value-changed")
    record PolicyValueChanged(String key, int version, JsonNode value, Instant effectiveFrom, String reason)
            implements PolicyEvent {}
}

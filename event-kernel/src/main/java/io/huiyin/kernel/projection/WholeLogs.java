package io.huiyin.kernel.projection;

import java.time.Instant;

/** Knows of which logs their relays have said that all is in them. */
public interface WholeLogs {

    /**
     * Whether this very log has been whole: from then on it only grows.
     *
     * @param topicId tells it from another that stood under its name
     * @param since what was said before counts for nothing
     */
    boolean isWhole(String topic, String topicId, Instant since);
}

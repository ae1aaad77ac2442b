package io.huiyin.kernel.projection;

/** Knows of which logs their relays have said that all is in them. */
public interface WholeLogs {

    /**
     * Whether this very log has been whole: from then on it only grows.
     *
     * @param topicId tells it from another that stood under its name
     */
    boolean isWhole(String topic, String topicId);
}

package io.huiyin.bench;

import java.time.Duration;

/** Stands beside a client, sees each request and what becomes of it, and says how patient to be. */
public interface Witness {

    /** Nobody looks, and nobody waits long. */
    Witness NONE = new Witness() {};

    /** Before each time a request is sent; may hold it up. */
    default void sending(Asked asked) {}

    /** It was answered, which may be that the service is busy. */
    default void answered(Asked asked, Answer answer, Duration took) {}

    /** The answer was lost: nobody knows whether it took effect. */
    default void unanswered(Asked asked, String why, Duration took) {}

    /** How often a request is sent before its sender gives up. */
    default int tries() {
        return 20;
    }
}

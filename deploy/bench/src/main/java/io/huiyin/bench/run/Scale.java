package io.huiyin.bench.run;

import java.time.Duration;

/**
 * How long and how much a run measures.
 *
 * @param warmUp the least time of warming up
 * @param longestWarmUp when the rate is still not steady
 * @param course how long each load is kept up
 * @param openRate at which filings are due, a second, whatever becomes of the others
 * @param sql how long the plain SQL client writes
 */
record Scale(
        String name,
        int passes,
        Duration warmUp,
        Duration longestWarmUp,
        Duration course,
        double openRate,
        Duration sql) {

    /** The figures that count. */
    static final Scale FULL = new Scale(
            "full",
            3,
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            Duration.ofSeconds(8),
            500,
            Duration.ofSeconds(3));

    /** To try a change. */
    static final Scale QUICK = new Scale(
            "quick",
            3,
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(3),
            500,
            Duration.ofSeconds(1));

    /** Whether all of it still runs; its figures mean nothing. */
    static final Scale SHORT = new Scale(
            "short",
            1,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            50,
            Duration.ofMillis(200));
}

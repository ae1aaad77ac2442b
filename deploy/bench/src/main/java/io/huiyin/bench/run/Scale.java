package io.huiyin.bench.run;

import java.time.Duration;

/**
 * How long and how much a run measures.
 *
 * @param counts whether its figures mean anything
 */
record Scale(String name, boolean counts, int passes, Times times, Amounts amounts) {

    /**
     * How long.
     *
     * @param warmUp the least time of warming up
     * @param longestWarmUp when the compilers are still at work
     * @param course how long each load is kept up
     * @param sql how long the plain SQL client writes
     * @param lag how long the lag is looked at
     * @param outage how long the broker is away
     * @param afterwards how long filings go on after it
     */
    record Times(
            Duration warmUp,
            Duration longestWarmUp,
            Duration course,
            Duration sql,
            Duration lag,
            Duration outage,
            Duration afterwards) {}

    /**
     * How much.
     *
     * @param openRate at which filings are due, a second, whatever becomes of the others
     * @param outageRate the same, while the broker is away
     * @param bursts of filings, each looked after
     * @param loops cases driven the whole way round
     * @param backlog events that wait for the relay
     * @param imported rows of an import
     * @param restarts services that are started alone
     * @param history cases there are when views are rebuilt and read
     * @param deadlines that are open and not due for years, while complaints are filed beside them
     * @param simulated native cases that a policy is tried on, at least
     */
    record Amounts(
            double openRate,
            double outageRate,
            int bursts,
            int loops,
            int backlog,
            int imported,
            int restarts,
            int history,
            int deadlines,
            int simulated) {}

    /** The figures that count. */
    static final Scale FULL = new Scale(
            "full",
            true,
            3,
            new Times(seconds(15), seconds(360), seconds(8), seconds(3), seconds(20), seconds(60), seconds(10)),
            new Amounts(500, 300, 100, 200, 200_000, 30_000, 4, 1_000_000, 1_000_000, 30_000));

    /** To try a change. */
    static final Scale QUICK = new Scale(
            "quick",
            true,
            3,
            new Times(seconds(5), seconds(60), seconds(3), seconds(1), seconds(6), seconds(10), seconds(5)),
            new Amounts(500, 300, 10, 40, 10_000, 5_000, 4, 50_000, 1_000_000, 5_000));

    /** Whether all of it still runs; its figures mean nothing. */
    static final Scale SHORT = new Scale(
            "short",
            false,
            1,
            new Times(millis(300), millis(300), millis(200), millis(100), millis(500), millis(500), millis(100)),
            new Amounts(50, 20, 2, 1, 300, 300, 0, 1_000, 1_000, 10));

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}

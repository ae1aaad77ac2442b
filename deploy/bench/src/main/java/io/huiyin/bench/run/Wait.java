package io.huiyin.bench.run;

import java.sql.SQLException;
import java.time.Duration;

/** Looks again and again until something has come about. */
final class Wait {

    private static final long BETWEEN_LOOKS_MS = 10;

    /** Whether it has. */
    @FunctionalInterface
    interface Look {
        boolean sees() throws SQLException;
    }

    private Wait() {}

    /** Answers how long it took; fails after the limit. */
    static Duration until(String what, Duration limit, Look look) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        while (!look.sees()) {
            if (System.nanoTime() - began > limit.toNanos()) {
                throw new IllegalStateException("after " + limit.toSeconds() + " s not yet: " + what);
            }
            Thread.sleep(BETWEEN_LOOKS_MS);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }
}

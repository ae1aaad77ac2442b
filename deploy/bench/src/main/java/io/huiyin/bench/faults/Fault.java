package io.huiyin.bench.faults;

import java.io.IOException;
import java.sql.SQLException;

/** One way in which things break. */
interface Fault {

    /** Its number, such as F1. */
    String id();

    /** What breaks, in a few words. */
    String what();

    /**
     * Breaks it while people are at work, and heals it; returns when all parts run again.
     *
     * @throws Skipped when it cannot be done here
     */
    void strike(Strike strike) throws IOException, InterruptedException, SQLException;

    /** When all is quiet again and before anything is checked: looks at what it left, and clears it away. */
    default void afterwards(Strike strike) throws IOException, InterruptedException, SQLException {}

    /** It cannot be done here; the message says why. */
    final class Skipped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Skipped(String why) {
            super(why);
        }
    }
}

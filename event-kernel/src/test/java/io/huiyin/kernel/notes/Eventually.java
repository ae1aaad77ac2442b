package io.huiyin.kernel.notes;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens by itself, without sleeping longer than it takes. */
public final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long STEP_MS = 20;

    private Eventually() {}

    /** Waits until it is so. */
    public static void eventually(String what, BooleanSupplier so) {
        eventually(() -> what, so);
    }

    /** Waits until it is so; the text is made when it is not. */
    public static void eventually(Supplier<String> what, BooleanSupplier so) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("not within " + LIMIT.toSeconds() + " s: " + what.get());
            }
            step();
        }
    }

    private static void step() {
        try {
            Thread.sleep(STEP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

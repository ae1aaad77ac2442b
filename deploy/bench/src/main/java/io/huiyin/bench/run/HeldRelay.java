package io.huiyin.bench.run;

import java.time.Duration;

/**
 * Keeps complaint-service's relay from running, as a second instance that holds its lease would: what is filed meanwhile is committed and
 * goes no further until this is closed.
 */
final class HeldRelay implements AutoCloseable {

    /** A relay looks after its lease every second. */
    private static final Duration NOTICE = Duration.ofMillis(1500);

    private final Databases databases;

    HeldRelay(Databases databases) {
        this.databases = databases;
        set("owner = 'bench', epoch = epoch + 1, held_until = clock_timestamp() + interval '1 hour'");
    }

    /** Until the relay has noticed that it lost its lease. */
    void awaitNotice() throws InterruptedException {
        Thread.sleep(NOTICE);
    }

    @Override
    public void close() {
        set("held_until = clock_timestamp() - interval '1 second'");
    }

    private void set(String change) {
        databases.execute(Databases.of("complaint"), "update lease set " + change + " where name = 'relay'");
    }
}

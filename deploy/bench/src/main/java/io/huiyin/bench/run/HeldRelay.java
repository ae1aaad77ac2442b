package io.huiyin.bench.run;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Keeps complaint-service's relay from running, as a second instance that holds its lease would: what is filed meanwhile is committed and
 * goes no further until it is let go.
 */
final class HeldRelay {

    /** A relay looks after its lease every second. */
    private static final Duration NOTICE = Duration.ofMillis(1500);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Databases databases;

    HeldRelay(Databases databases) {
        this.databases = databases;
    }

    /** Does this while the relay is held; it has its lease again afterwards. */
    void during(Work work) throws IOException, InterruptedException, SQLException {
        set("owner = 'bench', epoch = epoch + 1, held_until = clock_timestamp() + interval '1 hour'");
        try {
            Thread.sleep(NOTICE);
            work.run();
        } finally {
            set("held_until = clock_timestamp() - interval '1 second'");
        }
        Wait.until(
                "the relay has its lease again",
                PATIENCE,
                () -> databases.number(
                                Databases.of("complaint"),
                                "select count(*) from lease where name = 'relay' and owner = 'bench'")
                        == 0);
    }

    private void set(String change) {
        databases.execute(Databases.of("complaint"), "update lease set " + change + " where name = 'relay'");
    }
}

package io.huiyin.bench.faults;

import io.huiyin.bench.Client;
import io.huiyin.bench.Service;
import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** F8: the disk of PostgreSQL's write-ahead log runs full, then that of the broker; somebody makes room, and all goes on. */
final class DiskFull implements Fault {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    public String id() {
        return "F8";
    }

    @Override
    public String what() {
        return "disk full for PostgreSQL's log and the broker's";
    }

    @Override
    public void strike(Strike strike) throws IOException, InterruptedException, SQLException {
        Path data = strike.site().installation().access().data();
        try (SmallDisk disk = SmallDisk.mount(data.resolve("small-disk-postgres"), 160)) {
            move(strike, Site.POSTGRES, data.resolve("postgres/pg_wal"), disk, DiskFull::useUpTheWal);
        }
        try (SmallDisk disk = SmallDisk.mount(data.resolve("small-disk-kafka"), 300)) {
            move(strike, Site.KAFKA, data.resolve("kafka"), disk, ignored -> {});
        }
    }

    /** What makes a full disk felt soon. */
    private interface Use {
        void of(Strike strike) throws IOException;
    }

    /** Moves a folder of a part to the small disk, fills it until the part gives up, makes room, and moves it back. */
    private static void move(Strike strike, String part, Path folder, SmallDisk disk, Use use)
            throws IOException, InterruptedException {
        OwnInstallation installation = strike.site().installation();
        installation.stop(part);
        disk.takeIn(folder);
        strike.start(part);
        strike.awaitAcknowledged(50);
        disk.fill();
        use.of(strike);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (installation.isRunning(part) && System.nanoTime() < end) {
            Client.pause(Duration.ofMillis(50));
        }
        strike.note(part + (installation.isRunning(part) ? " stood the full disk" : " went down on the full disk"));
        strike.pause(500, 1500);
        disk.makeRoom();
        installation.kill(part);
        strike.start(part);
        strike.awaitAcknowledged(50);
        installation.stop(part);
        disk.giveBack(folder);
        strike.start(part);
    }

    /** Takes one segment of the log after the other, until there is no room for the next. */
    private static void useUpTheWal(Strike strike) throws IOException {
        try (Databases databases = strike.site().databases()) {
            for (int segment = 0; segment < 40; segment++) {
                databases.ask(Service.COMPLAINT, connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.execute(
                                "select pg_logical_emit_message(true, 'bench', 'fills a segment'), pg_switch_wal()");
                    }
                });
            }
        } catch (SQLException e) {
            // There was no room for the next.
        }
    }
}

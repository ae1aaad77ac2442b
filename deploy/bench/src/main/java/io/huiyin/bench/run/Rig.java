package io.huiyin.bench.run;

import io.huiyin.embedded.Access;
import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What all sections share: an installation of its own, warm, with the control beside it. */
final class Rig implements AutoCloseable {

    /** How many ask at once while it gets warm, and wherever no other number is named. */
    static final int USUAL = 16;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration WINDOW = Duration.ofSeconds(3);
    /** Two windows that differ by less are alike. */
    private static final double STEADY = 0.05;

    private final Scale scale;
    private final OwnInstallation installation;
    private final Databases databases;
    private final Progress progress;
    private final Cpu cpu;
    private final Filings filings;
    private @Nullable Control control;

    private Rig(Scale scale, OwnInstallation installation) throws SQLException {
        this.scale = scale;
        this.installation = installation;
        this.databases = new Databases(installation);
        this.progress = new Progress(databases);
        this.cpu = new Cpu(installation);
        this.filings = new Filings(installation.access());
    }

    /** Starts the installation and lets it get warm. */
    static Rig start(Scale scale, Path folder) throws IOException, InterruptedException, SQLException {
        OwnInstallation installation = OwnInstallation.in(folder, null);
        try {
            installation.startStores();
            installation.start(OwnInstallation.SERVICES);
            Rig rig = new Rig(scale, installation);
            rig.warmUp();
            return rig;
        } catch (Exception e) {
            installation.close();
            throw e;
        }
    }

    private void warmUp() throws IOException, InterruptedException, SQLException {
        Duration window = scale.warmUp().compareTo(WINDOW) < 0 ? scale.warmUp() : WINDOW;
        long began = System.nanoTime();
        double before = 0;
        while (true) {
            double rate = filing().closed(USUAL, window).rate();
            Duration taken = Duration.ofNanos(System.nanoTime() - began);
            boolean steady = Math.abs(rate - before) < STEADY * before;
            if (taken.compareTo(scale.longestWarmUp()) >= 0 || (steady && taken.compareTo(scale.warmUp()) >= 0)) {
                break;
            }
            before = rate;
        }
        awaitCaughtUp();
    }

    Scale scale() {
        return scale;
    }

    OwnInstallation installation() {
        return installation;
    }

    Access access() {
        return installation.access();
    }

    Databases databases() {
        return databases;
    }

    Cpu cpu() {
        return cpu;
    }

    Duration awaitCaughtUp() throws SQLException, InterruptedException {
        return progress.awaitCaughtUp(PATIENCE);
    }

    /** Complaints for complaint-service. */
    Load filing() {
        return new Load(port("complaint"), filings);
    }

    int port(String service) {
        return URI.create(access().url(service)).getPort();
    }

    /** The control, warm; its rows are as large as the events that were filed. */
    Control control() throws IOException {
        Control running = control;
        if (running == null) {
            long bytes = databases.number(
                    Databases.of("complaint"),
                    "select avg(pg_column_size(e))::bigint from (select * from event limit 1000) e");
            long bare = databases.number(
                    "postgres",
                    "select pg_column_size(row(1::bigint, '1'::xid8, gen_random_uuid(), 1, now(), ''::text))::bigint");
            running = Control.start(databases, access(), Math.toIntExact(bytes - bare));
            control = running;
            cpu.add("control", running.process());
            running.load().closed(USUAL, scale.warmUp());
        }
        return running;
    }

    @Override
    public void close() throws IOException, SQLException {
        try {
            if (control != null) {
                control.close();
            }
            progress.close();
        } finally {
            installation.close();
        }
    }
}

package io.huiyin.bench.run;

import io.huiyin.embedded.Access;
import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all sections share: an installation of its own, warm, with the control beside it. */
final class Rig implements AutoCloseable {

    /** How many ask at once while it gets warm, and wherever no other number is named. */
    static final int USUAL = 16;

    private static final Duration WINDOW = Duration.ofSeconds(10);
    /** So much of a processor compilers may use in a warm installation. */
    private static final double QUIET = 0.08;

    private final Scale scale;
    private final OwnInstallation installation;
    private final @Nullable Duration firstStart;
    private final Databases databases;
    private final Progress progress;
    private final Cpu cpu;
    private final Filings filings;
    private final Api api;
    private final History history;
    private double compiling;
    private @Nullable Control control;

    private Rig(Scale scale, OwnInstallation installation, @Nullable Duration firstStart) throws SQLException {
        this.scale = scale;
        this.installation = installation;
        this.firstStart = firstStart;
        this.databases = new Databases(installation);
        this.progress = new Progress(databases);
        this.cpu = new Cpu(installation);
        this.filings = new Filings(installation.access());
        this.api = new Api(installation.access());
        this.history = new History(installation.access(), api);
    }

    /**
     * Starts the installation and lets it get warm.
     *
     * @param clock where virtual time stands, or null for real time
     */
    static Rig start(Scale scale, Path folder, @Nullable Instant clock)
            throws IOException, InterruptedException, SQLException {
        OwnInstallation installation = OwnInstallation.in(folder, clock);
        try {
            installation.startStores();
            long began = System.nanoTime();
            installation.start(OwnInstallation.SERVICES);
            Rig rig = new Rig(scale, installation, Duration.ofNanos(System.nanoTime() - began));
            rig.warmUp();
            return rig;
        } catch (Exception e) {
            installation.close();
            throw e;
        }
    }

    /** On an installation that somebody else has started, and ends. */
    static Rig on(OwnInstallation installation, Scale scale) throws IOException, InterruptedException, SQLException {
        Rig rig = new Rig(scale, installation, null);
        rig.warmUp();
        return rig;
    }

    /** Files complaints until the services' compilers are done; so long as they work, it is they who are measured. */
    private void warmUp() throws IOException, InterruptedException, SQLException {
        Scale.Times times = scale.times();
        Duration window = times.warmUp().compareTo(WINDOW) < 0 ? times.warmUp() : WINDOW;
        long began = System.nanoTime();
        Duration taken = Duration.ZERO;
        compiling = 1;
        while (taken.compareTo(times.warmUp()) < 0
                || (compiling > QUIET && taken.compareTo(times.longestWarmUp()) < 0)) {
            double before = cpu.compilers();
            filing().closed(USUAL, window);
            compiling = (cpu.compilers() - before) / window.toMillis();
            taken = Duration.ofNanos(System.nanoTime() - began);
        }
        awaitCaughtUp();
    }

    /** How much of a processor the compilers still used at the end of warming up. */
    double compiling() {
        return compiling;
    }

    Scale scale() {
        return scale;
    }

    /** How long the services took to start, all at once and on empty databases; null when they ran before. */
    @Nullable
    Duration firstStart() {
        return firstStart;
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
        return progress.awaitCaughtUp();
    }

    Progress progress() {
        return progress;
    }

    Api api() {
        return api;
    }

    History history() {
        return history;
    }

    /** Complaints for complaint-service. */
    Load filing() {
        return filing((wire, at) -> {});
    }

    /** The same, with somebody who hears of every answer. */
    Load filing(Load.Listener listener) {
        return new Load(port("complaint"), filings, listener);
    }

    /** One question to a service again and again. */
    Load reading(String service, String role, String path) {
        Template template = Template.get("127.0.0.1:" + port(service), path, Api.authorization(access(), role));
        return new Load(port(service), template::write);
    }

    /** The same about each of several ids in turn, which stands at the end of the path. */
    Load reading(String service, String role, String path, List<String> ids) {
        String authorization = Api.authorization(access(), role);
        List<Template> templates = ids.stream()
                .map(id -> Template.get("127.0.0.1:" + port(service), path + id, authorization))
                .toList();
        int[] next = {0};
        return new Load(
                port(service),
                into -> templates.get(next[0]++ % templates.size()).write(into));
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
            cpu.addControl(running.process());
            running.load().closed(USUAL, scale.times().warmUp());
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
            if (firstStart != null) {
                installation.close();
            }
        }
    }
}

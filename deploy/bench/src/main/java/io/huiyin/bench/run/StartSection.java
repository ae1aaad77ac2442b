package io.huiyin.bench.run;

import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * What each service needs: memory, at the end of a load; time, from the start of its process until it is ready; and time again after it
 * was killed behind a load, from the kill until it answers and until nothing is left to relay, to show or to react to.
 */
final class StartSection implements Section {

    static final String NAME = "start";

    private static final int CONNECTIONS = 64;
    private static final double KB_PER_MB = 1024;
    private static final Duration BEFORE_THE_KILL = Duration.ofMillis(500);
    /** One of each service that everybody who reads may ask for, in the order in which they are killed. */
    private static final List<Page> PAGES = List.of(
            new Page("complaint", "/v1/complaints?limit=1"),
            new Page("followup", "/v1/follow-ups?limit=1"),
            new Page("nonconformity", "/v1/nonconformities?limit=1"),
            new Page("report", "/v1/reports?limit=1"));

    private record Page(String service, String path) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void measure(Rig rig, Report report) throws IOException, InterruptedException, SQLException {
        for (int pass = 0; pass < rig.scale().passes(); pass++) {
            rig.filing().closed(CONNECTIONS, rig.scale().times().course());
            for (String service : OwnInstallation.SERVICES) {
                memory(rig, service, report);
                report.target(NAME, "memory of " + service, Target.atMost(350, "MB"));
            }
            memory(rig, "kafka", report);
            rig.awaitCaughtUp();
            if (rig.scale().amounts().restarts() > 0) {
                // Before the others are started anew: who is killed usually stands beside services that are warm.
                for (Page page : PAGES) {
                    killed(rig, page, report);
                }
                alone(rig, report);
            }
        }
        Duration firstStart = rig.firstStart();
        if (firstStart != null) {
            report.add(NAME, "all four at once, databases empty", "s", Outcome.seconds(firstStart));
        }
    }

    /** One after the other, each while the others are down. */
    private static void alone(Rig rig, Report report) throws IOException, InterruptedException {
        OwnInstallation.SERVICES.forEach(service -> rig.installation().stop(service));
        for (String service :
                OwnInstallation.SERVICES.subList(0, rig.scale().amounts().restarts())) {
            long began = System.nanoTime();
            rig.installation().start(List.of(service));
            report.add(NAME, service + " ready", "s", (System.nanoTime() - began) / 1e9);
            report.target(NAME, service + " ready", Target.atMost(4, "s"));
            rig.installation().stop(service);
        }
        rig.installation().start(OwnInstallation.SERVICES);
    }

    private static void killed(Rig rig, Page page, Report report)
            throws IOException, InterruptedException, SQLException {
        String service = page.service();
        rig.filing().closed(Rig.USUAL, BEFORE_THE_KILL);
        long began = System.nanoTime();
        rig.installation().kill(service);
        rig.installation().start(List.of(service));
        rig.api().get("auditor", service, page.path());
        double answers = (System.nanoTime() - began) / 1e9;
        rig.awaitCaughtUp();
        double caughtUp = (System.nanoTime() - began) / 1e9;
        String first = service + " killed: first 2xx after";
        report.add(NAME, first, "s", answers);
        report.target(NAME, first, Target.atMost(6, "s"));
        String last = service + " killed: lag 0 after";
        report.add(NAME, last, "s", caughtUp);
        report.target(NAME, last, Target.atMost(10, "s"));
    }

    private static void memory(Rig rig, String part, Report report) throws IOException {
        Path status =
                Path.of("/proc", Long.toString(rig.installation().process(part).pid()), "status");
        if (!Files.exists(status)) {
            return;
        }
        double kb = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(Double.NaN);
        report.add(NAME, "memory of " + part, "MB", kb / KB_PER_MB);
    }
}

package io.huiyin.bench.run;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * Filing a complaint: how many a second and how long each takes, and what it costs; the control in turn with it. All services and views
 * run, and a course of filings ends when the last view has shown the last of them.
 */
final class FilingSection implements Section {

    static final String NAME = "filing";

    private static final int[] CONNECTIONS = {1, Rig.USUAL, 64};
    private static final int OPEN_CONNECTIONS = 64;
    /** A control that is slower than this by the plain client is no control. */
    private static final double VALID = 0.6;

    private static final Target LATENCY = Target.atMostOfControl(4);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void measure(Rig rig, Report report) throws IOException, InterruptedException, SQLException {
        Control control = rig.control();
        for (int pass = 0; pass < rig.scale().passes(); pass++) {
            for (int connections : CONNECTIONS) {
                closed(rig, control, connections, report);
            }
            open(rig, control, report);
            alone(rig, report);
        }
        report.target(NAME, rate(Rig.USUAL), Target.atLeastOfControl(0.30));
        report.target(NAME, "p50, 1 connection", LATENCY);
        report.target(NAME, "p99, 1 connection", LATENCY);
        report.target(NAME, "CPU per complaint, intake + PostgreSQL", Target.atMostOfControl(2.5));
        report.target(NAME, "CPU per complaint, all to all views", Target.atMost(1.0, "ms"));
        judgeControl(report);
    }

    static String rate(int connections) {
        return "filed, " + connections(connections);
    }

    private static String connections(int connections) {
        return connections == 1 ? "1 connection" : connections + " connections";
    }

    private static void closed(Rig rig, Control control, int connections, Report report)
            throws IOException, InterruptedException, SQLException {
        Duration course = rig.scale().times().course();
        Map<String, Double> before = rig.cpu().now();
        double compiledBefore = rig.cpu().compilers();
        Outcome filed = rig.filing().closed(connections, course);
        Duration behind = rig.awaitCaughtUp();
        Map<String, Double> used = rig.cpu().since(before);
        double compiled = rig.cpu().compilers() - compiledBefore;
        Outcome bare = control.load().closed(connections, course);
        double sql = control.sqlRate(connections, rig.scale().times().sql());

        report.add(NAME, rate(connections), "1/s", filed.rate(), bare.rate());
        latency(report, connections(connections), filed, bare);
        if (filed.bad() > 0) {
            report.note("filing at " + connections(connections) + " got other answers than 2xx: " + filed.answers());
        }
        report.add(NAME, "control by plain SQL, " + connections(connections), "", bare.rate() / sql);
        if (connections == Rig.USUAL) {
            report.add(
                    NAME,
                    "filed and shown, " + connections(connections),
                    "1/s",
                    filed.good() / Outcome.seconds(course.plus(behind)));
            report.add(NAME, "views behind after it", "s", Outcome.seconds(behind));
            report.add(NAME, "CPU per complaint, all to all views", "ms", Cpu.all(used) / filed.good());
            Cpu.ofInstallation(used).forEach((part, ms) -> report.add(NAME, "of it " + part, "ms", ms / filed.good()));
            report.add(NAME, "in it, the services' compilers", "ms", compiled / filed.good());
            double share = Cpu.others(used) / 1e3 / Outcome.seconds(course.plus(behind));
            report.add(NAME, "processors busy with others meanwhile", "", share);
            report.add(
                    NAME, "load's own CPU per complaint", "ms", filed.ownCpu().toNanos() / 1e6 / filed.good());
        }
    }

    /** At a fixed rate; each time counts from when its filing was due. */
    private static void open(Rig rig, Control control, Report report)
            throws IOException, InterruptedException, SQLException {
        double rate = rig.scale().amounts().openRate();
        Outcome filed =
                rig.filing().open(OPEN_CONNECTIONS, rate, rig.scale().times().course());
        rig.awaitCaughtUp();
        Outcome bare =
                control.load().open(OPEN_CONNECTIONS, rate, rig.scale().times().course());
        latency(report, Figures.of(rate) + "/s due", filed, bare);
    }

    private static void latency(Report report, String how, Outcome filed, Outcome bare) {
        report.add(NAME, "p50, " + how, "ms", filed.percentile(50), bare.percentile(50));
        report.add(NAME, "p99, " + how, "ms", filed.percentile(99), bare.percentile(99));
        report.add(NAME, "max, " + how, "ms", filed.max(), bare.max());
    }

    /**
     * The intake alone: the relay waits for its lease, so nothing is relayed, shown or reacted to, and what complaint-service and
     * PostgreSQL use is used by filing.
     */
    private static void alone(Rig rig, Report report) throws IOException, InterruptedException, SQLException {
        new HeldRelay(rig.databases()).during(() -> intake(rig, report));
        rig.awaitCaughtUp();
    }

    private static void intake(Rig rig, Report report) throws IOException {
        Control control = rig.control();
        Map<String, Double> before = rig.cpu().now();
        Outcome filed = rig.filing().closed(Rig.USUAL, rig.scale().times().course());
        Map<String, Double> used = rig.cpu().since(before);
        before = rig.cpu().now();
        Outcome bare = control.load().closed(Rig.USUAL, rig.scale().times().course());
        Map<String, Double> bareUsed = rig.cpu().since(before);
        report.add(NAME, "filed with the relay held, " + connections(Rig.USUAL), "1/s", filed.rate(), bare.rate());
        double intake = part(used, "complaint") / filed.good();
        double postgres = part(used, "postgres") / filed.good();
        double bareIntake = part(bareUsed, Cpu.CONTROL) / bare.good();
        double barePostgres = part(bareUsed, "postgres") / bare.good();
        report.add(NAME, "CPU per complaint, intake + PostgreSQL", "ms", intake + postgres, bareIntake + barePostgres);
        report.add(NAME, "of it intake", "ms", intake, bareIntake);
        report.add(NAME, "of it PostgreSQL", "ms", postgres, barePostgres);
    }

    private static double part(Map<String, Double> used, String name) {
        return used.getOrDefault(name, 0.0);
    }

    private static void judgeControl(Report report) {
        double reached = report.metric(NAME, "control by plain SQL, " + connections(Rig.USUAL))
                .value();
        if (!(reached >= VALID)) {
            report.note("control invalid: it reaches " + Figures.of(reached)
                    + " of what the plain SQL client does, less than " + VALID);
        }
    }
}

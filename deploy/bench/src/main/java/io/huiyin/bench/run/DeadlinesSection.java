package io.huiyin.bench.run;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * What a great many open deadlines, none of them due, do to filing; the control is filing without them. Which of the two comes first
 * changes from pass to pass, so that what grows meanwhile burdens both alike.
 */
final class DeadlinesSection implements Section {

    static final String NAME = "deadlines";

    /** One course of filings, until the last view has shown the last of them. */
    private record Course(Outcome filed, double cpu) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void measure(Rig rig, Report report) throws IOException, InterruptedException, SQLException {
        int open = rig.scale().amounts().deadlines();
        OpenDeadlines deadlines = new OpenDeadlines(rig.databases());
        String rate = "filed beside %s open deadlines, %d connections (control: without)"
                .formatted(Figures.of((double) open), Rig.USUAL);
        try {
            for (int pass = 0; pass < rig.scale().passes(); pass++) {
                Course with;
                Course without;
                if (pass % 2 == 0) {
                    without = course(rig);
                    deadlines.add(open);
                    with = course(rig);
                } else {
                    with = course(rig);
                    deadlines.remove();
                    without = course(rig);
                }
                report.add(
                        NAME, rate, "1/s", with.filed().rate(), without.filed().rate());
                latency(report, 50, with.filed(), without.filed());
                latency(report, 99, with.filed(), without.filed());
                report.add(NAME, "CPU per complaint of it, all to all views", "ms", with.cpu(), without.cpu());
            }
        } finally {
            deadlines.remove();
        }
        report.target(NAME, rate, Target.atLeastOfControl(0.95));
    }

    private static void latency(Report report, int percent, Outcome with, Outcome without) {
        report.add(NAME, "p" + percent + " of it", "ms", with.percentile(percent), without.percentile(percent));
    }

    private static Course course(Rig rig) throws IOException, InterruptedException, SQLException {
        // What was written before is not written out in the middle of the course; and PostgreSQL has planned anew
        // before it begins.
        rig.databases().execute("postgres", "checkpoint");
        Duration length = rig.scale().times().course();
        rig.filing().closed(Rig.USUAL, length.dividedBy(4));
        rig.awaitCaughtUp();
        Map<String, Double> before = rig.cpu().now();
        Outcome filed = rig.filing().closed(Rig.USUAL, length);
        rig.awaitCaughtUp();
        return new Course(filed, Cpu.all(rig.cpu().since(before)) / filed.good());
    }
}

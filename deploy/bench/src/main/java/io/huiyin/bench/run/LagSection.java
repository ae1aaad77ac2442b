package io.huiyin.bench.run;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * How long after a complaint was due to be sent every service shows it, at a quiet rate and at half of what can be filed; and whether the
 * last of a burst stay unseen until something else happens.
 */
final class LagSection implements Section {

    static final String NAME = "lag";

    private static final double QUIET = 100;
    private static final int CONNECTIONS = 64;
    /** Looked after a second; the others are as they are. */
    private static final double SAMPLED = 20;

    private static final Duration BURST = Duration.ofMillis(100);
    private static final Duration STUCK = Duration.ofSeconds(1);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void measure(Rig rig, Report report) throws IOException, InterruptedException, SQLException {
        for (int pass = 0; pass < rig.scale().passes(); pass++) {
            at(QUIET, Figures.of(QUIET) + "/s", rig, report);
            double peak =
                    rig.filing().closed(Rig.USUAL, rig.scale().times().course()).rate();
            rig.awaitCaughtUp();
            at(peak / 2, "half of the peak", rig, report);
            report.add(NAME, "half of the peak", "1/s", peak / 2);
        }
        bursts(rig, report);
        report.target(NAME, "p50 to slowest, 100/s", Target.atMost(15, "ms"));
        report.target(NAME, "p99 to slowest, 100/s", Target.atMost(60, "ms"));
        report.target(NAME, "bursts with a tail after 1 s", Target.atMost(0, ""));
    }

    private static void at(double rate, String how, Rig rig, Report report)
            throws IOException, InterruptedException, SQLException {
        long every = Math.max(1, Math.round(rate / SAMPLED));
        long[] answers = {0};
        LagProbe probe = new LagProbe(rig.databases());
        try {
            Outcome filed = rig.filing((wire, at) -> {
                        String token = answers[0]++ % every == 0 ? wire.header("event-position") : null;
                        if (token != null) {
                            probe.watch(wire.due(), token);
                        }
                    })
                    .open(CONNECTIONS, rate, rig.scale().times().lag());
            for (Map.Entry<String, Histogram> lag : probe.lags().entrySet()) {
                Histogram times = lag.getValue();
                if (lag.getKey().equals(LagProbe.SLOWEST)) {
                    report.add(NAME, "p50 to slowest, " + how, "ms", times.getValueAtPercentile(50) / 1e6);
                    report.add(NAME, "max to slowest, " + how, "ms", times.getMaxValue() / 1e6);
                }
                report.add(NAME, "p99 to " + lag.getKey() + ", " + how, "ms", times.getValueAtPercentile(99) / 1e6);
            }
            report.add(NAME, "p99 of filing itself, " + how, "ms", filed.percentile(99));
        } finally {
            probe.end();
        }
        rig.awaitCaughtUp();
    }

    private static void bursts(Rig rig, Report report) throws IOException, InterruptedException, SQLException {
        int stuck = 0;
        double longest = 0;
        for (int burst = 0; burst < rig.scale().amounts().bursts(); burst++) {
            rig.filing().closed(Rig.USUAL, BURST);
            Duration tail = rig.awaitCaughtUp();
            longest = Math.max(longest, Outcome.seconds(tail));
            if (tail.compareTo(STUCK) > 0) {
                stuck++;
            }
        }
        report.add(
                NAME,
                "bursts with a tail after 1 s",
                "of " + rig.scale().amounts().bursts(),
                stuck);
        report.add(NAME, "longest tail of a burst", "s", longest);
    }
}

package io.huiyin.bench.run;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/**
 * How long somebody waits to be told what another value of a policy would have come to. It goes through all native cases, and there may
 * be more of them than the target speaks of; so it is also told how long as many take.
 */
final class SimulationSection implements Section {

    static final String NAME = "simulation";

    /** Of so many cases the target speaks. */
    private static final int CASES = 30_000;

    private static final Duration A_WHILE = Duration.ofSeconds(3);

    /** Half of what everybody has, over a period that leaves nothing out. */
    private static final String TRIAL =
            "{\"value\":{\"limit\":\"PT12H\"},\"from\":\"2000-01-01T00:00:00Z\",\"to\":\"2200-01-01T00:00:00Z\"}";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void measure(Rig rig, Report report) throws IOException, InterruptedException, SQLException {
        long cases = simulated(rig);
        while (cases < rig.scale().amounts().simulated()) {
            rig.filing().closed(Rig.USUAL, A_WHILE);
            cases = simulated(rig);
        }
        rig.awaitCaughtUp();
        String each = "the same for each %s of them".formatted(Figures.of((double) CASES));
        for (int pass = 0; pass < rig.scale().passes(); pass++) {
            long began = System.nanoTime();
            simulated(rig);
            double seconds = (System.nanoTime() - began) / 1e9;
            report.add(NAME, "a simulation over all native cases", "s", seconds);
            report.add(NAME, each, "s", seconds * CASES / cases);
        }
        report.target(NAME, each, Target.atMost(5, "s"));
        report.note("simulated over " + Figures.of((double) cases) + " native cases");
    }

    /** Simulates; answers over how many cases. */
    private static long simulated(Rig rig) throws IOException, InterruptedException {
        return rig.api()
                .post("admin", "complaint", "/v1/policies/cmp.sla.firstReply/simulations", TRIAL)
                .body()
                .path("cases")
                .asLong();
    }
}

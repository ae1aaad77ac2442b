package io.huiyin.bench.run;

import java.io.IOException;
import java.sql.SQLException;

/** How fast the relay works off events that have gathered while nobody held its lease; the views follow meanwhile. */
final class RelaySection implements Section {

    static final String NAME = "relay";

    private static final String RELAYED = "relayed from a backlog";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void measure(Rig rig, Report report) throws IOException, InterruptedException, SQLException {
        for (int pass = 0; pass < rig.scale().passes(); pass++) {
            int backlog = rig.scale().amounts().backlog();
            new HeldRelay(rig.databases()).during(() -> rig.history().add(backlog));
            long began = System.nanoTime();
            rig.progress().awaitRelayed();
            double relayed = (System.nanoTime() - began) / 1e9;
            rig.awaitCaughtUp();
            double shown = (System.nanoTime() - began) / 1e9;
            report.add(NAME, RELAYED, "1/s", backlog / relayed);
            report.add(NAME, "shown in all views from it", "1/s", backlog / shown);
        }
        report.target(NAME, RELAYED, Target.atLeast(15_000, "1/s"));
    }
}

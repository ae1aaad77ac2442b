package io.huiyin.bench.run;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** How fast a file of former cases is taken over, from handing it in until the last view shows its last row. */
final class ImportSection implements Section {

    static final String NAME = "import";

    private static final String SHOWN = "imported and shown in all views";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void measure(Rig rig, Report report) throws IOException, InterruptedException, SQLException {
        int rows = rig.scale().amounts().imported();
        for (int pass = 0; pass < rig.scale().passes(); pass++) {
            Map<String, Double> before = rig.cpu().now();
            long began = System.nanoTime();
            rig.history().add(rows);
            double committed = (System.nanoTime() - began) / 1e9;
            rig.awaitCaughtUp();
            double shown = (System.nanoTime() - began) / 1e9;
            report.add(NAME, SHOWN, "rows/s", rows / shown);
            report.add(NAME, "imported", "rows/s", rows / committed);
            report.add(
                    NAME,
                    "CPU per row, all to all views",
                    "ms",
                    Cpu.all(rig.cpu().since(before)) / rows);
        }
        report.target(NAME, SHOWN, Target.atLeast(3_000, "rows/s"));
    }
}

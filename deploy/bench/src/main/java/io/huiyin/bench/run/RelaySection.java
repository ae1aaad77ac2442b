package io.huiyin.bench.run;

import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.sql.SQLException;

/**
 * How fast the relay works off events that have gathered while nobody held its lease, and then how fast all who read them do. They are
 * paused meanwhile: on the same processors each would be measured by how much the others left it.
 */
final class RelaySection implements Section {

    static final String NAME = "relay";

    private static final String RELAYED = "relayed from a backlog";

    private static final String READERS =
            "select distinct view from view_checkpoint where topic = 'complaint-events' order by view";

    /** A reader looks once a second whether it is paused. */
    private static final long NOTICE_MS = 2_000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void measure(Rig rig, Report report) throws IOException, InterruptedException, SQLException {
        int backlog = rig.scale().amounts().backlog();
        for (int pass = 0; pass < rig.scale().passes(); pass++) {
            new HeldRelay(rig.databases()).during(() -> {
                rig.history().add(backlog);
                tellReaders(rig, "pause");
                Thread.sleep(NOTICE_MS);
            });
            report.add(
                    NAME,
                    RELAYED,
                    "1/s",
                    backlog / Outcome.seconds(rig.progress().awaitRelayed()));
            tellReaders(rig, "resume");
            report.add(NAME, "read by all views and policies", "1/s", backlog / Outcome.seconds(rig.awaitCaughtUp()));
        }
        report.target(NAME, RELAYED, Target.atLeast(15_000, "1/s"));
    }

    private static void tellReaders(Rig rig, String what) throws IOException, InterruptedException, SQLException {
        for (String service : OwnInstallation.SERVICES) {
            for (String reader : rig.databases().query(Databases.of(service), READERS, row -> row.getString(1))) {
                rig.api().post("admin", service, "/v1/views/" + reader + "/" + what, "{}");
            }
        }
    }
}

package io.huiyin.bench.run;

import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** How fast each service builds its view of all complaints anew from the log, while the old one serves. */
final class RebuildSection implements Section {

    static final String NAME = "rebuild";

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final String VIEWS = "select distinct view from view_checkpoint "
            // Policies are never rebuilt.
            + "where topic = 'complaint-events' and view not like 'when-%' order by view";

    private static final String BUILT = "select partition, epoch, tx, id from view_checkpoint "
            + "where view = ? and generation = ? and topic = 'complaint-events'";

    private record Reading(int partition, At at) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void measure(Rig rig, Report report) throws IOException, InterruptedException, SQLException {
        rig.history().fillTo(rig.scale().amounts().history());
        rig.awaitCaughtUp();
        long events = rig.databases().number(Databases.of("complaint"), "select count(*) from event");
        for (int pass = 0; pass < rig.scale().passes(); pass++) {
            if (pass > 0) {
                awaitDropped(rig);
            }
            for (String service : OwnInstallation.SERVICES) {
                for (String view : rig.databases().query(Databases.of(service), VIEWS, row -> row.getString(1))) {
                    String name = view + " of " + service;
                    double rate = events / rebuild(rig, service, view);
                    report.add(NAME, name, "events/s", rate);
                    report.target(NAME, name, Target.atLeast(20_000, "events/s"));
                }
            }
        }
        report.note("rebuilt from " + Figures.of((double) events) + " events of complaints");
    }

    /** In seconds, from when it begins to read until it has read everything. */
    private static double rebuild(Rig rig, String service, String view)
            throws IOException, InterruptedException, SQLException {
        int generation = rig.api()
                .post("admin", service, "/v1/views/" + view + "/rebuild", "{}")
                .body()
                .path("generation")
                .asInt();
        Progress.Relay sent = rig.progress().relay("complaint");
        try (Connection connection = rig.databases().open(Databases.of(service));
                PreparedStatement built = connection.prepareStatement(BUILT)) {
            built.setString(1, view);
            built.setInt(2, generation);
            Wait.until(
                    view + " is being built", PATIENCE, () -> !readings(built).isEmpty());
            return Outcome.seconds(Wait.until(
                    view + " is built",
                    PATIENCE,
                    () -> readings(built).stream()
                            .allMatch(reading -> sent.isReadUpTo(reading.partition(), reading.at()))));
        }
    }

    /** The old generations' rows are dropped a little after the new ones serve. */
    private static void awaitDropped(Rig rig) throws SQLException, InterruptedException {
        for (String service : OwnInstallation.SERVICES) {
            Wait.until(
                    "old generations are dropped in " + service,
                    PATIENCE,
                    () -> rig.databases()
                                    .number(
                                            Databases.of(service),
                                            "select count(*) from view_generation where state <> 'serving'")
                            == 0);
        }
    }

    private static List<Reading> readings(PreparedStatement statement) throws SQLException {
        return Databases.rows(statement, row -> new Reading(row.getInt("partition"), At.read(row)));
    }
}

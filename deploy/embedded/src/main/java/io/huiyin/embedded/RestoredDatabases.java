package io.huiyin.embedded;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Tells databases that they went back to an earlier point: what follows from it their services do themselves. */
final class RestoredDatabases {

    private static final String UNDEFINED_FUNCTION = "42883";

    private RestoredDatabases() {}

    /** Begins a new epoch of each service's log (G2), and says where each database stands. Repeating it does no harm. */
    static void open(int port, String ownerPassword, PrintStream out) {
        List<String> series = new ArrayList<>();
        for (String database : PostgresSetup.DATABASES) {
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
            try (Connection connection = DriverManager.getConnection(url, PostgresSetup.OWNER, ownerPassword);
                    Statement statement = connection.createStatement()) {
                if (isInUse(statement)) {
                    open(database, statement, out);
                    series.addAll(series(database, statement));
                }
            } catch (SQLException e) {
                throw new UserError(database + " is restored, but not ready for its service: " + e.getMessage());
            }
        }
        out.println(
                "Serial numbers go on from here. Those that were given out later are given again, unless they are left out"
                        + " by POST /v1/number-gaps of the complaint service:");
        series.forEach(out::println);
    }

    /** A database whose service has never run holds nothing. */
    private static boolean isInUse(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select to_regclass('log_epoch') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }

    private static void open(String database, Statement statement, PrintStream out) throws SQLException {
        String epoch;
        try (ResultSet begun = statement.executeQuery("select begin_restored_epoch()")) {
            begun.next();
            epoch = begun.getString(1);
        } catch (SQLException e) {
            if (UNDEFINED_FUNCTION.equals(e.getSQLState())) {
                throw new UserError(database + " was backed up by a Huiyin that could not restore it yet");
            }
            throw e;
        }
        try (ResultSet events =
                statement.executeQuery("select count(*), coalesce(max(recorded_at)::text, 'never') from event")) {
            events.next();
            out.printf(
                    "%-22s %d events, the last recorded %s; epoch %s of its log begins%n",
                    database, events.getLong(1), events.getString(2), epoch);
        }
    }

    private static List<String> series(String database, Statement statement) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select series, last from number_series order by series")) {
            while (rows.next()) {
                lines.add("%-22s %s stands at %d".formatted(database, rows.getString(1), rows.getLong(2)));
            }
        }
        return lines;
    }
}

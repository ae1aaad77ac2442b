package io.huiyin.bench.faults;

import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.LogEntry;
import io.huiyin.bench.faults.evidence.LogReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** F11: every record of every topic is delivered once more, and every view begins to read from the beginning again. */
final class DuplicateDelivery implements Fault {

    private static final int MOST = 20_000;

    @Override
    public String id() {
        return "F11";
    }

    @Override
    public String what() {
        return "every record delivered again, all topics read again";
    }

    @Override
    public void strike(Strike strike) throws IOException, InterruptedException, SQLException {
        long repeated = 0;
        try (LogReader reader = new LogReader(strike.site().brokers());
                LogWriter writer = new LogWriter(strike.site().brokers())) {
            for (Service service : strike.shuffled()) {
                List<LogEntry> entries = reader.read(service);
                List<LogEntry> again = entries.subList(Math.max(0, entries.size() - MOST), entries.size());
                writer.repeat(service, again);
                repeated += again.size();
            }
        }
        setBack(strike);
        strike.note(repeated + " records were delivered again");
    }

    /** With the table to itself: view by view it would meet those who update several rows half way. */
    private static int setBack(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table view_checkpoint in share row exclusive mode");
            int moved = statement.executeUpdate("update view_checkpoint set next_offset = 0");
            connection.commit();
            return moved;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Only the offsets: what a view has taken it has taken. */
    private static void setBack(Strike strike) throws SQLException, IOException {
        strike.watch().lookAway();
        try (Databases databases = strike.site().databases()) {
            for (Service service : Service.values()) {
                databases.ask(service, DuplicateDelivery::setBack);
            }
        } finally {
            strike.watch().lookAgain();
        }
    }
}

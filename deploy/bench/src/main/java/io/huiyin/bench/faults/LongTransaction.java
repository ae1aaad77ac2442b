package io.huiyin.bench.faults;

import io.huiyin.bench.Client;
import io.huiyin.bench.Service;
import io.huiyin.bench.Staff;
import io.huiyin.bench.faults.check.Difference.Kind;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** F14: somebody leaves a transaction open in the cluster: relays wait behind it, say so, and skip nothing. */
final class LongTransaction implements Fault {

    private static final Duration OPEN = Duration.ofSeconds(11);
    private static final Duration UNTIL_THE_ALARM = Duration.ofSeconds(3);

    @Override
    public String id() {
        return "F14";
    }

    @Override
    public String what() {
        return "a transaction left open for " + OPEN.toSeconds() + " s";
    }

    @Override
    public void strike(Strike strike) throws IOException, SQLException {
        try (Databases databases = strike.site().databases()) {
            databases.ask(strike.anyService(), connection -> {
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("select pg_current_xact_id()");
                }
                long end = System.nanoTime() + OPEN.toNanos();
                Client.pause(UNTIL_THE_ALARM);
                requireAlarm(strike);
                Client.pause(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
                connection.rollback();
                return true;
            });
        }
    }

    private static void requireAlarm(Strike strike) {
        String health = strike.site()
                .bystander()
                .get(Staff.ADMIN, Service.COMPLAINT, "/q/health/well")
                .text();
        if (!health.contains("oldTransactionSeconds")) {
            strike.found(Kind.WRONG, "F14", "nobody says that a transaction stays open: " + health);
        }
    }
}

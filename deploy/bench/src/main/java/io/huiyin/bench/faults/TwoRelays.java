package io.huiyin.bench.faults;

import io.huiyin.bench.Client;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** F18: who holds the relay stands still in the middle of a batch, another carries on, and then there are two who think it is theirs. */
final class TwoRelays implements Fault {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    public String id() {
        return "F18";
    }

    @Override
    public String what() {
        return "two relays at once";
    }

    @Override
    public void strike(Strike strike) throws IOException, InterruptedException, SQLException {
        Site site = strike.site();
        strike.startSeconds(List.of(Service.COMPLAINT));
        try (Databases databases = site.databases()) {
            for (int turn = 0; turn < 2; turn++) {
                strike.awaitAcknowledged(100);
                stopTheHolder(strike, databases);
            }
        }
        strike.awaitAcknowledged(100);
        site.killSeconds(List.of(Service.COMPLAINT));
    }

    private static void stopTheHolder(Strike strike, Databases databases) throws SQLException, IOException {
        Site site = strike.site();
        String holder = holder(databases);
        boolean isFirst =
                holder.endsWith(":" + URI.create(site.first(Service.COMPLAINT)).getPort());
        String url = isFirst ? site.first(Service.COMPLAINT) : site.second(Service.COMPLAINT);
        String part = isFirst ? Service.COMPLAINT.id() : OwnInstallation.second(Service.COMPLAINT.id());
        site.installation().pause(part);
        site.routes().remove(Service.COMPLAINT, url);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (holder(databases).equals(holder) && System.nanoTime() < end) {
            Client.pause(Duration.ofMillis(20));
        }
        if (holder(databases).equals(holder)) {
            strike.found(Kind.STUCK, "F18", "nobody takes the relay over from " + holder);
        }
        strike.pause(0, 500);
        site.installation().resume(part);
        site.routes().add(Service.COMPLAINT, url);
    }

    private static String holder(Databases databases) throws SQLException, IOException {
        return databases.ask(Service.COMPLAINT, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("select owner from lease where name = 'relay'")) {
                return found.next() ? found.getString(1) : "";
            }
        });
    }
}

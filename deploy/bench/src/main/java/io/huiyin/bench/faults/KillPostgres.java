package io.huiyin.bench.faults;

import io.huiyin.bench.Client;
import io.huiyin.bench.Service;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** F3: PostgreSQL's server is killed, its backends left to find out; later one of the backends is, and the server starts itself anew. */
final class KillPostgres implements Fault {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String SOME_BACKEND =
            "select pid from pg_stat_activity where backend_type = 'client backend' and usename = 'huiyin_app' "
                    + "order by state = 'active' desc, random() limit 1";

    @Override
    public String id() {
        return "F3";
    }

    @Override
    public String what() {
        return "kill -9 of PostgreSQL, then of a backend";
    }

    @Override
    public void strike(Strike strike) throws IOException, InterruptedException, SQLException {
        killServer(strike);
        strike.awaitAcknowledged(100);
        killBackend(strike);
    }

    private static void killServer(Strike strike) throws IOException, InterruptedException {
        ProcessHandle server = strike.site().installation().process(Site.POSTGRES);
        List<ProcessHandle> backends = server.descendants().toList();
        server.destroyForcibly();
        strike.pause(200, 1000);
        // Its shared memory is theirs too: it cannot start before the last of them has seen that it is gone.
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (backends.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            Client.pause(Duration.ofMillis(20));
        }
        strike.start(Site.POSTGRES);
    }

    private static void killBackend(Strike strike) throws IOException, SQLException {
        try (Databases databases = strike.site().databases()) {
            long pid = databases.ask(Service.COMPLAINT, connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet found = statement.executeQuery(SOME_BACKEND)) {
                    return found.next() ? found.getLong(1) : 0L;
                }
            });
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}

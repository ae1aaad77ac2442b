package io.huiyin.bench.run;

import io.huiyin.embedded.OwnInstallation;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * When complaints become visible in every view of the four services that follows them, from when they were due to be sent. It looks at the
 * views' checkpoints, which move in the transaction of their rows, and only while a complaint it was told of is not yet to be seen
 * everywhere; told of some, not all, it costs the database little.
 */
final class LagProbe {

    private static final String VIEWS = "select c.partition, c.epoch, c.tx, c.id from view_checkpoint c "
            + "join view_generation g on g.view = c.view and g.generation = c.generation and g.state = 'serving' "
            // Policies show nothing.
            + "where c.topic = 'complaint-events' and c.view not like 'when-%'";
    /** Of all services, the one that was last. */
    static final String SLOWEST = "slowest";

    private static final long BETWEEN_LOOKS_NS = 500_000;
    private static final long PATIENCE_NS = 60_000_000_000L;

    private record Sought(long due, int partition, At at) {}

    private record Reading(int partition, At at) {}

    private final class Look {
        private final PreparedStatement statement;
        private final Histogram lag = new Histogram(3);
        private final List<Sought> sought = new ArrayList<>();

        Look(PreparedStatement statement) {
            this.statement = statement;
        }

        void once() throws SQLException {
            if (sought.isEmpty()) {
                return;
            }
            List<Reading> readings =
                    Databases.rows(statement, row -> new Reading(row.getInt("partition"), At.read(row)));
            long now = System.nanoTime();
            for (Iterator<Sought> each = sought.iterator(); each.hasNext(); ) {
                Sought one = each.next();
                if (readings.stream()
                        .allMatch(reading -> reading.partition() != one.partition()
                                || reading.at().isAtLeast(one.at()))) {
                    each.remove();
                    lag.recordValue(now - one.due());
                    seen(one, now);
                } else if (now - one.due() > PATIENCE_NS) {
                    throw new IllegalStateException("a complaint does not become visible");
                }
            }
        }
    }

    private final List<Connection> connections = new ArrayList<>();
    private final Map<String, Look> looks = new LinkedHashMap<>();
    private final Queue<Sought> told = new ConcurrentLinkedQueue<>();
    /** How many services do not show it yet. */
    private final Map<Sought, Integer> open = new LinkedHashMap<>();

    private final Histogram slowest = new Histogram(3);
    private final Thread thread = Thread.ofPlatform().name("lag-probe").unstarted(this::run);
    private volatile boolean ending;
    private volatile boolean abandoned;
    private volatile @Nullable Throwable failure;

    LagProbe(Databases databases) throws SQLException {
        for (String service : OwnInstallation.SERVICES) {
            Connection connection = databases.open(Databases.of(service));
            connections.add(connection);
            looks.put(service, new Look(connection.prepareStatement(VIEWS)));
        }
        thread.start();
    }

    /** There is a complaint, at the position that its answer names in {@code Event-Position}. */
    void watch(long due, String token) {
        String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\\|", -1);
        told.add(new Sought(due, Integer.parseInt(parts[1]), At.parse(parts[2])));
    }

    private void run() {
        try {
            while (!abandoned && (!ending || !told.isEmpty() || !open.isEmpty())) {
                for (Sought one = told.poll(); one != null; one = told.poll()) {
                    open.put(one, looks.size());
                    for (Look look : looks.values()) {
                        look.sought.add(one);
                    }
                }
                for (Look look : looks.values()) {
                    look.once();
                }
                LockSupport.parkNanos(BETWEEN_LOOKS_NS);
            }
        } catch (SQLException | RuntimeException e) {
            failure = e;
        }
    }

    private void seen(Sought one, long now) {
        int left = open.merge(one, -1, Integer::sum);
        if (left == 0) {
            open.remove(one);
            slowest.recordValue(now - one.due());
        }
    }

    /** Waits until all it was told of are visible; answers the lag to each service, and to the slowest under that name. */
    Map<String, Histogram> lags() throws InterruptedException {
        ending = true;
        thread.join();
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        Map<String, Histogram> lags = new LinkedHashMap<>();
        lags.put(SLOWEST, slowest);
        looks.forEach((service, look) -> lags.put(service, look.lag));
        return lags;
    }

    /** Lets go of everything, whatever is still to be seen. */
    void end() throws SQLException, InterruptedException {
        abandoned = true;
        thread.join();
        for (Connection connection : connections) {
            connection.close();
        }
    }
}

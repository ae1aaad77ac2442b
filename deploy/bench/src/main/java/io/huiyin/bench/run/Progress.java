package io.huiyin.bench.run;

import io.huiyin.embedded.OwnInstallation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far relays, views and policies have come, read from their checkpoints: a view's rows and its checkpoint stand in one transaction
 * (G3), so where the checkpoint stands is what its lists show.
 */
final class Progress implements AutoCloseable {

    private static final long LOOK_MS = 20;

    private static final String CONSUMERS = "select c.view, c.topic, c.partition, c.epoch, c.tx, c.id "
            + "from view_checkpoint c join view_generation g "
            + "on g.view = c.view and g.generation = c.generation and g.state = 'serving'";

    private static final String RELAY = "select r.partitions::text as partitions, exists (select 1 from event "
            + "where (epoch, tx, id) > ((select epoch from relay_checkpoint), (select tx from relay_checkpoint), "
            + "(select id from relay_checkpoint))) as waiting from relay_checkpoint r";

    /** One partition of one topic, as one view or policy has read it. */
    private record Reading(String topic, int partition, At at) {}

    private record Relay(boolean waiting, List<At> partitions) {}

    private final List<Connection> connections = new ArrayList<>();
    private final List<PreparedStatement> consumers = new ArrayList<>();
    private final Map<String, PreparedStatement> relays = new HashMap<>();

    Progress(Databases databases) throws SQLException {
        for (String service : OwnInstallation.SERVICES) {
            Connection connection = databases.open(Databases.of(service));
            connections.add(connection);
            consumers.add(connection.prepareStatement(CONSUMERS));
            relays.put(service + "-events", connection.prepareStatement(RELAY));
        }
    }

    /** Waits until nothing is left to relay, to show or to react to; answers how long that took. */
    Duration awaitCaughtUp(Duration limit) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        while (!isCaughtUp()) {
            if (System.nanoTime() - began > limit.toNanos()) {
                throw new IllegalStateException("after " + limit.toSeconds() + " s the views have not caught up");
            }
            Thread.sleep(LOOK_MS);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Consumers are looked at first: what they have read by then, and nothing to be relayed afterwards, leaves nothing over. */
    boolean isCaughtUp() throws SQLException {
        List<Reading> readings = new ArrayList<>();
        for (PreparedStatement statement : consumers) {
            readings.addAll(Databases.rows(
                    statement, row -> new Reading(row.getString("topic"), row.getInt("partition"), At.read(row))));
        }
        Map<String, Relay> sent = new HashMap<>();
        for (Map.Entry<String, PreparedStatement> relay : relays.entrySet()) {
            Relay state = Databases.rows(relay.getValue(), Progress::relay).getFirst();
            if (state.waiting()) {
                return false;
            }
            sent.put(relay.getKey(), state);
        }
        return readings.stream().allMatch(reading -> {
            Relay relay = sent.get(reading.topic());
            return relay == null
                    || relay.partitions().isEmpty()
                    || reading.at().isAtLeast(relay.partitions().get(reading.partition()));
        });
    }

    private static Relay relay(ResultSet row) throws SQLException {
        String partitions = row.getString("partitions").replaceAll("[\\[\\]\"\\s]", "");
        return new Relay(
                row.getBoolean("waiting"),
                partitions.isEmpty()
                        ? List.of()
                        : List.of(partitions.split(",", -1)).stream()
                                .map(At::parse)
                                .toList());
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}

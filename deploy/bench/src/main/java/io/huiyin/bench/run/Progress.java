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

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final String CONSUMERS = "select c.view, c.topic, c.partition, c.epoch, c.tx, c.id "
            + "from view_checkpoint c join view_generation g "
            + "on g.view = c.view and g.generation = c.generation and g.state = 'serving'";

    private static final String RELAY =
            "select r.epoch, r.tx::text::bigint as tx, r.id, r.partitions::text as partitions, "
                    + "exists (select 1 from event where (epoch, tx, id) > ((select epoch from relay_checkpoint), "
                    + "(select tx from relay_checkpoint), (select id from relay_checkpoint))) as waiting from relay_checkpoint r";

    /** One partition of one topic, as one view or policy has read it. */
    private record Reading(String topic, int partition, At at) {}

    /**
     * Where a relay stands.
     *
     * @param waiting whether something is left to send
     * @param partitions the last position of each partition; none before the first event
     */
    record Relay(At at, boolean waiting, List<At> partitions) {

        private static Relay read(ResultSet row) throws SQLException {
            String partitions = row.getString("partitions").replaceAll("[\\[\\]\"\\s]", "");
            return new Relay(
                    At.read(row),
                    row.getBoolean("waiting"),
                    partitions.isEmpty()
                            ? List.of()
                            : List.of(partitions.split(",", -1)).stream()
                                    .map(At::parse)
                                    .toList());
        }

        /** Whether a reader of this partition has read all that was sent. */
        boolean isReadUpTo(int partition, At reader) {
            return partitions.isEmpty() || reader.isAtLeast(partitions.get(partition));
        }
    }

    private final List<Connection> connections = new ArrayList<>();
    private final List<PreparedStatement> consumers = new ArrayList<>();
    private final Map<String, PreparedStatement> relays = new HashMap<>();

    Progress(Databases databases) throws SQLException {
        for (String service : OwnInstallation.SERVICES) {
            Connection connection = databases.open(Databases.of(service));
            connections.add(connection);
            consumers.add(connection.prepareStatement(CONSUMERS));
            relays.put(topic(service), connection.prepareStatement(RELAY));
        }
    }

    static String topic(String service) {
        return service + "-events";
    }

    /** Where a service's relay stands. */
    Relay relay(String service) throws SQLException {
        PreparedStatement statement = relays.get(topic(service));
        if (statement == null) {
            throw new IllegalArgumentException("no service " + service);
        }
        return Databases.rows(statement, Relay::read).getFirst();
    }

    /** Waits until nothing is left to relay, to show or to react to; answers how long that took. */
    Duration awaitCaughtUp() throws SQLException, InterruptedException {
        return Wait.until("all views have caught up", PATIENCE, this::isCaughtUp);
    }

    /** Waits until complaint-service's relay has sent all there is. */
    Duration awaitRelayed() throws SQLException, InterruptedException {
        return Wait.until("all is relayed", PATIENCE, () -> !relay("complaint").waiting());
    }

    /** Waits until every view shows the complaints up to this one, whatever comes after it. */
    void awaitShown(At event) throws SQLException, InterruptedException {
        Wait.until("it is relayed", PATIENCE, () -> relay("complaint").at().isAtLeast(event));
        Relay sent = relay("complaint");
        String topic = topic("complaint");
        Wait.until(
                "it is shown",
                PATIENCE,
                () -> readings().stream()
                        .allMatch(reading ->
                                !reading.topic().equals(topic) || sent.isReadUpTo(reading.partition(), reading.at())));
    }

    /** Consumers are looked at first: what they have read by then, and nothing to be relayed afterwards, leaves nothing over. */
    boolean isCaughtUp() throws SQLException {
        List<Reading> readings = readings();
        Map<String, Relay> sent = new HashMap<>();
        for (String service : OwnInstallation.SERVICES) {
            Relay relay = relay(service);
            if (relay.waiting()) {
                return false;
            }
            sent.put(topic(service), relay);
        }
        return readings.stream().allMatch(reading -> {
            Relay relay = sent.get(reading.topic());
            return relay == null || relay.isReadUpTo(reading.partition(), reading.at());
        });
    }

    private List<Reading> readings() throws SQLException {
        List<Reading> readings = new ArrayList<>();
        for (PreparedStatement statement : consumers) {
            readings.addAll(Databases.rows(
                    statement, row -> new Reading(row.getString("topic"), row.getInt("partition"), At.read(row))));
        }
        return readings;
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}

package io.huiyin.bench.faults.evidence;

import io.huiyin.bench.Json;
import io.huiyin.bench.Service;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the tables of a service's database as they are. */
public final class Tables {

    /** Partitions of every event topic. */
    private static final int PARTITIONS = 6;

    private static final int FETCH = 2000;

    private static final String EVENTS =
            "select stream, version, epoch, tx::text, id, event_id, aggregate, type, type_version, occurred_at, recorded_at, "
                    + "actor, correlation_id, causation_id, data::text from event e order by e.epoch, e.tx, e.id";

    private static final String RELAY =
            "select r.epoch, r.tx::text, r.id, r.partitions::text, e.epoch, e.tx::text, e.id, coalesce(r.topic_id, '') "
                    + "from relay_checkpoint r "
                    + "left join lateral (select l.epoch, l.tx, l.id from event l order by l.epoch desc, l.tx desc, l.id desc limit 1) e on true";

    private static final String CHECKPOINTS =
            "select c.view, c.generation, c.topic, c.partition, c.topic_id, c.next_offset, c.epoch, c.tx, c.id "
                    + "from view_checkpoint c join view_generation g on g.view = c.view and g.generation = c.generation "
                    + "where g.state <> 'retired'";

    private static final String CONSIDERED = "select cause::text from policy_reaction where outcome = 'nothing'";

    private Tables() {}

    /** All events, in log order. */
    public static List<EventRow> events(Connection connection, Service service) throws SQLException {
        connection.setAutoCommit(false);
        List<EventRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            statement.setFetchSize(FETCH);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new EventRow(
                            service,
                            result.getString(1),
                            result.getInt(2),
                            position(result, 3),
                            result.getString(6),
                            result.getString(7),
                            result.getString(8),
                            result.getInt(9),
                            result.getObject(10, OffsetDateTime.class).toInstant(),
                            result.getObject(11, OffsetDateTime.class).toInstant(),
                            result.getString(12),
                            result.getString(13),
                            result.getString(14),
                            result.getString(15)));
                }
            }
        }
        connection.rollback();
        connection.setAutoCommit(true);
        return rows;
    }

    /** Where the relay stands, and where it should. */
    public static RelayState relay(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(RELAY)) {
            result.next();
            List<Position> partitions = new ArrayList<>(Collections.nCopies(PARTITIONS, Position.START));
            int partition = 0;
            for (var stored : Json.read(result.getString(4))) {
                partitions.set(partition++, Position.parse(stored.asText()));
            }
            Position last = result.getString(6) == null ? Position.START : position(result, 5);
            return new RelayState(position(result, 1), last, partitions, result.getString(8));
        }
    }

    /** Where each view that is not retired stands in each partition. */
    public static List<Checkpoint> checkpoints(Connection connection, Service service) throws SQLException {
        List<Checkpoint> checkpoints = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(CHECKPOINTS)) {
            while (result.next()) {
                checkpoints.add(new Checkpoint(
                        service,
                        result.getString(1),
                        result.getInt(2),
                        result.getString(3),
                        result.getInt(4),
                        result.getString(5),
                        result.getLong(6),
                        position(result, 7)));
            }
        }
        return checkpoints;
    }

    /** The events about which a policy of the service found that nothing was to be done. */
    public static Set<String> considered(Connection connection) throws SQLException {
        Set<String> causes = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(CONSIDERED)) {
            while (result.next()) {
                causes.add(result.getString(1));
            }
        }
        return causes;
    }

    /** The rows of a query by their first column, which is called {@code key}; each with its other columns as text. */
    public static Map<String, Map<String, String>> rows(Connection connection, String query) throws SQLException {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            ResultSetMetaData columns = result.getMetaData();
            while (result.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int column = 2; column <= columns.getColumnCount(); column++) {
                    row.put(columns.getColumnName(column), String.valueOf(result.getString(column)));
                }
                rows.put(result.getString(1), row);
            }
        }
        return rows;
    }

    private static Position position(ResultSet result, int column) throws SQLException {
        return new Position(
                result.getInt(column), Long.parseLong(result.getString(column + 1)), result.getLong(column + 2));
    }
}

package io.huiyin.bench.faults;

import io.huiyin.bench.Service;
import io.huiyin.embedded.Database;
import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One connection to the database of each service, made again when it was lost; for one thread. */
final class Databases implements AutoCloseable {

    private final OwnInstallation installation;
    private final Map<Service, Connection> connections = new EnumMap<>(Service.class);

    Databases(OwnInstallation installation) {
        this.installation = installation;
    }

    /** What is asked of a database. */
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /** Asks; a connection on which a question fails is given up. */
    <T> T ask(Service service, Question<T> question) throws SQLException, IOException {
        Connection connection = connections.get(service);
        if (connection == null) {
            Database database = installation.database(service.id());
            connection = DriverManager.getConnection(database.url(), database.user(), database.password());
            connections.put(service, connection);
        }
        try {
            return question.ask(connection);
        } catch (SQLException e) {
            drop(connections.remove(service));
            throw e;
        }
    }

    private static void drop(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // It is lost anyway.
        }
    }

    @Override
    public void close() {
        connections.values().forEach(Databases::drop);
        connections.clear();
    }
}

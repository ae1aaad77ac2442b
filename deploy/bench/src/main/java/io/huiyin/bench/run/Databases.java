package io.huiyin.bench.run;

import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The PostgreSQL server of the installation, as its superuser sees it: to look at, not to meddle with. */
final class Databases {

    static final String USER = "postgres";

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final int port;
    private final Path password;

    Databases(OwnInstallation installation) {
        this.port = Integer.parseInt(installation.environment().getOrDefault("HUIYIN_POSTGRES_PORT", ""));
        this.password = installation.access().data().resolve("keys/postgres.password");
    }

    int port() {
        return port;
    }

    String password() {
        try {
            return Files.readString(password).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(String service) {
        return "huiyin_" + service;
    }

    Connection open(String database) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", USER);
        settings.setProperty("password", password());
        settings.setProperty("prepareThreshold", "1");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, settings);
    }

    void execute(String database, String... statements) {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> List<T> query(String database, String sql, Row<T> reader) {
        try (Connection connection = open(database);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return rows(statement, reader);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> List<T> rows(PreparedStatement statement, Row<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(reader.read(found));
            }
        }
        return rows;
    }

    long number(String database, String sql) {
        return query(database, sql, row -> row.getLong(1)).getFirst();
    }
}

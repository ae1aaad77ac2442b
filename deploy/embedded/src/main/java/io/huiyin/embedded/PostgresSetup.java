package io.huiyin.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** Gives the services their roles and databases; repeating it changes nothing. */
final class PostgresSetup {

    static final String OWNER = "huiyin_owner";
    static final List<String> DATABASES =
            List.of("huiyin_complaint", "huiyin_followup", "huiyin_nonconformity", "huiyin_report");

    private static final String APP = "huiyin_app";

    private PostgresSetup() {}

    static void run(int port, Passwords passwords) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", "postgres");
        settings.setProperty("password", passwords.superuser());
        settings.setProperty("connectTimeout", "2");
        settings.setProperty("socketTimeout", "30");
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, settings);
                Statement statement = connection.createStatement()) {
            createRole(connection, OWNER, passwords.owner());
            createRole(connection, APP, passwords.app());
            // The services at work fail soon rather than wait long.
            statement.execute("ALTER ROLE " + APP + " SET lock_timeout = '5s'");
            statement.execute("ALTER ROLE " + APP + " SET statement_timeout = '30s'");
            statement.execute("ALTER ROLE " + APP + " SET idle_in_transaction_session_timeout = '10s'");
            for (String database : DATABASES) {
                if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                    statement.execute("CREATE DATABASE " + database + " OWNER " + OWNER);
                }
                statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
                statement.execute("GRANT CONNECT ON DATABASE " + database + " TO " + APP);
            }
        }
    }

    /** Whether trying again is in vain: the password is wrong. */
    static boolean isPermanent(SQLException problem) {
        String state = problem.getSQLState();
        return state != null && state.startsWith("28");
    }

    private static void createRole(Connection connection, String role, String password) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
                statement.execute("CREATE ROLE " + role);
            }
            statement.execute("ALTER ROLE " + role + " LOGIN PASSWORD " + statement.enquoteLiteral(password));
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }
}

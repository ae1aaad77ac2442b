package io.huiyin.kernel.notes;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGSimpleDataSource;

/** The test application's database behind its back. */
public final class Database {

    private Database() {}

    /** Who connects. */
    public enum Role {
        APP("huiyin_app", "app"),
        OWNER("huiyin_owner", "owner"),
        SUPERUSER("postgres", "postgres");

        private final String user;
        private final String password;

        Role(String user, String password) {
            this.user = user;
            this.password = password;
        }
    }

    public static Connection connect(Role role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {ConfigProvider.getConfig().getValue("huiyin.postgres.port", Integer.class)});
        source.setDatabaseName("huiyin_report");
        source.setUser(role.user);
        source.setPassword(role.password);
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs one statement on a connection. */
    public static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    /** Runs one statement in a transaction of its own, as the owner of the tables. */
    public static void execute(String sql) {
        try (Connection connection = connect(Role.OWNER)) {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of every row. */
    public static List<String> texts(String sql) {
        try (Connection connection = connect(Role.OWNER)) {
            return texts(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<String> texts(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    /** The one value of a query. */
    public static String text(String sql) {
        return String.valueOf(texts(sql).getFirst());
    }

    public static long number(String sql) {
        return Long.parseLong(text(sql));
    }
}

package io.huiyin.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Copies the data folder of a PostgreSQL server. One that is at work goes on working: what changes meanwhile is put right from its
 * write-ahead log, of which as much is copied as that needs.
 */
final class BaseBackup {

    private static final String POSTGRES = "postgres";
    private static final String CONTROL = "global/pg_control";
    private static final String LOG = "pg_wal";

    /** Folders whose content means nothing to another server. */
    private static final Set<String> EMPTIED = Set.of(
            LOG,
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "pg_tblspc");

    /** What only the server that wrote it has a use for, wherever it stands. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");

    private final Path data;
    private final BackupWriter writer;

    BaseBackup(Path data, BackupWriter writer) {
        this.data = data;
        this.writer = writer;
    }

    /** The major version that wrote the data. */
    static String version(Path data) throws IOException {
        return Files.readString(data.resolve("PG_VERSION")).strip();
    }

    /** Copies it while nothing runs on it. */
    Instant ofStopped() throws IOException {
        Instant taken = Instant.now();
        copy(Set.of());
        return taken;
    }

    /** Copies it while its server is at work; answers the instant up to which all is in the copy. */
    Instant ofRunning(int port, String password) throws IOException {
        Properties settings = new Properties();
        settings.setProperty("user", "postgres");
        settings.setProperty("password", password);
        settings.setProperty("connectTimeout", "5");
        settings.setProperty("ApplicationName", "huiyin backup");
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, settings);
                Statement statement = connection.createStatement()) {
            // Keeps the log from here on; it is gone with this session, and so is the backup that the session has
            // begun.
            statement.execute(
                    "select pg_create_physical_replication_slot('huiyin_backup_' || pg_backend_pid(), true, true)");
            String first = row(statement, "select pg_walfile_name(pg_backup_start('huiyin', true))")
                    .getFirst();
            copy(EMPTIED);
            copyControl();
            Instant taken = Instant.ofEpochMilli(
                    Long.parseLong(row(statement, "select floor(extract(epoch from clock_timestamp()) * 1000)::bigint")
                            .getFirst()));
            List<String> end = row(statement, "select labelfile, pg_walfile_name(lsn) from pg_backup_stop(false)");
            writer.file(end.getFirst().getBytes(UTF_8), name("backup_label"));
            copyLog(first, end.getLast());
            return taken;
        } catch (SQLException e) {
            throw new UserError("PostgreSQL cannot be backed up: " + e.getMessage());
        }
    }

    private static List<String> row(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            found.next();
            String[] row = new String[found.getMetaData().getColumnCount()];
            for (int i = 0; i < row.length; i++) {
                row[i] = found.getString(i + 1);
            }
            return List.of(row);
        }
    }

    private static String name(String inData) {
        return POSTGRES + "/" + inData;
    }

    /** Copies all files but those of the emptied folders; whatever vanishes meanwhile the log says it too. */
    private void copy(Set<String> emptied) throws IOException {
        refuseTablespaces();
        Files.walkFileTree(data, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                String relative = data.relativize(folder).toString();
                writer.folder(relative.isEmpty() ? POSTGRES : name(relative));
                return emptied.contains(relative) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isRegularFile()) {
                    throw new UserError(file + " is no plain file, which is not backed up here");
                }
                String relative = data.relativize(file).toString();
                boolean isControl = relative.equals(CONTROL) && !emptied.isEmpty();
                String last = file.getFileName().toString();
                if (!isControl && !LEFT_OUT.contains(last) && !last.startsWith("pgsql_tmp")) {
                    copy(file, relative);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null && !(failure instanceof NoSuchFileException)) {
                    throw failure;
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void copy(Path file, String relative) throws IOException {
        try {
            writer.file(file, name(relative));
        } catch (NoSuchFileException e) {
            if (Files.exists(file)) {
                throw e;
            }
        }
    }

    /** Last of all, as the server demands, and as two looks agree on it: it is written in place. */
    private void copyControl() throws IOException {
        Path control = data.resolve(CONTROL);
        byte[] content = Files.readAllBytes(control);
        for (byte[] again = Files.readAllBytes(control); !Arrays.equals(content, again); ) {
            content = again;
            again = Files.readAllBytes(control);
        }
        writer.file(content, name(CONTROL));
    }

    /** The files of the log from the first to the last that is needed; their names are numbers after that of the timeline. */
    private void copyLog(String first, String last) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(data.resolve(LOG))) {
            files = all.filter(file -> isBetween(file.getFileName().toString(), first, last))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()
                || !files.getFirst().endsWith(first)
                || !files.getLast().endsWith(last)) {
            throw new UserError("PostgreSQL has not kept its log from " + first + " to " + last);
        }
        for (Path file : files) {
            writer.file(file, name(LOG + "/" + file.getFileName()));
        }
    }

    private static boolean isBetween(String file, String first, String last) {
        return file.matches("[0-9A-F]{24}") && file.compareTo(first) >= 0 && file.compareTo(last) <= 0;
    }

    private void refuseTablespaces() throws IOException {
        try (Stream<Path> spaces = Files.list(data.resolve("pg_tblspc"))) {
            if (spaces.findAny().isPresent()) {
                throw new UserError(
                        "PostgreSQL keeps data outside of " + data + " (tablespaces), which is not backed up here");
            }
        }
    }
}

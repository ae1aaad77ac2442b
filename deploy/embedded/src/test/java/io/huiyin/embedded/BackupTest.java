package io.huiyin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BackupTest {

    private static final PrintStream OUT = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    @TempDir
    Path parent;

    private DataFolder folder;
    private Path backup;

    @BeforeEach
    void aFolder() throws IOException {
        folder = withPrograms(DataFolder.open(parent.resolve("data")));
        backup = parent.resolve("backup");
    }

    /** Unpacked once for all folders of tests. */
    private static DataFolder withPrograms(DataFolder folder) throws IOException {
        Path unpacked =
                Path.of(System.getProperty("java.io.tmpdir"), "huiyin-embedded-" + System.getProperty("user.name"));
        Files.createDirectories(unpacked);
        Files.createSymbolicLink(folder.programs(), unpacked);
        return folder;
    }

    /** The database alone of an installation. */
    private static Installation on(DataFolder folder) throws IOException {
        Map<String, String> ports = Map.of("HUIYIN_POSTGRES_PORT", Integer.toString(freePort()));
        return new Installation(parentOf(folder), folder, ports);
    }

    private static Path parentOf(DataFolder folder) {
        return folder.root().resolveSibling("no-services");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private interface Work {
        void on(Statement statement) throws Exception;
    }

    private static void withServer(DataFolder folder, Work work) throws Exception {
        Installation installation = on(folder);
        Postgres server = installation.postgres();
        server.start();
        try {
            Readiness.await(List.of(server), Duration.ofSeconds(60), part -> !part.isRunning());
            try (Connection connection = connect(installation, folder);
                    Statement statement = connection.createStatement()) {
                work.on(statement);
            }
        } finally {
            server.stop();
        }
    }

    private static Connection connect(Installation installation, DataFolder folder) throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + installation.postgresPort().number() + "/huiyin_complaint",
                PostgresSetup.OWNER,
                Keys.in(folder.keys()).passwords().owner());
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            assertTrue(row.next());
            return row.getLong(1);
        }
    }

    private static void restore(DataFolder into, Path from) throws IOException, InterruptedException {
        new Restoration(into, on(into), OUT).from(from);
    }

    private static List<String> in(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aServerAtWorkIsCopiedAsItStandsAtTheEnd() throws Exception {
        AtomicLong atEnd = new AtomicLong();
        AtomicLong before = new AtomicLong();
        withServer(folder, statement -> {
            statement.execute("create table work (n bigint primary key, filler text not null)");
            statement.execute("create index work_filler on work (filler)");
            AtomicBoolean done = new AtomicBoolean();
            AtomicLong written = new AtomicLong();
            try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
                Future<Void> writing = writer.submit(() -> write(statement, written, done));
                try {
                    while (written.get() < 200 && !writing.isDone()) {
                        Thread.onSpinWait();
                    }
                    before.set(written.get());
                    Backup.of(folder, backup, OUT);
                    atEnd.set(written.get());
                } finally {
                    done.set(true);
                }
                assertEquals(null, writing.get());
            }
        });
        assertTrue(atEnd.get() > before.get(), "it went on working meanwhile");

        DataFolder other = withPrograms(DataFolder.open(parent.resolve("other")));
        restore(other, backup);
        withServer(other, statement -> {
            long rows = number(statement, "select count(*) from work");
            assertTrue(rows >= before.get() && rows <= atEnd.get() + 1, before + " <= " + rows + " <= " + atEnd);
            assertEquals(rows, number(statement, "select max(n) from work"), "none is missing between");
            statement.execute("set enable_seqscan = off");
            assertEquals(rows, number(statement, "select count(filler) from work where filler > ''"));
            statement.execute("insert into work values (-1, 'and on')");
        });
        assertEquals(
                Files.readString(folder.keys().resolve("private.pem")),
                Files.readString(other.keys().resolve("private.pem")));
    }

    /** Row after row, each its own transaction; tables come and go beside it, as generations of views do. */
    private static Void write(Statement statement, AtomicLong written, AtomicBoolean done) throws SQLException {
        while (!done.get()) {
            long n = written.get() + 1;
            statement.execute("insert into work values (" + n + ", repeat('x" + n + "', 40))");
            written.set(n);
            if (n % 20 == 0) {
                statement.execute("create table passing_" + n + " as select * from work limit 100");
                statement.execute("drop table if exists passing_" + Math.max(0, n - 40));
            }
        }
        return null;
    }

    @Test
    void aStoppedServerIsCopiedToo() throws Exception {
        withServer(folder, statement -> statement.execute("create table kept as select 7 as n"));
        Files.createDirectories(folder.imports());
        Files.writeString(folder.imports().resolve("one.data"), "rows");
        Files.createDirectories(folder.imports().resolve("uploads"));
        VirtualClock.set(folder, Instant.parse("2027-01-04T01:30:00Z"));
        Backup.of(folder, backup, OUT);
        withServer(folder, statement -> statement.execute("update kept set n = 8"));
        Files.writeString(folder.imports().resolve("two.data"), "later");

        restore(folder, backup);

        withServer(folder, statement -> assertEquals(7, number(statement, "select n from kept")));
        assertEquals(List.of("one.data"), in(folder.imports()));
        assertEquals(
                "2027-01-04T01:30:00Z",
                VirtualClock.of(folder).orElseThrow().now().toString());
        List<String> aside = in(folder.root()).stream()
                .filter(name -> name.startsWith("replaced-"))
                .toList();
        assertEquals(1, aside.size());
        assertEquals(
                List.of("clock", "imports", "keys", "postgres"),
                in(folder.root().resolve(aside.getFirst())));
        assertFalse(Files.exists(folder.restoring()));
    }

    @Test
    void aBackupIsWholeOrNotThere() throws Exception {
        withServer(folder, statement -> {
            // The copy fails in its middle.
            Path obstacle = Files.createSymbolicLink(folder.postgres().resolve("global/zz"), parent);
            UserError failed = assertThrows(UserError.class, () -> Backup.of(folder, backup, OUT));
            assertTrue(failed.getMessage().contains("zz is no plain file"), failed.getMessage());
            Files.delete(obstacle);
            assertEquals(List.of("data"), in(parent));

            // One that was killed leaves its beginnings, which are no backup and in nobody's way.
            Files.createDirectories(parent.resolve("backup.unfinished"));
            Files.createFile(parent.resolve("backup.unfinished").resolve(BackupContents.UNFINISHED));
            assertThrows(UserError.class, () -> BackupContents.read(parent.resolve("backup.unfinished")));
            Backup.of(folder, backup, OUT);
            assertEquals(List.of("backup", "data"), in(parent));
            assertEquals(
                    0,
                    number(statement, "select count(*) from pg_replication_slots"),
                    "nothing holds the log of the server");

            assertThrows(UserError.class, () -> Backup.of(folder, backup, OUT), "it overwrites none");
            assertThrows(UserError.class, () -> Backup.of(folder, folder.root().resolve("backup"), OUT));
        });
    }

    @Test
    void aDamagedBackupReplacesNothing() throws Exception {
        withServer(folder, statement -> statement.execute("create table kept as select 7 as n"));
        Backup.of(folder, backup, OUT);
        withServer(folder, statement -> statement.execute("update kept set n = 8"));

        Path file = backup.resolve("postgres/PG_VERSION");
        Files.writeString(file, "17\n");
        UserError altered = assertThrows(UserError.class, () -> restore(folder, backup));
        assertTrue(altered.getMessage().contains("postgres/PG_VERSION is not what was backed up"));
        Files.delete(file);
        UserError missing = assertThrows(UserError.class, () -> restore(folder, backup));
        assertTrue(missing.getMessage().contains("postgres/PG_VERSION is missing"));
        Path contents = backup.resolve("huiyin-backup");
        List<String> lines = Files.readAllLines(contents);
        Files.write(contents, lines.subList(0, lines.size() - 1));
        assertThrows(UserError.class, () -> restore(folder, backup));
        Files.delete(contents);
        assertThrows(UserError.class, () -> restore(folder, backup));

        withServer(folder, statement -> assertEquals(8, number(statement, "select n from kept")));
        assertFalse(Files.exists(folder.restoring()));
    }

    @Test
    void aRestoreThatIsInterruptedIsBegunAgain() throws Exception {
        withServer(folder, statement -> statement.execute("create table kept as select 7 as n"));
        Backup.of(folder, backup, OUT);
        withServer(folder, statement -> statement.execute("update kept set n = 8"));
        Installation installation = on(folder);
        try (ServerSocket taken =
                new ServerSocket(installation.postgresPort().number(), 1, InetAddress.getLoopbackAddress())) {
            assertTrue(taken.isBound());
            // Everything is in its place by then; the databases are not opened.
            assertThrows(UserError.class, () -> new Restoration(folder, installation, OUT).from(backup));
        }
        UserError refused = assertThrows(UserError.class, () -> Restoration.refuseUnfinished(folder));
        assertTrue(refused.getMessage().contains("was interrupted"));
        assertThrows(UserError.class, () -> Backup.of(folder, parent.resolve("another"), OUT));
        // As if it had been killed between two moves.
        Folders.delete(folder.postgres());

        new Restoration(folder, installation, OUT).from(backup);

        Restoration.refuseUnfinished(folder);
        withServer(folder, statement -> assertEquals(7, number(statement, "select n from kept")));
        List<String> aside = in(folder.root()).stream()
                .filter(name -> name.startsWith("replaced-"))
                .toList();
        assertEquals(1, aside.size(), "what it held before, once");
        Path replaced = folder.root().resolve(aside.getFirst());
        for (String piece : List.of("postgres", "keys")) {
            Folders.delete(folder.root().resolve(piece));
            Files.move(replaced.resolve(piece), folder.root().resolve(piece));
        }
        withServer(folder, statement -> assertEquals(8, number(statement, "select n from kept"), "it can be had back"));
    }
}

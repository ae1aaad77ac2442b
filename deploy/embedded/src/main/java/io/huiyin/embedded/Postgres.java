package io.huiyin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real PostgreSQL server of this machine, as durable as one in production. */
public final class Postgres extends Part {

    private static final Duration GRACE = Duration.ofSeconds(8);

    private final Path binaries;
    private final Path folder;
    private final int port;
    private final Passwords passwords;
    private volatile boolean ready;

    Postgres(Path binaries, Path folder, Path log, int port, Passwords passwords) {
        super("postgres", Postmaster.mark(folder), log, Signal.INT, GRACE);
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
        this.passwords = passwords;
    }

    /** Starts the server; one that a killed run left behind on the same folder is stopped before. */
    @Override
    Process start() throws IOException {
        ready = false;
        Files.createDirectories(log().getParent());
        stopLeftover();
        if (!Files.exists(folder)) {
            initialise();
        }
        Files.writeString(folder.resolve("huiyin.conf"), settings());
        return launch(prepare(command("postgres", "-D", folder.toString())));
    }

    /** Whether it accepts connections; the roles and databases of the services exist by then. */
    @Override
    boolean isReady() {
        if (!ready) {
            try {
                PostgresSetup.run(port, passwords);
                ready = true;
            } catch (SQLException e) {
                if (PostgresSetup.isPermanent(e)) {
                    throw new UserError("PostgreSQL refuses its own installation: " + e.getMessage());
                }
            }
        }
        return ready;
    }

    /** Ends it at once and without a checkpoint, but leaves nothing behind on the machine. */
    void stopWithoutCheckpoint() {
        stop(Signal.QUIT);
    }

    private void stopLeftover() throws IOException {
        Optional<Postmaster> server = Postmaster.named(folder);
        if (server.isEmpty()) {
            // A file that names a dead one PostgreSQL replaces itself, after making sure that no backend of it is left.
            return;
        }
        if (!server.get().isOf(folder)) {
            // The number went to another process since: PostgreSQL would believe the folder in use.
            Files.delete(folder.resolve("postmaster.pid"));
            return;
        }
        Processes.stop(server.get().process(), stopSignal(), GRACE);
    }

    private void initialise() throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        Files.createDirectories(folder.getParent());
        Path passwordFile = Files.createTempFile("huiyin", ".password");
        try {
            Files.writeString(passwordFile, passwords.superuser() + "\n");
            run(command(
                    "initdb",
                    "--pgdata=" + unfinished,
                    "--username=postgres",
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions"));
        } finally {
            Files.delete(passwordFile);
        }
        Files.writeString(
                unfinished.resolve("postgresql.conf"), "\ninclude = 'huiyin.conf'\n", StandardOpenOption.APPEND);
        Files.move(unfinished, folder);
    }

    private String settings() {
        return """
               # Written anew at every start.
               port = %d
               listen_addresses = '127.0.0.1'
               unix_socket_directories = ''
               max_connections = 200
               fsync = on
               synchronous_commit = on
               full_page_writes = on
               shared_buffers = 256MB
               max_wal_size = 2GB
               checkpoint_timeout = 15min
               jit = off
               timezone = 'UTC'
               log_timezone = 'UTC'
               log_line_prefix = '%%m [%%p] %%q%%u@%%d '
               """.formatted(port);
    }

    /** PostgreSQL refuses to run as root, so root runs it in a user namespace where it is nobody. */
    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private void run(List<String> command) throws IOException {
        Process process = prepare(command).start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                Processes.kill(process.toHandle());
                throw new IOException(command + " does not end");
            }
        } catch (InterruptedException e) {
            Processes.kill(process.toHandle());
            Thread.currentThread().interrupt();
            throw new IOException(command + " was interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(command + " failed with exit code " + process.exitValue() + ", see " + log());
        }
    }
}

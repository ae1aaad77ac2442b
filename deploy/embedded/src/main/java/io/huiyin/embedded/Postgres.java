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
        super("postgres", mark(folder), log, Signal.INT, GRACE);
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
        this.passwords = passwords;
    }

    private static String mark(Path folder) {
        return "postgres -D " + folder;
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
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> holder = Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
        if (holder.isEmpty()) {
            // PostgreSQL itself replaces such a file, after making sure that no backend of the dead server is left.
            return;
        }
        if (!isOurs(holder.get())) {
            // The number went to another process since: PostgreSQL would believe the folder in use.
            Files.delete(pidFile);
            return;
        }
        Processes.stop(holder.get(), stopSignal(), GRACE);
    }

    private boolean isOurs(ProcessHandle process) {
        return Processes.commandLine(process).endsWith(mark());
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

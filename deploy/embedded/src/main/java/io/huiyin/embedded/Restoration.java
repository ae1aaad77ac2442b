package io.huiyin.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts a backup in the place of what a data folder holds. What it replaces is set aside, never deleted. Interrupted at any point, it
 * is begun again by the same command; until it has ended, nothing runs on the folder.
 */
final class Restoration {

    /** What a backup is made of, and what a restore replaces. The log on Kafka stays: the services fill it anew. */
    private static final List<String> PIECES = List.of("postgres", "keys", "imports", "clock", "profile");

    /** The write-ahead log of a long backup is read again first. */
    private static final Duration START_LIMIT = Duration.ofMinutes(15);

    private static final DateTimeFormatter ASIDE =
            DateTimeFormatter.ofPattern("'replaced-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final DataFolder folder;
    private final Installation installation;
    private final PrintStream out;

    Restoration(DataFolder folder, Installation installation, PrintStream out) {
        this.folder = folder;
        this.installation = installation;
        this.out = out;
    }

    /** Nothing may run on a folder, or take it for whole, while a restore has not ended. */
    static void refuseUnfinished(DataFolder folder) {
        if (Files.exists(folder.unfinishedRestore())) {
            throw new UserError("a restore of " + folder.root() + " was interrupted: give the command deploy/restore"
                    + Installation.dataOption(folder) + " once more");
        }
    }

    /** The caller holds the folder, and nothing runs on it. */
    void from(Path backup) throws IOException, InterruptedException {
        BackupContents contents = BackupContents.read(backup);
        refuseOtherVersion(backup, contents);
        try {
            gather(backup, contents);
        } catch (IOException | UserError e) {
            Folders.delete(folder.restoring());
            throw e;
        }
        Path aside = begin();
        for (String piece : PIECES) {
            replace(piece, aside);
        }
        CheckedCopy.force(folder.root());
        openDatabases();
        Files.delete(folder.unfinishedRestore());
        Folders.delete(folder.restoring());
        CheckedCopy.force(folder.root());
        out.printf("restored %s to where it stood at %s%n", folder.root(), contents.taken());
        // It goes when it is empty, because nothing was there before.
        if (aside.toFile().delete()) {
            return;
        }
        out.printf("what it held before lies in %s; delete that when it is needed no more%n", aside);
    }

    private void refuseOtherVersion(Path backup, BackupContents contents) throws IOException {
        Path programs = PostgresBinaries.under(folder.programs());
        if (!programs.getFileName().toString().contains("-" + contents.postgres() + ".")) {
            throw new UserError(backup + " was written by PostgreSQL " + contents.postgres() + ", and this is "
                    + programs.getFileName());
        }
    }

    /** Copies the backup beside the data; a damaged one ends here, before anything was touched. */
    private void gather(Path backup, BackupContents contents) throws IOException {
        Folders.delete(folder.restoring());
        CheckedCopy.makeFolder(folder.restoring());
        for (String each : contents.folders()) {
            CheckedCopy.makeFolder(folder.restoring().resolve(each));
        }
        for (Map.Entry<String, CheckedCopy.Sum> file : contents.files().entrySet()) {
            Path source = backup.resolve(file.getKey());
            if (!Files.exists(source)) {
                throw new UserError(backup + " is damaged: " + file.getKey() + " is missing");
            }
            CheckedCopy.Sum copied = CheckedCopy.copy(source, folder.restoring().resolve(file.getKey()));
            if (!copied.equals(file.getValue())) {
                throw new UserError(backup + " is damaged: " + file.getKey() + " is not what was backed up");
            }
        }
        CheckedCopy.force(Stream.concat(contents.files().keySet().stream(), contents.folders().stream())
                .map(folder.restoring()::resolve)
                .toList());
    }

    /** Writes down what will be set aside, and where, before anything moves; one that was interrupted did so already. */
    private Path begin() throws IOException {
        Path journal = folder.unfinishedRestore();
        if (!Files.exists(journal)) {
            String name = freeName();
            List<String> held = PIECES.stream()
                    .filter(piece -> Files.exists(folder.root().resolve(piece)))
                    .toList();
            CheckedCopy.makeFolder(folder.root().resolve(name));
            Path unfinished = folder.root().resolve("restore.journal");
            Files.deleteIfExists(unfinished);
            byte[] text = (name + "\n" + String.join(" ", held) + "\n").getBytes(StandardCharsets.UTF_8);
            CheckedCopy.write(new ByteArrayInputStream(text), unfinished);
            CheckedCopy.force(unfinished);
            Files.move(unfinished, journal, StandardCopyOption.ATOMIC_MOVE);
            CheckedCopy.force(folder.root());
        }
        return folder.root().resolve(Files.readAllLines(journal).getFirst());
    }

    private String freeName() {
        String name = ASIDE.format(Instant.now());
        for (int i = 2; Files.exists(folder.root().resolve(name)); i++) {
            name = ASIDE.format(Instant.now()) + "-" + i;
        }
        return name;
    }

    /** What was there goes aside once; what an interrupted restore had put there is a copy and goes. */
    private void replace(String piece, Path aside) throws IOException {
        Path place = folder.root().resolve(piece);
        boolean wasHeld = List.of(
                        Files.readAllLines(folder.unfinishedRestore()).getLast().split(" "))
                .contains(piece);
        if (wasHeld && !Files.exists(aside.resolve(piece))) {
            Files.move(place, aside.resolve(piece), StandardCopyOption.ATOMIC_MOVE);
        } else {
            Folders.delete(place);
        }
        Path copy = folder.restoring().resolve(piece);
        if (Files.exists(copy)) {
            Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void openDatabases() throws IOException, InterruptedException {
        Port.requireFree(List.of(installation.postgresPort()));
        Postgres server = installation.postgres();
        folder.runningParts().remember(server, server.start());
        try {
            Readiness.await(List.of(server), START_LIMIT, part -> !part.isRunning());
            RestoredDatabases.open(
                    installation.postgresPort().number(),
                    Keys.in(folder.keys()).passwords().owner(),
                    out);
        } finally {
            server.stop();
            folder.runningParts().forget(server);
        }
    }
}

package io.huiyin.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes a backup of an installation, at work or not: its databases as they stand when it ends, its keys, the files of running imports
 * and its virtual time. The log on Kafka is no part of it: it is filled again from the databases.
 */
public final class Backup {

    private static final String USAGE = "usage: deploy/backup [--data DIR] TO";
    private static final String IMPORTS = "imports";

    private Backup() {}

    /** Arguments: see the usage line. */
    public static void main(String[] args) {
        System.exit(Command.run(USAGE, () -> run(List.of(args))));
    }

    private static void run(List<String> words) throws IOException {
        Options options = Options.parse(words, Set.of("--help"), Set.of("--data"), true);
        if (options.has("--help")) {
            System.out.println(USAGE);
            return;
        }
        Path target = Path.of(options.argument().orElseThrow(() -> new UsageError("where to?")));
        Path data = options.value("--data").map(Path::of).orElseGet(Installation::defaultDataFolder);
        DataFolder folder = DataFolder.existing(data)
                .orElseThrow(
                        () -> new UserError(data + " is not a data folder of Huiyin: there is nothing to back up"));
        of(folder, target, System.out);
    }

    static void of(DataFolder folder, Path to, PrintStream out) throws IOException {
        Restoration.refuseUnfinished(folder);
        if (!Files.exists(folder.postgres())) {
            throw new UserError(folder.root() + " holds no data yet: there is nothing to back up");
        }
        Path wanted = to.toAbsolutePath().normalize();
        Path parent = wanted.getParent();
        if (parent == null) {
            throw new UserError(wanted + " cannot become a backup; name another folder");
        }
        CheckedCopy.makeFolder(parent);
        Path target = parent.toRealPath().resolve(wanted.getFileName());
        if (target.startsWith(folder.root())) {
            throw new UserError(target + " lies in the data folder itself; name a folder outside of it");
        }
        // While nothing runs nothing may be started either.
        try (FolderLock lock = FolderLock.tryTake(folder).orElse(null);
                BackupWriter writer = BackupWriter.to(target)) {
            Instant taken = gather(folder, lock == null, writer);
            BackupContents contents = writer.finish(taken, BaseBackup.version(folder.postgres()));
            out.printf(
                    "backed up %s as it stood at %s: %d files, %.1f MB, in %s%n",
                    folder.root(), taken, contents.files().size(), contents.bytes() / 1e6, target);
        }
    }

    private static Instant gather(DataFolder folder, boolean isAtWork, BackupWriter writer) throws IOException {
        // An import that ends meanwhile deletes its file, and one that begins brings its own: so they are looked at
        // twice.
        imports(folder, writer);
        Optional<Postmaster> server = Postmaster.running(folder.postgres());
        if (server.isEmpty() && isAtWork) {
            throw new UserError("PostgreSQL of " + folder.root() + " is not up at the moment; try again soon");
        }
        String password = Keys.in(folder.keys()).passwords().superuser();
        BaseBackup database = new BaseBackup(folder.postgres().toRealPath(), writer);
        Instant taken = server.isPresent() ? database.ofRunning(server.get().port(), password) : database.ofStopped();
        imports(folder, writer);
        all(folder.keys(), "keys", writer);
        if (Files.exists(folder.profile())) {
            writer.file(folder.profile(), "profile");
        }
        if (Files.exists(folder.clock())) {
            writer.file(folder.clock(), "clock");
        }
        return taken;
    }

    private static void imports(DataFolder folder, BackupWriter writer) throws IOException {
        if (Files.isDirectory(folder.imports())) {
            all(folder.imports(), IMPORTS, writer);
        }
    }

    /** The files of a folder, not of those in it: uploads under way are none of ours yet. */
    private static void all(Path folder, String name, BackupWriter writer) throws IOException {
        writer.folder(name);
        List<Path> files;
        try (Stream<Path> content = Files.list(folder)) {
            files = content.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String target = name + "/" + file.getFileName();
            if (!writer.has(target)) {
                try {
                    writer.file(file, target);
                } catch (NoSuchFileException e) {
                    // its import has ended
                }
            }
        }
    }
}

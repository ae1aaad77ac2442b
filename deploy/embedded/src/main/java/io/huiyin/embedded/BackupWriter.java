package io.huiyin.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Gathers a backup beside the place where it will stand. Only what is whole gets its name; closed before, nothing stays behind. */
final class BackupWriter implements AutoCloseable {

    private final Path target;
    private final Path unfinished;
    private final SortedSet<String> folders = new TreeSet<>();
    private final SortedMap<String, CheckedCopy.Sum> files = new TreeMap<>();

    private BackupWriter(Path target, Path unfinished) {
        this.target = target;
        this.unfinished = unfinished;
    }

    /** Begins a backup that will stand in this folder, which is absent or empty. */
    static BackupWriter to(Path target) throws IOException {
        if (Files.exists(target) && !isEmptyFolder(target)) {
            throw new UserError(target + " is there already, and a backup overwrites nothing; name another folder");
        }
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        Path marker = unfinished.resolve(BackupContents.UNFINISHED);
        if (Files.exists(unfinished) && !Files.exists(marker)) {
            throw new UserError(unfinished + " is in the way");
        }
        Folders.delete(unfinished);
        CheckedCopy.makeFolder(unfinished);
        Files.createFile(marker);
        return new BackupWriter(target, unfinished);
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> content = Files.list(path)) {
            return content.findAny().isEmpty();
        }
    }

    void folder(String name) throws IOException {
        CheckedCopy.makeFolder(unfinished.resolve(name));
        folders.add(name);
    }

    /** Adds what a file holds now. */
    void file(Path source, String name) throws IOException {
        try (InputStream in = Files.newInputStream(source)) {
            write(name, in);
        }
    }

    void file(byte[] content, String name) throws IOException {
        write(name, new ByteArrayInputStream(content));
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    private void write(String name, InputStream content) throws IOException {
        files.put(name, CheckedCopy.write(content, unfinished.resolve(name)));
    }

    /** All is there: the folder gets its name and is a backup from now on. */
    BackupContents finish(Instant taken, String postgres) throws IOException {
        CheckedCopy.force(Stream.concat(files.keySet().stream(), folders.stream())
                .map(unfinished::resolve)
                .toList());
        BackupContents contents = new BackupContents(taken, postgres, folders, files);
        contents.write(unfinished);
        // Replaces an empty folder and nothing else.
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        CheckedCopy.force(target.resolveSibling("."));
        return contents;
    }

    @Override
    public void close() throws IOException {
        Folders.delete(unfinished);
    }
}

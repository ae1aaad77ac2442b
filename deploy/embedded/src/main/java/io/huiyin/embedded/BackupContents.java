package io.huiyin.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a backup holds, down to every file with its sum. It is written last, into the file that makes a folder a backup.
 *
 * @param taken everything that was answered before this instant is in it
 * @param postgres the major version of PostgreSQL
 */
record BackupContents(
        Instant taken, String postgres, SortedSet<String> folders, SortedMap<String, CheckedCopy.Sum> files) {

    /** What stands in a folder that is to become a backup. */
    static final String UNFINISHED = "huiyin-backup.unfinished";

    private static final String NAME = "huiyin-backup";
    private static final String TITLE = "A backup of one Huiyin installation, format 1. deploy/restore reads it.";

    private static final String FOLDER = "folder ";
    private static final String END = "end";

    BackupContents {
        folders = new TreeSet<>(folders);
        files = new TreeMap<>(files);
    }

    static boolean isBackup(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    /** The contents of the backup in this folder; refuses one that is none. */
    static BackupContents read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            throw new UserError(folder + " is no backup of Huiyin: there is no file " + NAME + " in it");
        }
        List<String> lines = Files.readAllLines(file);
        try {
            if (!lines.getFirst().equals(TITLE)) {
                throw new UserError(folder + " is a backup of another format: " + lines.getFirst());
            }
            SortedSet<String> folders = new TreeSet<>();
            SortedMap<String, CheckedCopy.Sum> files = new TreeMap<>();
            if (!lines.getLast().equals(END)) {
                throw new UserError(file + " is damaged: its end is missing");
            }
            for (String line : lines.subList(3, lines.size() - 1)) {
                if (line.startsWith(FOLDER)) {
                    folders.add(line.substring(FOLDER.length()));
                } else {
                    String[] words = line.split(" ", 4);
                    files.put(words[3], new CheckedCopy.Sum(Long.parseLong(words[2]), words[1]));
                }
            }
            return new BackupContents(
                    Instant.parse(lines.get(1).substring("taken ".length())),
                    lines.get(2).substring("postgres ".length()),
                    folders,
                    files);
        } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeParseException e) {
            throw new UserError(file + " is damaged: " + e.getMessage());
        }
    }

    /** Makes the folder a backup. */
    void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>(List.of(TITLE, "taken " + taken, "postgres " + postgres));
        folders.forEach(each -> lines.add(FOLDER + each));
        for (Map.Entry<String, CheckedCopy.Sum> file : files.entrySet()) {
            lines.add("file " + file.getValue().sha256() + " " + file.getValue().bytes() + " " + file.getKey());
        }
        lines.add(END);
        Path unfinished = folder.resolve(UNFINISHED);
        Files.deleteIfExists(unfinished);
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        CheckedCopy.write(new ByteArrayInputStream(text), unfinished);
        CheckedCopy.force(unfinished);
        Files.move(unfinished, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        CheckedCopy.force(folder);
    }

    long bytes() {
        return files.values().stream().mapToLong(CheckedCopy.Sum::bytes).sum();
    }
}

package io.huiyin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where one installation keeps everything it must not lose, and what its processes are recognised by. */
record DataFolder(Path root) {

    private static final String MARKER = "huiyin-data";
    private static final String LOCK = "up.lock";

    /** The folder, made ours if it is absent or empty; one with other things in it is refused. */
    static DataFolder open(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
            throw new UserError(absolute + " is no folder");
        }
        Files.createDirectories(absolute);
        Path marker = absolute.resolve(MARKER);
        if (!Files.exists(marker)) {
            try (Stream<Path> content = Files.list(absolute)) {
                if (content.findAny().isPresent()) {
                    throw new UserError(absolute + " is not a data folder of Huiyin (no file " + MARKER
                            + " in it) and is left alone; name another by --data");
                }
            }
            Files.writeString(marker, "The data of one Huiyin installation. deploy/up --fresh deletes all of it.\n");
        }
        return new DataFolder(absolute.toRealPath());
    }

    /** The folder if it is one of ours already. */
    static Optional<DataFolder> existing(Path path) throws IOException {
        return Files.exists(path.resolve(MARKER)) ? Optional.of(new DataFolder(path.toRealPath())) : Optional.empty();
    }

    /** A throwaway folder of a test, whatever is in it. */
    static DataFolder ofTest(Path path) throws IOException {
        return new DataFolder(Files.createDirectories(path).toRealPath());
    }

    Path keys() {
        return root.resolve("keys");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path imports() {
        return root.resolve("imports");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** Programs that are unpacked on the first start. */
    Path programs() {
        return root.resolve("programs");
    }

    /** Where virtual business time stands; absent while time is real. */
    Path clock() {
        return root.resolve("clock");
    }

    /** The name of the policy profile; absent while none was chosen. */
    Path profile() {
        return root.resolve("profile");
    }

    /** Where a restore gathers what it will put in place. */
    Path restoring() {
        return root.resolve("restoring");
    }

    /** There while a restore has begun to put things in place and has not ended. */
    Path unfinishedRestore() {
        return root.resolve("restore.unfinished");
    }

    RunningParts runningParts() {
        return new RunningParts(root.resolve("run"));
    }

    /** The record of the supervisor. */
    Path supervisor() {
        return root.resolve("up.pid");
    }

    /** Holds the supervisor's pid once all parts are ready. */
    Path ready() {
        return root.resolve("up.ready");
    }

    Path lock() {
        return root.resolve(LOCK);
    }

    /** An option by which every JVM of this folder is recognised. */
    String mark() {
        return "-Dhuiyin.data=" + root;
    }

    /** Deletes everything but what says whose folder this is. */
    void clear() throws IOException {
        try (Stream<Path> content = Files.list(root)) {
            for (Path path : content.toList()) {
                String name = path.getFileName().toString();
                if (!name.equals(MARKER) && !name.equals(LOCK)) {
                    Folders.delete(path);
                }
            }
        }
    }
}

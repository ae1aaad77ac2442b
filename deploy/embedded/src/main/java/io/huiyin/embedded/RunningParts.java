package io.huiyin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Remembers the parts that run on a data folder, so that what a killed supervisor leaves behind can be stopped. */
final class RunningParts {

    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final String SUFFIX = ".pid";

    private final Path folder;

    RunningParts(Path folder) {
        this.folder = folder;
    }

    void remember(Part part, Process process) throws IOException {
        ProcessRecord.of(process.toHandle(), part.stopSignal(), part.mark()).write(file(part.name()));
    }

    void forget(Part part) throws IOException {
        Files.deleteIfExists(file(part.name()));
    }

    /** Stops those that still run, the services before the broker and the database; answers their names. */
    List<String> stopAll() throws IOException {
        List<String> stopped = new ArrayList<>();
        for (String name : names()) {
            Optional<ProcessRecord> found = ProcessRecord.read(file(name));
            Optional<ProcessHandle> process = found.flatMap(ProcessRecord::running);
            if (process.isPresent()) {
                Processes.stop(process.get(), found.get().stopSignal(), GRACE);
                stopped.add(name);
            }
            Files.deleteIfExists(file(name));
        }
        return stopped;
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .forEach(names::add);
        }
        for (String last : List.of("kafka", "postgres")) {
            if (names.remove(last)) {
                names.add(last);
            }
        }
        return names;
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}

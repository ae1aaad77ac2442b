package io.huiyin.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stops an installation, and what a killed supervisor left of one. */
public final class Down {

    private static final String USAGE = "usage: deploy/down [--data DIR]";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

    private Down() {}

    /** Arguments: see the usage line. */
    public static void main(String[] args) {
        System.exit(Command.run(USAGE, () -> run(List.of(args))));
    }

    private static void run(List<String> words) throws IOException {
        Options options = Options.parse(words, Set.of("--help"), Set.of("--data"), false);
        if (options.has("--help")) {
            System.out.println(USAGE);
            return;
        }
        Path path = options.value("--data")
                .map(Path::of)
                .orElseGet(Installation::defaultDataFolder)
                .toAbsolutePath()
                .normalize();
        List<String> stopped = new ArrayList<>();
        Optional<DataFolder> folder = DataFolder.existing(path);
        if (folder.isPresent()) {
            Optional<ProcessHandle> supervisor =
                    ProcessRecord.read(folder.get().supervisor()).flatMap(ProcessRecord::running);
            if (supervisor.isPresent()) {
                Processes.stop(supervisor.get(), Signal.TERM, STOP_LIMIT);
                stopped.add("everything");
            }
            stopped.addAll(folder.get().runningParts().stopAll());
        }
        System.out.println(
                stopped.isEmpty()
                        ? "nothing is running on " + path
                        : "stopped " + String.join(", ", stopped) + " on " + path);
    }
}

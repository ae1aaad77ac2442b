package io.huiyin.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Puts a stopped installation back to where it stood when a backup was taken, or makes a new one of it. */
public final class Restore {

    private static final String USAGE = "usage: deploy/restore [--data DIR] FROM";

    private Restore() {}

    /** Arguments: see the usage line. */
    public static void main(String[] args) {
        System.exit(Command.run(USAGE, () -> run(List.of(args))));
    }

    private static void run(List<String> words) throws IOException, InterruptedException {
        Options options = Options.parse(words, Set.of("--help"), Set.of("--data"), true);
        if (options.has("--help")) {
            System.out.println(USAGE);
            return;
        }
        Path backup = Path.of(options.argument().orElseThrow(() -> new UsageError("from where?")));
        // Said before a data folder is made for it.
        BackupContents.read(backup);
        Path data = options.value("--data").map(Path::of).orElseGet(Installation::defaultDataFolder);
        try (FolderLock lock = FolderLock.take(DataFolder.open(data))) {
            DataFolder folder = lock.folder();
            List<String> stopped = folder.runningParts().stopAll();
            if (!stopped.isEmpty()) {
                System.out.println("stopped what a killed run had left behind: " + String.join(", ", stopped));
            }
            Installation installation = new Installation(Installation.root(), folder, System.getenv());
            new Restoration(folder, installation, System.out).from(backup);
            System.out.println("deploy/up" + Installation.dataOption(folder) + " starts it.");
        }
    }
}

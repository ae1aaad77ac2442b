package io.huiyin.bench.faults;

import io.huiyin.bench.Service;
import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * F19: a backup is taken while everybody works; then everything stops and is put back to it, with the log of the time that is lost or
 * with none. What was acknowledged before the backup is there, and all is one again: log, views and figures.
 */
final class RestoredBackup implements Fault {

    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "F19";
    }

    @Override
    public String what() {
        return "a backup restored";
    }

    @Override
    public void strike(Strike strike) throws IOException, InterruptedException {
        Site site = strike.site();
        OwnInstallation installation = site.installation();
        Path data = installation.access().data();
        Path backup = data.resolveSibling(data.getFileName() + "-backup");
        delete(backup);
        long taken = System.nanoTime();
        installation.backUp(backup);
        strike.awaitAcknowledged(300);

        // What they are at is lost with what they were answered: others begin anew.
        site.gate().close(DRAIN_LIMIT);
        strike.load().sendHome();
        strike.watch().lookAway();
        for (Service service : Service.values()) {
            installation.kill(service.id());
        }
        installation.kill(Site.KAFKA);
        installation.kill(Site.POSTGRES);
        boolean logIsLost = strike.dice().nextBoolean();
        if (logIsLost) {
            installation.loseLog();
        }
        strike.note(logIsLost ? "with no log" : "with the log of the time that is lost");
        installation.restore(backup);
        installation.startStores();
        installation.start(OwnInstallation.SERVICES);
        long known = site.ledger().entries().size();
        site.ledger().forgetSince(taken);
        strike.note(known - site.ledger().entries().size() + " commands were answered after the backup had begun");
        strike.load().start();
        site.gate().open();
        delete(backup);
    }

    /** Until now views were given up and built anew. */
    @Override
    public void afterwards(Strike strike) {
        strike.watch().beginAnew();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> paths;
            try (Stream<Path> all = Files.walk(folder)) {
                paths = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : paths) {
                Files.delete(path);
            }
        }
    }
}

package io.huiyin.bench.faults;

import io.huiyin.bench.Unexpected;
import io.huiyin.embedded.Folders;
import io.huiyin.embedded.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Rounds of faults, each on an installation of its own with fresh data; what broke before stays part of it. */
final class Rounds {

    /**
     * What is broken.
     *
     * @param first the round to begin with: each stands for itself
     * @param rounds the round to end with
     * @param seed decides what is broken where and when, and what people do
     * @param least how many commands are acknowledged each time at least
     * @param isLong whether what is away stays away long
     */
    record Plan(int first, int rounds, long seed, int least, boolean isLong, List<Fault> faults) {}

    private final Path folder;
    private final Plan plan;

    Rounds(Path folder, Plan plan) {
        this.folder = folder;
        this.plan = plan;
    }

    void run(Consumer<Outcome> report) throws IOException, InterruptedException {
        for (int round = plan.first(); round <= plan.rounds(); round++) {
            AtomicBoolean good = new AtomicBoolean(true);
            round(round, outcome -> {
                good.compareAndSet(true, outcome.isGood());
                report.accept(outcome);
            });
            if (!good.get()) {
                keep(round);
            }
        }
    }

    /** Puts what a round with a difference has left out of the way of the next one, for whoever looks into it. */
    private void keep(int round) throws IOException {
        Path kept = folder.resolveSibling(folder.getFileName() + "-" + plan.seed() + "-" + round);
        Folders.delete(kept);
        Files.move(folder, kept);
    }

    private void round(int round, Consumer<Outcome> report) throws IOException, InterruptedException {
        SplittableRandom dice = new SplittableRandom(plan.seed() * 1_000_003L + round);
        try (Site site = Site.start(folder);
                Load load = new Load(site.client(), dice.nextInt(1_000_000));
                Watch watch = new Watch(site)) {
            load.start();
            FaultRun run = new FaultRun(site, load, watch, plan);
            for (Fault fault : plan.faults()) {
                // Its dice do not depend on which others were asked for.
                SplittableRandom own = new SplittableRandom(
                        plan.seed() * 1_000_003L + round * 131L + fault.id().hashCode());
                report.accept(run.run(round, fault, own));
            }
        } catch (SQLException e) {
            throw new UserError("the database cannot be asked: " + e.getMessage());
        } catch (Unexpected e) {
            throw new UserError("the installation cannot be driven: " + e.getMessage());
        }
    }
}

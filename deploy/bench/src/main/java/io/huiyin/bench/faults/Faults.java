package io.huiyin.bench.faults;

import io.huiyin.bench.Json;
import io.huiyin.embedded.Access;
import io.huiyin.embedded.Command;
import io.huiyin.embedded.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Breaks an installation of its own, fault after fault, and says whether every promise was kept. */
public final class Faults {

    private static final String USAGE =
            "usage: deploy/bench/faults [--rounds 1] [--from 1] [--seed S] [--long] [F1 F3 ...]";

    /** Commands acknowledged around each fault, at least. */
    private static final int LEAST = 1000;

    private Faults() {}

    /** Arguments: see the usage line. Exit code 1 on any difference, 2 for a wrong command line. */
    public static void main(String[] args) {
        AtomicBoolean good = new AtomicBoolean(true);
        int problem = Command.run(USAGE, () -> good.set(run(List.of(args))));
        System.exit(problem == 0 && !good.get() ? 1 : problem);
    }

    private static boolean run(List<String> words) throws IOException, InterruptedException {
        List<String> chosen =
                words.stream().filter(word -> word.matches("F\\d+")).toList();
        List<String> rest =
                words.stream().filter(word -> !chosen.contains(word)).toList();
        Options options =
                Options.parse(rest, Set.of("--help", "--long"), Set.of("--rounds", "--from", "--seed"), false);
        if (options.has("--help")) {
            System.out.println(USAGE);
            return true;
        }
        long seed = options.number("--seed", new Random().nextInt(1_000_000));
        Rounds.Plan plan = new Rounds.Plan(
                Math.toIntExact(options.number("--from", 1)),
                Math.toIntExact(options.number("--rounds", 1)),
                seed,
                LEAST,
                options.has("--long"),
                AllFaults.chosen(chosen));
        Path target = Access.root().resolve("deploy/bench/target");
        System.out.println("seed " + seed);
        List<Outcome> outcomes = new ArrayList<>();
        try {
            new Rounds(target.resolve("stacks/faults"), plan).run(outcome -> {
                outcomes.add(outcome);
                System.out.println(outcome.text());
            });
        } finally {
            // Also when it breaks off.
            write(target.resolve("faults-" + seed + ".json"), plan, outcomes);
        }
        long bad = outcomes.stream().filter(outcome -> !outcome.isGood()).count();
        System.out.println(
                bad == 0
                        ? "every promise was kept in " + outcomes.size() + " runs"
                        : bad + " of " + outcomes.size() + " runs differ; --seed " + seed + " breaks the same things");
        return bad == 0;
    }

    private static void write(Path file, Rounds.Plan plan, List<Outcome> outcomes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                Json.write(Json.object(
                        "seed",
                        plan.seed(),
                        "rounds",
                        plan.rounds(),
                        "long",
                        plan.isLong(),
                        "runs",
                        outcomes.stream().map(Outcome::json).toList())));
        System.out.println("written to " + file);
    }
}

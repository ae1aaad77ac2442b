package io.huiyin.bench;

import io.huiyin.embedded.Access;
import io.huiyin.embedded.Command;
import io.huiyin.embedded.Options;
import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Drives made-up cases through the loop and holds the services to the ledger of it. */
public final class Loop {

    private static final String USAGE =
            "usage: deploy/bench/loop [--cases 10000] [--seed S] [--threads 16] [--data DIR]";

    /** Far from every holiday of a Monday to Friday until the last chain has ended. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 7, 5);

    private Loop() {}

    /** Arguments: see the usage line. Exit code 1 when the services differ from the ledger, 2 for a wrong command line. */
    public static void main(String[] args) {
        AtomicBoolean agreed = new AtomicBoolean(true);
        int problem = Command.run(USAGE, () -> agreed.set(run(List.of(args))));
        System.exit(problem == 0 && !agreed.get() ? 1 : problem);
    }

    private static boolean run(List<String> words) throws IOException, InterruptedException {
        Options options =
                Options.parse(words, Set.of("--help"), Set.of("--cases", "--seed", "--threads", "--data"), false);
        if (options.has("--help")) {
            System.out.println(USAGE);
            return true;
        }
        int cases = Math.toIntExact(options.number("--cases", 10_000));
        int threads = Math.toIntExact(options.number("--threads", 16));
        long seed = options.number("--seed", new Random().nextInt(1_000_000));
        if (options.value("--data").isEmpty()) {
            return onOwnInstallation(cases, seed, threads);
        }
        Access access = Access.to(Path.of(options.value("--data").get()));
        return drive(access, new LoopGenerator.Plan(cases, seed, threads, untouchedDay(access)));
    }

    private static boolean onOwnInstallation(int cases, long seed, int threads)
            throws IOException, InterruptedException {
        Path folder = Access.root().resolve("deploy/bench/target/stacks/loop");
        try (OwnInstallation installation = OwnInstallation.in(folder, Instant.parse("2027-07-01T01:00:00Z"))) {
            System.out.println("starting an installation of its own in " + folder);
            installation.startStores();
            installation.start(OwnInstallation.SERVICES);
            return drive(installation.access(), new LoopGenerator.Plan(cases, seed, threads, FIRST_DAY));
        }
    }

    /** A month that nothing was counted in yet: statistics then are this run's alone. */
    private static LocalDate untouchedDay(Access access) {
        return new Clock(new Client(access))
                .now(Service.COMPLAINT)
                .atZone(Clock.ZONE)
                .toLocalDate()
                .plusMonths(2)
                .with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
    }

    private static boolean drive(Access access, LoopGenerator.Plan plan) {
        System.out.printf("seed %d, cases %d, threads %d%n", plan.seed(), plan.cases(), plan.threads());
        Instant began = Instant.now();
        LoopLedger ledger = new LoopGenerator(new Client(access), plan).run();
        System.out.printf(
                "driven in %d s%n", Duration.between(began, Instant.now()).toSeconds());
        ledger.counts().forEach(System.out::println);
        List<String> differences = ledger.differences(plan.threads());
        differences.forEach(System.out::println);
        System.out.println(
                differences.isEmpty()
                        ? "no case stuck, no task claimed twice, no follow-up missing or double, all figures agree"
                        : differences.size() + " differences; the same seed drives the same cases");
        return differences.isEmpty();
    }
}

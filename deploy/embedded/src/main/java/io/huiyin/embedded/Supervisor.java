package io.huiyin.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the parts of an installation running: starts again what dies, and stops all in order. */
final class Supervisor {

    private static final int DEATHS_BEFORE_GIVING_UP = 3;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** Who lived that long and dies is started again as promptly as the first time. */
    private static final Duration STABLE = Duration.ofSeconds(30);

    private final List<List<Part>> stages;
    private final RunningParts records;
    private final PrintStream out;
    private final Map<Part, Integer> deaths = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Supervisor(List<List<Part>> stages, RunningParts records, PrintStream out) {
        this.stages = stages;
        this.records = records;
        this.out = out;
    }

    /** Starts stage after stage; fails when a part is not ready in time or keeps dying before it is. */
    void start(Duration limit) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        for (List<Part> stage : stages) {
            for (Part part : stage) {
                Thread.ofPlatform().daemon().name(part.name()).start(() -> keepRunning(part));
            }
            Readiness.await(
                    stage,
                    Duration.between(Instant.now(), end),
                    part -> deaths.getOrDefault(part, 0) >= DEATHS_BEFORE_GIVING_UP);
        }
    }

    /** Stops everything, the last stage first. */
    void stop() throws InterruptedException {
        stopping = true;
        for (List<Part> stage : stages.reversed()) {
            List<Thread> stops = stage.stream()
                    .map(part -> Thread.ofPlatform().start(() -> stop(part)))
                    .toList();
            for (Thread stop : stops) {
                stop.join();
            }
        }
    }

    private void stop(Part part) {
        // Waits for a start under way, which would otherwise outlive us.
        synchronized (part) {
            part.stop();
        }
        forget(part);
    }

    private void keepRunning(Part part) {
        try {
            int failures = 0;
            while (true) {
                Instant began = Instant.now();
                String end = runOnce(part, failures > 0);
                if (stopping) {
                    return;
                }
                deaths.merge(part, 1, Integer::sum);
                boolean wasStable = Duration.between(began, Instant.now()).compareTo(STABLE) > 0;
                failures = wasStable ? 1 : failures + 1;
                Duration pause = pause(failures);
                out.println(part.name() + " " + end + "; starting it again in " + pause.toSeconds() + " s");
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it, waits for its end and answers how it ended. */
    private String runOnce(Part part, boolean again) throws InterruptedException {
        Process process;
        try {
            synchronized (part) {
                if (stopping) {
                    return "is not started";
                }
                process = part.start();
                records.remember(part, process);
            }
        } catch (IOException | UserError e) {
            return "cannot be started: " + e.getMessage();
        }
        if (again) {
            sayWhenReady(part, process);
        }
        int exitCode = process.waitFor();
        return "has ended with exit code " + exitCode;
    }

    private void sayWhenReady(Part part, Process process) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Readiness.await(List.of(part), Duration.ofMinutes(10), lost -> !process.isAlive());
                out.println(part.name() + " is ready again");
            } catch (UserError e) {
                // Its end is told by who watches it.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Duration pause(int failures) {
        Duration pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void forget(Part part) {
        try {
            records.forget(part);
        } catch (IOException e) {
            out.println("cannot remove the record of " + part.name() + ": " + e.getMessage());
        }
    }
}

package io.huiyin.embedded;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Runs a whole installation on this machine until it is told to stop. */
public final class Up {

    private static final String USAGE =
            "usage: deploy/up [--data DIR] [--fresh] [--detach] [--demo] [--virtual-clock] [--profile NAME]";
    private static final Set<String> FLAGS = Set.of("--fresh", "--detach", "--demo", VirtualClock.OPTION, "--help");
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final DataFolder folder;
    private final Options options;
    private final Installation installation;
    private final Instant began = Instant.now();

    private Up(DataFolder folder, Options options) {
        this.folder = folder;
        this.options = options;
        this.installation = new Installation(Installation.root(), folder, System.getenv());
    }

    /** Arguments: see the usage line. */
    public static void main(String[] args) {
        System.exit(Command.run(USAGE, () -> run(List.of(args))));
    }

    private static void run(List<String> words) throws IOException, InterruptedException {
        Options options = Options.parse(words, FLAGS, Set.of("--data", Profile.OPTION), false);
        if (options.has("--help")) {
            System.out.println(USAGE);
            return;
        }
        DataFolder folder =
                DataFolder.open(options.value("--data").map(Path::of).orElseGet(Installation::defaultDataFolder));
        Up up = new Up(folder, options);
        // Closed by the end of this process only: while it is open no other can run on this folder.
        FolderLock lock = FolderLock.take(folder);
        up.cleanUp();
        VirtualClock.prepare(folder, options.has(VirtualClock.OPTION));
        Optional<String> profile = options.value(Profile.OPTION);
        if (profile.isPresent()) {
            Profile.choose(folder, Installation.profiles(), profile.get());
        }
        if (options.has("--detach")) {
            lock.close();
            up.detach();
        } else {
            up.supervise();
        }
    }

    private void cleanUp() throws IOException {
        List<String> stopped = folder.runningParts().stopAll();
        if (!stopped.isEmpty()) {
            System.out.println("stopped what a killed run had left behind: " + String.join(", ", stopped));
        }
        if (options.has("--fresh")) {
            folder.clear();
        }
        Restoration.refuseUnfinished(folder);
        Files.deleteIfExists(folder.supervisor());
        Files.deleteIfExists(folder.ready());
        Port.requireFree(installation.ports());
    }

    private void supervise() throws IOException, InterruptedException {
        List<List<Part>> stages = installation.stages();
        for (List<Part> stage : stages) {
            for (Part part : stage) {
                Logs.rotate(part.log());
            }
        }
        ProcessHandle self = ProcessHandle.current();
        ProcessRecord.of(self, Signal.TERM, Up.class.getName()).write(folder.supervisor());
        Supervisor supervisor = new Supervisor(stages, folder.runningParts(), System.out);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(supervisor)));

        System.out.println("starting Huiyin on " + folder.root());
        supervisor.start(START_LIMIT);
        announce("Stop it with Ctrl-C.");
        if (options.has("--demo")) {
            demonstrate();
        }
        Files.writeString(folder.ready(), Long.toString(self.pid()));
        new CountDownLatch(1).await();
    }

    /** A demo that fails says why; the installation runs on. */
    private void demonstrate() throws IOException, InterruptedException {
        Path report = folder.logs().resolve("demo.txt");
        try (PrintStream file = new PrintStream(Files.newOutputStream(report), true, StandardCharsets.UTF_8)) {
            Demo.run(
                    installation.services(),
                    Keys.in(folder.keys()),
                    VirtualClock.of(folder).map(VirtualClock::now).orElseGet(Instant::now),
                    folder.root().resolve("demo"),
                    file);
        } catch (IOException e) {
            Files.writeString(
                    report, "the demo failed: " + e.getMessage() + System.lineSeparator(), StandardOpenOption.APPEND);
        }
        System.out.print(Files.readString(report));
    }

    private void stop(Supervisor supervisor) {
        System.out.println("stopping Huiyin");
        try {
            supervisor.stop();
            Files.deleteIfExists(folder.ready());
            Files.deleteIfExists(folder.supervisor());
            System.out.println("stopped");
        } catch (IOException e) {
            System.err.println(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts the supervisor in the background and waits until everything is ready. */
    private void detach() throws IOException, InterruptedException {
        Path log = folder.log("up");
        Logs.rotate(log);
        List<String> command = Java.main(
                Up.class,
                List.of("-Xmx96m", "-XX:TieredStopAtLevel=1", "-Dhuiyin.root=" + Installation.root()),
                wordsOfSupervisor());
        Process supervisor = new ProcessBuilder(OwnSession.of(command))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        while (!isReady(supervisor)) {
            if (!supervisor.isAlive()) {
                throw new UserError(Files.readString(log).strip());
            }
            Thread.sleep(100);
        }
        announce("Stop it with deploy/down" + Installation.dataOption(folder) + ".");
        if (options.has("--demo")) {
            System.out.print(Files.readString(folder.logs().resolve("demo.txt")));
        }
    }

    private List<String> wordsOfSupervisor() {
        List<String> words = new ArrayList<>(List.of("--data", folder.root().toString()));
        Stream.of("--demo", VirtualClock.OPTION).filter(options::has).forEach(words::add);
        return words;
    }

    private boolean isReady(Process supervisor) throws IOException {
        return Files.exists(folder.ready()) && Files.readString(folder.ready()).equals(Long.toString(supervisor.pid()));
    }

    private void announce(String howToStop) throws IOException {
        System.out.printf(
                "Huiyin is up after %.1f s.%n%s%s%s%s%n",
                Duration.between(began, Instant.now()).toMillis() / 1000.0,
                installation.addresses(),
                Profile.of(folder)
                        .map("The policies are those of %s.%n"::formatted)
                        .orElse(""),
                VirtualClock.of(folder).map(VirtualClock::announcement).orElse(""),
                howToStop);
    }
}

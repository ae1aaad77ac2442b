package io.huiyin.bench.run;

import io.huiyin.embedded.Access;
import io.huiyin.embedded.Command;
import io.huiyin.embedded.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures an installation of its own and prints what came of it; nothing is judged, so it fails only when it cannot measure. */
public final class Run {

    /** In this order: those that leave much behind, or take what is warm away, come last. */
    private static final List<Section> SECTIONS = List.of(
            new FilingSection(),
            new LagSection(),
            new OutageSection(),
            new RelaySection(),
            new ImportSection(),
            new RebuildSection(),
            new ReadsSection(),
            new StartSection(),
            new LoopSection());

    static final List<String> NAMES = SECTIONS.stream().map(Section::name).toList();
    private static final String USAGE =
            "usage: deploy/bench/run [--quick] [--only SECTION[,SECTION...]]   sections: " + String.join(", ", NAMES);

    /** What was measured, and the file that says so. */
    record Result(Report report, Path file) {}

    private final Scale scale;
    private final List<String> sections;
    private final PrintStream out;

    Run(Scale scale, List<String> sections, PrintStream out) {
        this.scale = scale;
        this.sections = List.copyOf(sections);
        this.out = out;
    }

    /** Arguments: see the usage line. */
    public static void main(String[] args) {
        System.exit(Command.run(USAGE, () -> run(List.of(args))));
    }

    private static void run(List<String> words) throws IOException, InterruptedException {
        Options options = Options.parse(words, Set.of("--help", "--quick"), Set.of("--only"), false);
        if (options.has("--help")) {
            System.out.println(USAGE);
            return;
        }
        Scale scale = options.has("--quick") ? Scale.QUICK : Scale.FULL;
        Path target = Access.root().resolve("deploy/bench/target");
        new Run(scale, options.names("--only", NAMES), System.out).measure(target.resolve("stacks"), target);
    }

    /** Measures all sections asked for, on installations in this folder; a file with the figures is left in the other. */
    Result measure(Path folder, Path results) throws IOException, InterruptedException {
        Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Report report = new Report();
        try {
            measureOn(false, folder.resolve("run"), report);
            measureOn(true, folder.resolve("run-virtual-clock"), report);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> machine = Machine.describe(results);
        print(began, machine, report);
        Path file = ResultFile.write(results, began, scale, machine, report);
        out.println(file);
        return new Result(report, file);
    }

    /** All sections that were asked for and run on a virtual clock, or those that do not; each sort has an installation. */
    private void measureOn(boolean virtualClock, Path folder, Report report)
            throws IOException, InterruptedException, SQLException {
        List<Section> together = SECTIONS.stream()
                .filter(section -> sections.contains(section.name()))
                .filter(section -> virtualClock == (section instanceof LoopSection || !scale.counts()))
                .toList();
        if (together.isEmpty()) {
            return;
        }
        out.println("starting an installation of its own in " + folder + ", and warming up ...");
        try (Rig rig = Rig.start(scale, folder, virtualClock ? LoopSection.BEGINNING : null)) {
            report.note("compilers at the end of warming up: " + Figures.of(rig.compiling()) + " of a processor");
            for (Section section : together) {
                timed(section.name(), () -> section.measure(rig, report));
            }
        }
    }

    private void timed(String name, Work work) throws IOException, InterruptedException, SQLException {
        Instant began = Instant.now();
        work.run();
        out.printf(
                "%s measured in %d s%n",
                name, Duration.between(began, Instant.now()).toSeconds());
    }

    private void print(Instant began, Map<String, String> machine, Report report) {
        out.println();
        out.println(began + ", " + scale.name());
        machine.forEach((name, value) -> out.println(name + ": " + value));
        out.println();
        out.print(Table.of(report.metrics()));
        report.notes().forEach(out::println);
        out.println();
    }
}

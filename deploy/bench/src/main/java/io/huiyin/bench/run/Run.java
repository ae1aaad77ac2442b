package io.huiyin.bench.run;

import io.huiyin.embedded.Access;
import io.huiyin.embedded.Command;
import io.huiyin.embedded.Options;
import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Measures an installation and prints what came of it; nothing is judged, so it fails only when it cannot measure. */
public final class Run {

    /** The names of all sections. */
    static final List<String> NAMES =
            sections(LoopSection.FIRST_DAY).stream().map(Section::name).toList();

    private static final String USAGE =
            "usage: deploy/bench/run [--quick] [--only SECTION[,SECTION...]]   sections: " + String.join(", ", NAMES);

    /**
     * What a run has come to.
     *
     * @param failed what could not be measured, and why
     */
    record Result(Report report, List<String> failed, Path file) {}

    private final Scale scale;
    private final List<Section> sections;
    private final Path results;
    private final PrintStream out;
    private final Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Map<String, String> machine;
    private final Report report = new Report();
    private final List<String> failed = new ArrayList<>();

    private Run(Scale scale, List<Section> sections, Path results, PrintStream out) throws IOException {
        this.machine = Machine.describe(results);
        this.scale = scale;
        this.sections = List.copyOf(sections);
        this.results = results;
        this.out = out;
    }

    /** In this order: those that leave much behind, or take what is warm away, come last. */
    private static List<Section> sections(LocalDate loopFrom) {
        return List.of(
                new FilingSection(),
                new DeadlinesSection(),
                new SimulationSection(),
                new LagSection(),
                new OutageSection(),
                new RelaySection(),
                new ImportSection(),
                new RebuildSection(),
                new ReadsSection(),
                new StartSection(),
                new LoopSection(loopFrom));
    }

    /** Arguments: see the usage line. Exit code 1 when something could not be measured, 2 for a wrong command line. */
    public static void main(String[] args) {
        AtomicBoolean measured = new AtomicBoolean(true);
        int problem = Command.run(USAGE, () -> measured.set(run(List.of(args))));
        System.exit(problem == 0 && !measured.get() ? 1 : problem);
    }

    private static boolean run(List<String> words) throws IOException, InterruptedException {
        Options options = Options.parse(words, Set.of("--help", "--quick"), Set.of("--only"), false);
        if (options.has("--help")) {
            System.out.println(USAGE);
            return true;
        }
        List<String> names = options.names("--only", NAMES);
        List<Section> wanted = sections(LoopSection.FIRST_DAY).stream()
                .filter(section -> names.contains(section.name()))
                .toList();
        Path target = Access.root().resolve("deploy/bench/target");
        return new Run(options.has("--quick") ? Scale.QUICK : Scale.FULL, wanted, target, System.out)
                .onInstallationsOfItsOwn()
                .failed()
                .isEmpty();
    }

    /**
     * Measures everything, shortly, on an installation that runs on a virtual clock.
     *
     * @param loopFrom a working day that it has not come to yet; no holiday may follow soon
     */
    static Result shortly(OwnInstallation installation, LocalDate loopFrom, Path results, PrintStream out)
            throws IOException, InterruptedException {
        Run run = new Run(Scale.SHORT, sections(loopFrom), results, out);
        try (Rig rig = Rig.on(installation, Scale.SHORT)) {
            run.measure(rig, run.sections);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return run.end();
    }

    private Result onInstallationsOfItsOwn() throws IOException, InterruptedException {
        try {
            onOneOfItsOwn(false, results.resolve("stacks/run"), null);
            onOneOfItsOwn(true, results.resolve("stacks/run-virtual-clock"), LoopSection.BEGINNING);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return end();
    }

    /** The sections that need a virtual clock, or those that do not. */
    private void onOneOfItsOwn(boolean virtualClock, Path folder, @Nullable Instant clock)
            throws IOException, InterruptedException, SQLException {
        List<Section> together = sections.stream()
                .filter(section -> section.needsVirtualClock() == virtualClock)
                .toList();
        if (together.isEmpty()) {
            return;
        }
        out.println("starting an installation of its own in " + folder + ", and warming up ...");
        try (Rig rig = Rig.start(scale, folder, clock)) {
            report.note("compilers at the end of warming up: " + Figures.of(rig.compiling()) + " of a processor");
            measure(rig, together);
        }
    }

    /**
     * One section after the other; one that cannot be measured does not take the others with it. What there is is written after each:
     * a run may be ended before its end.
     */
    private void measure(Rig rig, List<Section> together) throws IOException, InterruptedException {
        for (Section section : together) {
            long start = System.nanoTime();
            String how = "measured";
            try {
                section.measure(rig, report);
            } catch (IOException | SQLException | RuntimeException e) {
                failed.add(section.name() + " could not be measured to its end: " + e);
                how = "given up";
            }
            out.printf(
                    "%s %s in %d s%n",
                    section.name(),
                    how,
                    Duration.ofNanos(System.nanoTime() - start).toSeconds());
            ResultFile.write(results, began, scale, machine, report);
        }
    }

    private Result end() throws IOException {
        failed.forEach(report::note);
        out.println();
        out.println(began + ", " + scale.name());
        machine.forEach((name, value) -> out.println(name + ": " + value));
        out.println();
        out.print(Table.of(report.metrics()));
        report.notes().forEach(out::println);
        out.println();
        Path file = ResultFile.write(results, began, scale, machine, report);
        out.println(file);
        return new Result(report, List.copyOf(failed), file);
    }
}

package io.huiyin.bench.run;

import io.huiyin.embedded.Access;
import io.huiyin.embedded.Command;
import io.huiyin.embedded.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
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

    private static final List<Section> SECTIONS = List.of(new FilingSection());
    private static final List<String> NAMES =
            SECTIONS.stream().map(Section::name).toList();
    private static final String USAGE =
            "usage: deploy/bench/run [--quick] [--only SECTION[,SECTION...]]   sections: " + String.join(", ", NAMES);

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
        Path folder = Access.root().resolve("deploy/bench/target/stacks/run");
        new Run(scale, options.names("--only", NAMES), System.out).measure(folder);
    }

    /** Measures all sections asked for, on an installation in this folder; the file with the figures lies beside. */
    Report measure(Path folder) throws IOException, InterruptedException {
        Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Report report = new Report();
        out.println("starting an installation of its own in " + folder + ", and warming up ...");
        try (Rig rig = Rig.start(scale, folder)) {
            Map<String, String> machine = Machine.describe(rig);
            for (Section section : SECTIONS) {
                if (sections.contains(section.name())) {
                    Instant beganSection = Instant.now();
                    section.measure(rig, report);
                    out.printf(
                            "%s measured in %d s%n",
                            section.name(),
                            Duration.between(beganSection, Instant.now()).toSeconds());
                }
            }
            print(began, machine, report);
            Path results = Access.root().resolve("deploy/bench/target");
            Files.createDirectories(results);
            out.println(ResultFile.write(results, began, scale, machine, report));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return report;
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

package io.huiyin.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The benchmark in its shortest form: whether every section still measures. What it comes to is no business of a test. */
public final class ShortRun {

    private ShortRun() {}

    /** Measures everything on this installation; see {@link Run#shortly}. */
    public static void on(OwnInstallation installation, LocalDate loopFrom) throws IOException, InterruptedException {
        Run.Result result =
                Run.shortly(installation, loopFrom, Path.of("target").toAbsolutePath(), System.out);
        assertEquals(List.of(), result.failed());
        List<Metric> metrics = result.report().metrics();
        assertEquals(
                Set.copyOf(Run.NAMES), metrics.stream().map(Metric::section).collect(Collectors.toSet()));
        assertEquals(
                List.of(),
                metrics.stream()
                        .filter(metric -> !Double.isFinite(metric.value()))
                        .map(Metric::name)
                        .toList());
        String written = Files.readString(result.file());
        assertTrue(metrics.stream().allMatch(metric -> written.contains("\"name\" : \"" + metric.name() + "\"")));
    }
}

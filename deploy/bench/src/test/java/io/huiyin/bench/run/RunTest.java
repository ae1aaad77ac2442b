package io.huiyin.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whether every section still measures; what it comes to is no business of a test. */
class RunTest {

    @Test
    void everySectionAnswersItsFigures() throws Exception {
        Path target = Path.of("target").toAbsolutePath();
        Run.Result result = new Run(Scale.SHORT, Run.NAMES, System.out).measure(target.resolve("stacks"), target);
        List<Metric> metrics = result.report().metrics();
        Set<String> measured = metrics.stream().map(Metric::section).collect(Collectors.toSet());
        assertEquals(new HashSet<>(Run.NAMES), measured);
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

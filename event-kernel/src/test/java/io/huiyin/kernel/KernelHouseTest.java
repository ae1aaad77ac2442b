package io.huiyin.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The kernel's own house rules. */
class KernelHouseTest {

    private static final Pattern BUSINESS = Pattern.compile(
            "complaint|followup|follow-up|nonconformity|ncr|capa|incident|report(?!er)|customer|survey|inspection|warranty");
    private static final Pattern DECISION = Pattern.compile("([0-9]{4})-[a-z0-9]+(-[a-z0-9]+)*\\.md");

    private static final JavaClasses KERNEL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.huiyin.kernel");

    @Test
    void noBusinessNounStandsInTheKernelsNames() {
        assertFalse(KERNEL.isEmpty());
        for (JavaClass type : KERNEL) {
            String name = type.getName().substring("io.huiyin.kernel".length()).toLowerCase(Locale.ROOT);
            assertFalse(BUSINESS.matcher(name).find(), type.getName());
        }
    }

    @Test
    void theKernelDependsOnNoService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.huiyin.complaint..",
                        "io.huiyin.followup..",
                        "io.huiyin.nonconformity..",
                        "io.huiyin.report..",
                        "io.huiyin.embedded..")
                .check(KERNEL);
    }

    @Test
    void whatDomainsImportKnowsNoDatabaseAndNoLog() {
        noClasses()
                .that()
                .resideInAnyPackage("io.huiyin.kernel.decide..", "io.huiyin.kernel.event..", "io.huiyin.kernel.time..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.vertx..",
                        "org.apache.kafka..",
                        "io.huiyin.kernel.store..",
                        "io.huiyin.kernel.log..",
                        "io.huiyin.kernel.relay..",
                        "io.huiyin.kernel.projection..",
                        "io.huiyin.kernel.rest..")
                .check(KERNEL);
    }

    @Test
    void calendarAndClocksAreFunctionsOfTheirData() {
        classes()
                .that()
                .resideInAnyPackage("io.huiyin.kernel.calendar", "io.huiyin.kernel.deadline")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..",
                        "io.huiyin.kernel.policy",
                        "io.huiyin.kernel.calendar",
                        "io.huiyin.kernel.deadline")
                .check(KERNEL);
    }

    @Test
    void aDecisionHasTheNumberItsTitleSaysAndTheFourHeadings() throws IOException {
        Path folder = Path.of(System.getProperty("huiyin.root"), "event-kernel", "decisions");
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.sorted().toList();
        }
        assertFalse(files.isEmpty());
        for (Path file : files) {
            String name = file.getFileName().toString();
            var number = DECISION.matcher(name);
            assertTrue(number.matches(), name);
            List<String> lines = Files.readAllLines(file);
            assertTrue(lines.getFirst().startsWith("# " + number.group(1) + ". "), name + ": " + lines.getFirst());
            assertEquals(
                    List.of("Context", "Decision", "Rejected", "Consequences"),
                    lines.stream()
                            .filter(line -> line.startsWith("## "))
                            .map(line -> line.substring(3).strip())
                            .toList(),
                    name);
        }
        assertEquals(
                IntStream.rangeClosed(1, files.size())
                        .mapToObj("%04d"::formatted)
                        .toList(),
                files.stream()
                        .map(file -> file.getFileName().toString().substring(0, 4))
                        .toList(),
                "numbers are given once and in order");
    }
}

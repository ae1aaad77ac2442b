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

    static Map<String, String> describe(Rig rig) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cpu", line(Path.of("/proc/cpuinfo"), "model name"));
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", line(Path.of("/proc/meminfo"), "MemTotal"));
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("jdk", System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"));
        facts.put(
                "postgres",
                rig.databases()
                        .query("postgres", "show server_version", row -> row.getString(1))
                        .getFirst());
        facts.put("kafka", kafka());
        facts.put(
                "fdatasync of 8 kB, median",
                Figures.of(SyncLatency.medianMicros(rig.access().data())) + " µs");
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

    /** The broker's, by the name of its jar. */
    private static String kafka() throws IOException {
        Path lib = Access.root().resolve("deploy/embedded/target/lib");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(lib, "kafka_2.13-*.jar")) {
            for (Path jar : jars) {
                return jar.getFileName().toString().replaceAll("^kafka_2\\.13-|\\.jar$", "");
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

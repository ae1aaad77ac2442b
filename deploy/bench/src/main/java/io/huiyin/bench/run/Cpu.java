package io.huiyin.bench.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What processes have used of the processors, from {@code /proc}: what the kernel counted, in steps of 10 ms. */
final class Cpu {

    /** What is measured beside the installation. */
    static final String CONTROL = "control";
    /** This process. */
    private static final String LOAD = "load";
    /** All there is on this machine. */
    private static final String MACHINE = "machine";

    private static final Set<String> BESIDE = Set.of(CONTROL, LOAD, MACHINE);

    private static final double MS_PER_TICK = 10;

    private final Map<String, Supplier<ProcessHandle>> parts = new LinkedHashMap<>();

    Cpu(OwnInstallation installation) {
        OwnInstallation.SERVICES.forEach(name -> parts.put(name, () -> installation.process(name)));
        parts.put("kafka", () -> installation.process("kafka"));
        parts.put("postgres", () -> installation.process("postgres"));
        parts.put(LOAD, ProcessHandle::current);
    }

    void addControl(ProcessHandle process) {
        parts.put(CONTROL, () -> process);
    }

    /** Used so far, by part, in milliseconds. */
    Map<String, Double> now() {
        Map<String, Double> used = new LinkedHashMap<>();
        parts.forEach((name, process) -> used.put(name, family(process.get())));
        used.put(MACHINE, machine());
        return used;
    }

    /** Used since, by part, in milliseconds. */
    Map<String, Double> since(Map<String, Double> before) {
        Map<String, Double> used = now();
        used.replaceAll((name, ms) -> ms - before.getOrDefault(name, ms));
        return used;
    }

    /** What the installation used, by part. */
    static Map<String, Double> ofInstallation(Map<String, Double> used) {
        Map<String, Double> parts = new LinkedHashMap<>(used);
        parts.keySet().removeAll(BESIDE);
        return parts;
    }

    /** All that the installation used. */
    static double all(Map<String, Double> used) {
        return ofInstallation(used).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** What neither the installation nor its bench used: who else works on this machine. */
    static double others(Map<String, Double> used) {
        double known = all(used) + used.getOrDefault(LOAD, 0.0) + used.getOrDefault(CONTROL, 0.0);
        return Math.max(0, used.getOrDefault(MACHINE, 0.0) - known);
    }

    private static double machine() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            // cpu user nice system idle iowait irq softirq steal: all but what was idle.
            String[] fields = lines.findFirst().orElse("").strip().split(" +", -1);
            return IntStream.of(1, 2, 3, 6, 7, 8)
                            .mapToLong(field -> Long.parseLong(fields[field]))
                            .sum()
                    * MS_PER_TICK;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Its own, that of its children which have ended, and that of those which run: of a server, that of all its backends. */
    private static double family(ProcessHandle process) {
        return own(process, true)
                + process.children().mapToDouble(child -> own(child, false)).sum();
    }

    /** What the just-in-time compilers have used so far, of all parts: they are at work until a service is warm. */
    double compilers() {
        return parts.entrySet().stream()
                .filter(part -> !BESIDE.contains(part.getKey()))
                .mapToDouble(part -> compilers(part.getValue().get()))
                .sum();
    }

    private static double compilers(ProcessHandle process) {
        double used = 0;
        Path threads = Path.of("/proc", Long.toString(process.pid()), "task");
        try (DirectoryStream<Path> all = Files.newDirectoryStream(threads)) {
            for (Path thread : all) {
                String stat = Files.readString(thread.resolve("stat"), ISO_8859_1);
                if (stat.contains("(C1 Compiler") || stat.contains("(C2 Compiler")) {
                    used += used(stat, false);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A thread has just ended.
        }
        return used;
    }

    private static double own(ProcessHandle process, boolean withEndedChildren) {
        try {
            return used(
                    Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"), ISO_8859_1),
                    withEndedChildren);
        } catch (IOException e) {
            // It has just ended, and its parent counts it; or a system without /proc, where nothing can be told.
            return 0;
        }
    }

    private static double used(String stat, boolean withEndedChildren) {
        // Counted after the name, which stands in parentheses and may contain blanks: utime, stime, cutime, cstime.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        if (withEndedChildren) {
            ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        }
        return ticks * MS_PER_TICK;
    }
}

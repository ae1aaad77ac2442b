package io.huiyin.bench.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.huiyin.embedded.OwnInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What processes have used of the processors, from {@code /proc}: what the kernel counted, in steps of 10 ms. */
final class Cpu {

    private static final double MS_PER_TICK = 10;

    private final Map<String, Supplier<ProcessHandle>> parts = new LinkedHashMap<>();

    Cpu(OwnInstallation installation) {
        OwnInstallation.SERVICES.forEach(name -> parts.put(name, () -> installation.process(name)));
        parts.put("kafka", () -> installation.process("kafka"));
        parts.put("postgres", () -> installation.process("postgres"));
    }

    void add(String name, ProcessHandle process) {
        parts.put(name, () -> process);
    }

    /** Used so far, by part, in milliseconds. */
    Map<String, Double> now() {
        Map<String, Double> used = new LinkedHashMap<>();
        parts.forEach((name, process) -> used.put(name, family(process.get())));
        return used;
    }

    /** Used since, by part, in milliseconds. */
    Map<String, Double> since(Map<String, Double> before) {
        Map<String, Double> used = now();
        used.replaceAll((name, ms) -> ms - before.getOrDefault(name, ms));
        return used;
    }

    /** Its own, that of its children which have ended, and that of those which run: of a server, that of all its backends. */
    private static double family(ProcessHandle process) {
        return own(process, true)
                + process.children().mapToDouble(child -> own(child, false)).sum();
    }

    private static double own(ProcessHandle process, boolean withEndedChildren) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"), ISO_8859_1);
            // Counted after the name, which stands in parentheses and may contain blanks: utime, stime, cutime, cstime.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            if (withEndedChildren) {
                ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
            }
            return ticks * MS_PER_TICK;
        } catch (IOException e) {
            // It has just ended, and its parent counts it; or a system without /proc, where nothing can be told.
            return 0;
        }
    }
}

package io.huiyin.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Ends processes and waits for their end. */
final class Processes {

    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private Processes() {}

    /** Kills a process and what it started, and waits until they are gone. */
    static void kill(ProcessHandle process) {
        List<ProcessHandle> family =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> awaitEnd(member, KILL_LIMIT));
    }

    /** Asks a process to end, kills it when it does not within the limit. */
    static void stop(ProcessHandle process, Signal signal, Duration limit) {
        send(signal, process);
        if (!awaitEnd(process, limit)) {
            kill(process);
        }
    }

    static void send(Signal signal, ProcessHandle process) {
        if (signal == Signal.TERM) {
            process.destroy();
            return;
        }
        // Java itself sends no other; the shell's own kill is everywhere.
        try {
            new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal.name(), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers whether the process has ended within the limit. */
    static boolean awaitEnd(ProcessHandle process, Duration limit) {
        Instant end = Instant.now().plus(limit);
        while (isRunning(process)) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return !isRunning(process);
            }
        }
        return true;
    }

    /** Unlike {@link ProcessHandle#isAlive()} false for a zombie, which a container without an init keeps for ever. */
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isZombie(process);
    }

    private static boolean isZombie(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"), ISO_8859_1);
            // The state follows the name, which stands in parentheses and may contain some itself.
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            // No such process, or a system without /proc.
            return false;
        }
    }

    static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }
}

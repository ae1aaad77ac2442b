package io.huiyin.embedded;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One long-running program of an installation: the database, the broker or a service. */
abstract class Part {

    private final String name;
    private final String mark;
    private final Path log;
    private final Signal stopSignal;
    private final Duration grace;
    private volatile @Nullable Process process;
    /** Whether it runs, or ended on its own. */
    private volatile boolean wanted;

    /**
     * @param mark what its command line contains and that of no other program on this machine does
     * @param stopSignal the signal on which it ends in good order
     * @param grace how long it may take to do so
     */
    Part(String name, String mark, Path log, Signal stopSignal, Duration grace) {
        this.name = name;
        this.mark = mark;
        this.log = log;
        this.stopSignal = stopSignal;
        this.grace = grace;
    }

    /** Starts it and answers the process to watch, without waiting until it is ready. */
    abstract Process start() throws IOException;

    abstract boolean isReady();

    final String name() {
        return name;
    }

    final String mark() {
        return mark;
    }

    final Path log() {
        return log;
    }

    final Signal stopSignal() {
        return stopSignal;
    }

    final boolean isRunning() {
        Process running = process;
        return running != null && Processes.isRunning(running.toHandle());
    }

    /** How it ended and what it said last, if it ended without being told to. */
    final Optional<String> lost() {
        Process ended = process;
        return !wanted || ended == null || ended.isAlive()
                ? Optional.empty()
                : Optional.of(name + " ended with " + ended.exitValue() + ". " + Logs.tail(log));
    }

    /** The process it runs as. */
    final ProcessHandle handle() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return running.toHandle();
    }

    /** Ends it in good order, or by force when it takes too long; does nothing when it is not running. */
    final void stop() {
        stop(stopSignal);
    }

    final void stop(Signal signal) {
        wanted = false;
        Process running = process;
        if (running != null && running.isAlive()) {
            Processes.stop(running.toHandle(), signal, grace);
        }
    }

    /** Ends it as a power failure would. */
    final void kill() {
        wanted = false;
        Process running = process;
        if (running != null) {
            Processes.kill(running.toHandle());
        }
    }

    /** Sends a signal to its own process, not to what that has started. */
    final void signal(Signal signal) {
        Processes.send(signal, handle());
    }

    /** Prepares the command that runs it, with all it says going to the log. */
    final ProcessBuilder prepare(List<String> command) {
        return new ProcessBuilder(OwnSession.of(command))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
    }

    final Process launch(ProcessBuilder command) throws IOException {
        Process started = command.start();
        process = started;
        wanted = true;
        return started;
    }
}

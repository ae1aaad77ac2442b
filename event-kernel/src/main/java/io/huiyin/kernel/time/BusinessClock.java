package io.huiyin.kernel.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The time business decisions see. Leases of the machinery, tokens and log times never ask it. With {@code huiyin.clock.file} it is
 * virtual: it stands where that file says and moves only when it is told to, for all services that share the file.
 */
@ApplicationScoped
public class BusinessClock implements InstantSource {

    private final @Nullable Path file;
    private volatile @Nullable Instant fixed;

    /** A real clock. */
    public BusinessClock() {
        this(Optional.empty());
    }

    @Inject
    BusinessClock(@ConfigProperty(name = "huiyin.clock.file") Optional<String> file) {
        this.file = file.map(Path::of).orElse(null);
    }

    /** Now, in microseconds: what PostgreSQL keeps. */
    @Override
    public Instant instant() {
        Instant set = fixed;
        if (set != null) {
            return set;
        }
        Path virtual = file;
        return (virtual == null ? Instant.now() : read(virtual)).truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether it moves only when it is told to. */
    public boolean isVirtual() {
        return file != null;
    }

    /**
     * Moves a virtual clock on.
     *
     * @return false when it stands later already
     */
    public synchronized boolean advance(Instant to) { // the file's lock keeps out other processes, not other threads
        Path virtual = file;
        if (virtual == null) {
            throw new IllegalStateException("the clock is real");
        }
        try (FileChannel channel = FileChannel.open(
                        virtual.resolveSibling(virtual.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid() || to.isBefore(read(virtual))) {
                return false;
            }
            Path next = virtual.resolveSibling(virtual.getFileName() + ".next");
            Files.writeString(next, to.truncatedTo(ChronoUnit.MICROS).toString());
            Files.move(next, virtual, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move the clock", e);
        }
    }

    private static Instant read(Path virtual) {
        try {
            return Instant.parse(Files.readString(virtual).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the clock " + virtual, e);
        }
    }

    /** Stops the clock at an instant, for tests. */
    public void fix(Instant instant) {
        fixed = instant;
    }

    /** Lets the clock run again. */
    public void release() {
        fixed = null;
    }
}

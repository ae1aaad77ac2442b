package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventEnvelope;
import java.util.List;
import java.util.Set;

/** What follows the shared log: a view of rows, or a policy. The kernel brings each event exactly once, in order (G3). */
public interface Projection {

    /** Kebab-case, never changes. */
    String name();

    /** A higher number rebuilds the view beside the old one at the next start (G8). */
    int revision();

    /** The topics it follows. */
    Set<String> topics();

    /** Its tables, each list-partitioned by generation and called {@code …_rows}; none for a policy. */
    List<String> tables();

    /** Whether somebody may wait to see what it makes of an event: a policy shows nothing, and rather takes more at once. */
    default boolean shows() {
        return !tables().isEmpty();
    }

    /** Whether it takes anything from events of this name. */
    boolean takes(String eventName);

    /** Whether what a crash takes from it is done again, the same, from the log; a policy's events are told to others. */
    default boolean replays() {
        return true;
    }

    /** The most events of one batch: its write transaction must stay short, as the relay waits for the oldest open one. */
    default int batch() {
        return 500;
    }

    /**
     * Whether a batch is prepared from its events alone, so that it may be done ahead, by another thread, and in vain when other
     * events are taken.
     */
    default boolean preparesAhead() {
        return false;
    }

    /**
     * Takes a batch. Everything that must be read before the write transaction begins is read here.
     *
     * @return what to write, in the transaction of the checkpoint
     */
    Work prepare(List<EventEnvelope> events);

    /** The writing half of a batch. */
    @FunctionalInterface
    interface Work {
        void write(ViewTransaction transaction);
    }

    /** Called after the transaction of a batch was committed. */
    default void committed() {}
}

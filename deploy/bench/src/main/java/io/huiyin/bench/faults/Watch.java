package io.huiyin.bench.faults;

import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.Checkpoint;
import io.huiyin.bench.faults.evidence.Evidence.Observation;
import io.huiyin.bench.faults.evidence.Tables;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the checkpoints of all views again and again while things break: none may ever go back (I7). */
final class Watch implements AutoCloseable {

    private static final int BETWEEN_LOOKS_MS = 200;

    private final Databases databases;
    private final Map<String, Checkpoint> last = new HashMap<>();
    private final List<Observation> seen = new ArrayList<>();
    private final Thread thread;
    private boolean looking = true;

    Watch(Site site) {
        this.databases = site.databases();
        this.thread = Thread.ofPlatform().daemon().name("watch").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                for (Service service : Service.values()) {
                    look(service);
                }
                Thread.sleep(BETWEEN_LOOKS_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look(Service service) {
        if (!looking) {
            return;
        }
        try {
            databases
                    .ask(service, connection -> Tables.checkpoints(connection, service))
                    .forEach(this::compare);
        } catch (SQLException | IOException e) {
            // The database is away. Views do not wait for the disk: they may stand earlier afterwards, and their rows
            // with them.
            last.values().removeIf(before -> before.service() == service && !isPolicy(before));
        }
    }

    /** A policy's events are told to others: it never goes back. */
    private static boolean isPolicy(Checkpoint checkpoint) {
        return checkpoint.view().startsWith("when-");
    }

    private void compare(Checkpoint now) {
        @Nullable Checkpoint before = last.put(now.name(), now);
        if (before == null) {
            return;
        }
        boolean sameLog = before.topicId().equals(now.topicId());
        if (before.position().isAfter(now.position()) || (sameLog && before.nextOffset() > now.nextOffset())) {
            seen.add(new Observation(
                    "I7",
                    now.name() + " went back from " + before.position() + " @" + before.nextOffset() + " to "
                            + now.position() + " @" + now.nextOffset()));
        }
    }

    /** Does something that sets checkpoints back, unseen. */
    synchronized void lookAway() {
        looking = false;
    }

    /** Looks again; offsets may have been set back, positions may not. */
    synchronized void lookAgain() {
        last.replaceAll((name, before) -> new Checkpoint(
                before.service(),
                before.view(),
                before.generation(),
                before.topic(),
                before.partition(),
                before.topicId(),
                0,
                before.position()));
        looking = true;
    }

    /** What was seen since the last question. */
    synchronized List<Observation> seen() {
        List<Observation> all = List.copyOf(seen);
        seen.clear();
        return all;
    }

    @Override
    public void close() {
        thread.interrupt();
        lookAway();
        databases.close();
    }
}

package io.huiyin.complaint.imports;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Imports whose file is not here. Another instance may have it and gets time to take the import over; when the import was free all
 * the while and nobody took it, the file is gone.
 */
final class AbsentFiles {

    /** Long enough for another instance to look and take the lease. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    private final Duration patience;
    private final Map<UUID, Absence> absences = new ConcurrentHashMap<>();

    AbsentFiles(Duration patience) {
        this.patience = patience;
    }

    private record Absence(long since, long last) {}

    /** How often the file was missed. */
    enum Missed {
        FIRST_TIME,
        AGAIN,
        FOR_GOOD
    }

    /** Whether it is time to look for the file (again). */
    boolean mayTry(UUID job, long now) {
        Absence absence = absences.get(job);
        return absence == null || now - absence.last() >= PAUSE.toNanos();
    }

    /** The import was free, and its file is not here. */
    Missed missed(UUID job, long now) {
        Absence before = absences.get(job);
        absences.put(job, new Absence(before == null ? now : before.since(), now));
        if (before == null) {
            return Missed.FIRST_TIME;
        }
        return now - before.since() >= patience.toNanos() ? Missed.FOR_GOOD : Missed.AGAIN;
    }

    /** Somebody has taken it, or it has ended. */
    void forget(UUID job) {
        absences.remove(job);
    }
}

package io.huiyin.complaint.notifications;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A notification as it has been read.
 *
 * @param id null as long as nobody has read it
 */
public record Notification(@Nullable String id, List<Reading> readBy) {

    static final Notification UNREAD = new Notification(null, List.of());

    /** Who has read it, and when. */
    public record Reading(String person, Instant at) {}

    boolean isReadBy(String person) {
        return readBy.stream().anyMatch(reading -> reading.person().equals(person));
    }

    Notification read(String now, Reading reading) {
        return new Notification(
                now, Stream.concat(readBy.stream(), Stream.of(reading)).toList());
    }
}

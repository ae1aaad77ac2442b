package io.huiyin.complaint.notifications;

import io.huiyin.kernel.event.Ids;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which notification: the event of a case that gave cause, by its place in the case's stream, and which of those it names. So a
 * command finds what was told, and to whom, in the stream itself, by the key of the event table; it asks no view, and the event
 * table needs no second index (G7).
 *
 * @param sequence of the event in the case's stream
 * @param place of the recipient among those the event names, from 1
 */
public record NotificationId(UUID complaint, int sequence, int place) {

    private static final Pattern TEXT = Pattern.compile(
            "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.([1-9][0-9]{0,8})\\.([1-9][0-9]{0,8})");

    /** Reads its text; null when it is none. */
    public static @Nullable NotificationId read(String text) {
        Matcher id = TEXT.matcher(text);
        return id.matches()
                ? new NotificationId(
                        UUID.fromString(id.group(1)), Integer.parseInt(id.group(2)), Integer.parseInt(id.group(3)))
                : null;
    }

    /** As addresses and events have it. */
    public String text() {
        return complaint + "." + sequence + "." + place;
    }

    /** The stream in which its readings stand. */
    UUID stream() {
        return Ids.derived("notification", text());
    }
}

package io.huiyin.complaint.views.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one recipient was told.
 *
 * @param recipient in one word, such as {@code role:quality}
 * @param title the code of its title: what the event that gave cause is called
 */
record NotificationRow(
        String id,
        String recipient,
        String kind,
        String title,
        UUID complaintId,
        @Nullable String milestone,
        @Nullable String department,
        @Nullable Instant dueAt,
        @Nullable Integer level,
        Instant occurredAt,
        Instant recordedAt) {

    /** Who has read a notification; it may be known before the notification itself, for it comes by another stream. */
    record Reading(UUID id, String notification, String person, Instant readAt) {}
}

package io.huiyin.complaint.notifications;

import io.huiyin.kernel.event.EventName;
import java.time.Instant;
import java.util.UUID;

/** Facts about one notification. */
public sealed interface NotificationEvent {

    /** One of those it was told to has read it. */
    @EventName("notification-read")
    record NotificationRead(String notificationId, UUID complaintId, String readBy, Instant readAt)
            implements NotificationEvent {}
}

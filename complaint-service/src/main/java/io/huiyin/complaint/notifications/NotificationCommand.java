package io.huiyin.complaint.notifications;

/** What can be asked of a notification. */
public sealed interface NotificationCommand {

    /** Confirm that one has read it. */
    record ConfirmReading(NotificationId notification) implements NotificationCommand {}
}

package io.huiyin.complaint.notifications;

import io.huiyin.complaint.notifications.Notification.Reading;
import io.huiyin.complaint.notifications.NotificationCommand.ConfirmReading;
import io.huiyin.complaint.notifications.NotificationEvent.NotificationRead;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.Decider;
import java.util.List;

/** Each person confirms a notification once, also one that is told to many; saying it again is no news. X-08. */
public final class NotificationDecider implements Decider<NotificationCommand, Notification, NotificationEvent> {

    @Override
    public Notification initial() {
        return Notification.UNREAD;
    }

    @Override
    public List<NotificationEvent> decide(NotificationCommand command, Notification notification, Context context) {
        return switch (command) {
            case ConfirmReading c -> confirm(c.notification(), notification, context);
        };
    }

    private static List<NotificationEvent> confirm(NotificationId id, Notification notification, Context context) {
        String person = context.actor().id();
        return notification.isReadBy(person)
                ? List.of()
                : List.of(new NotificationRead(id.text(), id.complaint(), person, context.now()));
    }

    @Override
    public Notification evolve(Notification notification, NotificationEvent event) {
        return switch (event) {
            case NotificationRead e -> notification.read(e.notificationId(), new Reading(e.readBy(), e.readAt()));
        };
    }
}

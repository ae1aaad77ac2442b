package io.huiyin.complaint.views.notifications;

import io.huiyin.complaint.Recipient;
import io.huiyin.complaint.notifications.NotificationId;
import io.huiyin.complaint.views.notifications.NotificationFact.Read;
import io.huiyin.complaint.views.notifications.NotificationFact.Told;
import io.huiyin.complaint.views.notifications.NotificationRow.Reading;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What events add to the inboxes. */
final class NotificationBatch {

    static final EventNames<NotificationFact> FACTS = EventNames.of(NotificationFact.class);

    private record Caused(Told told, List<Recipient> recipients, EventEnvelope about) {}

    private final List<Caused> notices = new ArrayList<>();
    private final Map<UUID, Reading> readings = new LinkedHashMap<>();

    NotificationBatch(List<EventEnvelope> events) {
        for (EventEnvelope about : events) {
            NotificationFact fact = FACTS.read(about.name(), about.version(), about.data());
            if (fact != null) {
                take(fact, about);
            }
        }
    }

    private void take(NotificationFact fact, EventEnvelope about) {
        switch (fact) {
            case Read read -> {
                UUID id = Ids.derived("notification-reading", read.notificationId(), read.readBy());
                readings.put(id, new Reading(id, read.notificationId(), read.readBy(), read.readAt()));
            }
            case Told told -> {
                List<Recipient> recipients = told.notified();
                if (recipients != null) {
                    notices.add(new Caused(told, recipients, about));
                }
            }
        }
    }

    Collection<Reading> readings() {
        return readings.values();
    }

    /** A row for each who is told. */
    List<NotificationRow> notifications() {
        List<NotificationRow> rows = new ArrayList<>();
        for (Caused notice : notices) {
            for (int place = 1; place <= notice.recipients().size(); place++) {
                rows.add(row(notice, place));
            }
        }
        return rows;
    }

    private static NotificationRow row(Caused notice, int place) {
        Told told = notice.told();
        EventEnvelope about = notice.about();
        return new NotificationRow(
                new NotificationId(about.subject(), about.sequence(), place).text(),
                notice.recipients().get(place - 1).word(),
                told.kind().wire(),
                about.name(),
                about.subject(),
                told.milestone(),
                told.department(),
                told.dueAt(),
                told.level(),
                about.occurredAt(),
                about.recordedAt());
    }
}

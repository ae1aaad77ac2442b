package io.huiyin.complaint.views.notifications;

import io.huiyin.complaint.Complaints;
import io.huiyin.complaint.views.notifications.NotificationRow.Reading;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.projection.Projection;
import io.huiyin.kernel.projection.RowTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Set;

/** The view {@code notifications}: a row for each who is told of something, and for each who has read it. */
@ApplicationScoped
public class NotificationProjection implements Projection {

    /** Its name for ever. */
    public static final String NAME = "notifications";

    private final RowTable<NotificationRow> notifications =
            RowTable.of("notification_rows", NotificationRow.class, MethodHandles.lookup());

    private final RowTable<Reading> readings =
            RowTable.of("notification_reading_rows", Reading.class, MethodHandles.lookup());

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Complaints.TOPIC);
    }

    @Override
    public List<String> tables() {
        return List.of(notifications.table(), readings.table());
    }

    @Override
    public boolean takes(String eventName) {
        return NotificationBatch.FACTS.classOf(eventName) != null;
    }

    @Override
    public Work prepare(List<EventEnvelope> events) {
        NotificationBatch batch = new NotificationBatch(events);
        return transaction -> {
            notifications.save(transaction, batch.notifications());
            readings.save(transaction, batch.readings());
        };
    }
}

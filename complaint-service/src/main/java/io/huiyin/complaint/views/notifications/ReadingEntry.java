package io.huiyin.complaint.views.notifications;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Who has read a notification, as it is read: the serving generation. */
@Entity
@Immutable
@Table(name = "notification_reading")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class ReadingEntry extends PanacheEntityBase {

    @Id
    public UUID id;

    public String notification;
    public String person;
    public Instant readAt;
}

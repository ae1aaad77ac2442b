package io.huiyin.complaint.views.notifications;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What one recipient was told, as it is read: the serving generation. */
@Entity
@Immutable
@Table(name = "notification")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class NotificationEntry extends PanacheEntityBase {

    @Id
    public String id;

    public String recipient;
    public String kind;
    public String title;
    public UUID complaintId;
    public @Nullable String complaintNumber;
    public @Nullable String milestone;
    public @Nullable String department;
    public @Nullable Instant dueAt;
    public @Nullable Integer level;
    public Instant occurredAt;
    public Instant recordedAt;
}

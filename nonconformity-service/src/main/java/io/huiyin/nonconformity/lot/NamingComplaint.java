package io.huiyin.nonconformity.lot;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A complaint that names a lot or a serial number, as it is read: the serving generation. */
@Entity
@Immutable
@Table(name = "lot_complaint")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class NamingComplaint extends PanacheEntityBase {

    @Id
    public UUID complaintId;

    public String number;
    public Instant receivedAt;
    public String status;
    public boolean historical;
    public @Nullable String lotKey;
    public @Nullable String serialKey;
    public @Nullable String product;
    public @Nullable String model;
    public @Nullable String issue;
    public @Nullable String severity;
}

package io.huiyin.followup.customer;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A customer's complaint as it is read: the serving generation. */
@Entity
@Immutable
@Table(name = "customer_complaint")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class PastComplaint extends PanacheEntityBase {

    @Id
    public UUID complaintId;

    public String number;
    public Instant receivedAt;
    public String status;
    public boolean historical;
    public @Nullable String customerKey;
    public @Nullable String customerId;
    public @Nullable String phone;
    public @Nullable String email;
    public @Nullable String product;
    public @Nullable String model;
    public @Nullable String category;
    public @Nullable String issue;
    public @Nullable String severity;
}

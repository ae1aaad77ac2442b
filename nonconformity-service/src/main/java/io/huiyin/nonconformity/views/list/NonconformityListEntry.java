package io.huiyin.nonconformity.views.list;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The list as it is read: the serving generation. */
@Entity
@Immutable
@Table(name = "nonconformity_list")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class NonconformityListEntry extends PanacheEntityBase {

    @Id
    public UUID id;

    public String number;
    public int version;
    public String status;
    public @Nullable String severity;
    public @Nullable String level;
    public String source;
    public String category;
    public @Nullable UUID complaintId;
    public @Nullable String supplier;
    public @Nullable String lot;
    public @Nullable String product;
    public @Nullable String model;
    public @Nullable Integer quantity;
    public @Nullable String location;
    public boolean held;
    public String summary;
    public Instant reportedAt;
    public String search;
}

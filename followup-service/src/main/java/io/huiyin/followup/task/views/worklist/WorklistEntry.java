package io.huiyin.followup.task.views.worklist;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The worklist as it is read: the serving generation. */
@Entity
@Immutable
@Table(name = "follow_up_worklist")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class WorklistEntry extends PanacheEntityBase {

    @Id
    public UUID id;

    public int version;
    public UUID complaintId;
    public UUID chainId;
    public int contact;
    public String assigneeRole;
    public @Nullable String customerId;
    public @Nullable String severity;
    public @Nullable String department;
    public Instant plannedAt;
    public Instant dueAt;
    public @Nullable String complaintNumber;
    public String reason;
    public @Nullable String customerName;
    public @Nullable String product;
    public @Nullable String model;
    public @Nullable String issue;
    public String status;
    public int attempts;
    public @Nullable Instant nextContactAt;
    public @Nullable String claimedBy;
    public @Nullable Instant leaseUntil;
    public @Nullable String recordedBy;
    public @Nullable Boolean dissatisfied;
    public boolean reviewed;

    /** Whether it still awaits a contact. */
    public boolean awaitsContact;
}

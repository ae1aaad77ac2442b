package io.huiyin.complaint.views.list;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The list as it is read: the serving generation. */
@Entity
@Immutable
@Table(name = "complaint_list")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class ComplaintListEntry extends PanacheEntityBase {

    @Id
    public UUID id;

    public String number;
    public int version;
    public String status;
    public String channel;
    public String severity;
    public String category;
    public String issue;
    public String product;
    public String region;
    public String customerId;
    public String customerName;
    public String sourceSystem;
    public String sourceReference;
    public String summary;
    public Instant receivedAt;
    public Instant recordedAt;
    public Instant nextDueAt;
    public boolean held;
    public UUID originFollowUpId;
    public boolean historical;
    public String search;
}

package io.huiyin.followup.customer;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A customer as he is read: the serving generation. */
@Entity
@Immutable
@Table(name = "customer")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class CustomerEntry extends PanacheEntityBase {

    @Id
    @Column(name = "key")
    public String customerKey;

    public int complaintCount;
    public int openCount;
    public Instant firstComplaintAt;
    public Instant lastComplaintAt;
    public @Nullable String customerId;
    public @Nullable String customerClass;
    public @Nullable String name;
    public @Nullable String phone;
    public @Nullable String email;
    public @Nullable String address;
    public String search;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "last_complaint_id")
    public PastComplaint lastComplaint;
}

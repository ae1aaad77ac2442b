package io.huiyin.nonconformity.views.holds;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A lot or serial number that a nonconformity holds, as it is read: the serving generation. */
@Entity
@Immutable
@IdClass(HoldEntry.Key.class)
@Table(name = "hold")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class HoldEntry extends PanacheEntityBase {

    /** What is held, and by which nonconformity. */
    public record Key(String heldKey, UUID nonconformityId) implements Serializable {}

    @Id
    @Column(name = "key")
    public String heldKey;

    @Id
    public UUID nonconformityId;
}

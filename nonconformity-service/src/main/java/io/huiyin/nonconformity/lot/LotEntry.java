package io.huiyin.nonconformity.lot;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A lot or serial number as it is read: the serving generation. */
@Entity
@Immutable
@Table(name = "lot")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class LotEntry extends PanacheEntityBase {

    @Id
    @Column(name = "key")
    public String lotKey;

    public String kind;

    @Column(name = "value")
    public String carried;

    public int complaintCount;
    public int openCount;
    public int declinedCount;

    /** JSON of {@link ProductsSeen}. */
    public String products;

    /** JSON of {@link IssueCounts}. */
    public String byIssue;

    public Instant firstReportedAt;
    public Instant lastReportedAt;
}

package io.huiyin.report.views.list;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Reads the serving generation of the list. */
@Entity
@Immutable
@Table(name = "report_list")
@SuppressWarnings("NullAway.Init")
public class ReportListEntry extends PanacheEntityBase {

    @Id
    public UUID id;

    public String kind;
    public String period;
    public String zone;
    public long edition;
    public String status;
    public int version;

    @Column(name = "compiled_at")
    public Instant compiledAt;

    @Column(name = "compiled_by")
    public String compiledBy;

    @Column(name = "issued_at")
    public @Nullable Instant issuedAt;

    @Column(name = "superseded_by")
    public @Nullable UUID supersededBy;

    @Column(name = "content_hash")
    public String contentHash;

    @Column(name = "due_on")
    public @Nullable LocalDate dueOn;
}

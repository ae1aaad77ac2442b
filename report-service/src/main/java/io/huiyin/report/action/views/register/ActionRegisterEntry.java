package io.huiyin.report.action.views.register;

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

/** Reads what is known now of every action, in the serving generation. */
@Entity
@Immutable
@Table(name = "improvement_action")
@SuppressWarnings("NullAway.Init")
public class ActionRegisterEntry extends PanacheEntityBase {

    @Id
    @Column(name = "action_id")
    public UUID id;

    public int version;
    public String number;
    public String problem;

    @Column(name = "origin_kind")
    public String originKind;

    @Column(name = "origin_id")
    public @Nullable String originId;

    @Column(name = "proposed_at")
    public Instant proposedAt;

    public String status;
    public @Nullable String department;
    public @Nullable String person;
    public @Nullable String requirement;

    @Column(name = "due_on")
    public @Nullable LocalDate dueOn;

    @Column(name = "verifying_department")
    public @Nullable String verifyingDepartment;

    public @Nullable String verifier;
    public int rounds;

    @Column(name = "verified_at")
    public @Nullable Instant verifiedAt;
}

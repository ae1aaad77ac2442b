package io.huiyin.followup.task.views.chain;

import io.huiyin.followup.task.views.chain.FollowUpChainRow.Opinion;
import io.huiyin.followup.task.views.chain.FollowUpChainRow.Origin;
import io.huiyin.followup.task.views.chain.FollowUpChainRow.Said;
import io.huiyin.kernel.event.EventJson;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A contact of a chain as it is read: the serving generation. */
@Entity
@Immutable
@Table(name = "follow_up_chain_contact")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class ChainContactEntry extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID chainId;
    public int contact;
    public UUID complaintId;
    public @Nullable String customerId;
    public Instant plannedAt;

    @Column(name = "origin")
    public String originJson;

    public String status;
    public int attempts;
    public @Nullable String because;

    @Column(name = "said")
    public @Nullable String saidJson;

    @Column(name = "review")
    public @Nullable String reviewJson;

    /** Whether it is the one its chain stands at. */
    public boolean head;

    /** What its status makes of the chain it is the head of. */
    public String chainStatus;

    Origin origin() {
        return EventJson.read(originJson, Origin.class);
    }

    /** What the customer said. */
    public @Nullable Said said() {
        return saidJson == null ? null : EventJson.read(saidJson, Said.class);
    }

    @Nullable
    Opinion review() {
        return reviewJson == null ? null : EventJson.read(reviewJson, Opinion.class);
    }
}

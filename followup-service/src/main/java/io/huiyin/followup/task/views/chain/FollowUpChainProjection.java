package io.huiyin.followup.task.views.chain;

import io.huiyin.followup.task.ContactOutcome;
import io.huiyin.followup.task.FollowUpEvent;
import io.huiyin.followup.task.FollowUpEvent.FollowUpAttempted;
import io.huiyin.followup.task.FollowUpEvent.FollowUpClaimRenewed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpClaimed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpClosed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpPlanned;
import io.huiyin.followup.task.FollowUpEvent.FollowUpRecontactPlanned;
import io.huiyin.followup.task.FollowUpEvent.FollowUpRecorded;
import io.huiyin.followup.task.FollowUpEvent.FollowUpReleased;
import io.huiyin.followup.task.FollowUpEvent.FollowUpReviewed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpUnconfirmed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpWaived;
import io.huiyin.followup.task.FollowUpEvent.FollowUpWithdrawn;
import io.huiyin.followup.task.FollowUpStatus;
import io.huiyin.followup.task.FollowUps;
import io.huiyin.followup.task.views.chain.FollowUpChainRow.Opinion;
import io.huiyin.followup.task.views.chain.FollowUpChainRow.Origin;
import io.huiyin.followup.task.views.chain.FollowUpChainRow.Said;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.projection.RowProjection;
import io.huiyin.kernel.projection.RowTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row per contact, with what was said; the contacts of a chain are read together. */
@ApplicationScoped
public class FollowUpChainProjection extends RowProjection<FollowUpChainRow, FollowUpEvent> {

    /** Its name for ever. */
    public static final String NAME = "follow-up-chains";

    public FollowUpChainProjection() {
        super(
                NAME,
                1,
                Set.of(FollowUps.TOPIC),
                FollowUpEvent.class,
                RowTable.of("follow_up_chain_rows", FollowUpChainRow.class, MethodHandles.lookup()));
    }

    @Override
    protected Object key(FollowUpEvent event, EventEnvelope about) {
        return about.subject();
    }

    @Override
    protected @Nullable FollowUpChainRow apply(
            @Nullable FollowUpChainRow row, FollowUpEvent event, EventEnvelope about) {
        if (event instanceof FollowUpPlanned e) {
            return planned(e, about);
        }
        return row == null ? null : after(row, event);
    }

    private static @Nullable FollowUpChainRow after(FollowUpChainRow row, FollowUpEvent event) {
        return switch (event) {
            case FollowUpPlanned e -> null;
            case FollowUpWithdrawn e -> null;
            case FollowUpClaimed e -> null;
            case FollowUpClaimRenewed e -> null;
            case FollowUpReleased e -> null;
            case FollowUpWaived e -> row.ended(FollowUpStatus.WAIVED.wire(), e.reason());
            case FollowUpAttempted e ->
                row.attempted(
                        e.attempt(),
                        (ContactOutcome.REACHED.wire().equals(e.outcome())
                                        ? FollowUpStatus.CONTACTED
                                        : FollowUpStatus.RESCHEDULED)
                                .wire());
            case FollowUpRecorded e ->
                row.standing((e.dissatisfied() ? FollowUpStatus.ISSUE_OPEN : FollowUpStatus.RECORDED).wire())
                        .saying(new Said(
                                e.agent(),
                                e.channel(),
                                e.recordedOn(),
                                e.answers(),
                                e.satisfaction(),
                                e.opinions(),
                                e.issues(),
                                e.dissatisfied()));
            case FollowUpUnconfirmed e -> row.ended(FollowUpStatus.UNCONFIRMED.wire(), e.reason());
            case FollowUpRecontactPlanned e -> row.standing(FollowUpStatus.RECONTACT_SCHEDULED.wire());
            case FollowUpReviewed e -> row.reviewed(new Opinion(e.reviewer(), e.opinion()));
            case FollowUpClosed e -> row.standing(FollowUpStatus.CLOSED.wire());
        };
    }

    private static FollowUpChainRow planned(FollowUpPlanned e, EventEnvelope about) {
        return new FollowUpChainRow(
                about.subject(),
                e.chainId(),
                e.contact(),
                e.complaintId(),
                e.customer() == null ? null : e.customer().customerId(),
                e.plannedAt(),
                new Origin(e.complaintNumber(), e.closing(), e.reason(), e.previousFollowUpId(), e.dueAt()),
                FollowUpStatus.SCHEDULED.wire(),
                0,
                null,
                null,
                null);
    }
}

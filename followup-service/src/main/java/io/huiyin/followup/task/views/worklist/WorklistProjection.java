package io.huiyin.followup.task.views.worklist;

import io.huiyin.followup.task.ContactOutcome;
import io.huiyin.followup.task.Customer;
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
import io.huiyin.followup.task.Product;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.projection.RowProjection;
import io.huiyin.kernel.projection.RowTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row per follow-up: what is to be done, by whom, and when. */
@ApplicationScoped
public class WorklistProjection extends RowProjection<WorklistRow, FollowUpEvent> {

    /** Its name for ever. */
    public static final String NAME = "follow-up-worklist";

    public WorklistProjection() {
        super(
                NAME,
                1,
                Set.of(FollowUps.TOPIC),
                FollowUpEvent.class,
                RowTable.of("follow_up_worklist_rows", WorklistRow.class, MethodHandles.lookup()));
    }

    @Override
    protected Object key(FollowUpEvent event, EventEnvelope about) {
        return about.subject();
    }

    @Override
    protected @Nullable WorklistRow apply(@Nullable WorklistRow row, FollowUpEvent event, EventEnvelope about) {
        if (event instanceof FollowUpPlanned e) {
            return planned(e, about);
        }
        return row == null ? null : after(row.at(about.sequence()), event);
    }

    private static WorklistRow after(WorklistRow row, FollowUpEvent event) {
        return switch (event) {
            case FollowUpPlanned e -> row;
            case FollowUpWithdrawn e -> row;
            case FollowUpWaived e -> row.standing(FollowUpStatus.WAIVED.wire());
            case FollowUpClaimed e -> row.held(e.agent(), e.leaseUntil());
            case FollowUpClaimRenewed e -> row.held(e.agent(), e.leaseUntil());
            case FollowUpReleased e -> row.held(null, null);
            case FollowUpAttempted e -> attempted(row, e);
            case FollowUpRecorded e ->
                row.standing((e.dissatisfied() ? FollowUpStatus.ISSUE_OPEN : FollowUpStatus.RECORDED).wire())
                        .recorded(e.agent(), e.dissatisfied());
            case FollowUpUnconfirmed e -> row.standing(FollowUpStatus.UNCONFIRMED.wire());
            case FollowUpRecontactPlanned e -> row.standing(FollowUpStatus.RECONTACT_SCHEDULED.wire());
            case FollowUpReviewed e -> row.looked();
            case FollowUpClosed e -> row.standing(FollowUpStatus.CLOSED.wire());
        };
    }

    private static WorklistRow attempted(WorklistRow row, FollowUpAttempted e) {
        return ContactOutcome.REACHED.wire().equals(e.outcome())
                ? row.reached(e.attempt(), FollowUpStatus.CONTACTED.wire())
                : row.putOff(e.attempt(), FollowUpStatus.RESCHEDULED.wire(), e.nextContactAt());
    }

    private static WorklistRow planned(FollowUpPlanned e, EventEnvelope about) {
        Customer customer = e.customer();
        Product product = e.product();
        return new WorklistRow(
                about.subject(),
                about.sequence(),
                e.complaintId(),
                e.chainId(),
                e.contact(),
                e.assigneeRole(),
                customer == null ? null : customer.customerId(),
                e.severity(),
                e.department(),
                e.plannedAt(),
                e.dueAt(),
                new WorklistRow.Shown(
                        e.complaintNumber(),
                        e.reason(),
                        customer == null || customer.person() == null
                                ? null
                                : customer.person().name(),
                        product == null ? null : product.name(),
                        product == null ? null : product.model(),
                        e.issue()),
                FollowUpStatus.SCHEDULED.wire(),
                0,
                null,
                null,
                null,
                null,
                null,
                false);
    }
}

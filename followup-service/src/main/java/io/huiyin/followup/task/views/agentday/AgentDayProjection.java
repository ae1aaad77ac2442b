package io.huiyin.followup.task.views.agentday;

import io.huiyin.followup.task.ContactOutcome;
import io.huiyin.followup.task.FollowUpEvent;
import io.huiyin.followup.task.FollowUpEvent.FollowUpAttempted;
import io.huiyin.followup.task.FollowUpEvent.FollowUpClaimed;
import io.huiyin.followup.task.FollowUpEvent.FollowUpRecorded;
import io.huiyin.followup.task.FollowUps;
import io.huiyin.followup.task.views.agentday.AgentDayRow.Hour;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.projection.RowProjection;
import io.huiyin.kernel.projection.RowTable;
import jakarta.inject.Singleton;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row per agent and day, counted up; in whatever order the tasks' events come, the counts are the same. */
@Singleton
public class AgentDayProjection extends RowProjection<AgentDayRow, FollowUpEvent> {

    /** Its name for ever. */
    public static final String NAME = "agent-days";

    private final PoliciesInForce policies;

    public AgentDayProjection(PoliciesInForce policies) {
        super(
                NAME,
                1,
                Set.of(FollowUps.TOPIC),
                FollowUpEvent.class,
                RowTable.of("agent_day_rows", AgentDayRow.class, MethodHandles.lookup()));
        this.policies = policies;
    }

    /** The day of an event is one of the zone in force. */
    @Override
    public boolean preparesAhead() {
        return false;
    }

    @Override
    protected @Nullable Object key(FollowUpEvent event, EventEnvelope about) {
        String agent = agent(event);
        return agent == null ? null : AgentDayRow.key(agent, day(about.occurredAt()));
    }

    private static @Nullable String agent(FollowUpEvent event) {
        return switch (event) {
            case FollowUpClaimed e -> e.agent();
            case FollowUpAttempted e -> e.agent();
            case FollowUpRecorded e -> e.agent();
            case FollowUpEvent.FollowUpPlanned e -> null;
            case FollowUpEvent.FollowUpWithdrawn e -> null;
            case FollowUpEvent.FollowUpWaived e -> null;
            case FollowUpEvent.FollowUpClaimRenewed e -> null;
            case FollowUpEvent.FollowUpReleased e -> null;
            case FollowUpEvent.FollowUpUnconfirmed e -> null;
            case FollowUpEvent.FollowUpRecontactPlanned e -> null;
            case FollowUpEvent.FollowUpReviewed e -> null;
            case FollowUpEvent.FollowUpClosed e -> null;
        };
    }

    @Override
    protected @Nullable AgentDayRow apply(@Nullable AgentDayRow row, FollowUpEvent event, EventEnvelope about) {
        String agent = agent(event);
        if (agent == null) {
            return null;
        }
        AgentDayRow day = row == null ? AgentDayRow.none(agent, day(about.occurredAt())) : row;
        int hour = about.occurredAt().atZone(zone()).getHour();
        return day.at(hour, before -> before.plus(counted(event, hour)));
    }

    private static Hour counted(FollowUpEvent event, int hour) {
        return switch (event) {
            case FollowUpClaimed e -> new Hour(hour, 1, 0, 0, 0, 0);
            case FollowUpAttempted e ->
                new Hour(hour, 0, 1, ContactOutcome.REACHED.wire().equals(e.outcome()) ? 1 : 0, 0, 0);
            case FollowUpRecorded e -> new Hour(hour, 0, 0, 0, 1, e.dissatisfied() ? 1 : 0);
            case FollowUpEvent.FollowUpPlanned e -> Hour.none(hour);
            case FollowUpEvent.FollowUpWithdrawn e -> Hour.none(hour);
            case FollowUpEvent.FollowUpWaived e -> Hour.none(hour);
            case FollowUpEvent.FollowUpClaimRenewed e -> Hour.none(hour);
            case FollowUpEvent.FollowUpReleased e -> Hour.none(hour);
            case FollowUpEvent.FollowUpUnconfirmed e -> Hour.none(hour);
            case FollowUpEvent.FollowUpRecontactPlanned e -> Hour.none(hour);
            case FollowUpEvent.FollowUpReviewed e -> Hour.none(hour);
            case FollowUpEvent.FollowUpClosed e -> Hour.none(hour);
        };
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return policies.values().zone("business.zone");
    }
}

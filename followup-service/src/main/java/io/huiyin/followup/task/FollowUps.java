package io.huiyin.followup.task;

import io.huiyin.followup.task.FollowUp.Task;
import io.huiyin.kernel.command.Answer;
import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.command.CommandProblem.NotFound;
import io.huiyin.kernel.command.CommandRequest;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handles commands to follow-ups. */
@ApplicationScoped
public class FollowUps {

    /** The log of this service. */
    public static final String TOPIC = "followup-events";

    /** Where follow-ups live. */
    public static final String PATH = "/v1/follow-ups";

    /** How follow-ups are decided. */
    public static final FollowUpDecider DECIDER = new FollowUpDecider();

    private final CommandHandler<FollowUpCommand, FollowUp, FollowUpEvent> handler;

    FollowUps(EventStore store, BusinessClock clock, PoliciesInForce policies) {
        this.handler = new CommandHandler<>(
                new CommandHandler.Aggregate<>(
                        "follow-up",
                        TOPIC,
                        PATH,
                        DECIDER,
                        EventNames.of(FollowUpEvent.class),
                        (id, followUp, version) -> FollowUpAnswer.of(id, task(id, followUp), version, clock.instant())),
                store,
                clock,
                policies);
    }

    /** The follow-up that a closing or declining of a complaint makes: always the same one. */
    public static UUID id(UUID complaintId, int closing) {
        return Ids.derived("follow-up", complaintId, closing);
    }

    public Uni<Answer> handle(UUID id, FollowUpCommand command, CommandRequest request) {
        return handler.handle(id, command, request);
    }

    public Uni<Answer> show(UUID id, @Nullable Instant asOf) {
        return handler.show(id, asOf);
    }

    public Uni<List<EventEnvelope>> history(UUID id) {
        return handler.history(id);
    }

    /** For policies and claims. */
    public CommandHandler<FollowUpCommand, FollowUp, FollowUpEvent> handler() {
        return handler;
    }

    private static Task task(UUID id, FollowUp followUp) {
        return switch (followUp) {
            case Task task -> task;
            case FollowUp.Unplanned none -> throw new NotFound("follow-up", id);
            case FollowUp.Withdrawn reopened -> throw new NotFound("follow-up", id);
        };
    }
}

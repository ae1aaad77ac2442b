package io.huiyin.followup.task.policies;

import io.huiyin.followup.incoming.complaint.ReopeningFact;
import io.huiyin.followup.task.FollowUp;
import io.huiyin.followup.task.FollowUpCommand;
import io.huiyin.followup.task.FollowUpCommand.WaiveFollowUp;
import io.huiyin.followup.task.FollowUpEvent;
import io.huiyin.followup.task.FollowUps;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.reaction.Policy;
import io.huiyin.kernel.store.EventStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** A complaint has at most one open task: nobody is asked whether a matter is settled that is being handled again. */
@Singleton
public class WhenAComplaintIsReopenedThenWaiveItsFollowUp extends Policy<FollowUpCommand, FollowUp, FollowUpEvent> {

    static final String NAME = "when-a-complaint-is-reopened-then-waive-its-follow-up";

    private static final EventNames<ReopeningFact> FACTS = EventNames.of(ReopeningFact.class);

    WhenAComplaintIsReopenedThenWaiveItsFollowUp(FollowUps followUps, EventStore store) {
        super(NAME, Set.of("complaint-events"), followUps.handler(), FollowUps.DECIDER, store);
    }

    @Override
    public boolean takes(String eventName) {
        return FACTS.classOf(eventName) != null;
    }

    @Override
    protected List<Sent<FollowUpCommand>> react(EventEnvelope event) {
        return commands(event);
    }

    /** A case that was closed in another system had no follow-up, and so names no closing. */
    static List<Sent<FollowUpCommand>> commands(EventEnvelope event) {
        ReopeningFact fact = FACTS.read(event.name(), event.version(), event.data());
        return switch (fact) {
            case ReopeningFact.Reopened reopened
            when reopened.closing() != null ->
                List.of(new Sent<>(
                        FollowUps.id(event.subject(), reopened.closing()), new WaiveFollowUp(event.subject())));
            case ReopeningFact.Reopened historical -> List.of();
            case null -> List.of();
        };
    }
}

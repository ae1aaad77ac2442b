package io.huiyin.followup.task.policies;

import io.huiyin.followup.task.FollowUp;
import io.huiyin.followup.task.FollowUpCommand;
import io.huiyin.followup.task.FollowUpCommand.Link;
import io.huiyin.followup.task.FollowUpCommand.PlanFollowUp;
import io.huiyin.followup.task.FollowUpEvent;
import io.huiyin.followup.task.FollowUpEvent.FollowUpRecontactPlanned;
import io.huiyin.followup.task.FollowUps;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.reaction.Policy;
import io.huiyin.kernel.store.EventStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** The customer is asked again, in the chain of who asked him before: only that contact knows the chain. */
@Singleton
public class WhenARecontactIsPlannedThenPlanTheContact extends Policy<FollowUpCommand, FollowUp, FollowUpEvent> {

    static final String NAME = "when-a-recontact-is-planned-then-plan-the-contact";

    private static final EventNames<FollowUpEvent> EVENTS = EventNames.of(FollowUpEvent.class);

    WhenARecontactIsPlannedThenPlanTheContact(FollowUps followUps, EventStore store) {
        super(NAME, Set.of(FollowUps.TOPIC), followUps.handler(), FollowUps.DECIDER, store);
    }

    @Override
    public boolean takes(String eventName) {
        return FollowUpRecontactPlanned.class.equals(EVENTS.classOf(eventName));
    }

    @Override
    protected List<Sent<FollowUpCommand>> react(EventEnvelope event) {
        return commands(event);
    }

    static List<Sent<FollowUpCommand>> commands(EventEnvelope event) {
        return EVENTS.read(event.name(), event.version(), event.data()) instanceof FollowUpRecontactPlanned e
                ? List.of(new Sent<>(
                        e.nextFollowUpId(),
                        new PlanFollowUp(
                                e.handled(),
                                new Link(e.chainId(), e.contact(), event.subject()),
                                e.subject(),
                                e.exemption())))
                : List.of();
    }
}

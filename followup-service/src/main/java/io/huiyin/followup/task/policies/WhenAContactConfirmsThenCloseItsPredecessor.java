package io.huiyin.followup.task.policies;

import io.huiyin.followup.task.FollowUp;
import io.huiyin.followup.task.FollowUpCommand;
import io.huiyin.followup.task.FollowUpCommand.ConfirmEarlierContact;
import io.huiyin.followup.task.FollowUpEvent;
import io.huiyin.followup.task.FollowUpEvent.FollowUpClosed;
import io.huiyin.followup.task.FollowUps;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.reaction.Policy;
import io.huiyin.kernel.store.EventStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** A contact that found a matter open is closed by the one that confirms it is settled, and so on back to the first. */
@Singleton
public class WhenAContactConfirmsThenCloseItsPredecessor extends Policy<FollowUpCommand, FollowUp, FollowUpEvent> {

    static final String NAME = "when-a-contact-confirms-then-close-its-predecessor";

    private static final EventNames<FollowUpEvent> EVENTS = EventNames.of(FollowUpEvent.class);

    WhenAContactConfirmsThenCloseItsPredecessor(FollowUps followUps, EventStore store) {
        super(NAME, Set.of(FollowUps.TOPIC), followUps.handler(), FollowUps.DECIDER, store);
    }

    @Override
    public boolean takes(String eventName) {
        return FollowUpClosed.class.equals(EVENTS.classOf(eventName));
    }

    @Override
    protected List<Sent<FollowUpCommand>> react(EventEnvelope event) {
        return commands(event);
    }

    static List<Sent<FollowUpCommand>> commands(EventEnvelope event) {
        return EVENTS.read(event.name(), event.version(), event.data()) instanceof FollowUpClosed e
                        && e.previousFollowUpId() != null
                ? List.of(new Sent<>(e.previousFollowUpId(), new ConfirmEarlierContact(event.subject())))
                : List.of();
    }
}

package io.huiyin.complaint.policies;

import io.huiyin.complaint.Complaint;
import io.huiyin.complaint.ComplaintCommand;
import io.huiyin.complaint.ComplaintCommand.LinkFollowUp;
import io.huiyin.complaint.ComplaintEvent;
import io.huiyin.complaint.Complaints;
import io.huiyin.complaint.incoming.followup.FollowUpFact;
import io.huiyin.complaint.incoming.followup.FollowUpFact.Planned;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.reaction.Policy;
import io.huiyin.kernel.store.EventStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Who looks at a case must find what the customer said afterwards. */
@Singleton
public class WhenAFollowUpIsPlannedThenLinkIt extends Policy<ComplaintCommand, Complaint, ComplaintEvent> {

    private static final EventNames<FollowUpFact> FACTS = EventNames.of(FollowUpFact.class);

    WhenAFollowUpIsPlannedThenLinkIt(Complaints complaints, EventStore store) {
        super(
                "when-a-follow-up-is-planned-then-link-it",
                Set.of("followup-events"),
                complaints.handler(),
                Complaints.DECIDER,
                store);
    }

    @Override
    public boolean takes(String eventName) {
        return eventName.equals("follow-up-planned");
    }

    @Override
    protected List<Sent<ComplaintCommand>> react(EventEnvelope event) {
        return FACTS.read(event.name(), event.version(), event.data()) instanceof Planned planned
                ? List.of(new Sent<>(planned.complaintId(), new LinkFollowUp(event.subject())))
                : List.of();
    }
}

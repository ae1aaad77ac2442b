package io.huiyin.complaint.policies;

import io.huiyin.complaint.Complaint;
import io.huiyin.complaint.ComplaintCommand;
import io.huiyin.complaint.ComplaintCommand.RegisterFromFollowUp;
import io.huiyin.complaint.ComplaintEvent;
import io.huiyin.complaint.Complaints;
import io.huiyin.complaint.incoming.followup.FollowUpFact;
import io.huiyin.complaint.incoming.followup.FollowUpFact.Recorded;
import io.huiyin.complaint.rules.CaseNumber;
import io.huiyin.complaint.rules.DissatisfactionIsAComplaint;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.reaction.Policy;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.time.BusinessClock;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A dissatisfied customer is not left with a tick in a record: his case goes round again until he is satisfied (FUP-43). */
@Singleton
public class WhenAFollowUpFindsDissatisfactionThenRegisterAComplaint
        extends Policy<ComplaintCommand, Complaint, ComplaintEvent> {

    private static final EventNames<FollowUpFact> FACTS = EventNames.of(FollowUpFact.class);

    private final BusinessClock clock;
    private final PoliciesInForce policies;

    WhenAFollowUpFindsDissatisfactionThenRegisterAComplaint(
            Complaints complaints, EventStore store, BusinessClock clock, PoliciesInForce policies) {
        super(
                "when-a-follow-up-finds-dissatisfaction-then-register-a-complaint",
                Set.of("followup-events"),
                complaints.handler(),
                Complaints.DECIDER,
                store);
        this.clock = clock;
        this.policies = policies;
    }

    /** The complaint that always belongs to a follow-up. */
    public static UUID complaintOf(UUID followUp) {
        return Ids.derived("complaint", followUp);
    }

    @Override
    public boolean takes(String eventName) {
        return eventName.equals("follow-up-recorded");
    }

    @Override
    protected List<Sent<ComplaintCommand>> react(EventEnvelope event) {
        if (!(FACTS.read(event.name(), event.version(), event.data()) instanceof Recorded recorded)
                || !recorded.dissatisfied()) {
            return List.of();
        }
        CaseNumber.Series series = CaseNumber.filed(clock.instant(), policies.values());
        String placeholder = Ids.next().toString();
        RegisterFromFollowUp command = new RegisterFromFollowUp(
                placeholder,
                DissatisfactionIsAComplaint.filing(recorded, event.occurredAt(), policies.values()),
                event.subject(),
                recorded.department());
        return List.of(new Sent<>(
                complaintOf(event.subject()),
                command,
                new Append.Series(series.series(), series.prefix(), series.digits(), placeholder)));
    }
}

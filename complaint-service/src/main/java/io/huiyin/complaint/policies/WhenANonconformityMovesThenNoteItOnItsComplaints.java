package io.huiyin.complaint.policies;

import io.huiyin.complaint.Complaint;
import io.huiyin.complaint.ComplaintCommand;
import io.huiyin.complaint.ComplaintCommand.NoteNonconformity;
import io.huiyin.complaint.ComplaintEvent;
import io.huiyin.complaint.Complaints;
import io.huiyin.complaint.incoming.nonconformity.NonconformityFact;
import io.huiyin.complaint.incoming.nonconformity.NonconformityFact.Closed;
import io.huiyin.complaint.incoming.nonconformity.NonconformityFact.Reported;
import io.huiyin.complaint.incoming.nonconformity.NonconformityFact.Verified;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.reaction.Policy;
import io.huiyin.kernel.store.EventStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The desk must be able to tell the customer how far the improvement is: opened, verified, closed (NCR-37, X-16). */
@Singleton
public class WhenANonconformityMovesThenNoteItOnItsComplaints
        extends Policy<ComplaintCommand, Complaint, ComplaintEvent> {

    private static final EventNames<NonconformityFact> FACTS = EventNames.of(NonconformityFact.class);

    WhenANonconformityMovesThenNoteItOnItsComplaints(Complaints complaints, EventStore store) {
        super(
                "when-a-nonconformity-moves-then-note-it-on-its-complaints",
                Set.of("nonconformity-events"),
                complaints.handler(),
                Complaints.DECIDER,
                store);
    }

    @Override
    public boolean takes(String eventName) {
        return FACTS.classOf(eventName) != null;
    }

    @Override
    protected List<Sent<ComplaintCommand>> react(EventEnvelope event) {
        return switch (FACTS.read(event.name(), event.version(), event.data())) {
            case null -> List.of();
            case Reported e ->
                notes(e.complaintId() == null ? List.of() : List.of(e.complaintId()), event, e, "opened");
            case Verified e -> notes(e.complaintIds(), event, e, "verified");
            case Closed e -> notes(e.complaintIds(), event, e, "closed");
        };
    }

    private static List<Sent<ComplaintCommand>> notes(
            @Nullable List<UUID> complaints, EventEnvelope event, NonconformityFact fact, String stage) {
        return complaints == null
                ? List.of()
                : complaints.stream()
                        .map(complaint -> new Sent<ComplaintCommand>(
                                complaint, new NoteNonconformity(event.subject(), fact.number(), stage)))
                        .toList();
    }
}

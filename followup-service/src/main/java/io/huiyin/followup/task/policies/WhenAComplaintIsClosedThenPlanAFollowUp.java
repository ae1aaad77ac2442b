package io.huiyin.followup.task.policies;

import io.huiyin.followup.incoming.complaint.ComplaintFact;
import io.huiyin.followup.incoming.complaint.HandlingFact;
import io.huiyin.followup.incoming.complaint.HandlingFact.Closed;
import io.huiyin.followup.incoming.complaint.HandlingFact.Declined;
import io.huiyin.followup.task.Customer;
import io.huiyin.followup.task.FollowUp;
import io.huiyin.followup.task.FollowUpCommand;
import io.huiyin.followup.task.FollowUpCommand.Link;
import io.huiyin.followup.task.FollowUpCommand.PlanFollowUp;
import io.huiyin.followup.task.FollowUpCommand.PlanRecontact;
import io.huiyin.followup.task.FollowUpEvent;
import io.huiyin.followup.task.FollowUps;
import io.huiyin.followup.task.Handled;
import io.huiyin.followup.task.Person;
import io.huiyin.followup.task.Product;
import io.huiyin.followup.task.Subject;
import io.huiyin.followup.task.rules.ExemptFromFollowUp;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.reaction.Policy;
import io.huiyin.kernel.store.EventStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every matter gets an answer back: whose complaint was handled is asked whether it is settled. A complaint that a follow-up led to
 * goes back to that follow-up, whose chain then goes on; so does one that was declined, while any other decline ends with its
 * answer.
 */
@Singleton
public class WhenAComplaintIsClosedThenPlanAFollowUp extends Policy<FollowUpCommand, FollowUp, FollowUpEvent> {

    static final String NAME = "when-a-complaint-is-closed-then-plan-a-follow-up";

    private static final EventNames<HandlingFact> FACTS = EventNames.of(HandlingFact.class);

    WhenAComplaintIsClosedThenPlanAFollowUp(FollowUps followUps, EventStore store) {
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

    static List<Sent<FollowUpCommand>> commands(EventEnvelope event) {
        HandlingFact fact = FACTS.read(event.name(), event.version(), event.data());
        return switch (fact) {
            case Closed closed when closed.historical() -> List.of();
            case Closed closed -> List.of(closed(closed, event.subject()));
            case Declined declined -> declined(declined, event);
            case null -> List.of();
        };
    }

    private static Sent<FollowUpCommand> closed(Closed fact, UUID complaintId) {
        Handled handled = new Handled(complaintId, fact.number(), closing(fact.closing()), fact.closedAt());
        Subject subject = new Subject(
                customer(fact.customer()),
                product(fact.product()),
                fact.severity(),
                fact.issue(),
                fact.liability() == null ? null : fact.liability().department());
        String exemption = ExemptFromFollowUp.because(fact.anonymous(), fact.replyOnly());
        UUID id = FollowUps.id(complaintId, handled.closing());
        return fact.originFollowUpId() == null
                ? new Sent<>(id, new PlanFollowUp(handled, Link.first(id), subject, exemption))
                : new Sent<>(fact.originFollowUpId(), new PlanRecontact(id, handled, subject, exemption));
    }

    private static List<Sent<FollowUpCommand>> declined(Declined fact, EventEnvelope event) {
        if (fact.originFollowUpId() == null) {
            return List.of();
        }
        Handled handled = new Handled(event.subject(), fact.number(), closing(fact.closing()), event.occurredAt());
        UUID id = FollowUps.id(event.subject(), handled.closing());
        return List.of(new Sent<>(fact.originFollowUpId(), new PlanRecontact(id, handled, Subject.UNKNOWN, null)));
    }

    private static int closing(@Nullable Integer closing) {
        return closing == null ? 1 : closing;
    }

    private static @Nullable Customer customer(ComplaintFact.@Nullable Customer customer) {
        if (customer == null) {
            return null;
        }
        ComplaintFact.Person person = customer.person();
        return new Customer(
                customer.customerId(),
                customer.identified(),
                customer.customerClass(),
                person == null
                        ? null
                        : new Person(
                                person.personId() == null ? customer.customerId() : person.personId(),
                                person.name(),
                                person.phone(),
                                person.email(),
                                person.address()));
    }

    private static @Nullable Product product(ComplaintFact.@Nullable Product product) {
        return product == null
                ? null
                : new Product(
                        product.name(),
                        product.subProduct(),
                        product.model(),
                        product.serialNumber(),
                        product.lot(),
                        product.orderNumber(),
                        product.quantity(),
                        product.deliveredOn());
    }
}

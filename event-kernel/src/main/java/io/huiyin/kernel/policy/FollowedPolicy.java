package io.huiyin.kernel.policy;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.policy.PolicyCommand.FollowValue;
import io.huiyin.kernel.policy.PolicyFact.ValueChanged;
import io.huiyin.kernel.reaction.Policy;
import io.huiyin.kernel.store.EventStore;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A key whose values another service decides on holds here what it holds there: each change there is a change here, with the same
 * version and from the same instant on. A value that cannot be read here is a refused reaction, which can be tried again by a later
 * release, also after newer versions were followed.
 */
public abstract class FollowedPolicy extends Policy<PolicyCommand, PolicyChanges, PolicyEvent> {

    private static final EventNames<PolicyFact> FACTS = EventNames.of(PolicyFact.class);

    private final PolicyKey key;
    private final UUID stream;

    /**
     * Follows a key.
     *
     * @param topic of the service that decides on it
     */
    protected FollowedPolicy(String name, String topic, String key, PolicyBook policies, EventStore store) {
        super(name, Set.of(topic), policies.handler(), policies.handler().decider(), store);
        this.key = policies.declared(key);
        this.stream = policies.id(key);
        if (this.key.owner() == null) {
            throw new IllegalStateException(key + " is decided on here: who followed it would follow himself");
        }
    }

    @Override
    public boolean takes(String eventName) {
        return FACTS.classOf(eventName) != null;
    }

    @Override
    protected List<Sent<PolicyCommand>> react(EventEnvelope event) {
        return commands(key, event).stream()
                .map(command -> new Sent<>(stream, command))
                .toList();
    }

    /** What follows for a key from an event. */
    public static List<PolicyCommand> commands(PolicyKey key, EventEnvelope event) {
        return switch (FACTS.read(event.name(), event.version(), event.data())) {
            case ValueChanged fact
            when fact.key().equals(key.key()) ->
                List.of(new FollowValue(key, fact.version(), fact.value(), fact.effectiveFrom(), reason(event, fact)));
            case ValueChanged ofAnotherKey -> List.of();
            case null -> List.of();
        };
    }

    /** Whose decision it was, and why it was made. */
    private static String reason(EventEnvelope event, ValueChanged fact) {
        String said = fact.reason();
        return event.source().substring(1) + (said == null ? "" : ": " + said);
    }
}

package io.huiyin.kernel.reaction;

import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.simulation.Bug;
import io.huiyin.kernel.simulation.Database;
import io.huiyin.kernel.simulation.Matter;
import io.huiyin.kernel.simulation.ServiceProcess;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Whoever asks about a matter is answered there: the policy of the simulation. */
public final class WhenAMatterIsAskedThenAnswer extends Policy<Matter.Answer, Integer, Matter.Event> {

    public static final String NAME = "when-a-matter-is-asked-then-answer";

    public WhenAMatterIsAskedThenAnswer(
            CommandHandler<Matter.Answer, Integer, Matter.Event> handler,
            ServiceProcess process,
            Database database,
            Bug bug) {
        super(
                NAME,
                Set.of(Matter.TOPIC),
                handler,
                new Matter.Answering(),
                bug == Bug.POLICY_WITHOUT_KEY
                        ? new SimulatedPolicyStore.WithoutKey(process, database)
                        : new SimulatedPolicyStore(process, database));
    }

    @Override
    public boolean takes(String eventName) {
        return eventName.equals(Matter.ASKED);
    }

    @Override
    protected List<Sent<Matter.Answer>> react(EventEnvelope event) {
        Matter.Event.Asked asked = EventJson.read(event.data(), Matter.Event.Asked.class);
        return List.of(new Sent<>(UUID.fromString(asked.matter()), new Matter.Answer()));
    }
}

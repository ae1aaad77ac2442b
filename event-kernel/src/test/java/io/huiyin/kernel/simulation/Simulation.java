package io.huiyin.kernel.simulation;

import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.projection.SimulatedRunner;
import io.huiyin.kernel.projection.SimulatedView;
import io.huiyin.kernel.reaction.WhenAMatterIsAskedThenAnswer;
import io.huiyin.kernel.relay.SimulatedRelay;
import io.huiyin.kernel.time.BusinessClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** One run: two instances of a service and their clients in a rough world, which then calms down and is judged. */
final class Simulation {

    private static final int ROUGH = 600;
    private static final int LOOK = 50;
    private static final int LOOKS = 200;
    private static final int CLIENTS = 4;
    private static final int GENERATIONS = 2;
    private static final List<UUID> MATTERS = IntStream.range(0, 4)
            .mapToObj(number -> Ids.derived("matter", number))
            .toList();
    private static final CommandHandler<Matter.Answer, Integer, Matter.Event> HANDLER = handler();

    private final World world;
    private final Judge judge;
    private final List<Client> clients = new ArrayList<>();

    private Simulation(long seed, Bug bug, boolean told) {
        world = new World(seed, told);
        Database database = new Database();
        SimulatedLog log = new SimulatedLog(world);
        judge = new Judge(world, database, log, GENERATIONS);
        List<Instance> instances = List.of(new Instance(world, "one"), new Instance(world, "two"));
        Faults faults = new Faults(world, database, log, instances);
        world.join(faults);
        List<UUID> matters = MATTERS.subList(0, 1 + world.any(MATTERS.size()));
        for (int i = 0; i < CLIENTS; i++) {
            Client client = new Client(world, database, matters, bug == Bug.VERSION_TAKEN_INSIDE);
            clients.add(client);
            world.join(client);
        }
        for (Instance instance : instances) {
            // The log has as many turns as those who write to it and read from it need.
            world.join(log);
            world.join(new SimulatedRelay(instance, database, log, judge, bug));
            for (int generation = 1; generation <= GENERATIONS; generation++) {
                world.join(new SimulatedRunner(
                        instance, database, log, process -> new SimulatedView(faults::isPoisonous), generation));
            }
            world.join(new SimulatedRunner(
                    instance,
                    database,
                    log,
                    process -> new WhenAMatterIsAskedThenAnswer(HANDLER, process, database, bug),
                    1));
        }
    }

    /** The policy asks it for all but the store. */
    @SuppressWarnings("NullAway")
    private static CommandHandler<Matter.Answer, Integer, Matter.Event> handler() {
        return new CommandHandler<>(
                new CommandHandler.Aggregate<>(
                        "matter",
                        Matter.TOPIC,
                        "/v1/matters",
                        new Matter.Answering(),
                        EventNames.of(Matter.Event.class),
                        (id, answers, version) -> answers),
                null,
                new BusinessClock(),
                new PoliciesInForce(new BusinessClock(), new PolicyValues("none", Map.of())));
    }

    /**
     * Runs one seed.
     *
     * @throws Violation when a promise was broken
     */
    static void run(long seed, Bug bug, boolean told) {
        new Simulation(seed, bug, told).run();
    }

    private void run() {
        world.run(ROUGH);
        world.calmDown();
        world.tell(() -> "now all is calm");
        for (int look = 0; look < LOOKS; look++) {
            world.run(LOOK);
            if (clients.stream().allMatch(Client::isIdle) && judge.isAtRest()) {
                break;
            }
        }
        judge.judge();
    }
}

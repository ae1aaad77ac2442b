package io.huiyin.kernel.simulation;

import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.projection.SimulatedView;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.AppendConflict;
import io.huiyin.kernel.store.NewEvent;
import io.huiyin.kernel.store.SimulatedAppend;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Gives commands to matters, one after the other: a load outside any transaction, then an append in its own. */
final class Client implements Actor {

    private static final EventNames<Matter.Event> NAMES = EventNames.of(Matter.Event.class);
    private static final ActorName CLIENT = new ActorName("client", "client", "agent");

    private final World world;
    private final Database database;
    private final List<UUID> matters;
    private final boolean inside;
    private final Runnable start = this::start;
    private Runnable next = start;
    private UUID matter;

    /**
     * A client who has not begun.
     *
     * @param inside the bug: it loads when its transaction has its number, and nothing refuses an inversion
     */
    Client(World world, Database database, List<UUID> matters, boolean inside) {
        this.world = world;
        this.database = database;
        this.matters = matters;
        this.inside = inside;
        this.matter = matters.getFirst();
    }

    boolean isIdle() {
        return next == start;
    }

    @Override
    public void step() {
        next.run();
    }

    private void start() {
        if (world.isCalm()) {
            return;
        }
        matter = matters.get(world.any(matters.size()));
        if (inside) {
            Database.Transaction transaction = database.begin();
            transaction.number();
            next = () -> begin(transaction, load());
        } else {
            int version = load();
            next = () -> begin(database.begin(), version);
        }
    }

    private int load() {
        return database.stream(matter).size();
    }

    private void begin(Database.Transaction transaction, int version) {
        SimulatedAppend append = new SimulatedAppend(transaction, append(version), !inside);
        append.begin(world.now());
        next = () -> check(transaction, append);
    }

    private void check(Database.Transaction transaction, SimulatedAppend append) {
        try {
            append.check();
            next = () -> insert(transaction, append);
        } catch (AppendConflict e) {
            end(transaction);
        }
    }

    private void insert(Database.Transaction transaction, SimulatedAppend append) {
        try {
            append.insert();
            next = () -> commit(transaction);
        } catch (Database.Locked e) {
            // Somebody writes to the same place: it is waited for.
        } catch (AppendConflict e) {
            end(transaction);
        }
    }

    private void commit(Database.Transaction transaction) {
        if (!world.chance(500)) {
            transaction.commit();
            world.tell(() -> "a client commits transaction %d to %s".formatted(transaction.number(), matter));
        }
        end(transaction);
    }

    private void end(Database.Transaction transaction) {
        transaction.rollback();
        next = start;
    }

    private Append append(int version) {
        List<NewEvent> events = new ArrayList<>();
        int size = 1 + world.any(2);
        for (int i = 1; i <= size; i++) {
            Matter.Event event = event();
            events.add(new NewEvent(
                    matter,
                    version + i,
                    "matter",
                    Ids.next(),
                    NAMES.nameOf(event),
                    1,
                    world.now(),
                    EventJson.write(event),
                    null));
        }
        return new Append(events, CLIENT, "correlation", null, null, null, null);
    }

    private Matter.Event event() {
        int kind = world.any(10);
        if (kind < 4) {
            return new Matter.Event.Asked(matters.get(world.any(matters.size())).toString());
        }
        return new Matter.Event.Told(kind == 4 ? SimulatedView.POISON : "something");
    }
}

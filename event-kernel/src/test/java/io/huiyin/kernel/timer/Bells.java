package io.huiyin.kernel.timer;

import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.time.BusinessClock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/** Bells of the test application, which time rings. */
@Singleton
class Bells extends TimedAggregate<Bell.Command, Bell, Bell.Event> {

    static final String NAME = "bell";

    private final CommandHandler<Bell.Command, Bell, Bell.Event> handler;

    @Inject
    Bells(EventStore store, BusinessClock clock, PoliciesInForce policies) {
        this(handler(store, clock, policies));
    }

    private Bells(CommandHandler<Bell.Command, Bell, Bell.Event> handler) {
        super(handler, Bell.Command.Ring::new);
        this.handler = handler;
    }

    /** Bells that nobody stores; the store is asked for nothing. */
    @SuppressWarnings("NullAway")
    static Bells apart() {
        return new Bells(handler(
                null,
                new BusinessClock(),
                new PoliciesInForce(new BusinessClock(), new PolicyValues("none", Map.of()))));
    }

    private static CommandHandler<Bell.Command, Bell, Bell.Event> handler(
            EventStore store, BusinessClock clock, PoliciesInForce policies) {
        return new CommandHandler<>(
                new CommandHandler.Aggregate<>(
                        NAME,
                        "note-events",
                        "/v1/bells",
                        new Bell.Deciding(),
                        EventNames.of(Bell.Event.class),
                        (id, bell, version) -> bell,
                        Bell::next),
                store,
                clock,
                policies);
    }

    CommandHandler<Bell.Command, Bell, Bell.Event> handler() {
        return handler;
    }
}

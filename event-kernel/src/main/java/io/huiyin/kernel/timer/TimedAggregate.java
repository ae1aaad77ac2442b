package io.huiyin.kernel.timer;

import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.store.Append;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate that time itself asks something of: its state says when, its decider what follows. A subclass is a bean of the service.
 *
 * @param <C> commands
 * @param <S> state
 * @param <E> events
 */
public abstract class TimedAggregate<C, S, E> {

    /** Who acts when nobody does. */
    private static final Actor TIME = Actor.system("time");

    private final CommandHandler<C, S, E> handler;
    private final Function<Instant, C> command;

    /**
     * One that is given a command when its time has come.
     *
     * @param command what is asked at an instant; its decider answers with what follows, and a state whose time is later or never
     */
    protected TimedAggregate(CommandHandler<C, S, E> handler, Function<Instant, C> command) {
        this.handler = handler;
        this.command = command;
    }

    final String name() {
        return handler.aggregateName();
    }

    final Running<C, S, E> loaded(UUID id, List<EventEnvelope> history) {
        return new Running<>(this, id, history);
    }

    /**
     * One of them while its times are gone through, in memory.
     *
     * @param <C> commands
     * @param <S> state
     * @param <E> events
     */
    static final class Running<C, S, E> {
        private final TimedAggregate<C, S, E> kind;
        private final UUID id;
        private final String correlation;
        private S state;
        private int version;

        private Running(TimedAggregate<C, S, E> kind, UUID id, List<EventEnvelope> history) {
            this.kind = kind;
            this.id = id;
            this.correlation = history.getFirst().correlationId();
            this.state = kind.handler.fold(history);
            this.version = history.getLast().sequence();
        }

        /** When it is next asked; null for never. */
        @Nullable
        Instant dueAt() {
            return kind.handler.dueAt(state);
        }

        /**
         * Asks it at the instant at which it is due.
         *
         * @return what is to be appended
         * @throws IllegalStateException when its time does not go on by that
         */
        Append ring(Instant at) {
            Context context = kind.handler.context(TIME, at);
            List<E> events = kind.handler.decider().decide(kind.command.apply(at), state, context);
            S after = kind.handler.decider().evolve(state, events);
            Instant next = kind.handler.dueAt(after);
            if (events.isEmpty() || (next != null && !next.isAfter(at))) {
                throw new IllegalStateException("is asked at " + at + ", and again at " + next);
            }
            Append append = new Append(
                    kind.handler.recordable(id, version, events, at, null),
                    CommandHandler.named(TIME),
                    correlation,
                    null,
                    null,
                    null,
                    null,
                    kind.handler.timers(id, state, after));
            state = after;
            version += events.size();
            return append;
        }
    }
}

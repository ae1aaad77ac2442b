package io.huiyin.kernel.reaction;

import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.Decider;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.projection.Projection;
import io.huiyin.kernel.projection.ViewTransaction;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.Appended;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.store.NewEvent;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the service does of its own accord when something happened: {@code WhenXThenY}. A reaction happens exactly once (G4): its
 * events, the rows that name its cause and the checkpoint stand in one transaction. It decides from its event and the aggregates it
 * loads, never from a view; a business refusal is recorded, can be tried again by a person, and the policy goes on.
 *
 * @param <C> commands it gives
 * @param <S> state of the aggregate it gives them to
 * @param <E> that aggregate's events
 */
public abstract class Policy<C, S, E> implements Projection {

    /** Each event may load, decide and append; the write transaction stays short all the same. */
    private static final int BATCH = 50;

    private final String name;
    private final Set<String> topics;
    private final CommandHandler<C, S, E> handler;
    private final Decider<C, S, E> decider;
    private final PolicyStore store;

    protected Policy(
            String name,
            Set<String> topics,
            CommandHandler<C, S, E> handler,
            Decider<C, S, E> decider,
            EventStore store) {
        this(name, topics, handler, decider, new SqlPolicyStore(store));
    }

    Policy(
            String name,
            Set<String> topics,
            CommandHandler<C, S, E> handler,
            Decider<C, S, E> decider,
            PolicyStore store) {
        this.name = name;
        this.topics = Set.copyOf(topics);
        this.handler = handler;
        this.decider = decider;
        this.store = store;
    }

    /**
     * A command to an aggregate of this service.
     *
     * @param stream of an aggregate that is, or is to be; {@code Ids.derived} gives a cause its own one
     * @param series the number to take should the command begin the stream
     */
    public record Sent<C>(UUID stream, C command, Append.@Nullable Series series) {

        public Sent(UUID stream, C command) {
            this(stream, command, null);
        }
    }

    /** The commands that follow from an event; the same ones whenever it is asked. */
    protected abstract List<Sent<C>> react(EventEnvelope event);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean replays() {
        return false;
    }

    /** A policy never replays. */
    @Override
    public final int revision() {
        return 1;
    }

    @Override
    public final Set<String> topics() {
        return topics;
    }

    @Override
    public final List<String> tables() {
        return List.of();
    }

    @Override
    public final int batch() {
        return BATCH;
    }

    /** What was decided, and what is to be appended for it, if anything. */
    private record Outcome(
            PolicyStore.Reaction reaction, @Nullable Append append) {}

    private record Wanted<C>(EventEnvelope cause, List<Sent<C>> sent) {}

    private static final class Stream<S> {
        private S state;
        private int version;

        private Stream(S state, int version) {
            this.state = state;
            this.version = version;
        }
    }

    @Override
    public final Work prepare(List<EventEnvelope> events) {
        // After a restore a policy reads its logs from the beginning: what it has reacted to stays as it is.
        Set<UUID> settled = events.isEmpty()
                ? Set.of()
                : store.reacted(name, events.stream().map(EventEnvelope::id).toList());
        List<Wanted<C>> wanted = new ArrayList<>(events.size());
        Set<UUID> ids = new LinkedHashSet<>();
        for (EventEnvelope cause : events) {
            if (!settled.contains(cause.id())) {
                List<Sent<C>> sent = react(cause);
                wanted.add(new Wanted<>(cause, sent));
                sent.forEach(one -> ids.add(one.stream()));
            }
        }
        Map<UUID, Stream<S>> streams = load(ids);
        List<Outcome> outcomes = new ArrayList<>();
        for (Wanted<C> one : wanted) {
            if (one.sent().isEmpty()) {
                outcomes.add(new Outcome(new PolicyStore.Reaction(one.cause(), 0, "nothing", null, null), null));
            }
            for (int place = 0; place < one.sent().size(); place++) {
                outcomes.add(decide(one.cause(), place, one.sent().get(place), streams));
            }
        }
        return transaction -> write(transaction, outcomes);
    }

    private Outcome decide(EventEnvelope cause, int place, Sent<C> sent, Map<UUID, Stream<S>> streams) {
        UUID id = sent.stream();
        Stream<S> stream = streams.computeIfAbsent(id, fresh -> new Stream<>(decider.initial(), 0));
        Context context = handler.context(Actor.system(name));
        try {
            List<E> decided = decider.decide(sent.command(), stream.state, context);
            if (decided.isEmpty()) {
                return new Outcome(new PolicyStore.Reaction(cause, place, "nothing", null, id), null);
            }
            List<NewEvent> recordable = handler.recordable(id, stream.version, decided, context.now(), cause.id());
            S after = decider.evolve(stream.state, decided);
            Append append = new Append(
                    recordable,
                    CommandHandler.named(context.actor()),
                    cause.correlationId(),
                    cause.traceparent(),
                    null,
                    null,
                    stream.version == 0 ? sent.series() : null,
                    handler.timers(id, stream.state, after));
            stream.state = after;
            stream.version += decided.size();
            return new Outcome(new PolicyStore.Reaction(cause, place, "done", null, id), append);
        } catch (Refused refused) {
            PolicyStore.Said said = new PolicyStore.Said(
                    refused.refusal().rule(),
                    refused.refusal().slug() + (refused.detail() == null ? "" : ": " + refused.detail()));
            return new Outcome(new PolicyStore.Reaction(cause, place, "refused", said, id), null);
        } catch (InvalidInput invalid) {
            PolicyStore.Said said = new PolicyStore.Said(null, invalid.faults().toString());
            return new Outcome(new PolicyStore.Reaction(cause, place, "refused", said, id), null);
        }
    }

    private Map<UUID, Stream<S>> load(Set<UUID> ids) {
        Map<UUID, Stream<S>> streams = new HashMap<>();
        if (!ids.isEmpty()) {
            store.load(ids)
                    .forEach((id, history) -> streams.put(
                            id,
                            new Stream<>(
                                    handler.fold(history), history.getLast().sequence())));
        }
        return streams;
    }

    /** All statements travel together; numbers that were taken are put into what later appends of the batch say. */
    private void write(ViewTransaction transaction, List<Outcome> outcomes) {
        Map<String, String> numbers = new HashMap<>();
        List<Uni<Boolean>> travelling = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Append append = outcome.append();
            if (append != null) {
                Append.Series series = append.series();
                if (series == null) {
                    travelling.add(
                            store.append(transaction, numbered(append, numbers)).map(done -> true));
                } else {
                    Appended appended =
                            store.append(transaction, append).await().indefinitely();
                    String number = appended.number();
                    if (number != null) {
                        numbers.put(series.placeholder(), number);
                    }
                }
            }
            travelling.add(store.keep(transaction, name, outcome.reaction()));
        }
        if (!travelling.isEmpty()) {
            Uni.join().all(travelling).andFailFast().await().indefinitely();
        }
    }

    private static Append numbered(Append append, Map<String, String> numbers) {
        Append said = append;
        for (Map.Entry<String, String> number : numbers.entrySet()) {
            said = said.saying(number.getKey(), number.getValue());
        }
        return said;
    }

    /**
     * Tries a refused reaction again, on a person's word.
     *
     * @param id of its row
     * @return whether its row still stood refused; only then anything was written. Blocks.
     */
    boolean retry(long id, EventEnvelope cause, int place, String person) {
        List<Sent<C>> sent = react(cause);
        if (place >= sent.size()) {
            throw new IllegalStateException(name + " no longer reacts to " + cause.name());
        }
        Outcome outcome = decide(cause, place, sent.get(place), load(Set.of(sent.get(place).stream())));
        boolean settled = store.keepRetried(id, outcome.reaction(), outcome.append(), person);
        store.committed();
        return settled;
    }

    @Override
    public final void committed() {
        store.committed();
    }
}

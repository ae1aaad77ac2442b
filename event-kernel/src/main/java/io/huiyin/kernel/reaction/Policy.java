package io.huiyin.kernel.reaction;

import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Decider;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.projection.Projection;
import io.huiyin.kernel.projection.ViewTransaction;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.store.NewEvent;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the service does of its own accord when something happened: {@code WhenXThenY}. A reaction happens exactly once (G4): its
 * events, the row that names its cause and the checkpoint stand in one transaction. It decides from its event and the aggregates it
 * loads, never from a view; a business refusal is recorded and the policy goes on.
 *
 * @param <C> commands it gives
 * @param <S> state of the aggregate it gives them to
 * @param <E> that aggregate's events
 */
public abstract class Policy<C, S, E> implements Projection {

    private final String name;
    private final Set<String> topics;
    private final CommandHandler<C, S, E> handler;
    private final Decider<C, S, E> decider;
    private final EventStore store;

    protected Policy(
            String name,
            Set<String> topics,
            CommandHandler<C, S, E> handler,
            Decider<C, S, E> decider,
            EventStore store) {
        this.name = name;
        this.topics = Set.copyOf(topics);
        this.handler = handler;
        this.decider = decider;
        this.store = store;
    }

    /** A command to an aggregate of this service. */
    public record Sent<C>(UUID stream, C command) {}

    /** The command that follows from an event, or none. */
    protected abstract Optional<Sent<C>> react(EventEnvelope event);

    @Override
    public final String name() {
        return name;
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

    private record Reaction(
            EventEnvelope cause,
            String outcome,
            @Nullable Refused refusal,
            @Nullable UUID stream) {}

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
        Map<UUID, Stream<S>> streams = new HashMap<>();
        List<Reaction> reactions = new ArrayList<>();
        List<Append> appends = new ArrayList<>();
        Actor actor = Actor.system(name);
        Set<UUID> settled = events.isEmpty() ? Set.of() : settled(events);
        for (EventEnvelope cause : events) {
            if (settled.contains(cause.id())) {
                continue;
            }
            Optional<Sent<C>> sent = react(cause);
            if (sent.isEmpty()) {
                reactions.add(new Reaction(cause, "nothing", null, null));
                continue;
            }
            UUID id = sent.get().stream();
            Stream<S> stream = streams.computeIfAbsent(id, this::load);
            try {
                var context = handler.context(actor);
                List<E> decided = decider.decide(sent.get().command(), stream.state, context);
                if (!decided.isEmpty()) {
                    List<NewEvent> recordable =
                            handler.recordable(id, stream.version, decided, context.now(), cause.id());
                    appends.add(new Append(
                            recordable,
                            CommandHandler.named(actor),
                            cause.correlationId(),
                            cause.traceparent(),
                            null,
                            null,
                            null));
                    stream.state = decider.evolve(stream.state, decided);
                    stream.version += decided.size();
                }
                reactions.add(new Reaction(cause, decided.isEmpty() ? "nothing" : "done", null, id));
            } catch (Refused refused) {
                reactions.add(new Reaction(cause, "refused", refused, id));
            }
        }
        return transaction -> write(transaction, reactions, appends);
    }

    /** After a restore a policy reads its logs from the beginning: what it has reacted to stays as it is. */
    private Set<UUID> settled(List<EventEnvelope> causes) {
        return store.reacted(name, causes.stream().map(EventEnvelope::id).toList())
                .await()
                .indefinitely();
    }

    private Stream<S> load(UUID id) {
        List<EventEnvelope> history = store.load(id).await().indefinitely();
        return new Stream<>(
                handler.fold(history), history.isEmpty() ? 0 : history.getLast().sequence());
    }

    private void write(ViewTransaction transaction, List<Reaction> reactions, List<Append> appends) {
        for (Append append : appends) {
            store.append(transaction.connection(), append).await().indefinitely();
        }
        for (Reaction reaction : reactions) {
            Refused refusal = reaction.refusal();
            transaction.execute(
                    "insert into policy_reaction (policy, cause, subject, outcome, rule, detail, stream) "
                            + "values ($1, $2, $3, $4, $5, $6, $7)",
                    Tuple.from(new @Nullable Object[] {
                        name,
                        reaction.cause().id(),
                        reaction.cause().subject(),
                        reaction.outcome(),
                        refusal == null ? null : refusal.refusal().rule(),
                        refusal == null ? null : refusal.refusal().slug(),
                        reaction.stream()
                    }));
        }
    }

    @Override
    public final void committed() {
        store.committed();
    }
}

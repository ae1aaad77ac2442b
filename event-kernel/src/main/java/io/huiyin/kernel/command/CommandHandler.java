package io.huiyin.kernel.command;

import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.command.CommandProblem.AlreadyFiled;
import io.huiyin.kernel.command.CommandProblem.Busy;
import io.huiyin.kernel.command.CommandProblem.KeyReused;
import io.huiyin.kernel.command.CommandProblem.NotFound;
import io.huiyin.kernel.command.CommandProblem.Stale;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.Decider;
import io.huiyin.kernel.event.Backdated;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.event.UnreadableEvent;
import io.huiyin.kernel.log.Partitions;
import io.huiyin.kernel.policy.PoliciesInForce;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.AppendConflict;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.store.NewEvent;
import io.huiyin.kernel.store.Timer;
import io.huiyin.kernel.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Load, fold, decide, append, answer: a creation in one round trip, a command in two (a load outside any transaction, an append in
 * its own).
 *
 * @param <C> commands
 * @param <S> state
 * @param <E> events
 */
public final class CommandHandler<C, S, E> {

    private static final int ATTEMPTS = 3;

    /** How the aggregate is called, decided, stored and shown. */
    public record Aggregate<C, S, E>(
            String name,
            String topic,
            String path,
            Decider<C, S, E> decider,
            EventNames<E> names,
            Shown<S> shown,
            Timed<S> timed) {

        /** One that time asks nothing of. */
        public Aggregate(
                String name, String topic, String path, Decider<C, S, E> decider, EventNames<E> names, Shown<S> shown) {
            this(name, topic, path, decider, names, shown, state -> null);
        }
    }

    /** When time itself next asks something of an aggregate in a state; null for never (G10). */
    @FunctionalInterface
    public interface Timed<S> {
        @Nullable
        Instant dueAt(S state);
    }

    /** The answer's body for a state. */
    @FunctionalInterface
    public interface Shown<S> {
        Object of(UUID id, S state, int version);
    }

    /** A folded stream. */
    public record Folded<S>(UUID id, S state, int version) {}

    private final Aggregate<C, S, E> aggregate;
    private final EventStore store;
    private final BusinessClock clock;
    private final PoliciesInForce policies;

    public CommandHandler(
            Aggregate<C, S, E> aggregate, EventStore store, BusinessClock clock, PoliciesInForce policies) {
        this.aggregate = aggregate;
        this.store = store;
        this.clock = clock;
        this.policies = policies;
    }

    /** The circumstances of a decision made now. */
    public Context context(Actor actor) {
        Instant now = clock.instant();
        return context(actor, now);
    }

    /** Files something new. A retry under the same key, or of the same natural key, finds what the first one made. */
    public Uni<Answer> create(UUID id, C command, CommandRequest request, Creation creation) {
        return Uni.createFrom()
                .deferred(() -> create(id, command, request, creation, context(request.actor())))
                .onFailure(AppendConflict.class)
                .recoverWithUni(failure -> afterConflict(failure, request, creation));
    }

    private Uni<Answer> create(UUID id, C command, CommandRequest request, Creation creation, Context context) {
        S initial = aggregate.decider().initial();
        List<E> events = aggregate.decider().decide(command, initial, context);
        S state = aggregate.decider().evolve(initial, events);
        String body = body(id, state, events.size());
        Append append =
                append(id, 0, events, context, request, 201, body, path(id), creation, timers(id, initial, state));
        return store.append(append).map(appended -> {
            Append.Series series = creation.series();
            String number = appended.number();
            String answer = series == null || number == null ? body : body.replace(series.placeholder(), number);
            return new Answer(201, answer, path(id), events.size(), token(id, appended.position()), false);
        });
    }

    /** The key is looked up first, then the natural key, each in a new statement that sees what the winner committed. */
    private Uni<Answer> afterConflict(AppendConflict conflict, CommandRequest request, Creation creation) {
        if (conflict.kind() == AppendConflict.Kind.WAITED) {
            return Uni.createFrom().failure(new Busy("an equal request has not ended yet"));
        }
        String key = request.key();
        if (key == null) {
            return naturalTwin(conflict, creation);
        }
        return store.findAnswer(request.actor().id(), key)
                .flatMap(found -> found.isPresent()
                        ? Uni.createFrom().item(replay(found.get(), request))
                        : naturalTwin(conflict, creation));
    }

    private Uni<Answer> naturalTwin(AppendConflict conflict, Creation creation) {
        Append.NaturalKey natural = creation.natural();
        if (natural == null) {
            return Uni.createFrom().failure(new Busy(conflict.kind().name()));
        }
        return store.findNatural(natural.scope(), natural.key()).flatMap(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().failure(new Busy(conflict.kind().name()));
            }
            UUID existing = found.get().stream();
            if (!found.get().fingerprint().equals(natural.fingerprint())) {
                return Uni.createFrom().failure(new AlreadyFiled(aggregate.name(), path(existing), existing));
            }
            return store.load(existing).map(history -> {
                EventEnvelope last = history.getLast();
                return new Answer(
                        200,
                        body(existing, fold(history), last.sequence()),
                        path(existing),
                        last.sequence(),
                        token(existing, last.position()),
                        true);
            });
        });
    }

    /** Gives a command to an existing aggregate. Without If-Match a lost race is decided again, at most three times. */
    public Uni<Answer> handle(UUID id, C command, CommandRequest request) {
        return handle(new Given<>(id, command, request, false), 1);
    }

    /** The same for an aggregate that is always there in a sense: before anything has happened to it, it is at version 0. */
    public Uni<Answer> put(UUID id, C command, CommandRequest request) {
        return handle(new Given<>(id, command, request, true), 1);
    }

    /** A command to an aggregate that may or may not have events yet. */
    private record Given<C>(UUID id, C command, CommandRequest request, boolean mayBegin) {}

    private Uni<Answer> handle(Given<C> given, int attempt) {
        return load(given.id(), given.request())
                .flatMap(loaded -> loaded.answer() != null
                        ? Uni.createFrom().item(replay(loaded.answer(), given.request()))
                        : decide(given, loaded.events()))
                .onFailure(AppendConflict.class)
                .recoverWithUni(failure -> switch (failure.kind()) {
                    case WAITED -> Uni.createFrom().failure(new Busy("an equal request has not ended yet"));
                    case KEY, NATURAL_KEY, VERSION, INVERSION ->
                        attempt < ATTEMPTS
                                ? handle(given, attempt + 1)
                                : Uni.createFrom().failure(new Busy("others were faster " + ATTEMPTS + " times"));
                });
    }

    private Uni<EventStore.Loaded> load(UUID id, CommandRequest request) {
        String key = request.key();
        return key == null
                ? store.load(id).map(events -> new EventStore.Loaded(events, null))
                : store.load(id, request.actor().id(), key);
    }

    private Uni<Answer> decide(Given<C> given, List<EventEnvelope> history) {
        UUID id = given.id();
        CommandRequest request = given.request();
        if (history.isEmpty() && !given.mayBegin()) {
            return Uni.createFrom().failure(new NotFound(aggregate.name(), id));
        }
        int version = history.isEmpty() ? 0 : history.getLast().sequence();
        Integer expected = request.expectedVersion();
        if (expected != null && expected != version) {
            return Uni.createFrom().failure(new Stale(version));
        }
        Context context = context(request.actor());
        S state = fold(history);
        List<E> events = aggregate.decider().decide(given.command(), state, context);
        if (events.isEmpty()) {
            Answer unchanged = new Answer(
                    200,
                    body(id, state, version),
                    null,
                    version,
                    history.isEmpty() ? null : token(id, history.getLast().position()),
                    false);
            return Uni.createFrom().item(unchanged);
        }
        int newVersion = version + events.size();
        S after = aggregate.decider().evolve(state, events);
        String body = body(id, after, newVersion);
        Append append = append(
                id, version, events, context, request, 200, body, null, Creation.PLAIN, timers(id, state, after));
        return store.append(append)
                .map(done -> new Answer(200, body, null, newVersion, token(id, done.position()), false));
    }

    /** The aggregate as it is, or as it was recorded at an instant. */
    public Uni<Folded<S>> get(UUID id, @Nullable Instant asOf) {
        Uni<List<EventEnvelope>> events = asOf == null ? store.load(id) : store.load(id, asOf);
        return events.map(history -> {
            if (history.isEmpty()) {
                throw new NotFound(aggregate.name(), id);
            }
            return new Folded<>(id, fold(history), history.getLast().sequence());
        });
    }

    /** The aggregate's answer body, current or as of a recorded instant. */
    public Uni<Answer> show(UUID id, @Nullable Instant asOf) {
        return get(id, asOf)
                .map(folded -> new Answer(
                        200, body(id, folded.state(), folded.version()), null, folded.version(), null, false));
    }

    /** Every event with who, when and what. */
    public Uni<List<EventEnvelope>> history(UUID id) {
        return store.load(id).invoke(events -> {
            if (events.isEmpty()) {
                throw new NotFound(aggregate.name(), id);
            }
        });
    }

    /** Folds recorded events. */
    public S fold(List<EventEnvelope> history) {
        S state = aggregate.decider().initial();
        for (EventEnvelope envelope : history) {
            E event = aggregate.names().read(envelope.name(), envelope.version(), envelope.data());
            if (event == null) {
                throw new UnreadableEvent("unknown event " + envelope.name() + " in stream " + envelope.subject());
            }
            state = aggregate.decider().evolve(state, event);
        }
        return state;
    }

    /** Events as they are appended, numbered on from a version. */
    public List<NewEvent> recordable(UUID id, int version, List<E> events, Instant now, @Nullable UUID causation) {
        List<NewEvent> recordable = new ArrayList<>(events.size());
        int next = version;
        for (E event : events) {
            next++;
            recordable.add(new NewEvent(
                    id,
                    next,
                    aggregate.name(),
                    Ids.next(),
                    aggregate.names().nameOf(event),
                    aggregate.names().versionOf(event),
                    occurredAt(event, now),
                    EventJson.write(event),
                    causation));
        }
        return recordable;
    }

    private static Instant occurredAt(Object event, Instant now) {
        Instant before = event instanceof Backdated backdated ? backdated.occurredAt() : null;
        return before == null ? now : before;
    }

    private Append append(
            UUID id,
            int version,
            List<E> events,
            Context context,
            CommandRequest request,
            int status,
            String body,
            @Nullable String location,
            Creation creation,
            List<Timer> timers) {
        String key = request.key();
        return new Append(
                recordable(id, version, events, context.now(), null),
                named(request.actor()),
                request.correlationId(),
                request.traceparent(),
                key == null
                        ? null
                        : new Append.KeyedAnswer(
                                request.actor().id(), key, request.fingerprint(), status, body, location),
                creation.natural(),
                creation.series(),
                timers);
    }

    /** The aggregate's timer, where it moves with a change of state. */
    public List<Timer> timers(UUID id, S before, S after) {
        Instant dueAt = aggregate.timed().dueAt(after);
        return Objects.equals(dueAt, aggregate.timed().dueAt(before))
                ? List.of()
                : List.of(new Timer(id, aggregate.name(), dueAt));
    }

    /** What aggregates of this sort are called. */
    public String aggregateName() {
        return aggregate.name();
    }

    public Decider<C, S, E> decider() {
        return aggregate.decider();
    }

    /** When time itself next asks something of an aggregate in a state; null for never. */
    public @Nullable Instant dueAt(S state) {
        return aggregate.timed().dueAt(state);
    }

    /** The circumstances of a decision that time itself asks for at an instant. */
    public Context context(Actor actor, Instant at) {
        PolicyValues values = policies.values(at);
        return new Context(at, actor, values, Calendars.of(values));
    }

    /** How events name an actor. */
    public static ActorName named(Actor actor) {
        return new ActorName(actor.id(), actor.name(), String.join(",", new TreeSet<>(actor.roles())));
    }

    private Answer replay(Append.FoundAnswer found, CommandRequest request) {
        if (!found.fingerprint().equals(request.fingerprint())) {
            throw new KeyReused(String.valueOf(request.key()));
        }
        return new Answer(
                found.status(),
                found.answer(),
                found.location(),
                found.version(),
                token(found.stream(), found.position()),
                true);
    }

    private String token(UUID id, Position position) {
        return new PositionToken(aggregate.topic(), Partitions.of(id), position).encode();
    }

    private String path(UUID id) {
        return aggregate.path() + "/" + id;
    }

    private String body(UUID id, S state, int version) {
        return EventJson.write(aggregate.shown().of(id, state, version));
    }
}

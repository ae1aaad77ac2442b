package io.huiyin.followup.task;

import io.huiyin.followup.task.FollowUp.Claim;
import io.huiyin.followup.task.FollowUp.Task;
import io.huiyin.followup.task.FollowUpCommand.ClaimFollowUp;
import io.huiyin.followup.task.rules.CallWindow;
import io.huiyin.followup.task.rules.HigherRoleMayTakeOver;
import io.huiyin.followup.task.views.worklist.Worklist;
import io.huiyin.followup.task.views.worklist.WorklistEntry;
import io.huiyin.kernel.command.Answer;
import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.command.CommandProblem.Busy;
import io.huiyin.kernel.command.CommandProblem.KeyReused;
import io.huiyin.kernel.command.CommandRequest;
import io.huiyin.kernel.command.PositionToken;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.Partitions;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.AppendConflict;
import io.huiyin.kernel.store.EventStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands out tasks, one to an agent at a time. Two agents never get the same one: a claim is an event in the task's stream, appended
 * at the version it was decided on. An agent never gets two: beside the event, in its transaction, a row per agent is moved on by
 * compare-and-set to the task he claimed last, so that of his simultaneous requests one wins and the others find what it claimed.
 * Whether he still holds that task says its stream alone. The worklist only nominates; it may lag.
 */
@ApplicationScoped
public class Claims {

    private static final int PAGE = 32;
    private static final int ATTEMPTS = 5;

    private static final String LAST = "select follow_up, turn from agent_claim where agent = $1";

    private static final String MOVE_ON = "insert into agent_claim as c (agent, follow_up, turn) values ($1, $2, 1) "
            + "on conflict (agent) do update set follow_up = excluded.follow_up, turn = c.turn + 1 where c.turn = $3";

    private final FollowUps followUps;
    private final EventStore store;
    private final Pool pool;
    private final Worklist worklist;

    Claims(FollowUps followUps, EventStore store, Pool pool, Worklist worklist) {
        this.followUps = followUps;
        this.store = store;
        this.pool = pool;
        this.worklist = worklist;
    }

    /** What a request for the next task comes to. */
    public sealed interface Next {

        /** A task to work on. */
        record Held(Answer answer) implements Next {}

        /** None now; perhaps one at a later instant. */
        record Nothing(@Nullable Instant nextOpening) implements Next {}
    }

    /** The task an agent claimed last, if any, and how often he has claimed. */
    private record Last(@Nullable UUID followUp, long turn) {}

    /** A task he may take, as it was loaded. */
    private record Candidate(UUID id, FollowUp state, int version, Position position) {}

    /** One attempt to find the agent a task. */
    private record Search(String channel, CommandRequest request, Context context, Last last) {
        Actor actor() {
            return request.actor();
        }
    }

    /** Another request of the same agent was faster. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Overtaken() {
            super("overtaken", null, false, false);
        }
    }

    /** The task the agent holds, else the earliest due that he may take and that may be contacted now. */
    public Uni<Next> next(String channel, CommandRequest request) {
        String key = request.key();
        return key == null
                ? attempt(channel, request, 1)
                : replayed(request, key)
                        .flatMap(found -> found == null
                                ? attempt(channel, request, 1)
                                : Uni.createFrom().item(found));
    }

    /** The task the agent holds; null when he holds none. */
    public Uni<@Nullable Answer> held(Actor actor) {
        Context context = followUps.handler().context(actor);
        return last(actor).flatMap(last -> held(last, context));
    }

    private Uni<@Nullable Next> replayed(CommandRequest request, String key) {
        return store.findAnswer(request.actor().id(), key)
                .map(found -> found.map(answer -> replay(answer, request, key)).orElse(null));
    }

    private static Next replay(Append.FoundAnswer found, CommandRequest request, String key) {
        if (!found.fingerprint().equals(request.fingerprint())) {
            throw new KeyReused(key);
        }
        return new Next.Held(new Answer(
                found.status(), found.answer(), null, found.version(), token(found.stream(), found.position()), true));
    }

    private Uni<Next> attempt(String channel, CommandRequest request, int attempt) {
        Context context = followUps.handler().context(request.actor());
        return last(request.actor())
                .flatMap(last -> held(last, context)
                        .flatMap(held -> held != null
                                ? Uni.createFrom().<Next>item(new Next.Held(held))
                                : search(new Search(channel, request, context, last), null)))
                .onFailure(Overtaken.class)
                .recoverWithUni(() -> attempt < ATTEMPTS
                        ? attempt(channel, request, attempt + 1)
                        : Uni.createFrom().failure(new Busy("others were faster " + ATTEMPTS + " times")));
    }

    private Uni<Last> last(Actor actor) {
        return pool.preparedQuery(LAST).execute(Tuple.of(actor.id())).map(rows -> {
            for (Row row : rows) {
                return new Last(row.getUUID("follow_up"), row.getLong("turn"));
            }
            return new Last(null, 0);
        });
    }

    private Uni<@Nullable Answer> held(Last last, Context context) {
        UUID id = last.followUp();
        return id == null
                ? Uni.createFrom().nullItem()
                : store.load(id).map(history -> {
                    if (history.isEmpty()) {
                        return null;
                    }
                    Candidate loaded = candidate(id, history);
                    return isHeldBy(loaded.state(), context) ? unchanged(loaded, context) : null;
                });
    }

    private static boolean isHeldBy(FollowUp followUp, Context context) {
        Claim running = followUp instanceof Task task ? task.running(context.now()) : null;
        return running != null && running.agent().equals(context.actor().id());
    }

    private Candidate candidate(UUID id, List<EventEnvelope> history) {
        EventEnvelope last = history.getLast();
        return new Candidate(id, followUps.handler().fold(history), last.sequence(), last.position());
    }

    private static Answer unchanged(Candidate loaded, Context context) {
        return new Answer(
                200,
                body(loaded.id(), loaded.state(), loaded.version(), context),
                null,
                loaded.version(),
                token(loaded.id(), loaded.position()),
                false);
    }

    private static String body(UUID id, FollowUp followUp, int version, Context context) {
        if (followUp instanceof Task task) {
            return EventJson.write(FollowUpAnswer.of(id, task, version, context.now()));
        }
        throw new IllegalStateException("only a task is claimed");
    }

    private static String token(UUID id, Position position) {
        return new PositionToken(FollowUps.TOPIC, Partitions.of(id), position).encode();
    }

    /** Page by page from the earliest due. */
    private Uni<Next> search(Search search, @Nullable WorklistEntry after) {
        Instant now = search.context().now();
        List<String> roles = HigherRoleMayTakeOver.takes(search.actor());
        if (!CallWindow.isOpen(search.channel(), now, search.context())) {
            return nothing(search, roles);
        }
        return worklist.claimable(roles, now, after, PAGE)
                .flatMap(page -> take(search, page).flatMap(taken -> {
                    if (taken != null) {
                        return Uni.createFrom().item(taken);
                    }
                    return page.size() < PAGE ? nothing(search, roles) : search(search, page.getLast());
                }));
    }

    private Uni<Next> nothing(Search search, List<String> roles) {
        Instant now = search.context().now();
        return worklist.soonest(roles, now).map(soonest -> {
            if (soonest == null) {
                return new Next.Nothing(null);
            }
            Instant at = soonest.nextContactAt;
            Instant opening = CallWindow.nextOpening(
                    search.channel(), at == null || at.isBefore(now) ? now : at, search.context());
            return new Next.Nothing(opening.isAfter(now) ? opening : null);
        });
    }

    private Uni<@Nullable Next> take(Search search, List<WorklistEntry> page) {
        List<UUID> ids = page.stream().map(entry -> entry.id).toList();
        return ids.isEmpty()
                ? Uni.createFrom().nullItem()
                : store.load(ids).flatMap(streams -> take(search, ids, 0, streams));
    }

    private Uni<@Nullable Next> take(Search search, List<UUID> ids, int place, Map<UUID, List<EventEnvelope>> streams) {
        for (int i = place; i < ids.size(); i++) {
            List<EventEnvelope> history = streams.get(ids.get(i));
            Optional<Claimable> claimable =
                    history == null ? Optional.empty() : decide(search, candidate(ids.get(i), history));
            if (claimable.isPresent()) {
                int next = i + 1;
                return claim(search, claimable.get())
                        .onFailure(AppendConflict.class)
                        .recoverWithUni(conflict -> after(search, conflict, () -> take(search, ids, next, streams)));
            }
        }
        return Uni.createFrom().nullItem();
    }

    private record Claimable(Candidate candidate, List<FollowUpEvent> events) {}

    /** Empty when somebody took it since the worklist nominated it, or it ended. */
    private static Optional<Claimable> decide(Search search, Candidate candidate) {
        try {
            return Optional.of(new Claimable(
                    candidate,
                    FollowUps.DECIDER.decide(
                            new ClaimFollowUp(search.channel()), candidate.state(), search.context())));
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Otherwise {
        Uni<@Nullable Next> goOn();
    }

    private Uni<@Nullable Next> after(Search search, AppendConflict conflict, Otherwise otherwise) {
        String key = search.request().key();
        return switch (conflict.kind()) {
            case VERSION -> otherwise.goOn();
            case KEY, NATURAL_KEY -> key == null ? Uni.createFrom().failure(conflict) : replayed(search.request(), key);
            case INVERSION -> Uni.createFrom().failure(new Overtaken());
            case WAITED -> Uni.createFrom().failure(new Busy("an equal request has not ended yet"));
        };
    }

    private Uni<@Nullable Next> claim(Search search, Claimable claimable) {
        Candidate candidate = claimable.candidate();
        List<FollowUpEvent> events = claimable.events();
        if (events.isEmpty()) {
            return Uni.createFrom().item(new Next.Held(unchanged(candidate, search.context())));
        }
        int version = candidate.version() + events.size();
        FollowUp after = FollowUps.DECIDER.evolve(candidate.state(), events);
        String body = body(candidate.id(), after, version, search.context());
        return store.transaction(connection -> moveOn(connection, search, candidate.id())
                        .flatMap(ignored -> store.append(connection, append(search, candidate, events, after, body))))
                .map(done -> {
                    store.committed();
                    return new Next.Held(
                            new Answer(200, body, null, version, token(candidate.id(), done.position()), false));
                });
    }

    private static Uni<Boolean> moveOn(SqlConnection connection, Search search, UUID followUp) {
        return connection
                .preparedQuery(MOVE_ON)
                .execute(Tuple.of(search.actor().id(), followUp, search.last().turn()))
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new Overtaken();
                    }
                    return true;
                });
    }

    private Append append(Search search, Candidate candidate, List<FollowUpEvent> events, FollowUp after, String body) {
        CommandRequest request = search.request();
        String key = request.key();
        return new Append(
                followUps
                        .handler()
                        .recordable(
                                candidate.id(),
                                candidate.version(),
                                events,
                                search.context().now(),
                                null),
                CommandHandler.named(request.actor()),
                request.correlationId(),
                request.traceparent(),
                key == null
                        ? null
                        : new Append.KeyedAnswer(request.actor().id(), key, request.fingerprint(), 200, body, null),
                null,
                null,
                followUps.handler().timers(candidate.id(), candidate.state(), after));
    }
}

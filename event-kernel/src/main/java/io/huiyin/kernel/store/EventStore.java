package io.huiyin.kernel.store;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Appends to and reads from the event table of this service; never changes what stands there. */
@ApplicationScoped
public class EventStore {

    static final String COLUMNS =
            "stream, version, epoch, tx::text::bigint as tx, id, event_id, aggregate, type, type_version, "
                    + "occurred_at, recorded_at, actor, actor_name, actor_roles, correlation_id, causation_id, traceparent, "
                    + "data::text as data";

    private static final String LOAD = "select " + COLUMNS + " from event where stream = $1 order by version";

    private static final String LOAD_SEVERAL =
            "select " + COLUMNS + " from event where stream = any($1) order by stream, version";

    private static final String LOAD_AS_OF =
            "select " + COLUMNS + " from event where stream = $1 and recorded_at <= $2 order by version";

    private static final String FIND_KEY =
            "select fingerprint, status, answer, location, stream, version, epoch, tx::text::bigint as tx, id from idempotency_key "
                    + "where caller = $1 and key = $2";

    private static final String FIND_NATURAL =
            "select stream, fingerprint from natural_key where scope = $1 and key = $2";

    /** How long appends that can be tried again wait for rows of somebody else. */
    private static final String MOST_WAIT = "500ms";

    private static final Duration GROUP_PATIENCE = Duration.ofMillis(20);

    private final Pool pool;
    private final LogSignal signal;
    private final String source;
    private final AppendGroups groups;

    EventStore(Pool pool, LogSignal signal, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.pool = pool;
        this.signal = signal;
        this.source = "/" + service;
        this.groups = new AppendGroups(
                (appends, mostWait) ->
                        AppendStatement.run(pool, appends, mostWait).invoke(signal::wake),
                GROUP_PATIENCE);
    }

    /** A stream with the answer already given under the caller's key, if any. */
    public record Loaded(List<EventEnvelope> events, Append.@Nullable FoundAnswer answer) {}

    /**
     * Appends in one round trip, in a transaction that it shares with other requests when there are many.
     *
     * @return fails with {@link AppendConflict} when somebody was first
     */
    public Uni<Appended> append(Append append) {
        return groups.append(append).onFailure(PgException.class).transform(EventStore::conflict);
    }

    /** Appends within the caller's transaction; the caller wakes the relay after its commit. */
    public Uni<Appended> append(SqlClient client, Append append) {
        return AppendStatement.run(client, List.of(append), null)
                .map(List::getFirst)
                .onFailure(PgException.class)
                .transform(EventStore::conflict);
    }

    /**
     * Appends several in their order, all of them or none, in one round trip.
     *
     * @return fails with {@link AppendConflict} when somebody was first at one of them
     */
    public Uni<List<Appended>> append(List<Append> appends) {
        return AppendStatement.run(pool, appends, MOST_WAIT)
                .invoke(signal::wake)
                .onFailure(PgException.class)
                .transform(EventStore::conflict);
    }

    /** Tells the relay that a transaction with appends was committed. */
    public void committed() {
        signal.wake();
    }

    /** The whole stream; empty when there is none. */
    public Uni<List<EventEnvelope>> load(UUID stream) {
        return pool.preparedQuery(LOAD).execute(Tuple.of(stream)).map(rows -> map(rows, this::envelope));
    }

    /** Several streams; those that are not there are left out. */
    public Uni<Map<UUID, List<EventEnvelope>>> load(Collection<UUID> streams) {
        return pool.preparedQuery(LOAD_SEVERAL)
                .execute(Tuple.of(streams.toArray(UUID[]::new)))
                .map(rows -> map(rows, this::envelope).stream().collect(Collectors.groupingBy(EventEnvelope::subject)));
    }

    /** Does several things in one transaction. */
    public <T> Uni<T> transaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }

    /** The stream as it was recorded at an instant. */
    public Uni<List<EventEnvelope>> load(UUID stream, Instant recordedUpTo) {
        return pool.preparedQuery(LOAD_AS_OF)
                .execute(Tuple.of(stream, recordedUpTo.atOffset(ZoneOffset.UTC)))
                .map(rows -> map(rows, this::envelope));
    }

    /** The stream and the caller's key, in one round trip: both queries travel together on one connection. */
    public Uni<Loaded> load(UUID stream, String caller, String key) {
        return pool.withConnection(connection -> Uni.combine()
                .all()
                .unis(
                        connection.preparedQuery(LOAD).execute(Tuple.of(stream)),
                        connection.preparedQuery(FIND_KEY).execute(Tuple.of(caller, key)))
                .asTuple()
                .map(both -> new Loaded(
                        map(both.getItem1(), this::envelope),
                        map(both.getItem2(), EventStore::answer).stream()
                                .findFirst()
                                .orElse(null))));
    }

    public Uni<Optional<Append.FoundAnswer>> findAnswer(String caller, String key) {
        return pool.preparedQuery(FIND_KEY)
                .execute(Tuple.of(caller, key))
                .map(rows -> map(rows, EventStore::answer).stream().findFirst());
    }

    public Uni<Optional<Append.FoundNatural>> findNatural(String scope, String key) {
        return pool.preparedQuery(FIND_NATURAL)
                .execute(Tuple.of(scope, key))
                .map(rows ->
                        map(rows, row -> new Append.FoundNatural(row.getUUID("stream"), row.getString("fingerprint")))
                                .stream()
                                .findFirst());
    }

    /** Those of the causes that a policy has reacted to already. */
    public Uni<Set<UUID>> reacted(String policy, List<UUID> causes) {
        return pool.preparedQuery("select cause from policy_reaction where policy = $1 and cause = any($2)")
                .execute(Tuple.of(policy, causes.toArray(UUID[]::new)))
                .map(rows -> Set.copyOf(map(rows, row -> row.getUUID("cause"))));
    }

    /** Events that the relay has published, in log order, after a position. */
    public Uni<List<EventEnvelope>> published(Position after, int limit) {
        return pool.preparedQuery(
                        "select " + COLUMNS + " from event e where (e.epoch, e.tx, e.id) > ($1, $2::text::xid8, $3) "
                                + "and (e.epoch, e.tx, e.id) <= (select r.epoch, r.tx, r.id from relay_checkpoint r) "
                                + "order by e.epoch, e.tx, e.id limit $4")
                .execute(Tuple.of(after.epoch(), Long.toString(after.tx()), after.id(), limit))
                .map(rows -> map(rows, this::envelope));
    }

    /** Reads a row that holds all {@link #COLUMNS}. */
    public EventEnvelope envelope(Row row) {
        return new EventEnvelope(
                row.getUUID("event_id"),
                row.getString("type"),
                row.getInteger("type_version"),
                source,
                row.getString("aggregate"),
                row.getUUID("stream"),
                row.getInteger("version"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant(),
                new ActorName(row.getString("actor"), row.getString("actor_name"), row.getString("actor_roles")),
                row.getString("correlation_id"),
                row.getUUID("causation_id"),
                row.getString("traceparent"),
                new Position(row.getInteger("epoch"), row.getLong("tx"), row.getLong("id")),
                row.getString("data"));
    }

    private static Append.FoundAnswer answer(Row row) {
        return new Append.FoundAnswer(
                row.getString("fingerprint"),
                row.getInteger("status"),
                row.getString("answer"),
                row.getString("location"),
                row.getUUID("stream"),
                row.getInteger("version"),
                new Position(row.getInteger("epoch"), row.getLong("tx"), row.getLong("id")));
    }

    private static Throwable conflict(Throwable failure) {
        if (!(failure instanceof PgException pg)) {
            return failure;
        }
        return switch (String.valueOf(pg.getSqlState())) {
            case "23505" ->
                switch (String.valueOf(pg.getConstraint())) {
                    case "idempotency_key_pkey" -> new AppendConflict(AppendConflict.Kind.KEY);
                    case "natural_key_pkey" -> new AppendConflict(AppendConflict.Kind.NATURAL_KEY);
                    case "event_pkey" -> new AppendConflict(AppendConflict.Kind.VERSION);
                    default -> failure;
                };
            case "HY001" -> new AppendConflict(AppendConflict.Kind.VERSION);
            case "HY002" -> new AppendConflict(AppendConflict.Kind.INVERSION);
            case "55P03" -> new AppendConflict(AppendConflict.Kind.WAITED);
            default -> failure;
        };
    }

    private static <T> List<T> map(RowSet<Row> rows, Function<Row, T> mapper) {
        List<T> list = new ArrayList<>(rows.rowCount());
        for (Row row : rows) {
            list.add(mapper.apply(row));
        }
        return list;
    }
}

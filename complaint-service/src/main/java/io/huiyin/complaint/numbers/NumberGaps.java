package io.huiyin.complaint.numbers;

import io.huiyin.complaint.Complaints;
import io.huiyin.complaint.numbers.NumberEvent.NumbersSkipped;
import io.huiyin.kernel.command.Answer;
import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.command.CommandProblem.KeyReused;
import io.huiyin.kernel.command.CommandRequest;
import io.huiyin.kernel.command.PositionToken;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.Partitions;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.AppendConflict;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.store.NewEvent;
import io.huiyin.kernel.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The register of gaps. Numbers are taken in the transaction of the case that bears them, so none is lost by itself; a gap comes
 * only from a person who leaves numbers out, and says why: after a restore, or to go on from a paper register. X-01.
 */
@ApplicationScoped
public class NumberGaps {

    static final EventNames<NumberEvent> NAMES = EventNames.of(NumberEvent.class);

    static final String PATH = "/v1/number-gaps";

    private static final String AGGREGATE = "complaint-number";

    private final Pool pool;
    private final EventStore events;
    private final BusinessClock clock;

    NumberGaps(Pool pool, EventStore events, BusinessClock clock) {
        this.pool = pool;
        this.events = events;
        this.clock = clock;
    }

    /** Numbers of a series that were left out, and why. */
    public record Gap(String series, long first, long last, String reason, String actor, Instant recordedAt) {}

    /** All gaps, by series and number. */
    Uni<List<Gap>> all() {
        return pool.query(
                        "select series, first, last, reason, actor, recorded_at from number_gap order by series, first")
                .execute()
                .map(NumberGaps::gaps);
    }

    private static List<Gap> gaps(RowSet<Row> rows) {
        List<Gap> gaps = new ArrayList<>(rows.rowCount());
        for (Row row : rows) {
            gaps.add(new Gap(
                    row.getString("series"),
                    row.getLong("first"),
                    row.getLong("last"),
                    row.getString("reason"),
                    row.getString("actor"),
                    row.getOffsetDateTime("recorded_at").toInstant()));
        }
        return gaps;
    }

    /**
     * Leaves out all numbers of a series that were not given yet, up to one; the series goes on above it. A retry under the same
     * key gets the first answer again.
     */
    Uni<Answer> skip(String series, long upTo, String reason, CommandRequest request) {
        return earlier(request)
                .flatMap(found ->
                        found.isPresent() ? Uni.createFrom().item(found.get()) : skipNow(series, upTo, reason, request))
                // A twin may have been faster.
                .onFailure(failure -> failure instanceof InvalidInput || failure instanceof AppendConflict)
                .recoverWithUni(failure -> earlier(request)
                        .flatMap(found -> found.isPresent()
                                ? Uni.createFrom().item(found.get())
                                : Uni.createFrom().failure(failure)));
    }

    private Uni<Optional<Answer>> earlier(CommandRequest request) {
        String key = request.key();
        return key == null
                ? Uni.createFrom().item(Optional.empty())
                : events.findAnswer(request.actor().id(), key)
                        .map(found -> found.map(answer -> {
                            if (!answer.fingerprint().equals(request.fingerprint())) {
                                throw new KeyReused(key);
                            }
                            return new Answer(
                                    answer.status(),
                                    answer.answer(),
                                    answer.location(),
                                    answer.version(),
                                    token(answer.stream(), answer.position()),
                                    true);
                        }));
    }

    private static String token(UUID stream, Position position) {
        return new PositionToken(Complaints.TOPIC, Partitions.of(stream), position).encode();
    }

    private Uni<Answer> skipNow(String series, long upTo, String reason, CommandRequest request) {
        return pool.withTransaction(connection -> first(connection, series, upTo)
                        .flatMap(first -> register(connection, series, first, upTo, reason, request)))
                .invoke(events::committed);
    }

    private static Uni<Long> first(SqlConnection connection, String series, long upTo) {
        return connection
                .preparedQuery(
                        "insert into number_series (series, last) values ($1, 0) on conflict (series) do nothing")
                .execute(Tuple.of(series))
                .flatMap(ignored -> connection
                        .preparedQuery("select last from number_series where series = $1 for update")
                        .execute(Tuple.of(series)))
                .map(rows -> rows.iterator().next().getLong(0))
                .flatMap(last -> {
                    if (upTo <= last) {
                        throw new InvalidInput("/upTo", "must be above " + last + ", the last number given");
                    }
                    return connection
                            .preparedQuery("update number_series set last = $2 where series = $1")
                            .execute(Tuple.of(series, upTo))
                            .replaceWith(last + 1);
                });
    }

    private Uni<Answer> register(
            SqlConnection connection, String series, long first, long upTo, String reason, CommandRequest request) {
        return connection
                .preparedQuery(
                        "insert into number_gap (series, first, last, reason, actor) values ($1, $2, $3, $4, $5) "
                                + "returning series, first, last, reason, actor, recorded_at")
                .execute(Tuple.of(series, first, upTo, reason, request.actor().id()))
                .map(rows -> gaps(rows).getFirst())
                .flatMap(gap -> connection
                        .preparedQuery("select coalesce(max(version), 0) from event where stream = $1")
                        .execute(Tuple.of(stream(series)))
                        .map(rows -> rows.iterator().next().getInteger(0))
                        .flatMap(version -> append(connection, gap, version + 1, request)));
    }

    private static UUID stream(String series) {
        return UUID.nameUUIDFromBytes(series.getBytes(StandardCharsets.UTF_8));
    }

    private Uni<Answer> append(SqlConnection connection, Gap gap, int version, CommandRequest request) {
        UUID stream = stream(gap.series());
        NumbersSkipped skipped = new NumbersSkipped(gap.series(), gap.first(), gap.last(), gap.reason());
        String body = EventJson.write(gap);
        String key = request.key();
        Append append = new Append(
                List.of(new NewEvent(
                        stream,
                        version,
                        AGGREGATE,
                        Ids.next(),
                        NAMES.nameOf(skipped),
                        NAMES.versionOf(skipped),
                        clock.instant(),
                        EventJson.write(skipped),
                        null)),
                CommandHandler.named(request.actor()),
                request.correlationId(),
                request.traceparent(),
                key == null
                        ? null
                        : new Append.KeyedAnswer(request.actor().id(), key, request.fingerprint(), 201, body, PATH),
                null,
                null);
        return events.append(connection, append)
                .map(appended -> new Answer(201, body, PATH, version, token(stream, appended.position()), false));
    }
}

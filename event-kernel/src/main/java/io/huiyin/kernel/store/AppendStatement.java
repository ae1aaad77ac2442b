package io.huiyin.kernel.store;

import io.huiyin.kernel.event.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One or several appends as one call of {@code append_events}: all of them are written or none. */
final class AppendStatement {

    private static final int PARAMETERS = 37;

    private static final String SQL = "select o_epoch, o_tx, o_id, o_recorded_at, o_number from append_events("
            + IntStream.rangeClosed(1, PARAMETERS).mapToObj(i -> "$" + i).collect(Collectors.joining(", ")) + ")";

    private AppendStatement() {}

    /**
     * Writes them.
     *
     * @param mostWait how long it waits for somebody else's rows, such as {@code 500ms}; null for as long as the session does
     * @return what each came to, in their order
     */
    static Uni<List<Appended>> run(SqlClient client, List<Append> appends, @Nullable String mostWait) {
        return client.preparedQuery(SQL)
                .execute(Tuple.wrap(parameters(appends, mostWait)))
                .map(AppendStatement::appended);
    }

    private static List<Appended> appended(RowSet<Row> rows) {
        List<Appended> appended = new ArrayList<>(rows.rowCount());
        for (Row row : rows) {
            appended.add(new Appended(
                    new Position(row.getInteger(0), row.getLong(1), row.getLong(2)),
                    row.getOffsetDateTime(3).toInstant(),
                    row.getString(4)));
        }
        return appended;
    }

    private static List<@Nullable Object> parameters(List<Append> appends, @Nullable String mostWait) {
        List<@Nullable Object> values = new ArrayList<>(PARAMETERS);
        values.add(ends(appends));
        values.add(texts(appends, append -> append.actor().id()));
        values.add(texts(appends, append -> append.actor().name()));
        values.add(texts(appends, append -> append.actor().roles()));
        values.add(texts(appends, Append::correlationId));
        values.add(texts(appends, Append::traceparent));
        values.add(keys(appends, Append.KeyedAnswer::caller));
        values.add(keys(appends, Append.KeyedAnswer::key));
        values.add(keys(appends, Append.KeyedAnswer::fingerprint));
        values.add(numbers(
                appends, append -> append.key() == null ? null : append.key().status()));
        values.add(keys(appends, Append.KeyedAnswer::answer));
        values.add(keys(appends, Append.KeyedAnswer::location));
        values.add(naturals(appends, Append.NaturalKey::scope));
        values.add(naturals(appends, Append.NaturalKey::key));
        values.add(naturals(appends, Append.NaturalKey::fingerprint));
        values.add(series(appends, Append.Series::series));
        values.add(series(appends, Append.Series::prefix));
        values.add(numbers(
                appends,
                append -> append.series() == null ? null : append.series().digits()));
        values.add(series(appends, Append.Series::placeholder));
        addEvents(values, appends);
        values.add(appends.stream().anyMatch(Append::hasPredecessors));
        values.add(appends.stream().anyMatch(append -> append.key() != null));
        values.add(appends.stream().anyMatch(append -> append.natural() != null));
        values.add(appends.stream().anyMatch(append -> append.series() != null));
        addTimers(values, appends);
        values.add(mostWait);
        return values;
    }

    /** The last of each stream, in one order for all, so that no two groups wait for each other. */
    private static void addTimers(List<@Nullable Object> values, List<Append> appends) {
        Map<UUID, Timer> last = new TreeMap<>();
        appends.forEach(append -> append.timers().forEach(timer -> last.put(timer.stream(), timer)));
        List<Timer> timers = List.copyOf(last.values());
        @Nullable OffsetDateTime[] due = new OffsetDateTime[timers.size()];
        for (int i = 0; i < due.length; i++) {
            Instant dueAt = timers.get(i).dueAt();
            due[i] = dueAt == null ? null : dueAt.atOffset(ZoneOffset.UTC);
        }
        values.add(timers.stream().map(Timer::stream).toArray(UUID[]::new));
        values.add(timers.stream().map(Timer::aggregate).toArray(String[]::new));
        values.add(due);
    }

    private static void addEvents(List<@Nullable Object> values, List<Append> appends) {
        int size = appends.stream().mapToInt(append -> append.events().size()).sum();
        Integer[] places = new Integer[size];
        UUID[] streams = new UUID[size];
        Integer[] versions = new Integer[size];
        UUID[] ids = new UUID[size];
        String[] types = new String[size];
        Integer[] typeVersions = new Integer[size];
        OffsetDateTime[] occurred = new OffsetDateTime[size];
        String[] data = new String[size];
        String[] aggregates = new String[size];
        @Nullable UUID[] causations = new UUID[size];
        int i = 0;
        for (int append = 0; append < appends.size(); append++) {
            for (NewEvent event : appends.get(append).events()) {
                places[i] = append + 1;
                streams[i] = event.stream();
                versions[i] = event.version();
                ids[i] = event.id();
                types[i] = event.name();
                typeVersions[i] = event.nameVersion();
                occurred[i] = event.occurredAt().atOffset(ZoneOffset.UTC);
                data[i] = event.data();
                aggregates[i] = event.aggregate();
                causations[i] = event.causation();
                i++;
            }
        }
        values.add(places);
        values.add(streams);
        values.add(versions);
        values.add(ids);
        values.add(types);
        values.add(typeVersions);
        values.add(occurred);
        values.add(data);
        values.add(aggregates);
        values.add(causations);
    }

    private static Integer[] ends(List<Append> appends) {
        Integer[] ends = new Integer[appends.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += appends.get(i).events().size();
            ends[i] = end;
        }
        return ends;
    }

    private static @Nullable String[] keys(List<Append> appends, Function<Append.KeyedAnswer, @Nullable String> part) {
        return texts(appends, append -> append.key() == null ? null : part.apply(append.key()));
    }

    private static @Nullable String[] naturals(List<Append> appends, Function<Append.NaturalKey, String> part) {
        return texts(appends, append -> append.natural() == null ? null : part.apply(append.natural()));
    }

    private static @Nullable String[] series(List<Append> appends, Function<Append.Series, String> part) {
        return texts(appends, append -> append.series() == null ? null : part.apply(append.series()));
    }

    private static @Nullable String[] texts(List<Append> appends, Function<Append, @Nullable String> part) {
        @Nullable String[] texts = new String[appends.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = part.apply(appends.get(i));
        }
        return texts;
    }

    private static @Nullable Integer[] numbers(List<Append> appends, Function<Append, @Nullable Integer> part) {
        @Nullable Integer[] numbers = new Integer[appends.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = part.apply(appends.get(i));
        }
        return numbers;
    }
}

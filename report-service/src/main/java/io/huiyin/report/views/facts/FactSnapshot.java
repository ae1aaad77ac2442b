package io.huiyin.report.views.facts;

import io.huiyin.report.statistics.Counted;
import io.huiyin.report.statistics.Dimension;
import io.huiyin.report.statistics.Span;
import io.huiyin.report.statistics.Tally;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is known at one moment. Its calls follow one another: they share a connection. */
public final class FactSnapshot {

    private static final String TALLY = "count(*) as total, count(*) filter (where timely = 'yes') as timely_yes, "
            + "count(*) filter (where timely = 'no') as timely_no, "
            + "count(*) filter (where disputed = 'yes') as disputed_yes, "
            + "count(*) filter (where disputed = 'no') as disputed_no";

    /** $3, the zone, is asked for even where no key is a time, so that every statement takes the same values. */
    private static final String KNOWN_NOW = " from complaint_fact where known_to is null and received_at >= $1 "
            + "and received_at < $2 and $3::text is not null";

    /** The same as it was known at $4, in recorded time. */
    private static final String KNOWN_THEN = " from complaint_fact where ((known_to is null and known_from <= $4) "
            + "or (known_to > $4 and known_from <= $4)) and received_at >= $1 and received_at < $2 "
            + "and $3::text is not null";

    private static final String SERVING = "view = '" + ComplaintFactsProjection.NAME
            + "' and generation = (select g.generation from view_generation g where g.view = '"
            + ComplaintFactsProjection.NAME + "' and g.state = 'serving')";

    private final SqlConnection connection;

    FactSnapshot(SqlConnection connection) {
        this.connection = connection;
    }

    /**
     * What could not be taken in.
     *
     * @param heldBack events that wait in the dead letters
     * @param skipped events that a person gave up
     */
    public record Gaps(long heldBack, long skipped) {}

    /** The complaints of a span by several dimensions at once, as they are known now; at most so many groups. */
    public Uni<List<Counted>> count(Span span, List<Dimension> by, int limit) {
        return count(span, by, limit, null);
    }

    /**
     * The same, now or as they were known.
     *
     * @param knownAt the recorded instant that is asked about, or null for now
     */
    public Uni<List<Counted>> count(Span span, List<Dimension> by, int limit, @Nullable Instant knownAt) {
        String keys = IntStream.range(0, by.size())
                .mapToObj(i -> column(by.get(i)) + " as k" + i)
                .collect(Collectors.joining(", "));
        String groups =
                IntStream.rangeClosed(1, by.size()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String known = knownAt == null ? KNOWN_NOW : KNOWN_THEN;
        Tuple values = values(span);
        if (knownAt != null) {
            values.addOffsetDateTime(knownAt.atOffset(ZoneOffset.UTC));
        }
        String sql = "select " + keys + ", " + TALLY + known + " group by " + groups + " limit " + limit;
        return connection.preparedQuery(sql).execute(values).map(rows -> {
            List<Counted> counted = new ArrayList<>(rows.rowCount());
            for (Row row : rows) {
                List<@Nullable String> found = new ArrayList<>(by.size());
                for (int i = 0; i < by.size(); i++) {
                    found.add(row.getString(i));
                }
                counted.add(new Counted(found, tally(row)));
            }
            return counted;
        });
    }

    /** The complaints of a span by each of several dimensions, in one pass. */
    public Uni<Map<Dimension, List<Counted>>> countByEach(Span span, List<Dimension> dimensions) {
        String keys = IntStream.range(0, dimensions.size())
                .mapToObj(i -> column(dimensions.get(i)) + " as k" + i)
                .collect(Collectors.joining(", "));
        String names =
                IntStream.range(0, dimensions.size()).mapToObj(i -> "k" + i).collect(Collectors.joining(", "));
        String sets = IntStream.range(0, dimensions.size())
                .mapToObj(i -> "(k" + i + ")")
                .collect(Collectors.joining(", "));
        String sql = "select " + names + ", grouping(" + names + ") as others, " + TALLY + " from (select " + keys
                + ", timely, disputed" + KNOWN_NOW + ") known group by grouping sets (" + sets + ")";
        return connection.preparedQuery(sql).execute(values(span)).map(rows -> {
            Map<Dimension, List<Counted>> counted = new EnumMap<>(Dimension.class);
            dimensions.forEach(dimension -> counted.put(dimension, new ArrayList<>()));
            for (Row row : rows) {
                int column = grouped(row.getInteger("others"), dimensions.size());
                List<@Nullable String> key = new ArrayList<>(1);
                key.add(row.getString(column));
                counted.getOrDefault(dimensions.get(column), new ArrayList<>()).add(new Counted(key, tally(row)));
            }
            return counted;
        });
    }

    /** Which column a row is grouped by: the one whose bit is not set, the first column having the highest bit. */
    private static int grouped(int others, int columns) {
        int missing = ~others & ((1 << columns) - 1);
        return columns - 1 - Integer.numberOfTrailingZeros(missing);
    }

    /** Up to which position of each partition the facts reach. */
    public Uni<Map<String, String>> positions() {
        return connection
                .query("select topic, partition, epoch, tx, id from view_checkpoint where " + SERVING)
                .execute()
                .map(rows -> {
                    Map<String, String> positions = new TreeMap<>();
                    for (Row row : rows) {
                        positions.put(
                                row.getString("topic") + "-" + row.getInteger("partition"),
                                row.getInteger("epoch") + "." + row.getLong("tx") + "." + row.getLong("id"));
                    }
                    return positions;
                });
    }

    /** What the facts lack up to there. A record that is no event at all is no gap once a person has skipped it. */
    public Uni<Gaps> gaps() {
        return connection
                .query("select count(*) filter (where resolution is null) as held_back, "
                        + "count(*) filter (where resolution = 'skipped' and subject is not null) as skipped "
                        + "from dead_letter where " + SERVING)
                .execute()
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Gaps(row.getLong("held_back"), row.getLong("skipped"));
                });
    }

    private static Tuple values(Span span) {
        return Tuple.of(
                span.start().atOffset(ZoneOffset.UTC),
                span.end().atOffset(ZoneOffset.UTC),
                span.zone().getId());
    }

    private static Tally tally(Row row) {
        return new Tally(
                row.getLong("total"),
                row.getLong("timely_yes"),
                row.getLong("timely_no"),
                row.getLong("disputed_yes"),
                row.getLong("disputed_no"));
    }

    private static String column(Dimension dimension) {
        return switch (dimension) {
            case DAY -> "to_char(received_at at time zone $3, 'YYYY-MM-DD')";
            case ISO_WEEK -> "to_char(received_at at time zone $3, 'IYYY-\"W\"IW')";
            case MONTH -> "to_char(received_at at time zone $3, 'YYYY-MM')";
            case PRODUCT -> "product";
            case SUB_PRODUCT -> "sub_product";
            case ISSUE -> "issue";
            case CATEGORY -> "category";
            case CHANNEL -> "channel";
            case REGION -> "region";
            case COMPANY -> "company";
            case OUTCOME -> "outcome";
            case SEVERITY -> "severity";
            case CAUSE -> "cause";
        };
    }
}

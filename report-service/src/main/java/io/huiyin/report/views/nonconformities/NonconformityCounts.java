package io.huiyin.report.views.nonconformities;

import io.huiyin.report.statistics.NonconformityDimension;
import io.huiyin.report.statistics.NonconformityTally;
import io.huiyin.report.statistics.Pareto;
import io.huiyin.report.statistics.Span;
import io.huiyin.report.views.facts.FactSnapshot;
import io.huiyin.report.views.facts.Grouping;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts nonconformities by when they were reported, as they are known in a snapshot. */
public final class NonconformityCounts {

    private static final String DISPOSITIONS = "from nonconformity_disposition_fact d "
            + "where d.known_to is null and d.nonconformity_id = n.nonconformity_id";

    /** One row per nonconformity. */
    private static final String WHOLE = " left join lateral (select coalesce(sum(d.passed), 0) as passed, "
            + "coalesce(sum(d.failed), 0) as failed, "
            + "coalesce(bool_or(d.approved and d.holds), false) as disposed, "
            + "coalesce(bool_or(d.approved and d.holds and d.disposition = 'concession'), false) as conceded, "
            + "true as holds, n.items as quantity, null::text as disposition " + DISPOSITIONS + ") p on true";

    /** One row per disposition, and one for the pieces that have none. */
    private static final String PARTS = " cross join lateral (select d.passed, d.failed, "
            + "d.approved and d.holds as disposed, "
            + "d.approved and d.holds and d.disposition = 'concession' as conceded, d.holds, "
            + "case when d.holds then coalesce(d.quantity, n.items) else 0 end as quantity, d.disposition "
            + DISPOSITIONS
            + " union all select 0, 0, false, false, true, n.items - coalesce(sum(coalesce(d.quantity, n.items)), 0), null "
            + DISPOSITIONS + " and d.holds having count(*) = 0 or n.items > sum(coalesce(d.quantity, n.items))) p";

    private static final String COMPLAINT =
            " left join complaint_fact c on c.complaint_id = n.complaint_id and c.known_to is null";

    private static final String TALLY = "count(distinct id) filter (where holds) as events, "
            + "coalesce(sum(quantity), 0)::bigint as items, coalesce(sum(passed), 0)::bigint as passed, "
            + "coalesce(sum(failed), 0)::bigint as failed, count(distinct id) filter (where disposed) as disposed, "
            + "count(distinct id) filter (where conceded) as conceded, "
            + "count(distinct id) filter (where holds and ended_at is null) as open";

    private final FactSnapshot snapshot;

    /** Counts what a snapshot holds. */
    public NonconformityCounts(FactSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** All of a span. */
    public Uni<NonconformityTally> total(Span span) {
        return by(span, List.of(), 1).map(groups -> groups.getFirst().value());
    }

    /** Those of a span by several dimensions at once; at most so many groups. */
    public Uni<List<Pareto.Group<NonconformityTally>>> by(
            Span span, List<NonconformityDimension> dimensions, int limit) {
        Grouping keys = new Grouping(
                dimensions.stream().map(NonconformityCounts::column).toList());
        String sql = "select " + keys.named() + TALLY + " from (select " + keys.selected()
                + "n.nonconformity_id as id, n.ended_at, p.* from nonconformity_fact n"
                + (dimensions.contains(NonconformityDimension.DISPOSITION) ? PARTS : WHOLE)
                + (dimensions.contains(NonconformityDimension.CAUSE) ? COMPLAINT : "")
                + " where n.known_to is null and n.reported_at >= $1 and n.reported_at < $2 and $3::text is not null) f"
                + keys.groupBy() + " limit " + limit;
        return snapshot.connection()
                .preparedQuery(sql)
                .execute(FactSnapshot.values(span))
                .map(found -> {
                    List<Pareto.Group<NonconformityTally>> groups = new ArrayList<>(found.rowCount());
                    for (Row row : found) {
                        NonconformityTally tally = tally(row);
                        groups.add(new Pareto.Group<>(keys.keys(row), tally.events(), tally));
                    }
                    return groups;
                });
    }

    /**
     * One that is not done with.
     *
     * @param disposition what is to be done with it, if that is decided or proposed; several in their order
     */
    public record Open(
            UUID id,
            @Nullable String number,
            Instant reportedAt,
            @Nullable String severity,
            @Nullable String source,
            @Nullable String product,
            @Nullable String disposition,
            @Nullable UUID complaintId,
            long items,
            String status) {}

    /** Those reported before an instant that are neither closed nor cleared, the oldest first. */
    public Uni<List<Open>> open(Instant before, int limit) {
        return snapshot.connection()
                .preparedQuery("select n.nonconformity_id, n.number, n.reported_at, n.severity, n.source, n.product, "
                        + "n.complaint_id, n.items, n.status, (select string_agg(distinct d.disposition, ',') "
                        + DISPOSITIONS + " and d.holds) as disposition from nonconformity_fact n "
                        + "where n.known_to is null and n.ended_at is null and n.reported_at < $1 "
                        + "order by n.reported_at, n.nonconformity_id limit " + limit)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
                .map(found -> {
                    List<Open> open = new ArrayList<>();
                    for (Row row : found) {
                        open.add(new Open(
                                row.getUUID("nonconformity_id"),
                                row.getString("number"),
                                row.getOffsetDateTime("reported_at").toInstant(),
                                row.getString("severity"),
                                row.getString("source"),
                                row.getString("product"),
                                row.getString("disposition"),
                                row.getUUID("complaint_id"),
                                row.getLong("items"),
                                row.getString("status")));
                    }
                    return open;
                });
    }

    /** How many reported before an instant are neither closed nor cleared, and how many were closed in a span. */
    public record Handled(long open, long closed) {}

    /** What is left, and what was brought to an end. */
    public Uni<Handled> handled(Span span) {
        return snapshot.connection()
                .preparedQuery("select count(*) filter (where ended_at is null and reported_at < $2) as open, "
                        + "count(*) filter (where ended_at >= $1 and ended_at < $2 and status = 'closed') as closed "
                        + "from nonconformity_fact where known_to is null and $3::text is not null "
                        + "and (ended_at is null or (ended_at >= $1 and ended_at < $2))")
                .execute(FactSnapshot.values(span))
                .map(found -> {
                    Row row = found.iterator().next();
                    return new Handled(row.getLong("open"), row.getLong("closed"));
                });
    }

    private static NonconformityTally tally(Row row) {
        return new NonconformityTally(
                row.getLong("events"),
                row.getLong("items"),
                row.getLong("passed"),
                row.getLong("failed"),
                row.getLong("disposed"),
                row.getLong("conceded"),
                row.getLong("open"));
    }

    private static String column(NonconformityDimension dimension) {
        return switch (dimension) {
            case DAY -> Grouping.day("n.reported_at");
            case ISO_WEEK -> Grouping.isoWeek("n.reported_at");
            case MONTH -> Grouping.month("n.reported_at");
            case SEVERITY -> "n.severity";
            case SOURCE -> "n.source";
            case DISPOSITION -> "p.disposition";
            case SUPPLIER -> "n.supplier";
            case PRODUCT -> "n.product";
            case LOT -> "n.lot";
            case CATEGORY -> "n.category";
            case CAUSE -> "coalesce(c.liability_cause, c.cause)";
            case STATUS -> "n.status";
        };
    }
}

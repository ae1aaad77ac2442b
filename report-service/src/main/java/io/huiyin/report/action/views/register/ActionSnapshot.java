package io.huiyin.report.action.views.register;

import io.huiyin.report.action.Origin;
import io.huiyin.report.action.rules.Overdue;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The register at one moment, as it is known or as it was known at a recorded instant. Its calls follow one another: they share a
 * connection, and may share it with other figures of the same report.
 */
public final class ActionSnapshot {

    /** $1 is the recorded instant that is asked about, or null for now. */
    private static final String KNOWN = " from improvement_action_version where case when $1::timestamptz is null "
            + "then known_to is null else known_from <= $1 and (known_to is null or known_to > $1) end";

    private static final String OPEN = " and status not in ('closed', 'cancelled')";
    private static final String WAITING =
            Overdue.statuses().stream().collect(Collectors.joining("', '", "status in ('", "')"));
    private static final String EFFECTIVE = "status in ('verified', 'reported', 'closed')";

    private static final String SERVING = "view = '" + ActionRegisterProjection.NAME
            + "' and generation = (select g.generation from view_generation g where g.view = '"
            + ActionRegisterProjection.NAME + "' and g.state = 'serving')";

    private final SqlConnection connection;

    /** Over a transaction that reads one snapshot. */
    public ActionSnapshot(SqlConnection connection) {
        this.connection = connection;
    }

    /** An action that is not closed. */
    public record Line(
            UUID id,
            String number,
            String problem,
            Origin origin,
            String status,
            Instant proposedAt,
            @Nullable String department,
            @Nullable String person,
            @Nullable String requirement,
            @Nullable LocalDate dueOn,
            boolean overdue,
            @Nullable String verifyingDepartment,
            @Nullable String verifier) {}

    /** How many actions are not closed, by status, and how many of them are overdue. */
    public record Counts(long open, long overdue, Map<String, Long> byStatus) {}

    /**
     * K-33.
     *
     * @param due actions due in a period, cancelled ones left out
     * @param effective those of them that were verified as effective
     */
    public record Effectiveness(long due, long effective) {}

    /**
     * The actions that are not closed, those due first before the others, those without a due date last.
     *
     * @param today the day that due dates are judged by
     * @param overdueOnly leaves out those that are not overdue
     * @param knownAt the recorded instant that is asked about, or null for now
     */
    public Uni<List<Line>> open(LocalDate today, boolean overdueOnly, @Nullable Instant knownAt, int limit) {
        String overdue = "(" + WAITING + " and due_on is not null and due_on < $2)";
        return connection
                .preparedQuery(
                        "select action_id, number, problem, origin_kind, origin_id, status, proposed_at, department, "
                                + "person, requirement, due_on, verifying_department, verifier, coalesce(" + overdue
                                + ", false) as overdue" + KNOWN + OPEN + (overdueOnly ? " and " + overdue : "")
                                + " order by due_on nulls last, number limit $3")
                .execute(Tuple.of(at(knownAt), today, limit))
                .map(rows -> {
                    List<Line> lines = new ArrayList<>(rows.rowCount());
                    for (Row row : rows) {
                        lines.add(new Line(
                                row.getUUID("action_id"),
                                row.getString("number"),
                                row.getString("problem"),
                                new Origin(row.getString("origin_kind"), row.getString("origin_id")),
                                row.getString("status"),
                                row.getOffsetDateTime("proposed_at").toInstant(),
                                row.getString("department"),
                                row.getString("person"),
                                row.getString("requirement"),
                                row.getLocalDate("due_on"),
                                row.getBoolean("overdue"),
                                row.getString("verifying_department"),
                                row.getString("verifier")));
                    }
                    return lines;
                });
    }

    /** How many actions are not closed. */
    public Uni<Counts> counts(LocalDate today, @Nullable Instant knownAt) {
        return connection
                .preparedQuery("select status, count(*) as total, count(*) filter (where " + WAITING
                        + " and due_on < $2) as overdue" + KNOWN + OPEN + " group by status")
                .execute(Tuple.of(at(knownAt), today))
                .map(rows -> {
                    Map<String, Long> byStatus = new TreeMap<>();
                    long open = 0;
                    long overdue = 0;
                    for (Row row : rows) {
                        byStatus.put(row.getString("status"), row.getLong("total"));
                        open += row.getLong("total");
                        overdue += row.getLong("overdue");
                    }
                    return new Counts(open, overdue, byStatus);
                });
    }

    /**
     * Actions due in a period and those of them that were verified as effective (K-33).
     *
     * @param from the first day
     * @param to the day after the last
     */
    public Uni<Effectiveness> effectiveness(LocalDate from, LocalDate to, @Nullable Instant knownAt) {
        return effectivenessByDepartment(from, to, knownAt)
                .map(departments -> new Effectiveness(
                        departments.values().stream()
                                .mapToLong(Effectiveness::due)
                                .sum(),
                        departments.values().stream()
                                .mapToLong(Effectiveness::effective)
                                .sum()));
    }

    /** The same by responsible department (RPT-07). */
    public Uni<Map<String, Effectiveness>> effectivenessByDepartment(
            LocalDate from, LocalDate to, @Nullable Instant knownAt) {
        return connection
                .preparedQuery("select department, count(*) as due, count(*) filter (where " + EFFECTIVE
                        + ") as effective" + KNOWN + " and status <> 'cancelled' and due_on >= $2 and due_on < $3 "
                        + "group by department")
                .execute(Tuple.of(at(knownAt), from, to))
                .map(rows -> {
                    Map<String, Effectiveness> departments = new TreeMap<>();
                    for (Row row : rows) {
                        departments.put(
                                row.getString("department"),
                                new Effectiveness(row.getLong("due"), row.getLong("effective")));
                    }
                    return departments;
                });
    }

    /** Up to which position of each partition the register reaches. */
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

    private static @Nullable OffsetDateTime at(@Nullable Instant knownAt) {
        return knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC);
    }
}

package io.huiyin.report.views.followups;

import io.huiyin.report.statistics.FollowUpDimension;
import io.huiyin.report.statistics.FollowUpTally;
import io.huiyin.report.statistics.Pareto;
import io.huiyin.report.statistics.Scores;
import io.huiyin.report.statistics.Span;
import io.huiyin.report.views.facts.FactSnapshot;
import io.huiyin.report.views.facts.Grouping;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts follow-ups by their due date, as they are known in a snapshot. */
public final class FollowUpCounts {

    /** $3, the zone, is asked for even where no key is a time, so that every statement takes the same values. */
    private static final String DUE = " from follow_up_fact where known_to is null and due_at >= $1 and due_at < $2 "
            + "and $3::text is not null";

    private static final String TALLY = "count(*) filter (where outcome <> 'waived') as due, "
            + "count(*) filter (where outcome = 'waived') as waived, "
            + "count(*) filter (where outcome <> 'waived' and reached) as reached, "
            + "count(*) filter (where outcome = 'recorded') as recorded, "
            + "count(*) filter (where outcome = 'unconfirmed') as unconfirmed, "
            + "count(*) filter (where outcome = 'recorded' and score is not null and not dissatisfied) as satisfied, "
            + "count(*) filter (where outcome = 'recorded' and dissatisfied) as dissatisfied, "
            + "coalesce(sum(issues) filter (where outcome = 'recorded'), 0)::bigint as issues, "
            + "count(distinct chain_id) filter (where outcome <> 'waived') as cases, "
            + "count(distinct chain_id) filter (where outcome = 'recorded') as recorded_cases";

    private final FactSnapshot snapshot;

    /** Counts what a snapshot holds. */
    public FollowUpCounts(FactSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** All of a span. */
    public Uni<FollowUpTally> total(Span span) {
        return by(span, List.of(), 1).map(groups -> groups.getFirst().value());
    }

    /** Those of a span by several dimensions at once; at most so many groups. */
    public Uni<List<Pareto.Group<FollowUpTally>>> by(Span span, List<FollowUpDimension> dimensions, int limit) {
        Grouping keys =
                new Grouping(dimensions.stream().map(FollowUpCounts::column).toList());
        String rows = " from (select " + keys.selected()
                + "outcome, reached, score, scale, dissatisfied, issues, chain_id" + DUE + ") f";
        return scores(span, keys, rows)
                .flatMap(scores -> snapshot.connection()
                        .preparedQuery("select " + keys.named() + TALLY + rows + keys.groupBy() + " limit " + limit)
                        .execute(FactSnapshot.values(span))
                        .map(found -> {
                            List<Pareto.Group<FollowUpTally>> groups = new ArrayList<>(found.rowCount());
                            for (Row row : found) {
                                List<@Nullable String> key = keys.keys(row);
                                FollowUpTally tally = tally(row, new Scores(scores.getOrDefault(key, List.of())));
                                groups.add(new Pareto.Group<>(key, tally.due(), tally));
                            }
                            return groups;
                        }));
    }

    private Uni<Map<List<@Nullable String>, List<Scores.Given>>> scores(Span span, Grouping keys, String rows) {
        return snapshot.connection()
                .preparedQuery("select " + keys.named()
                        + "score::numeric as score, scale::numeric as scale, count(*) as total" + rows
                        + " where outcome = 'recorded' and score is not null" + keys.groupBy("f.score", "f.scale"))
                .execute(FactSnapshot.values(span))
                .map(found -> {
                    Map<List<@Nullable String>, List<Scores.Given>> scores = new HashMap<>();
                    for (Row row : found) {
                        scores.computeIfAbsent(keys.keys(row), key -> new ArrayList<>())
                                .add(new Scores.Given(
                                        row.getBigDecimal("score"), row.getBigDecimal("scale"), row.getLong("total")));
                    }
                    return scores;
                });
    }

    /** What the dissatisfied of a span were dissatisfied with: by department, product, issue and the cause that was found. */
    public Uni<List<Pareto.Group<Long>>> dissatisfied(Span span, Reason reason) {
        return snapshot.connection()
                .preparedQuery("select " + reason.column + " as k0, count(*) as total from follow_up_fact f "
                        + "left join complaint_fact c on c.origin_follow_up_id = f.follow_up_id and c.known_to is null "
                        + "where f.known_to is null and f.due_at >= $1 and f.due_at < $2 and $3::text is not null "
                        + "and f.outcome = 'recorded' and f.dissatisfied group by 1")
                .execute(FactSnapshot.values(span))
                .map(found -> {
                    List<Pareto.Group<Long>> groups = new ArrayList<>();
                    for (Row row : found) {
                        List<@Nullable String> key = new ArrayList<>(1);
                        key.add(row.getString(0));
                        groups.add(new Pareto.Group<>(key, row.getLong("total"), row.getLong("total")));
                    }
                    return groups;
                });
    }

    /**
     * Problems that customers raised.
     *
     * @param settled those whose complaint was closed or declined
     */
    public record Issues(long raised, long settled) {

        public static final Issues NONE = new Issues(0, 0);
    }

    /** The issues of a span's follow-ups; the complaint that came of a contact is the outcome of all its issues. */
    public Uni<Issues> issues(Span span) {
        return snapshot.connection()
                .preparedQuery("select coalesce(sum(f.issues), 0)::bigint as raised, "
                        + "coalesce(sum(f.issues) filter (where c.status in ('closed', 'declined')), 0)::bigint as settled "
                        + "from follow_up_fact f "
                        + "left join complaint_fact c on c.origin_follow_up_id = f.follow_up_id and c.known_to is null "
                        + "where f.known_to is null and f.due_at >= $1 and f.due_at < $2 and $3::text is not null "
                        + "and f.outcome = 'recorded' and f.issues > 0")
                .execute(FactSnapshot.values(span))
                .map(found -> {
                    Row row = found.iterator().next();
                    return new Issues(row.getLong("raised"), row.getLong("settled"));
                });
    }

    /** By what dissatisfaction is explained. */
    public enum Reason {
        /** The cause found in the complaint that came of it. */
        CAUSE("coalesce(c.liability_cause, c.cause)"),
        DEPARTMENT("coalesce(c.department, f.department)"),
        PRODUCT("f.product"),
        ISSUE("f.issue");

        private final String column;

        Reason(String column) {
            this.column = column;
        }
    }

    private static FollowUpTally tally(Row row, Scores scores) {
        return new FollowUpTally(
                row.getLong("due"),
                row.getLong("waived"),
                row.getLong("reached"),
                row.getLong("recorded"),
                row.getLong("unconfirmed"),
                row.getLong("satisfied"),
                row.getLong("dissatisfied"),
                row.getLong("issues"),
                row.getLong("cases"),
                row.getLong("recorded_cases"),
                scores);
    }

    private static String column(FollowUpDimension dimension) {
        return switch (dimension) {
            case DAY -> Grouping.day("due_at");
            case ISO_WEEK -> Grouping.isoWeek("due_at");
            case MONTH -> Grouping.month("due_at");
            case AGENT -> "agent";
            case DEPARTMENT -> "department";
            case PRODUCT -> "product";
            case ISSUE -> "issue";
            case SEVERITY -> "severity";
            case REASON -> "reason";
            case CONTACT -> "contact::text";
        };
    }
}

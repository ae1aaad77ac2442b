package io.huiyin.report.views.facts;

import io.huiyin.report.statistics.Span;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Limits of complaints and whether they were met, as they are known in a snapshot. A case on hold has no limit that passes: its
 * clocks stand still, and resuming moves its limits.
 */
public final class ComplaintLimits {

    private static final String OPEN = "ended_at is null and not held";

    private final FactSnapshot snapshot;

    /** Counts what a snapshot holds. */
    public ComplaintLimits(FactSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * How many limits fell in a span.
     *
     * @param met those that were kept
     */
    public record Limits(long due, long met) {

        public static final Limits NONE = new Limits(0, 0);
    }

    /** First replies: the instant of the limit itself is still in time. */
    public Uni<Limits> firstReplies(Span span) {
        return limits(
                span,
                "first_replied_at <= first_reply_due",
                "first_reply_due >= $1 and first_reply_due < $2 and not (held and first_replied_at is null)");
    }

    /** Closings. What was declined within its limit did not have to be closed; a case that was reopened is open. */
    public Uni<Limits> closings(Span span) {
        return limits(
                span,
                "status = 'closed' and timely = 'yes'",
                "close_due >= $1 and close_due < $2 and not held "
                        + "and not (status = 'declined' and ended_at <= close_due)");
    }

    private Uni<Limits> limits(Span span, String met, String due) {
        return snapshot.connection()
                .preparedQuery("select count(*) as due, count(*) filter (where " + met + ") as met "
                        + "from complaint_fact where known_to is null and $3::text is not null and " + due)
                .execute(FactSnapshot.values(span))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Limits(row.getLong("due"), row.getLong("met"));
                });
    }

    /** A case that should have been closed. */
    public record Late(
            UUID id,
            @Nullable String number,
            Instant closeDue,
            @Nullable String severity,
            @Nullable String department,
            String status) {}

    /**
     * Cases that should have been closed.
     *
     * @param count all of them, however many are listed
     * @param listed the longest overdue first
     */
    public record Overdue(long count, List<Late> listed) {

        public static final Overdue NONE = new Overdue(0, List.of());
    }

    /** Those whose limit passed before an instant and that are still open; lists at most so many. */
    public Uni<Overdue> overdue(Instant before, int limit) {
        return snapshot.connection()
                .preparedQuery("select complaint_id, number, close_due, severity, department, status, "
                        + "count(*) over () as total from complaint_fact "
                        + "where known_to is null and close_due < $1 and " + OPEN
                        + " order by close_due, complaint_id limit " + limit)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    long count = 0;
                    List<Late> late = new ArrayList<>();
                    for (Row row : rows) {
                        count = row.getLong("total");
                        late.add(new Late(
                                row.getUUID("complaint_id"),
                                row.getString("number"),
                                row.getOffsetDateTime("close_due").toInstant(),
                                row.getString("severity"),
                                row.getString("department"),
                                row.getString("status")));
                    }
                    return new Overdue(count, late);
                });
    }
}

package io.huiyin.bench.run;

/**
 * Deadlines of as many cases as somebody wishes, put straight into complaint-service's timers. No case stands behind them, and none is
 * due for centuries, so nothing ever comes of them but the room they take.
 */
final class OpenDeadlines {

    private static final String FAR = "timestamptz '2400-01-01'";

    private final Databases databases;

    OpenDeadlines(Databases databases) {
        this.databases = databases;
    }

    /** Adds so many: cases of the last year, ids in the order of time as all have them, limits spread over ten years. */
    void add(int count) {
        databases.execute(
                Databases.of("complaint"),
                ("insert into timer (stream, aggregate, due_at) "
                                + "select uuidv7(n * interval '-1 year' / %1$d), 'complaint', %2$s + n %% 3650 * interval '1 day' "
                                + "from generate_series(%1$d, 1, -1) n")
                        .formatted(count, FAR),
                // As autovacuum leaves a table that has long been as large.
                "vacuum (analyze) timer");
    }

    /** Takes them away again, and the room they took. */
    void remove() {
        databases.execute(
                Databases.of("complaint"), "delete from timer where due_at >= " + FAR, "vacuum (full, analyze) timer");
    }
}

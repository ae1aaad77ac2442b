package io.huiyin.kernel.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.notes.Database;
import io.huiyin.kernel.notes.NotesProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A generation that is being built: its rows are found without statistics, and saved as new or as known. */
@QuarkusTest
@TestProfile(NotesProfile.class)
class YoungPartitionTest {

    record Version(
            String id,
            UUID thing,
            Instant receivedAt,
            @Nullable Instant knownTo) {}

    private static final RowTable<Version> TABLE =
            RowTable.of("young_version_rows", Version.class, MethodHandles.lookup());

    private static final int ROWS = 20_000;
    private static final int BATCH = 500;

    @Inject
    Pool pool;

    private record OnConnection(int generation, SqlConnection connection) implements ViewTransaction {
        @Override
        public Supplier<RowSet<Row>> ask(String sql, Tuple values) {
            RowSet<Row> answer = connection.preparedQuery(sql).executeAndAwait(values);
            return () -> answer;
        }

        @Override
        public void send(String sql, Tuple values) {
            execute(sql, values);
        }
    }

    /** As the facts' table: of two indexes over the same rows one leads to the rows that are wanted. */
    @BeforeEach
    void fill() {
        drop();
        Database.execute("create table young_version_rows (generation integer not null, id text not null, "
                + "thing uuid not null, received_at timestamptz not null, known_to timestamptz, "
                + "primary key (id, generation)) partition by list (generation)");
        Database.execute(
                "create index young_version_period on young_version_rows (received_at) where known_to is null");
        Database.execute("create index young_version_current on young_version_rows (thing) where known_to is null");
        Database.execute("select create_view_partition('young_version_rows', 1)");
        Database.execute("alter table young_version_rows_g1 set (autovacuum_enabled = false)");
        Database.execute("insert into young_version_rows select 1, n, lpad(n::text, 32, '0')::uuid, now(), null "
                + "from generate_series(1, " + ROWS + ") n");
    }

    @AfterEach
    void drop() {
        Database.execute("drop table if exists young_version_rows");
    }

    @Test
    void aBatchReadsItsOwnRowsAndNoOthers() {
        List<UUID> wanted = IntStream.rangeClosed(1, BATCH)
                .mapToObj(YoungPartitionTest::thing)
                .toList();
        SqlConnection connection = pool.getConnectionAndAwait();
        try {
            connection.query("begin").executeAndAwait();
            int found = TABLE.loadBy(new OnConnection(1, connection), "thing", wanted, "known_to is null")
                    .size();
            Row read = connection
                    .query("select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) "
                            + "from pg_stat_xact_user_tables where relname = 'young_version_rows_g1'")
                    .executeAndAwait()
                    .iterator()
                    .next();
            connection.query("rollback").executeAndAwait();

            assertEquals(BATCH, found);
            assertEquals(BATCH, read.getLong(0));
        } finally {
            connection.closeAndAwait();
        }
    }

    @Test
    void newRowsAreInsertedAndKnownOnesReplaced() {
        Version known = new Version("1", thing(2), Instant.EPOCH, null);
        Version fresh = new Version("fresh", thing(2), Instant.EPOCH, null);

        Map<Object, Version> found = rolledBack(transaction -> {
            TABLE.save(transaction, List.of(known, fresh), Set.of("1"));
            return TABLE.load(transaction, List.of("1", "fresh", "other"));
        });

        assertEquals(Map.of("1", known, "fresh", fresh), found);
    }

    @Test
    void aRowThatWasNotFoundThoughItIsThereIsNotOverwritten() {
        Version row = new Version("1", thing(2), Instant.EPOCH, null);

        RuntimeException failure = rolledBack(transaction ->
                assertThrows(RuntimeException.class, () -> TABLE.save(transaction, List.of(row), Set.of())));

        assertTrue(Failures.isOfTheEvent(failure), failure::toString);
    }

    private <T> T rolledBack(Function<ViewTransaction, T> work) {
        SqlConnection connection = pool.getConnectionAndAwait();
        try {
            connection.query("begin").executeAndAwait();
            try {
                return work.apply(new OnConnection(1, connection));
            } finally {
                connection.query("rollback").executeAndAwait();
            }
        } finally {
            connection.closeAndAwait();
        }
    }

    private static UUID thing(int number) {
        return new UUID(0, Long.parseLong(Integer.toString(number), 16));
    }
}

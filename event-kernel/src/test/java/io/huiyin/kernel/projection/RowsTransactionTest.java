package io.huiyin.kernel.projection;

import static io.huiyin.kernel.notes.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.notes.Database;
import io.huiyin.kernel.notes.NotesProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Who lost the lease with a transaction open does not write beside who has it now. */
@QuarkusTest
@TestProfile(NotesProfile.class)
class RowsTransactionTest {

    private static final String WAITING =
            "select count(*) from pg_locks where locktype = 'advisory' and objsubid = 2 and not granted";

    private static final String ABORTED =
            "select count(*) from pg_stat_activity where state = 'idle in transaction (aborted)'";

    private static final String BEGUN = "select count(*) from view_generation where view = 'begun'";

    @Inject
    ViewStore store;

    @Test
    void aGenerationsTransactionsFollowOnEachOtherAndOnNoOthers() {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
            instances.execute(() -> rows("a-view", 1).inTransaction(zombie -> {
                look(zombie);
                open.countDown();
                await(end);
                order.add("zombie");
            }));
            try {
                await(open);
                instances.execute(() -> rows("a-view", 1).inTransaction(holder -> {
                    look(holder);
                    order.add("holder");
                }));
                eventually("the holder waits", () -> Database.number(WAITING) == 1);
                rows("a-view", 2).inTransaction(next -> order.add("next generation"));
                rows("another-view", 1).inTransaction(another -> order.add("another view"));
            } finally {
                end.countDown();
            }
        }

        assertEquals(List.of("next generation", "another view", "zombie", "holder"), order);
    }

    /** It waits as long as for any lock, and hands its connection back as it got it. */
    @Test
    void whoWaitsInVainLeavesNoTransactionBehind() {
        rows("a-view", 1).inTransaction(zombie -> {
            look(zombie);
            RuntimeException failure =
                    assertThrows(RuntimeException.class, () -> rows("a-view", 1).inTransaction(holder -> {}));
            assertFalse(Failures.isOfTheEvent(failure), failure::toString);
        });

        assertEquals(0, Database.number(ABORTED));
    }

    /** Also when something was asked behind it, which fails only because of it. */
    @Test
    void theFirstStatementThatFailsIsToldAndNothingIsDone() {
        for (Consumer<ViewState.Open> behind :
                List.<Consumer<ViewState.Open>>of(open -> {}, RowsTransactionTest::look)) {
            RuntimeException failure = assertThrows(
                    RuntimeException.class,
                    () -> rows("a-view", 1).inTransaction(open -> {
                        begin(open);
                        open.send("select 'none'::text::uuid", Tuple.tuple());
                        behind.accept(open);
                    }));

            assertTrue(failure.toString().contains("invalid input syntax for type uuid"), failure::toString);
            assertTrue(Failures.isOfTheEvent(failure), failure::toString);
            assertEquals(0, Database.number(BEGUN));
            assertEquals(0, Database.number(ABORTED));
        }
    }

    @Test
    void whatMovesNoCheckpointDoesNothing() {
        TopicPartition partition = new TopicPartition("a-topic", 0);
        Mark first = Mark.before("a-log");
        Mark second = first.in("a-log", 7);

        assertFalse(rows("a-view", 1).move(Map.of(), Map.of(partition, first), RowsTransactionTest::begin));
        assertFalse(rows("a-view", 1)
                .move(Map.of(partition, first), Map.of(partition, second), RowsTransactionTest::begin));

        assertEquals(0, Database.number(BEGUN));
        assertEquals(0, Database.number(ABORTED));
    }

    private SqlViewState rows(String view, int generation) {
        return new SqlViewState(store, view, generation, true);
    }

    /** Whoever reads has the generation to himself. */
    private static void look(ViewState.Open open) {
        open.execute("select 1", Tuple.tuple());
    }

    private static void begin(ViewState.Open open) {
        open.send(
                "insert into view_generation (view, generation, revision, state) values ('begun', 1, 1, 'retired')",
                Tuple.tuple());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

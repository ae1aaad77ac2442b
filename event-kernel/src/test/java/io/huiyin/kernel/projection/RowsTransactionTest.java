package io.huiyin.kernel.projection;

import static io.huiyin.kernel.notes.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.kernel.notes.Database;
import io.huiyin.kernel.notes.NotesProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Who lost the lease with a transaction open does not write beside who has it now. */
@QuarkusTest
@TestProfile(NotesProfile.class)
class RowsTransactionTest {

    private static final String WAITING =
            "select count(*) from pg_locks where locktype = 'advisory' and objsubid = 2 and not granted";

    private static final String ABORTED =
            "select count(*) from pg_stat_activity where state = 'idle in transaction (aborted)'";

    @Inject
    ViewStore store;

    @Test
    void aGenerationsTransactionsFollowOnEachOtherAndOnNoOthers() {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
            instances.execute(() -> store.inRowsTransaction("a-view", 1, rows -> {
                open.countDown();
                await(end);
                order.add("zombie");
            }));
            try {
                await(open);
                instances.execute(() -> store.inRowsTransaction("a-view", 1, rows -> order.add("holder")));
                eventually("the holder waits", () -> Database.number(WAITING) == 1);
                store.inRowsTransaction("a-view", 2, rows -> order.add("next generation"));
                store.inRowsTransaction("another-view", 1, rows -> order.add("another view"));
            } finally {
                end.countDown();
            }
        }

        assertEquals(List.of("next generation", "another view", "zombie", "holder"), order);
    }

    /** It waits as long as for any lock, and hands its connection back as it got it. */
    @Test
    void whoWaitsInVainLeavesNoTransactionBehind() {
        store.inRowsTransaction("a-view", 1, zombie -> {
            RuntimeException failure =
                    assertThrows(RuntimeException.class, () -> store.inRowsTransaction("a-view", 1, holder -> {}));
            assertFalse(Failures.isOfTheEvent(failure), failure::toString);
        });

        assertEquals(0, Database.number(ABORTED));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

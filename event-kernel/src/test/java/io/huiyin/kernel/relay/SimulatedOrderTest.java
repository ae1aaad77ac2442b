package io.huiyin.kernel.relay;

import static io.huiyin.kernel.notes.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.notes.Api;
import io.huiyin.kernel.notes.NotesProfile;
import io.huiyin.kernel.simulation.Database;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.AppendConflict;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.store.NewEvent;
import io.huiyin.kernel.store.SimulatedAppend;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulation takes for PostgreSQL does what PostgreSQL does: the same transactions run on both, step by step (G2). */
@QuarkusTest
@TestProfile(NotesProfile.class)
class SimulatedOrderTest {

    private static final int STEPS = 60;
    private static final int CONNECTIONS = 4;
    private static final int PAGE = 500;
    private static final ActorName ACTOR = new ActorName("a", "a", "agent");

    @Inject
    RelayStore store;

    @Inject
    EventStore events;

    @Inject
    Pool pool;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        Api.awaitWell();
    }

    /** One connection, and the transaction that is open on it, in both worlds. */
    private final class Pair {

        private final SqlConnection connection = pool.getConnectionAndAwait();
        private @Nullable Transaction real;
        private Database.@Nullable Transaction fake;

        private void begin(Database database) {
            real = connection.beginAndAwait();
            connection.query("set local lock_timeout = '100ms'").executeAndAwait();
            fake = database.begin();
        }

        private void takeNumber() {
            if (real != null && fake != null) {
                connection.query("select pg_current_xact_id()").executeAndAwait();
                fake.number();
            }
        }

        /** Reads something: a snapshot without a number holds nothing back. */
        private void look() {
            connection.query("select count(*) from lease").executeAndAwait();
        }

        private void append(Append append) {
            if (real != null && fake != null) {
                assertEquals(fake(append, fake), real(append));
            }
        }

        private String real(Append append) {
            try {
                events.append(connection, append).await().indefinitely();
                return "done";
            } catch (AppendConflict e) {
                end(false);
                return e.kind().name();
            }
        }

        private void end(boolean commit) {
            Transaction ending = real;
            if (ending != null && fake != null) {
                if (commit) {
                    ending.commitAndAwait();
                    fake.commit();
                } else {
                    ending.rollbackAndAwait();
                    fake.rollback();
                }
            }
            real = null;
            fake = null;
        }
    }

    private static String fake(Append append, Database.Transaction transaction) {
        SimulatedAppend statement = new SimulatedAppend(transaction, append, true);
        try {
            statement.begin(Instant.now());
            statement.check();
            statement.insert();
            return "done";
        } catch (AppendConflict e) {
            return e.kind().name();
        } catch (Database.Locked e) {
            return AppendConflict.Kind.WAITED.name();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void bothReadTheSameAfterEveryStep(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Database database = new Database();
        Position start = store.partitionsAt(new Position(Integer.MAX_VALUE, 0, 0)).stream()
                .max(Position::compareTo)
                .orElseThrow();
        List<UUID> notes = List.of(Ids.next(), Ids.next());
        List<Pair> pairs =
                IntStream.range(0, CONNECTIONS).mapToObj(i -> new Pair()).toList();
        try {
            for (int step = 0; step < STEPS; step++) {
                Pair pair = pairs.get(random.nextInt(CONNECTIONS));
                act(random, pair, database, notes);
                assertSamePage("seed " + seed + ", step " + step, database, start);
            }
        } finally {
            pairs.forEach(pair -> {
                pair.end(false);
                pair.connection.closeAndAwait();
            });
        }
        assertSamePage("seed " + seed + ", at the end", database, start);
    }

    private static void act(SplittableRandom random, Pair pair, Database database, List<UUID> notes) {
        if (pair.real == null) {
            pair.begin(database);
            return;
        }
        switch (random.nextInt(8)) {
            case 0 -> pair.takeNumber();
            case 1 -> pair.look();
            case 2, 3 -> pair.end(true);
            case 4 -> pair.end(false);
            default -> {
                UUID note = notes.get(random.nextInt(notes.size()));
                int version = database.stream(note).size();
                pair.append(append(note, Math.max(0, version - random.nextInt(8) / 7), 1 + random.nextInt(2)));
            }
        }
    }

    private static Append append(UUID note, int version, int size) {
        List<NewEvent> appended = new ArrayList<>();
        for (int i = version + 1; i <= version + size; i++) {
            boolean first = i == 1;
            appended.add(new NewEvent(
                    note,
                    i,
                    "note",
                    Ids.next(),
                    first ? "note-written" : "note-line-added",
                    1,
                    Instant.now(),
                    first ? "{\"number\":\"N0\",\"text\":\"held against\"}" : "{\"line\":\"more\"}",
                    null));
        }
        return new Append(appended, ACTOR, "c", null, null, null, null);
    }

    /** Others take numbers as well, here and there for an instant: what they hold back comes. */
    private void assertSamePage(String when, Database database, Position start) {
        List<String> expected = shown(SimulatedOutbox.settled(database, Position.START, PAGE));
        eventually(when + ": " + expected, () -> shown(store.read(start, PAGE)).equals(expected));
    }

    private static List<String> shown(Outbox.Page page) {
        return Stream.concat(
                        page.settled().stream().map(EventEnvelope::id).map(UUID::toString),
                        Stream.of(page.waiting() ? "and more will come" : "and that is all"))
                .toList();
    }
}

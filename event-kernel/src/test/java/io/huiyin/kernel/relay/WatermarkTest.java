package io.huiyin.kernel.relay;

import static io.huiyin.kernel.notes.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.command.CommandProblem.Busy;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.KafkaClients;
import io.huiyin.kernel.log.Partitions;
import io.huiyin.kernel.notes.Api;
import io.huiyin.kernel.notes.Database;
import io.huiyin.kernel.notes.Logs;
import io.huiyin.kernel.notes.NoteProjection;
import io.huiyin.kernel.notes.NotesProfile;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.Appended;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.store.NewEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** G11: up to which instant the log is complete, stated by the relay and asked by views. */
@QuarkusTest
@TestProfile(NotesProfile.class)
class WatermarkTest {

    private static final String EVENTS = "note-events";
    private static final String STATEMENTS = "note-watermarks";

    @Inject
    KafkaClients kafka;

    @Inject
    Watermarks watermarks;

    @Inject
    EventStore events;

    @Inject
    Logs logs;

    @Inject
    Pool pool;

    @BeforeEach
    void everythingIsWell() {
        Api.awaitWell();
    }

    /** Whatever a test did: each statement that stands on the topic is true. */
    @AfterEach
    void everyStatementIsTrue() {
        Api.awaitWell();
        List<Watermark> stated = stated();
        record Recorded(Instant at, Position position, String partition) {}
        List<Recorded> recorded = Database.texts("select stream || ' ' || epoch || '.' || tx || '.' || id || ' ' || "
                        + "to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from event")
                .stream()
                .map(row -> row.split(" ", -1))
                .map(row -> new Recorded(
                        Instant.parse(row[2]),
                        Position.parse(row[1]),
                        EVENTS + "-" + Partitions.of(UUID.fromString(row[0]))))
                .toList();
        for (Watermark statement : stated) {
            for (Recorded event : recorded) {
                boolean covered = !event.position()
                        .isAfter(Position.parse(statement.positions().getOrDefault(event.partition(), "0.0.0")));
                assertTrue(covered || event.at().isAfter(statement.watermark()), statement + " misses " + event);
            }
        }
    }

    private List<Watermark> stated() {
        List<Watermark> stated = new ArrayList<>();
        TopicPartition partition = new TopicPartition(STATEMENTS, 0);
        try (KafkaConsumer<byte[], byte[]> consumer = kafka.consumer(500)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(Duration.ofMillis(100))) {
                    assertEquals("note-service", new String(entry.key(), StandardCharsets.UTF_8));
                    stated.add(Watermark.read(new String(entry.value(), StandardCharsets.UTF_8)));
                }
            }
        }
        return stated;
    }

    private Instant latest() {
        return stated().getLast().watermark();
    }

    private void eventuallyPast(Instant instant) {
        eventually("the watermark passes " + instant, () -> latest().isAfter(instant));
    }

    private static Append append(UUID stream) {
        return new Append(
                List.of(new NewEvent(
                        stream,
                        1,
                        "note",
                        Ids.next(),
                        "note-written",
                        1,
                        Instant.now(),
                        "{\"number\":\"N0\",\"text\":\"late\"}",
                        null)),
                new ActorName("a", "a", "agent"),
                "c",
                null,
                null,
                null,
                null);
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noWatermarkPassesWhatAnOpenTransactionHasRecorded() {
        Api.write("before");
        SqlConnection connection = pool.getConnectionAndAwait();
        Appended late;
        UUID stream = Ids.next();
        try {
            Transaction transaction = connection.beginAndAwait();
            late = events.append(connection, append(stream)).await().indefinitely();
            for (int i = 0; i < 20; i++) {
                Api.write("meanwhile");
            }
            pause(Duration.ofSeconds(3));
            assertTrue(latest().isBefore(late.recordedAt()), "the open transaction holds it back");
            transaction.commitAndAwait();
            events.committed();
        } finally {
            connection.closeAndAwait();
        }
        eventuallyPast(late.recordedAt());
        Position stated = Position.parse(
                stated().getLast().positions().getOrDefault(EVENTS + "-" + Partitions.of(stream), "0.0.0"));
        assertFalse(late.position().isAfter(stated));
    }

    @Test
    void aTransactionThatOnlyReadsSoFarHoldsNothingBackAndStampsLater() {
        SqlConnection connection = pool.getConnectionAndAwait();
        try {
            Transaction transaction = connection.beginAndAwait();
            connection.query("select now() from log_epoch").executeAndAwait();
            eventuallyPast(Instant.now());
            Instant passed = latest();
            Appended late =
                    events.append(connection, append(Ids.next())).await().indefinitely();
            assertTrue(late.recordedAt().isAfter(passed), "its event is stamped when it is appended");
            transaction.commitAndAwait();
            events.committed();
            eventuallyPast(late.recordedAt());
        } finally {
            connection.closeAndAwait();
        }
    }

    @Test
    void anEventOfATransactionThatIsRolledBackIsNotWaitedForLonger() {
        SqlConnection connection = pool.getConnectionAndAwait();
        try {
            Transaction transaction = connection.beginAndAwait();
            Appended never =
                    events.append(connection, append(Ids.next())).await().indefinitely();
            transaction.rollbackAndAwait();
            eventuallyPast(never.recordedAt());
        } finally {
            connection.closeAndAwait();
        }
    }

    @Test
    void aBurstIsPassedOnlyTogetherWithItsPositions() {
        for (int wave = 0; wave < 5; wave++) {
            Api.together(40, i -> Api.posting("/v1/notes", "{\"text\":\"burst " + i + "\"}"))
                    .forEach(answer -> assertEquals(201, answer.status(), answer.body()));
        }
        eventuallyPast(Instant.now());
        Map<String, String> last = new TreeMap<>();
        for (String row : Database.texts(
                "select stream || ' ' || epoch || '.' || tx || '.' || id from event order by epoch, tx, id")) {
            String[] parts = row.split(" ", -1);
            last.put(EVENTS + "-" + Partitions.of(UUID.fromString(parts[0])), parts[1]);
        }
        Map<String, String> positions = new TreeMap<>(stated().getLast().positions());
        positions.values().removeIf("0.0.0"::equals);
        assertEquals(last, positions, "nothing came after the burst");
    }

    @Test
    void anIdleServiceStatesThatNothingHappened() {
        eventuallyPast(Instant.now());
        Watermark before = stated().getLast();
        eventuallyPast(before.watermark().plusSeconds(2));
        Watermark after = stated().getLast();
        assertEquals(before.positions(), after.positions());
        assertEquals(logs.topicId(EVENTS), after.topicId());
    }

    @Test
    void aRelayThatTakesOverGoesOnStating() {
        Database.execute("update lease set epoch = epoch + 1 where name = 'relay'");
        Api.write("after the change of hands");
        eventuallyPast(Instant.now());
    }

    @Test
    void aRelayThatFillsTheLogAgainStatesNothingUntilItHas() {
        Api.write("again");
        Database.execute("update relay_checkpoint set epoch = 0, tx = '0', id = 0, partitions = '[]'");
        Database.execute("update lease set epoch = epoch + 1 where name = 'relay'");
        eventuallyPast(Instant.now());
    }

    @Test
    void aWipedTopicOfStatementsComesBackAndWhatWasKnownStaysKnown() {
        theOtherServiceStates(Instant.now().plusSeconds(3600));
        Instant before = Instant.now();
        known(before);
        String id = logs.topicId(STATEMENTS);
        logs.wipe(STATEMENTS);
        known(before);
        eventually("it is there again", () -> !List.of("", id).contains(logs.topicId(STATEMENTS)));
        Instant after = Instant.now();
        eventually("and is read again", () -> isKnown(after));
        assertNotEquals(id, logs.topicId(STATEMENTS));
    }

    private boolean isKnown(Instant at) {
        try {
            watermarks.known(NoteProjection.NAME, at).await().indefinitely();
            return true;
        } catch (Busy e) {
            return false;
        }
    }

    private void known(Instant at) {
        eventually("it is known what was recorded up to " + at, () -> isKnown(at));
    }

    private void theOtherServiceStates(Instant watermark) {
        Logs.marks().state(watermark);
    }

    @Test
    void aViewKnowsWhatWasRecordedOnceEveryServiceHasSaidSoAndItHasReachedIt() {
        Instant early = Instant.now().plusSeconds(7200);
        theOtherServiceStates(early);
        Api.Answer written = Api.write("known");
        assertEquals(201, written.status());
        Instant at = Instant.now();
        known(at);
        assertFalse(
                Api.send(Api.to("/v1/notes?text=known")
                                .header("If-Projection-At-Least", written.header("Event-Position")))
                        .json()
                        .path("items")
                        .isEmpty(),
                "and then it is there");

        theOtherServiceStates(early.minusSeconds(3600));
        pause(Duration.ofMillis(500));
        assertEquals(
                early,
                watermarks.of(NoteProjection.MARKS).orElseThrow().watermark(),
                "a statement that comes late does no harm");
        assertThrows(
                Busy.class,
                () -> watermarks
                        .known(NoteProjection.NAME, early.plusSeconds(1))
                        .await()
                        .indefinitely());
    }
}

package io.huiyin.kernel.relay;

import static io.huiyin.kernel.notes.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.LogRecord;
import io.huiyin.kernel.log.Partitions;
import io.huiyin.kernel.notes.Api;
import io.huiyin.kernel.notes.Database;
import io.huiyin.kernel.notes.Database.Role;
import io.huiyin.kernel.notes.Logs;
import io.huiyin.kernel.notes.NoteProjection;
import io.huiyin.kernel.notes.NotesProfile;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.AppendConflict;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.store.NewEvent;
import io.huiyin.kernel.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** G2: every committed event reaches the log, in order; never one lost, altered or stuck. */
@QuarkusTest
@TestProfile(NotesProfile.class)
class RelayTest {

    private static final String TOPIC = "note-events";

    @Inject
    RelayStore store;

    @Inject
    EventStore events;

    @Inject
    Logs logs;

    @Inject
    Pool pool;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        Api.awaitWell();
    }

    /** Makes the running relay look at log and database again, as one that takes over does. */
    private static void changeHands() {
        Database.execute("update lease set epoch = epoch + 1 where name = 'relay'");
    }

    private static boolean isPublished(UUID id) {
        return Database.number("select count(*) from event e, relay_checkpoint r where e.stream = '" + id
                        + "' and (e.epoch, e.tx, e.id) > (r.epoch, r.tx, r.id)")
                == 0;
    }

    private static String fresh(String prefix) {
        return prefix + "-" + Ids.next();
    }

    /** Ids of the feed's events that belong to these notes, in its order. */
    private static List<String> fed(List<UUID> notes) {
        String bi = Tokens.of("bi");
        List<String> fed = new ArrayList<>();
        String after = "";
        while (true) {
            Api.Answer answer = Api.send(Api.as(bi, "/v1/events?limit=200" + after));
            assertEquals(200, answer.status(), answer.body());
            JsonNode page = answer.json();
            for (JsonNode event : page.path("items")) {
                UUID subject = UUID.fromString(event.path("subject").asText());
                if (notes.contains(subject)) {
                    fed.add(subject + " "
                            + Integer.parseInt(event.path("sequence").asText()));
                }
            }
            if (page.path("next").isNull()) {
                return fed;
            }
            after = "&after=" + page.path("next").asText();
        }
    }

    private void assertLogIsWhole() {
        assertLogIsWhole(logs);
    }

    /** The records of a note on the log must be its stream, each once or exactly repeated, each chained to the one before. */
    static void assertLogIsWhole(Logs logs) {
        Map<Integer, List<String>> positions = new HashMap<>();
        Map<String, String> contents = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> entry : logs.read(TOPIC)) {
            String position = Logs.header(entry, "ce_position");
            String content = LogRecord.headers(entry)
                    + new String(entry.value(), StandardCharsets.UTF_8)
                    + entry.partition()
                    + entry.timestamp();
            String before = contents.putIfAbsent(position, content);
            if (before != null) {
                assertEquals(before, content, "a repeat is exact");
                continue;
            }
            List<String> chain = positions.computeIfAbsent(entry.partition(), partition -> new ArrayList<>());
            assertEquals(
                    chain.isEmpty() ? Position.START.toString() : chain.getLast(),
                    Logs.header(entry, "ce_previousposition"),
                    "each names the one before it in its partition");
            chain.add(position);
        }
        Map<Integer, List<String>> stored = new HashMap<>();
        for (String row : Database.texts(
                "select stream || ' ' || epoch || '.' || tx || '.' || id from event order by epoch, tx, id")) {
            String[] parts = row.split(" ", -1);
            stored.computeIfAbsent(Partitions.of(UUID.fromString(parts[0])), partition -> new ArrayList<>())
                    .add(parts[1]);
        }
        assertEquals(stored, positions, "the log holds every event of the table, in its order");
    }

    @Test
    void aLongOpenTransactionHoldsTheRelayBackAndNothingIsSkippedAfterwards() throws SQLException {
        String text = fresh("behind");
        UUID before = Api.write(text).id();
        UUID during;
        Api.Answer late;
        try (Connection other = Database.connect(Role.APP)) {
            other.setAutoCommit(false);
            Database.texts(other, "select pg_current_xact_id()");
            during = Api.write(text).id();
            late = Api.addLine(during, "while it is open");

            eventually(
                    "the wait is an alarm",
                    () -> Api.well().status() == 503 && Api.well().body().contains("oldTransactionSeconds"));
            assertFalse(isPublished(during), "nothing above the open transaction may be sent");
            assertEquals(200, Api.get("/v1/notes/" + during).status(), "what was answered can be read");
            other.rollback();
        }
        assertEquals(2, Api.listed(text, late).size());
        UUID after = Api.write(text).id();
        eventually("published", () -> isPublished(after));
        List<UUID> notes = List.of(before, during, after);
        assertEquals(List.of(before + " 1", during + " 1", during + " 2", after + " 1"), fed(notes));
        assertLogIsWhole();
    }

    private static String insert(UUID stream, String id) {
        return "insert into event (stream, version, epoch, tx, id, event_id, aggregate, type, type_version, occurred_at, "
                + "recorded_at, actor, actor_name, actor_roles, correlation_id, data) overriding system value values ('"
                + stream + "', 1, (select epoch from log_epoch), pg_current_xact_id(), " + id + ", '" + Ids.next()
                + "', 'note', 'note-written', 1, now(), now(), 'a', 'a', 'agent', 'c', "
                + "'{\"number\":\"N0\",\"text\":\"crossed\"}')";
    }

    @Test
    void aYoungerTransactionWithALowerSequenceIsOrderedByItsTransaction() throws SQLException {
        UUID older = Ids.next();
        UUID younger = Ids.next();
        try (Connection one = Database.connect(Role.OWNER);
                Connection two = Database.connect(Role.OWNER)) {
            String low = Database.texts(one, "select nextval('event_id_seq')").getFirst();
            one.setAutoCommit(false);
            two.setAutoCommit(false);
            Database.execute(two, insert(older, "nextval('event_id_seq')"));
            Database.execute(one, insert(younger, low));
            one.commit();
            // The younger one is committed first, and holds the lower number: a reader by number would skip the older
            // one.
            eventually("it waits", () -> !isPublished(younger));
            two.commit();
        }
        eventually("both are published", () -> isPublished(older) && isPublished(younger));

        assertEquals(List.of(older + " 1", younger + " 1"), fed(List.of(older, younger)));
        eventually(
                "both are in the view",
                () -> Database.number("select count(*) from notes where id in ('" + older + "', '" + younger + "')")
                        == 2);
        assertLogIsWhole();
    }

    private static Append append(UUID stream, int version) {
        return new Append(
                List.of(new NewEvent(
                        stream,
                        version,
                        "note",
                        Ids.next(),
                        "note-line-added",
                        1,
                        Instant.now(),
                        "{\"line\":\"late\"}",
                        null)),
                new ActorName("a", "a", "agent"),
                "c",
                null,
                null,
                null,
                null);
    }

    @Test
    void anAppendWhosePredecessorIsYoungerIsRefusedAndAnotherTransactionWillDo() {
        SqlConnection connection = pool.getConnectionAndAwait();
        UUID note;
        try {
            Transaction transaction = connection.beginAndAwait();
            connection.query("select pg_current_xact_id()").executeAndAwait();
            note = Api.write(fresh("inverted")).id();

            AppendConflict refused = assertThrows(
                    AppendConflict.class,
                    () -> events.append(connection, append(note, 2)).await().indefinitely());

            assertEquals(AppendConflict.Kind.INVERSION, refused.kind());
            transaction.rollbackAndAwait();
        } finally {
            connection.closeAndAwait();
        }
        events.append(append(note, 2)).await().indefinitely();
        AppendConflict stale = assertThrows(
                AppendConflict.class,
                () -> events.append(append(note, 2)).await().indefinitely());
        assertEquals(AppendConflict.Kind.VERSION, stale.kind());
        AppendConflict ahead = assertThrows(
                AppendConflict.class,
                () -> events.append(append(note, 4)).await().indefinitely());
        assertEquals(AppendConflict.Kind.VERSION, ahead.kind(), "a stream has no holes");
    }

    @Test
    void aRelayThatLostItsCheckpointRepeatsExactlyAndViewsCountOnce() {
        String text = fresh("repeated");
        UUID note = Api.write(text).id();
        Api.Answer last = Api.addLine(note, "one");
        assertEquals(1, Api.listed(text, last).path(0).path("lines").asInt());
        long before = logs.length(TOPIC);
        long events = Database.number("select count(*) from event");
        List<String> rows = figures();

        Database.execute("update relay_checkpoint set epoch = 0, tx = '0', id = 0, partitions = '[]'");
        changeHands();

        eventually("everything is sent again", () -> logs.length(TOPIC) >= before + events);
        logs.awaitRead(NoteProjection.NAME, TOPIC);
        assertEquals(rows, figures());
        assertLogIsWhole();
    }

    private static List<String> figures() {
        return Database.texts("select id || ' ' || lines || ' ' || marks || ' ' || version || ' ' || stamps || text "
                + "from notes order by id");
    }

    @Test
    void aWipedLogIsFilledFromTheBeginningWithTheSamePositionsAndViewsKeepEachEffectOnce() {
        String text = fresh("wiped");
        UUID note = Api.write(text).id();
        Api.listed(text, Api.addLine(note, "one"));
        String topicId = logs.topicId(TOPIC);
        List<String> rows = figures();

        logs.wipe(TOPIC);

        // Nobody writes: the relay has to notice by itself.
        eventually("the log is there again", () -> !List.of("", topicId).contains(logs.topicId(TOPIC)));
        Api.Answer after = Api.addLine(note, "two");
        JsonNode listed = Api.listed(text, after);
        assertEquals(2, listed.path(0).path("lines").asInt());
        eventually("published", () -> isPublished(note));
        assertLogIsWhole();
        List<String> changed = new ArrayList<>(figures());
        changed.removeAll(rows);
        assertEquals(1, changed.size(), "only the note that was written to: " + changed);
    }

    /** Where there is no log, each event of a batch would wait for it anew: the first must end the batch. */
    @Test
    void aLogThatIsWipedUnderABacklogIsFilledAgainSoon() throws SQLException {
        List<UUID> notes = new ArrayList<>();
        try (Connection other = Database.connect(Role.APP)) {
            other.setAutoCommit(false);
            Database.texts(other, "select pg_current_xact_id()");
            for (int i = 0; i < 10; i++) {
                notes.add(Api.write(fresh("backlog")).id());
            }
            logs.wipe(TOPIC);
            other.rollback();
        }
        eventually("all of it is published", () -> notes.stream().allMatch(RelayTest::isPublished));
        assertLogIsWhole();
    }

    @Test
    void aDatabaseThatWasCutBackStopsTheRelayUntilAPersonHasLooked() throws SQLException {
        UUID note = Api.write(fresh("cut")).id();
        eventually("published", () -> isPublished(note));
        try (Connection superuser = Database.connect(Role.SUPERUSER)) {
            Database.execute(superuser, "create table cut_back as select * from event where stream = '" + note + "'");
            Database.execute(superuser, "delete from event where stream = '" + note + "'");
            try {
                changeHands();

                eventually(
                        "the relay refuses and says why",
                        () -> Api.well().status() == 503 && Api.well().body().contains("cut back"));
                long length = logs.length(TOPIC);
                UUID later = Api.write(fresh("held")).id();
                assertFalse(isPublished(later));
                assertEquals(length, logs.length(TOPIC), "nothing is sent");
                assertTrue(Api.well().body().contains(note.toString()), "it names the event");
            } finally {
                Database.execute(superuser, "insert into event overriding system value select * from cut_back");
                Database.execute(superuser, "drop table cut_back");
            }
        }
        Api.awaitWell();
        UUID last = Api.write(fresh("again")).id();
        eventually("it goes on", () -> isPublished(last));
        assertLogIsWhole();
    }

    @Test
    void aCheckpointIsNotMovedByAFormerHolderOfTheLeaseNorBackwards() {
        UUID note = Api.write(fresh("fenced")).id();
        eventually("published", () -> isPublished(note));
        long epoch = Database.number("select epoch from lease where name = 'relay'");
        RelayCheckpoint now = store.checkpoint();
        RelayCheckpoint ahead = new RelayCheckpoint(
                new Position(
                        now.position().epoch(),
                        now.position().tx() + 1,
                        now.position().id() + 1),
                now.topicId(),
                now.partitions(),
                now.logEpoch());

        assertFalse(store.save(ahead, "relay", epoch - 1), "an older epoch");
        assertFalse(store.rewind(ahead, "relay", epoch - 1), "an older epoch");
        assertFalse(store.save(ahead, "nobody", 1), "no lease");
        assertFalse(
                store.save(
                        new RelayCheckpoint(
                                Position.START,
                                now.topicId(),
                                Collections.nCopies(Partitions.COUNT, Position.START),
                                now.logEpoch()),
                        "relay",
                        epoch),
                "backwards");

        assertEquals(now.position(), store.checkpoint().position());
        assertNotEquals(Position.START, now.position());
    }

    @Test
    void theCheckpointKnowsTheLastPositionOfEachPartition() {
        for (int i = 0; i < 12; i++) {
            Api.write(fresh("spread"));
        }
        eventually(
                "all is published",
                () -> Database.number("select count(*) from event e, relay_checkpoint r "
                                + "where (e.epoch, e.tx, e.id) > (r.epoch, r.tx, r.id)")
                        == 0);
        RelayCheckpoint checkpoint = store.checkpoint();

        assertEquals(checkpoint.partitions(), store.partitionsAt(checkpoint.position()));
    }
}

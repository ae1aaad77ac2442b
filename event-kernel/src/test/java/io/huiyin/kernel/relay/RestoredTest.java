package io.huiyin.kernel.relay;

import static io.huiyin.kernel.notes.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.command.CommandProblem.Busy;
import io.huiyin.kernel.command.PositionToken;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.notes.Api;
import io.huiyin.kernel.notes.Database;
import io.huiyin.kernel.notes.Database.Role;
import io.huiyin.kernel.notes.Logs;
import io.huiyin.kernel.notes.NoteProjection;
import io.huiyin.kernel.notes.NotesProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** G2, G4, G8, G11 after a database was restored to an earlier point: this service's own, and another's. */
@QuarkusTest
@TestProfile(NotesProfile.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoredTest {

    private static final String TOPIC = "note-events";
    private static final String STATEMENTS = "note-watermarks";
    private static final String POLICY = "when-a-stamp-is-asked-then-stamp";

    @Inject
    Logs logs;

    @Inject
    Watermarks watermarks;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        Api.awaitWell();
    }

    private static String fresh(String prefix) {
        return prefix + "-" + Ids.next();
    }

    /** The other service's relay goes on speaking. */
    private static long beginEpoch() {
        long epoch = Database.number("select begin_restored_epoch()");
        Logs.marks().state(Instant.now());
        return epoch;
    }

    private static long serving() {
        return Database.number("select generation from view_generation where view = 'notes' and state = 'serving'");
    }

    private static void eventuallyRebuilt(long former) {
        eventually("a generation after " + former + " serves", () -> serving() > former);
    }

    private static List<String> rows() {
        return Database.texts("select id || ' ' || number || ' ' || lines || ' ' || marks || ' ' || version || ' ' || "
                + "stamps || text || recorded_at from notes order by id");
    }

    /** Takes what happened to a note out of the database, as a restore to a moment before it does. */
    private static void lose(UUID note) throws SQLException {
        try (Connection superuser = Database.connect(Role.SUPERUSER)) {
            Database.execute(superuser, "delete from event where stream = '" + note + "'");
            Database.execute(superuser, "delete from idempotency_key where stream = '" + note + "'");
        }
    }

    @Test
    void anotherLogHoldsWhatIsLeftAndEveryViewShowsJustThat() throws SQLException {
        String kept = fresh("kept");
        UUID note = Api.write(kept).id();
        Api.listed(kept, Api.addLine(note, "one"));
        List<String> before = rows();
        String lost = fresh("lost");
        Api.Answer written = Api.write(lost);
        assertEquals(1, Api.listed(lost, written).size());
        String events = logs.topicId(TOPIC);
        String statements = logs.topicId(STATEMENTS);
        long former = serving();

        lose(written.id());
        long epoch = beginEpoch();

        eventuallyRebuilt(former);
        assertEquals(before, rows(), "nothing of what is lost, and all that is left");
        assertNotEquals(events, logs.topicId(TOPIC));
        assertNotEquals(statements, logs.topicId(STATEMENTS));
        RelayTest.assertLogIsWhole(logs);
        assertTrue(logs.read(TOPIC).stream()
                .allMatch(entry -> Logs.header(entry, "ce_logepoch").equals(Long.toString(epoch))));

        Api.Answer after = Api.addLine(note, "two");
        assertEquals(2, Api.listed(kept, after).path(0).path("lines").asInt(), "and it goes on");
        assertEquals(
                epoch,
                PositionToken.decode(after.header("Event-Position")).position().epoch(),
                "above every position that was ever given out");
        RelayTest.assertLogIsWhole(logs);
    }

    @Test
    void sayingItTwiceDoesNoHarm() {
        String text = fresh("twice");
        UUID note = Api.write(text).id();
        Api.listed(text, Api.addLine(note, "one"));
        List<String> before = rows();
        long former = serving();

        long first = beginEpoch();
        long second = beginEpoch();

        assertTrue(second > first, first + " < " + second);
        eventually(
                "the log is of the second epoch",
                () -> Database.number("select log_epoch from relay_checkpoint") == second);
        eventuallyRebuilt(former);
        Api.awaitWell();
        assertEquals(before, rows());
        RelayTest.assertLogIsWhole(logs);
    }

    @Test
    void whatAnotherClusterWroteStandsBelowWhateverItsTransactionsWereCalled() {
        UUID note = Ids.next();
        Database.execute("insert into event (stream, version, epoch, tx, event_id, aggregate, type, type_version, "
                + "occurred_at, recorded_at, actor, actor_name, actor_roles, correlation_id, data) values ('" + note
                + "', 1, (select epoch from log_epoch), '4000000000000000000', '" + Ids.next()
                + "', 'note', 'note-written', 1, now(), now(), 'a', 'a', 'agent', 'c', "
                + "'{\"number\":\"N0\",\"text\":\"" + fresh("elsewhere") + "\"}')");

        beginEpoch();

        Api.Answer added = Api.addLine(note, "here");
        assertEquals(200, added.status(), added.body());
        eventually(
                "both are in the list",
                () -> Database.texts("select lines || ' ' || version from notes where id = '" + note + "'")
                        .equals(List.of("1 2")));
        // A relay that did not know of the epoch yet may have sent them to the former log.
        eventually("the log is filled", RestoredTest::isFilled);
        RelayTest.assertLogIsWhole(logs);
    }

    private static boolean isFilled() {
        return Database.number("select count(*) from relay_checkpoint r, log_epoch l where r.log_epoch = l.epoch "
                        + "and not exists (select 1 from event e where (e.epoch, e.tx, e.id) > (r.epoch, r.tx, r.id))")
                == 1;
    }

    private boolean isKnown(Instant at) {
        try {
            watermarks.known(NoteProjection.NAME, at).await().indefinitely();
            return true;
        } catch (Busy e) {
            return false;
        }
    }

    @Test
    void untilTheRelayHasSaidThatAllIsThereNothingIsKnownAndTheFormerGenerationServes() throws SQLException {
        String text = fresh("whole");
        UUID note = Api.write(text).id();
        Api.listed(text, Api.addLine(note, "one"));
        Logs.marks().state(Instant.now().plusSeconds(600));
        long former = serving();
        Instant asked;
        try (Connection open = Database.connect(Role.APP)) {
            open.setAutoCommit(false);
            // The log can be filled beside it; it cannot be said to be complete.
            Database.texts(open, "select pg_current_xact_id()");
            beginEpoch();
            eventually("the log is filled", RestoredTest::isFilled);
            asked = Instant.now();
            Instant at = asked;
            assertThrows(
                    Busy.class,
                    () -> watermarks.known(NoteProjection.NAME, at).await().indefinitely());
            assertEquals(former, serving(), "the log may not be whole");
            open.rollback();
        }
        eventuallyRebuilt(former);
        eventually("it is known again", () -> isKnown(asked));
    }

    private static EventEnvelope ask(UUID note, String stamp) {
        return Logs.marks()
                .publish(
                        Ids.next(),
                        "mark-stamp-asked",
                        "{\"note\":\"" + note + "\",\"stamp\":\"" + stamp + "\"}",
                        Instant.now());
    }

    private static EventEnvelope mark(UUID subject, int weight) {
        return Logs.marks().publish(subject, "mark-given", "{\"weight\":" + weight + "}", Instant.now());
    }

    private static List<String> stamps(UUID note) {
        JsonNode stamps = Api.get("/v1/notes/" + note).json().path("stamps");
        return IntStream.range(0, stamps.size())
                .mapToObj(i -> stamps.get(i).asText())
                .toList();
    }

    private static long marks(UUID subject) {
        return Database.number("select coalesce((select marks from notes where id = '" + subject + "'), -1)");
    }

    private static List<String> outcomes(EventEnvelope cause) {
        return Database.texts(
                "select outcome from policy_reaction where policy = '" + POLICY + "' and cause = '" + cause.id() + "'");
    }

    /** A runner renews its lease each time before it looks at the logs and at itself: after two renewals it has looked. */
    private static void awaitALook(String generation) {
        for (int i = 0; i < 2; i++) {
            String held = heldUntil(generation);
            eventually("renewed", () -> !heldUntil(generation).equals(held));
        }
    }

    private static String heldUntil(String generation) {
        return Database.text("select held_until from lease where name = 'view:" + generation + "'");
    }

    /** Before the others: once its own database was restored the service waits for the other's relay to speak. */
    @Test
    @Order(1)
    void anotherServicesLossLeavesTheViewsAndReactionsToItStandOnce() {
        UUID note = Api.write(fresh("stamped")).id();
        UUID subject = Ids.next();
        mark(subject, 1);
        EventEnvelope kept = ask(note, "kept");
        EventEnvelope lostMark = mark(subject, 10);
        EventEnvelope lostAsk = ask(note, "lost");
        eventually("stamped", () -> stamps(note).equals(List.of("kept", "lost")));
        eventually("marked", () -> marks(subject) == 11);
        long former = serving();

        Logs.marks().restoreWithout(Set.of(lostMark.id(), lostAsk.id()));
        eventually(
                "another generation has read all of it",
                () -> Database.number("select count(*) from view_generation g where g.view = 'notes' "
                                + "and g.state = 'building' and (select sum(c.next_offset) from view_checkpoint c "
                                + "where c.view = g.view and c.generation = g.generation and c.topic = '"
                                + NoteProjection.MARKS + "') = " + logs.length(NoteProjection.MARKS))
                        == 1);
        awaitALook("notes-" + Database.text("select generation from view_generation where state = 'building'"));
        assertEquals(former, serving(), "nobody has said that all is there");
        Logs.marks().state(Instant.now());

        eventuallyRebuilt(former);
        assertEquals(1, marks(subject));
        EventEnvelope next = ask(note, "and on");
        mark(subject, 100);
        eventually("the policy goes on", () -> stamps(note).equals(List.of("kept", "lost", "and on")));
        eventually("the view goes on", () -> marks(subject) == 101);
        logs.awaitRead(POLICY, NoteProjection.MARKS);
        for (EventEnvelope cause : List.of(kept, lostAsk, next)) {
            assertEquals(List.of("done"), outcomes(cause), "once, and what was done stays done");
        }
    }

    @Test
    void whatAServiceSaidBeforeIsNotReactedToUntilItsRelayHasSpoken() {
        UUID note = Api.write(fresh("silent")).id();
        Database.number("select begin_restored_epoch()");
        awaitALook(POLICY + "-1");
        Logs.marks().restoreWithout(Set.of());
        EventEnvelope cause = ask(note, "of a time that may be lost");
        awaitALook(POLICY + "-1");
        assertEquals(List.of(), outcomes(cause));

        Logs.marks().state(Instant.now());

        eventually("stamped", () -> stamps(note).equals(List.of("of a time that may be lost")));
    }
}

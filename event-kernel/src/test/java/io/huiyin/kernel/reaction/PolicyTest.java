package io.huiyin.kernel.reaction;

import static io.huiyin.kernel.notes.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.notes.Api;
import io.huiyin.kernel.notes.Database;
import io.huiyin.kernel.notes.Logs;
import io.huiyin.kernel.notes.NoteProjection;
import io.huiyin.kernel.notes.NotesProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** G4: a reaction happens exactly once. */
@QuarkusTest
@TestProfile(NotesProfile.class)
class PolicyTest {

    private static final String POLICY = "when-a-stamp-is-asked-then-stamp";

    @Inject
    Logs logs;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        Api.awaitWell();
    }

    private static UUID note() {
        return Api.write("stamped-" + Ids.next()).id();
    }

    private static EventEnvelope ask(UUID note, String stamp) {
        return Logs.marks()
                .publish(
                        Ids.next(),
                        "mark-stamp-asked",
                        "{\"note\":\"" + note + "\",\"stamp\":\"" + stamp + "\"}",
                        Instant.now());
    }

    private static List<String> stamps(UUID note) {
        JsonNode stamps = Api.get("/v1/notes/" + note).json().path("stamps");
        return IntStream.range(0, stamps.size())
                .mapToObj(i -> stamps.get(i).asText())
                .toList();
    }

    private static String outcome(EventEnvelope cause) {
        List<String> rows = Database.texts("select outcome || coalesce(' ' || rule || ' ' || detail, '') "
                + "from policy_reaction where policy = '" + POLICY + "' and cause = '" + cause.id() + "'");
        return String.join(",", rows);
    }

    @Test
    void anEventCausesOneReactionThatNamesIt() {
        UUID note = note();
        EventEnvelope cause = ask(note, "seen");
        eventually("stamped", () -> stamps(note).equals(List.of("seen")));

        assertEquals("done", outcome(cause));
        assertEquals(
                cause.id() + " " + cause.correlationId() + " " + POLICY,
                Database.text("select causation_id || ' ' || correlation_id || ' ' || actor from event where stream = '"
                        + note + "' and type = 'note-stamped'"));
    }

    @Test
    void severalCausesOfOneBatchAreDecidedOnEachOthersOutcome() {
        UUID note = note();
        IntStream.range(0, 20).forEach(i -> ask(note, "s" + i));
        eventually("all stamped", () -> stamps(note).size() == 20);
        assertEquals(20, stamps(note).stream().distinct().count());
    }

    @Test
    void aCheckpointSetBackDoublesNoReactionAndHoldsNothingUp() {
        UUID note = note();
        EventEnvelope cause = ask(note, "once");
        eventually("stamped", () -> stamps(note).equals(List.of("once")));
        UUID closed = note();
        Api.post("/v1/notes/" + closed + "/close", "{}");
        EventEnvelope refused = ask(closed, "never");
        eventually("refused", () -> outcome(refused).startsWith("refused"));

        Database.execute(
                "update view_checkpoint set next_offset = 0, epoch = 0, tx = 0, id = 0 where view = '" + POLICY + "'");
        EventEnvelope next = ask(note, "and on");

        eventually("it goes on", () -> stamps(note).equals(List.of("once", "and on")));
        logs.awaitRead(POLICY, NoteProjection.MARKS);
        assertEquals("done", outcome(cause));
        assertEquals("done", outcome(next));
        assertEquals("refused X-00 note-closed", outcome(refused));
        assertEquals(
                0,
                Database.number(
                        "select count(*) from dead_letter where view = '" + POLICY + "' and resolution is null"));
    }

    @Test
    void aBusinessRefusalIsRecordedAndThePolicyGoesOn() {
        UUID closed = note();
        Api.post("/v1/notes/" + closed + "/close", "{}");
        UUID open = note();

        EventEnvelope refused = ask(closed, "too late");
        EventEnvelope done = ask(open, "in time");

        eventually("it went on", () -> outcome(done).equals("done"));
        assertEquals("refused X-00 note-closed", outcome(refused));
        assertEquals(List.of(), stamps(closed));
    }

    @Test
    void aRebuiltViewReplaysNoReaction() {
        UUID note = note();
        ask(note, "once");
        eventually("stamped", () -> stamps(note).equals(List.of("once")));
        long reactions = Database.number("select count(*) from policy_reaction");

        long generation = Api.operate("/v1/views/notes/rebuild", "{}")
                .json()
                .path("generation")
                .asLong();
        eventually(
                "rebuilt",
                () -> Database.number(
                                "select count(*) from view_generation where view = 'notes' and state = 'serving' and generation = "
                                        + generation)
                        == 1);

        assertEquals(List.of("once"), stamps(note));
        assertEquals(reactions, Database.number("select count(*) from policy_reaction"));
    }

    @Test
    void aPolicyIsNeverRebuilt() {
        Api.Answer answer = Api.operate("/v1/views/" + POLICY + "/rebuild", "{}");

        assertEquals(400, answer.status(), answer.body());
        assertEquals(1, Database.number("select count(*) from view_generation where view = '" + POLICY + "'"));
    }
}

package io.huiyin.kernel.reaction;

import static io.huiyin.kernel.notes.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.notes.Api;
import io.huiyin.kernel.notes.Database;
import io.huiyin.kernel.notes.Logs;
import io.huiyin.kernel.notes.NoteProjection;
import io.huiyin.kernel.notes.NotesProfile;
import io.huiyin.kernel.notes.WhenNotesAreAskedThenWriteThem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        return ask(Ids.next(), note, stamp);
    }

    private static EventEnvelope ask(UUID subject, UUID note, String stamp) {
        return Logs.marks()
                .publish(
                        subject,
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
        // In the same partition: where nothing had been read nothing was set back.
        EventEnvelope next = ask(cause.subject(), note, "and on");

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

    private static EventEnvelope askNotes(String... texts) {
        return Logs.marks()
                .publish(
                        Ids.next(),
                        "mark-notes-asked",
                        EventJson.write(Map.of("texts", List.of(texts))),
                        Instant.now());
    }

    private static JsonNode asked(String text) {
        UUID id = WhenNotesAreAskedThenWriteThem.noteOf(text);
        eventually(
                "written and cited",
                () -> Api.get("/v1/notes/" + id).json().path("lines").size() > 0);
        return Api.get("/v1/notes/" + id).json();
    }

    @Test
    void oneEventMayCauseSeveralCommandsAndWhatTheyBeginTakesItsNumber() {
        String first = "first " + Ids.next();
        String second = "second " + Ids.next();
        EventEnvelope cause = askNotes(first, second);
        JsonNode one = asked(first);
        JsonNode other = asked(second);

        long number = Long.parseLong(one.path("number").asText().substring(1));
        assertEquals(String.format("A%04d", number), one.path("number").asText());
        assertEquals(String.format("A%04d", number + 1), other.path("number").asText());
        assertEquals(
                "I am " + one.path("number").asText(), one.path("lines").path(0).asText());
        assertEquals(
                "I am " + other.path("number").asText(),
                other.path("lines").path(0).asText());
        assertEquals(
                "0 done,1 done,2 done,3 done",
                String.join(
                        ",",
                        Database.texts(
                                "select place || ' ' || outcome from policy_reaction where cause = '" + cause.id()
                                        + "' and policy = 'when-notes-are-asked-then-write-them' order by place")));
    }

    @Test
    void whatIsAskedAgainMeetsTheSameNoteAndTakesNoNumber() {
        String text = "asked twice " + Ids.next();
        askNotes(text);
        String number = asked(text).path("number").asText();
        String next = "the next " + Ids.next();
        askNotes(text, next);

        assertEquals(
                Long.parseLong(number.substring(1)) + 1,
                Long.parseLong(asked(next).path("number").asText().substring(1)));
        assertEquals(number, asked(text).path("number").asText());
        eventually("cited again", () -> asked(text).path("lines").size() == 2);
    }

    @Test
    void whatWasRefusedIsListedAndCanBeTriedAgain() {
        UUID note = note();
        Api.post("/v1/notes/" + note + "/close", "{}");
        EventEnvelope cause = ask(note, "too late");
        eventually("refused", () -> outcome(cause).startsWith("refused"));

        JsonNode listed = Api.inspect("/v1/reactions?outcome=refused&policy=" + POLICY + "&subject=" + cause.subject())
                .json()
                .path("items")
                .path(0);
        assertEquals("X-00", listed.path("rule").asText());
        assertEquals("note-closed", listed.path("detail").asText());
        Api.Answer again = Api.operate("/v1/reactions/" + listed.path("id").asLong() + "/retry", "{}");
        assertEquals(200, again.status(), again.body());
        assertEquals("refused", again.json().path("outcome").asText());
        assertEquals("otto", again.json().path("retriedBy").asText());

        assertEquals(404, Api.operate("/v1/reactions/999999999/retry", "{}").status());
        assertEquals(400, Api.inspect("/v1/reactions?outcome=perhaps").status());
        assertEquals(400, Api.inspect("/v1/reactions?after=nonsense").status());
    }

    @Test
    void whatSucceedsWhenTriedAgainIsDoneOnce() {
        UUID note = note();
        Api.post("/v1/notes/" + note + "/close", "{}");
        EventEnvelope cause = ask(note, "at last");
        eventually("refused", () -> outcome(cause).startsWith("refused"));
        long id = Database.number(
                "select id from policy_reaction where policy = '" + POLICY + "' and cause = '" + cause.id() + "'");
        Api.post("/v1/notes/" + note + "/reopen", "{}");

        Api.Answer again = Api.operate("/v1/reactions/" + id + "/retry", "{}");

        assertEquals("done", again.json().path("outcome").asText(), again.body());
        assertEquals(List.of("at last"), stamps(note));
        assertEquals(400, Api.operate("/v1/reactions/" + id + "/retry", "{}").status());
        assertEquals(List.of("at last"), stamps(note));
    }

    @Test
    void reactionsAreReadPageByPage() {
        UUID note = note();
        IntStream.range(0, 5).forEach(i -> ask(note, "p" + i));
        eventually("all stamped", () -> stamps(note).size() == 5);
        int seen = 0;
        String after = "";
        do {
            Api.Answer answer = Api.inspect("/v1/reactions?policy=" + POLICY + "&limit=2" + after);
            assertEquals(200, answer.status(), answer.body());
            JsonNode page = answer.json();
            seen += page.path("items").size();
            after = page.path("next").isTextual()
                    ? "&after=" + page.path("next").asText()
                    : "";
        } while (!after.isEmpty());
        assertEquals(Database.number("select count(*) from policy_reaction where policy = '" + POLICY + "'"), seen);
    }
}

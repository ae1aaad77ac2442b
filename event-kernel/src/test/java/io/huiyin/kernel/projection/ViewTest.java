package io.huiyin.kernel.projection;

import static io.huiyin.kernel.notes.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.huiyin.kernel.command.PositionToken;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.Partitions;
import io.huiyin.kernel.notes.Api;
import io.huiyin.kernel.notes.Database;
import io.huiyin.kernel.notes.LoggedErrors;
import io.huiyin.kernel.notes.Logs;
import io.huiyin.kernel.notes.NoteProjection;
import io.huiyin.kernel.notes.NotesProfile;
import io.huiyin.kernel.testing.TestLog;
import io.huiyin.kernel.testing.TestLog.Placed;
import io.huiyin.kernel.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** G3, G7, G8, G9: what a view shows, when, and what becomes of events it cannot take. */
@QuarkusTest
@TestProfile(NotesProfile.class)
class ViewTest {

    private static final String VIEW = NoteProjection.NAME;
    private static final String MARKS = NoteProjection.MARKS;

    @Inject
    Logs logs;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        NoteProjection.breakWith(null);
        Api.awaitWell();
    }

    private static String fresh(String prefix) {
        return prefix + "-" + Ids.next();
    }

    private static EventEnvelope mark(UUID subject, int weight) {
        return Logs.marks().publish(subject, "mark-given", "{\"weight\":" + weight + "}", Instant.now());
    }

    private static Placed placed(UUID subject, int weight) {
        Instant now = Instant.now();
        return Logs.marks().place(subject, "mark-given", "{\"weight\":" + weight + "}", now, now);
    }

    /** Marks the list has counted for a thing; -1 where it has no row. */
    private static long marks(UUID subject) {
        return Database.number("select coalesce((select marks from notes where id = '" + subject + "'), -1)");
    }

    private static UUID inPartition(int partition) {
        return Stream.generate(Ids::next)
                .filter(id -> Partitions.of(id) == partition)
                .findFirst()
                .orElseThrow();
    }

    // G3

    @Test
    void g3RepeatedRecordsChangeNothing() {
        TestLog log = Logs.marks();
        UUID subject = Ids.next();
        Placed first = placed(subject, 1);
        Placed second = placed(subject, 10);
        for (Placed each : List.of(first, second, first, second, second, first)) {
            log.send(each);
        }
        mark(subject, 100);
        log.send(second);

        logs.awaitRead(VIEW, MARKS);
        assertEquals(111, marks(subject));
    }

    @Test
    void g3AnEarlyRecordChangesNothingUntilTheGapIsClosed() {
        TestLog log = Logs.marks();
        UUID subject = Ids.next();
        mark(subject, 1);
        Placed missing = placed(subject, 10);
        Placed early = placed(subject, 100);

        log.send(early);
        logs.awaitRead(VIEW, MARKS);
        assertEquals(1, marks(subject));

        log.send(missing);
        logs.awaitRead(VIEW, MARKS);
        assertEquals(11, marks(subject));
        log.send(early);
        logs.awaitRead(VIEW, MARKS);
        assertEquals(111, marks(subject));
    }

    @Test
    void g3AGapThatStaysOpenIsAnAlarmAlsoWhileOtherPartitionsMoveOn() {
        TestLog log = Logs.marks();
        UUID stuck = inPartition(0);
        UUID moving = inPartition(1);
        Placed missing = placed(stuck, 1);
        Placed early = placed(stuck, 10);

        log.send(early);
        mark(moving, 1);
        eventually("an alarm", () -> {
            mark(moving, 1);
            return Api.well().status() == 503 && Api.well().body().contains("gap in the log");
        });

        log.send(missing);
        log.send(early);
        logs.awaitRead(VIEW, MARKS);
        assertEquals(11, marks(stuck));
        Api.awaitWell();
    }

    @Test
    void g3ACheckpointThatAnotherInstanceMovedIsReadAgain() {
        UUID subject = Ids.next();
        mark(subject, 1);
        logs.awaitRead(VIEW, MARKS);

        // As another holder of the lease would have left it, had it read a record further.
        Database.execute("update view_checkpoint set next_offset = 0, epoch = 0, tx = 0, id = 0 where view = '" + VIEW
                + "' and topic = '" + MARKS + "' and partition = " + Partitions.of(subject)
                + " and generation = (select generation from view_generation where view = '" + VIEW
                + "' and state = 'serving')");
        Database.execute("update note_rows set marks = 0 where id = '" + subject + "'");
        mark(subject, 10);

        eventually("it starts from where the database says", () -> marks(subject) == 11);
    }

    @Test
    void g3RowsFedByTwoLogsTakeEachInAnyOrder() {
        UUID note = Ids.next();
        mark(note, 5);
        logs.awaitRead(VIEW, MARKS);
        assertEquals(5, marks(note));
    }

    // G7

    private static Api.Answer listAtLeast(String text, String token) {
        return Api.send(Api.to("/v1/notes?text=" + text).header("If-Projection-At-Least", token));
    }

    @Test
    void g7AListWaitsForWhatIsAskedAndAnswers503WhenItDoesNotCome() {
        String text = fresh("waiting");
        try {
            assertEquals(204, Api.operate("/v1/views/notes/pause", "").status());
            // The view stops at its next look; until then the list keeps up.
            Api.Answer[] written = new Api.Answer[1];
            eventually("it stands still", () -> {
                written[0] = Api.write(text);
                long start = System.nanoTime();
                Api.Answer answer = listAtLeast(text, written[0].header("Event-Position"));
                Duration waited = Duration.ofNanos(System.nanoTime() - start);
                if (answer.status() == 503) {
                    assertNotEquals("", answer.header("Retry-After"));
                    assertTrue(waited.toMillis() >= 1_900 && waited.toMillis() < 4_000, "waited " + waited);
                }
                return answer.status() == 503;
            });
            assertEquals(200, Api.get("/v1/notes/" + written[0].id()).status(), "the note itself is current");
            assertEquals(200, Api.get("/v1/notes?text=" + text).status(), "who does not ask does not wait");

            assertEquals(204, Api.operate("/v1/views/notes/resume", "").status());
            boolean listed = false;
            for (JsonNode item : Api.listed(text, written[0])) {
                listed |= item.path("id").asText().equals(written[0].id().toString());
            }
            assertTrue(listed);
        } finally {
            Api.operate("/v1/views/notes/resume", "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "%%%", "bm90ZS1ldmVudHM", "bm90ZS1ldmVudHN8eHwxLjEuMQ"})
    void g7ATokenThatIsNoneOfOursIsRefused(String token) {
        assertEquals(400, listAtLeast("x", token).status());
    }

    @Test
    void g7ATokenOfALogTheListDoesNotFollowOrOfNoPartitionIsRefused() {
        assertEquals(
                400,
                listAtLeast("x", new PositionToken("other-events", 0, new Position(1, 1, 1)).encode())
                        .status());
        assertEquals(
                400,
                listAtLeast("x", new PositionToken("note-events", 6, new Position(1, 1, 1)).encode())
                        .status());
    }

    // G8

    private static List<String> rows() {
        return Database.texts("select id || ' ' || number || ' ' || lines || ' ' || marks || ' ' || version || ' ' || "
                + "stamps || text || recorded_at from notes order by id");
    }

    private static long serving() {
        return Database.number("select generation from view_generation where view = 'notes' and state = 'serving'");
    }

    /** Behind a full batch the next one is read while that is taken. */
    @Test
    void g3ABacklogOfManyBatchesTakesEffectOnce() {
        UUID note = Api.write(fresh("backlog")).id();
        Api.operate("/v1/views/notes/pause", "");
        int backlog = 1_700;
        for (int i = 0; i < backlog; i++) {
            mark(note, 1);
        }
        Api.operate("/v1/views/notes/resume", "");
        logs.awaitRead(VIEW, MARKS);

        assertEquals(backlog, marks(note));
    }

    @Test
    void g8AViewIsRebuiltBesideTheServingOneAndTakesOver() {
        String text = fresh("rebuilt");
        UUID note = Api.write(text).id();
        Api.listed(text, Api.addLine(note, "before"));
        mark(note, 7);
        logs.awaitRead(VIEW, MARKS);
        List<String> before = rows();
        long old = serving();

        Api.Answer started = Api.operate("/v1/views/notes/rebuild", "");
        assertEquals(202, started.status());
        long next = started.json().path("generation").asLong();
        assertEquals(
                next,
                Api.operate("/v1/views/notes/rebuild", "")
                        .json()
                        .path("generation")
                        .asLong(),
                "one at a time");
        List<Api.Answer> during = new ArrayList<>();
        eventually("generation " + next + " serves", () -> {
            assertTrue(
                    rows().containsAll(before.stream()
                            .filter(row -> !row.contains(text))
                            .toList()),
                    "it serves");
            during.add(Api.addLine(note, "during"));
            return serving() == next;
        });

        Api.Answer after = Api.addLine(note, "after");
        assertEquals(
                during.size() + 2,
                Api.listed(text, after).path(0).path("lines").asInt(),
                "what was written meanwhile is neither lost nor doubled");
        assertEquals(7, marks(note));
        assertEquals(
                before.stream().filter(row -> !row.startsWith(note.toString())).toList(),
                rows().stream().filter(row -> !row.startsWith(note.toString())).toList());
        eventually(
                "what the old generation left is dropped",
                () -> Database.text("select to_regclass('note_rows_g" + old + "') is null")
                                .equals("t")
                        && Database.number("select count(*) from view_checkpoint where view = 'notes' and generation = "
                                        + old)
                                == 0
                        && Database.number("select count(*) from view_generation where view = 'notes'") == 1);
    }

    @Test
    void g8AnOldGenerationStopsWithoutAnErrorAndHandsOnItsLease() {
        long old = serving();
        try (LoggedErrors errors = LoggedErrors.of("org.apache.kafka")) {
            long next = Api.operate("/v1/views/notes/rebuild", "")
                    .json()
                    .path("generation")
                    .asLong();
            eventually("generation " + next + " serves", () -> serving() == next);
            String takenOver = Database.text("select clock_timestamp()");
            eventually(
                    "it is dropped",
                    () -> Database.number(
                                    "select count(*) from view_generation where view = 'notes' and generation = " + old)
                            == 0);
            // Unreleased, it would hold for three seconds after the last renewal.
            assertEquals(
                    "t",
                    Database.text("select held_until < timestamptz '" + takenOver
                            + "' + interval '1 second' from lease where name = 'view:notes-" + old + "'"));
            assertEquals(List.of(), errors.messages());
        }
    }

    // G9

    private static JsonNode letters(UUID subject) {
        JsonNode all = Api.send(Api.as(Tokens.of("auditor"), "/v1/views/dead-letters"))
                .json()
                .path("items");
        ArrayNode own = EventJson.tolerant().createArrayNode();
        all.forEach(letter -> {
            if (letter.path("subject").asText().equals(subject.toString())) {
                own.add(letter);
            }
        });
        return own;
    }

    private static String settle(JsonNode letter, String how) {
        return "/v1/views/dead-letters/" + letter.path("id").asLong() + "/" + how;
    }

    private static long rowsOf(UUID note) {
        return Database.number("select count(*) from notes where id = '" + note + "'");
    }

    /** A poisoned note with two lines waiting behind it. */
    private static UUID poisoned(Supplier<Throwable> failure) {
        NoteProjection.breakWith(failure);
        UUID note = Api.write("poison-" + Ids.next()).id();
        Api.addLine(note, "behind");
        Api.addLine(note, "behind, too");
        eventually("three letters", () -> letters(note).size() == 3);
        return note;
    }

    @Test
    void g9APoisonEventHoldsItsOwnAggregateOnlyAndIsReplayedInOrder() {
        UUID note = poisoned(() -> new IllegalStateException("cannot take it"));

        JsonNode letters = letters(note);
        assertEquals(
                List.of("false", "true", "true"),
                List.of(
                        letters.path(0).path("waiting").asText(),
                        letters.path(1).path("waiting").asText(),
                        letters.path(2).path("waiting").asText()));
        assertTrue(letters.path(0).path("error").asText().contains("cannot take it"));
        assertEquals(0, rowsOf(note));
        String other = fresh("healthy");
        assertEquals(1, Api.listed(other, Api.write(other)).size(), "other aggregates go on");

        eventually(
                "health says so",
                () -> Api.well().status() == 503 && Api.well().body().contains("dead letters notes"));
        assertTrue(
                Api.send(Api.anonymous("/q/metrics"))
                        .body()
                        .lines()
                        .anyMatch(line -> line.startsWith("huiyin_dead_letters{")
                                && line.contains("view=\"notes\"")
                                && line.endsWith(" 3.0")),
                "a metric says so");
        assertEquals(200, Api.send(Api.anonymous("/q/health/ready")).status(), "the service still answers");

        assertEquals(400, Api.operate(settle(letters.path(1), "replay"), "").status(), "nothing overtakes");
        assertEquals(
                400,
                Api.operate(settle(letters.path(1), "skip"), "{\"reason\":\"x\"}")
                        .status());
        Api.operate(settle(letters.path(0), "replay"), "");
        assertEquals(3, letters(note).size(), "it fails again, and all of it waits");

        NoteProjection.breakWith(null);
        Api.Answer replayed = Api.operate(settle(letters.path(0), "replay"), "");
        assertEquals(200, replayed.status(), replayed.body());
        assertEquals("replayed", replayed.json().path("resolution").asText());
        eventually("all are replayed", () -> letters(note).isEmpty());
        assertEquals("2 3", Database.text("select lines || ' ' || version from notes where id = '" + note + "'"));
        Api.addLine(note, "after");
        eventually(
                "later events are taken as ever",
                () -> Database.text("select lines || ' ' || version from notes where id = '" + note + "'")
                        .equals("3 4"));
        assertEquals(400, Api.operate(settle(letters.path(0), "replay"), "").status(), "it was replayed already");
    }

    @Test
    void g9APoisonEventIsSkippedWithARecordedReason() {
        UUID note = poisoned(() -> new IllegalStateException("cannot take it"));
        JsonNode first = letters(note).path(0);
        assertEquals(
                400, Api.operate(settle(first, "skip"), "{\"reason\":\" \"}").status(), "a reason is needed");

        Api.Answer skipped = Api.operate(settle(first, "skip"), "{\"reason\":\"written by mistake\"}");

        assertEquals(200, skipped.status(), skipped.body());
        eventually("those behind it are taken", () -> letters(note).isEmpty());
        assertEquals("2 3", Database.text("select lines || ' ' || version from notes where id = '" + note + "'"));
        assertEquals(
                "skipped otto written by mistake",
                Database.text("select resolution || ' ' || resolved_by || ' ' || reason from dead_letter where id = "
                        + first.path("id").asLong()));
    }

    static Stream<Supplier<Throwable>> faults() {
        return Stream.of(
                UnsupportedOperationException::new,
                ConcurrentModificationException::new,
                () -> new MatchException("an unknown case", null),
                NullPointerException::new);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void g9AnyFaultOfTheProjectionItselfIsOfTheEvent(Supplier<Throwable> fault) {
        UUID note = poisoned(fault);
        NoteProjection.breakWith(null);
        assertEquals(
                200, Api.operate(settle(letters(note).path(0), "replay"), "").status());
        eventually("all are replayed", () -> letters(note).isEmpty());
    }

    @Test
    void g9AViewDoesNotDieSilentlyOfAnError() {
        String other = fresh("healthy");
        NoteProjection.breakWith(() -> new StackOverflowError("too deep"));
        Api.write("poison-" + Ids.next());
        eventually(
                "somebody says so",
                () -> Api.well().status() == 503 && Api.well().body().contains("notes"));

        NoteProjection.breakWith(null);

        Api.listed(other, Api.write(other));
    }

    @Test
    void g9AnEventOfAnotherShapeHoldsItsAggregate() {
        UUID odd = Ids.next();
        UUID fine = Ids.next();
        Logs.marks().publish(odd, "mark-given", "{\"weight\":\"heavy\"}", Instant.now());
        mark(odd, 1);
        mark(fine, 2);

        eventually("it is set aside", () -> letters(odd).size() == 2);
        logs.awaitRead(VIEW, MARKS);
        assertEquals(2, marks(fine));
        Api.operate(settle(letters(odd).path(0), "skip"), "{\"reason\":\"no weight\"}");
        eventually("the rest is taken", () -> marks(odd) == 1);
    }

    @Test
    void g9ARecordWithoutEnvelopeIsSetAsideByItsOffsetAndTheChainGoesOn() {
        UUID subject = Ids.next();
        mark(subject, 1);
        Logs.marks().garbage(subject, "\u0000 no event of ours");
        mark(subject, 10);

        logs.awaitRead(VIEW, MARKS);
        assertEquals(11, marks(subject));
        String unsettled = "select id from dead_letter where subject is null and resolution is null";
        eventually(
                "the view and both policies that follow this log have set it aside",
                () -> Database.texts(unsettled).size() == 3);
        for (String id : Database.texts(unsettled)) {
            assertEquals(
                    200,
                    Api.operate("/v1/views/dead-letters/" + id + "/skip", "{\"reason\":\"garbage\"}")
                            .status());
        }
    }

    /** Anything may have come by the log, megabytes of it; a list of such letters must fit into memory all the same. */
    @Test
    void g9OfALongDeadLetterTheBeginningIsShown() {
        UUID odd = Ids.next();
        String heavy = "heavy".repeat(20_000);
        Logs.marks().publish(odd, "mark-given", "{\"weight\":\"" + heavy + "\"}", Instant.now());
        eventually("it is set aside", () -> letters(odd).size() == 1);
        JsonNode letter = letters(odd).path(0);

        assertEquals(4096, letter.path("body").asText().length());
        JsonNode replayed = Api.operate(settle(letter, "replay"), "").json();
        assertEquals(letter.path("body"), replayed.path("body"));
        assertEquals(
                List.of("true"),
                Database.texts("select (body like '%" + "heavy".repeat(10)
                        + "\"}%')::text from dead_letter where subject = '" + odd + "'"));
        Api.operate(settle(letter, "skip"), "{\"reason\":\"no weight\"}");
        eventually("settled", () -> letters(odd).isEmpty());
    }

    @Test
    void g9ADeadLetterIsNotTakenForAnOlderOneOfTheSameOffset() {
        UUID odd = Ids.next();
        Logs.marks().publish(odd, "mark-given", "{\"weight\":\"heavy\"}", Instant.now());
        eventually("it is set aside", () -> letters(odd).size() == 1);
        Api.operate(settle(letters(odd).path(0), "skip"), "{\"reason\":\"no weight\"}");
        eventually("settled", () -> letters(odd).isEmpty());

        // A log that was filled again may be shorter: a later event then has the offset that an earlier one had.
        Database.execute("update dead_letter set record_offset = record_offset + 1 where subject = '" + odd + "'");
        Logs.marks().publish(odd, "mark-given", "{\"weight\":\"heavier\"}", Instant.now());

        eventually("it is set aside as well", () -> letters(odd).size() == 1);
        Api.operate(settle(letters(odd).path(0), "skip"), "{\"reason\":\"no weight\"}");
        eventually("settled", () -> letters(odd).isEmpty());
    }

    @Test
    void operatorsSeeEveryView() {
        JsonNode items =
                Api.send(Api.as(Tokens.of("auditor"), "/v1/views")).json().path("items");
        assertTrue(items.size() >= 2, items.toString());
        assertEquals(404, Api.operate("/v1/views/nothing/rebuild", "").status());
        assertEquals(
                404, Api.operate("/v1/views/dead-letters/999999/replay", "").status());
    }
}

package io.huiyin.kernel.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** G5, G6, G11, X-01: what a command may do, once and only once. */
@QuarkusTest
@TestProfile(NotesProfile.class)
class CommandPromisesTest {

    private static String fresh(String prefix) {
        return prefix + "-" + Ids.next();
    }

    private static HttpRequest.Builder keyed(String key, String body) {
        return Api.posting(Notes.PATH, body).header("Idempotency-Key", key);
    }

    private static String body(String text) {
        return "{\"text\":\"" + text + "\"}";
    }

    private static String referring(String text, String reference) {
        return "{\"text\":\"" + text + "\",\"reference\":\"" + reference + "\"}";
    }

    private static long written(String text) {
        return Database.number(
                "select count(*) from event where type = 'note-written' and data ->> 'text' = '" + text + "'");
    }

    @Test
    void g5TwentyConcurrentPostsUnderOneKeyMakeOneNoteAndTwentyEqualAnswers() {
        String text = fresh("twins");
        String key = fresh("key");

        List<Api.Answer> answers = Api.together(20, i -> keyed(key, body(text)));

        assertEquals(
                Set.of(201),
                new HashSet<>(answers.stream().map(Api.Answer::status).toList()));
        assertEquals(1, answers.stream().map(Api.Answer::body).distinct().count());
        assertEquals(
                1,
                answers.stream().map(each -> each.header("Location")).distinct().count());
        assertEquals(
                1,
                answers.stream()
                        .map(each -> each.header("Event-Position"))
                        .distinct()
                        .count());
        assertEquals(19, answers.stream().filter(Api.Answer::isReplayed).count());
        assertEquals(1, written(text));
    }

    @Test
    void g5TwentyConcurrentPostsOfOneNaturalKeyMakeOneNote() {
        String text = fresh("natural");
        String reference = fresh("REF");

        List<Api.Answer> answers = Api.together(20, i -> keyed(fresh("key"), referring(text, reference)));

        assertEquals(1, answers.stream().filter(each -> each.status() == 201).count());
        assertEquals(19, answers.stream().filter(each -> each.status() == 200).count());
        assertEquals(1, answers.stream().map(Api.Answer::id).distinct().count());
        assertEquals(1, written(text));
        answers.forEach(
                each -> assertNotEquals("", each.header("Event-Position"), "G7: every command answers a token"));
    }

    @Test
    void g5TheSameKeyWithAnotherBodyIsRefused() {
        String key = fresh("key");
        assertEquals(201, Api.send(keyed(key, body("one"))).status());

        Api.Answer other = Api.send(keyed(key, body("another")));

        assertEquals(422, other.status());
        assertEquals(
                "/problems/idempotency-key-reused", other.json().path("type").asText());
    }

    @Test
    void g5TheOrderOfFieldsDoesNotMakeAnotherRequest() {
        String key = fresh("key");
        Api.Answer first = Api.send(keyed(key, "{\"text\":\"x\",\"lines\":1}"));
        Api.Answer again = Api.send(keyed(key, "{ \"lines\": 1, \"text\": \"x\" }"));

        assertEquals(first.body(), again.body());
        assertTrue(again.isReplayed());
    }

    @Test
    void g5ATakenNaturalKeyWithOtherContentAnswersWhereTheFirstIs() {
        String reference = fresh("REF");
        Api.Answer first = Api.send(keyed(fresh("key"), referring("one", reference)));

        Api.Answer other = Api.send(keyed(fresh("key"), referring("another", reference)));

        assertEquals(409, other.status());
        assertEquals("/problems/note-already-filed", other.json().path("type").asText());
        assertEquals(first.header("Location"), other.header("Location"));
        assertEquals(first.status(), 201);
    }

    @Test
    void g5AKeyBelongsToItsCaller() {
        String key = fresh("key");
        Api.Answer anna = Api.send(keyed(key, body("mine")));
        Api.Answer bert = Api.send(Api.json(Api.as(Tokens.named("bert", "agent"), Notes.PATH), body("mine"))
                .header("Idempotency-Key", key));

        assertEquals(201, bert.status());
        assertNotEquals(anna.id(), bert.id());
    }

    @Test
    void g5ARetriedCommandIsAnsweredFromTheKeyAlsoUnderAnOldIfMatch() {
        UUID id = Api.write(fresh("retry")).id();
        String key = fresh("key");
        String path = Notes.PATH + "/" + id + "/add-line";

        List<Api.Answer> answers = Api.together(
                8,
                i -> Api.posting(path, "{\"line\":\"once\"}")
                        .header("Idempotency-Key", key)
                        .header("If-Match", "\"1\""));

        assertEquals(
                Set.of(200),
                new HashSet<>(answers.stream().map(Api.Answer::status).toList()));
        assertEquals(1, answers.stream().map(Api.Answer::body).distinct().count());
        assertEquals(2, Database.number("select max(version) from event where stream = '" + id + "'"));
    }

    @Test
    void x01NumbersOfConcurrentCreationsHaveNeitherGapNorRepeatAlsoWhenSomeFail() {
        Api.send(Api.posting(Notes.PATH, referring("taken", "TAKEN")));
        long before = Database.number("select last from number_series where series = 'note'");
        String text = fresh("numbered");

        // Every third fails after it took its number: its natural key is taken by other content.
        List<Api.Answer> answers = Api.together(
                30,
                i -> i % 3 == 0
                        ? Api.posting(Notes.PATH, referring(text, "TAKEN"))
                        : Api.posting(Notes.PATH, body(text)));

        List<Long> numbers = new ArrayList<>();
        for (Api.Answer answer : answers) {
            if (answer.status() == 201) {
                numbers.add(Long.parseLong(answer.json().path("number").asText().substring(1)));
            } else {
                assertEquals(409, answer.status());
            }
        }
        numbers.sort(null);
        assertEquals(IntStream.rangeClosed(1, 20).mapToObj(i -> before + i).toList(), numbers);
        assertEquals(
                20,
                Database.number("select count(distinct data ->> 'number') from event where type = 'note-written' "
                        + "and data ->> 'text' = '" + text + "'"));
    }

    @Test
    void x01ANumberIsGivenBackWhenTheKeyTurnsOutToBeTaken() {
        String key = fresh("key");
        Api.send(keyed(key, body("first")));
        long before = Database.number("select last from number_series where series = 'note'");

        assertEquals(201, Api.send(keyed(key, body("first"))).status());

        assertEquals(before, Database.number("select last from number_series where series = 'note'"));
    }

    @Test
    void g6AStaleIfMatchIsAnsweredWithTheCurrentVersion() {
        UUID id = Api.write(fresh("stale")).id();
        assertEquals("\"2\"", Api.addLine(id, "first").header("ETag"));

        Api.Answer stale = Api.send(Api.posting(Notes.PATH + "/" + id + "/add-line", "{\"line\":\"late\"}")
                .header("If-Match", "\"1\""));

        assertEquals(412, stale.status());
        assertEquals("\"2\"", stale.header("ETag"));
        assertEquals(
                200,
                Api.send(Api.posting(Notes.PATH + "/" + id + "/add-line", "{\"line\":\"fresh\"}")
                                .header("If-Match", "\"2\""))
                        .status());
    }

    @Test
    void g6OfConcurrentCommandsUnderOneIfMatchExactlyOneIsTaken() {
        UUID id = Api.write(fresh("race")).id();

        List<Api.Answer> answers = Api.together(
                16,
                i -> Api.posting(Notes.PATH + "/" + id + "/add-line", "{\"line\":\"mine " + i + "\"}")
                        .header("If-Match", "\"1\""));

        assertEquals(1, answers.stream().filter(each -> each.status() == 200).count());
        assertEquals(15, answers.stream().filter(each -> each.status() == 412).count());
        assertEquals(2, Database.number("select max(version) from event where stream = '" + id + "'"));
    }

    @Test
    void g6ConcurrentCommandsWithoutIfMatchAreEachOneEventOrNone() {
        UUID id = Api.write(fresh("crowd")).id();

        List<Api.Answer> answers = Api.together(
                32, i -> Api.posting(Notes.PATH + "/" + id + "/add-line", "{\"line\":\"line " + i + "\"}"));

        long taken = answers.stream().filter(each -> each.status() == 200).count();
        assertTrue(taken >= 1, "somebody wins");
        for (Api.Answer answer : answers) {
            assertTrue(answer.status() == 200 || answer.status() == 503, answer.status() + " " + answer.body());
            if (answer.status() == 503) {
                assertNotEquals("", answer.header("Retry-After"));
            }
        }
        assertEquals(
                IntStream.rangeClosed(1, (int) taken + 1)
                        .mapToObj(Integer::toString)
                        .toList(),
                Database.texts("select version from event where stream = '" + id + "' order by version"));
        assertEquals(
                taken,
                answers.stream()
                        .filter(each -> each.status() == 200)
                        .map(each -> each.header("ETag"))
                        .distinct()
                        .count());
        assertEquals(taken, Api.get(Notes.PATH + "/" + id).json().path("lines").size());
    }

    @Test
    void aCommandThatSaysNothingNewWritesNothing() {
        UUID id = Api.write(fresh("closing")).id();
        String path = Notes.PATH + "/" + id + "/close";
        assertEquals("\"2\"", Api.post(path, "{}").header("ETag"));

        Api.Answer again = Api.post(path, "{}");

        assertEquals(200, again.status());
        assertEquals("\"2\"", again.header("ETag"));
    }

    @Test
    void aBusinessRefusalNamesItsRule() {
        UUID id = Api.write(fresh("refusal")).id();
        Api.post(Notes.PATH + "/" + id + "/close", "{}");

        Api.Answer refused = Api.addLine(id, "too late");

        assertEquals(409, refused.status());
        assertEquals("/problems/note-closed", refused.json().path("type").asText());
        assertEquals("X-00", refused.json().path("rule").asText());
    }

    @Test
    void recordedTimeNeverDecreasesWithinAStreamEvenWhenTheClockOfTheDatabaseDoes() {
        String text = fresh("time");
        Api.Answer written = Api.write(text);
        UUID id = written.id();
        Api.listed(text, written);
        String first = " where stream = '" + id + "' and version = 1";
        String truly =
                Database.texts("select recorded_at::text from event" + first).getFirst();
        Database.execute("update event set recorded_at = clock_timestamp() + interval '1 hour'" + first);

        Api.addLine(id, "after");
        Api.addLine(id, "and after");

        List<String> recorded = Database.texts(
                "select extract(epoch from recorded_at) from event where stream = '" + id + "' order by version");
        assertEquals(recorded.stream().sorted().toList(), recorded);
        assertEquals(recorded.get(0), recorded.get(1));
        // The log holds it as it was recorded, and the database must hold the same.
        Database.execute("update event set recorded_at = '" + truly + "'" + first);
    }

    @Test
    void g11AsOfShowsAPrefixOfTheStream() {
        UUID id = Api.write(fresh("past")).id();
        Api.addLine(id, "one");
        Api.addLine(id, "two");

        JsonNode history = Api.get(Notes.PATH + "/" + id + "/history").json();
        assertEquals(3, history.size());
        for (JsonNode item : history) {
            JsonNode then = Api.get(Notes.PATH + "/" + id + "?asOf="
                            + item.path("recordedAt").asText())
                    .json();
            assertEquals(item.path("version").asInt(), then.path("version").asInt());
            assertEquals(item.path("version").asInt() - 1, then.path("lines").size());
        }
        Instant before =
                Instant.parse(history.get(0).path("recordedAt").asText()).minusSeconds(1);
        assertEquals(404, Api.get(Notes.PATH + "/" + id + "?asOf=" + before).status());
        assertEquals(400, Api.get(Notes.PATH + "/" + id + "?asOf=yesterday").status());
    }

    @Test
    void theRequestsIdCorrelatesItsEvents() {
        Api.Answer answer = Api.send(Api.posting(Notes.PATH, body("correlated")).header("X-Request-Id", "req-4711"));

        assertEquals("req-4711", answer.header("X-Request-Id"));
        assertEquals(
                "req-4711", Database.text("select correlation_id from event where stream = '" + answer.id() + "'"));
    }
}

package io.huiyin.kernel.notes;

import static io.huiyin.kernel.notes.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.runtime.QuarkusErrorHandler;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How requests that are not right are answered: exactly, in two languages, and without a word about our insides. */
@QuarkusTest
@TestProfile(NotesProfile.class)
class HttpTest {

    private static final int TOO_LARGE = 257 * 1024;
    private static final Pattern INSIDES = Pattern.compile(
            "(?i)exception|at (io|java|jakarta|org|com)\\.|io\\.huiyin|jackson|vertx|select |insert |pg_|postgres|hibernate");

    /** Every problem has its status, its type and its id, and says nothing of our insides. */
    private static Api.Answer problem(int status, HttpRequest.Builder request) {
        String requestId = "test-" + Ids.next();
        Api.Answer answer = Api.send(request.header("X-Request-Id", requestId));
        assertEquals(status, answer.status(), answer.body());
        assertEquals("application/problem+json", answer.header("Content-Type").split(";", -1)[0]);
        JsonNode problem = answer.json();
        assertEquals(status, problem.path("status").asInt());
        assertTrue(problem.path("type").asText().startsWith("/problems/"), answer.body());
        assertFalse(problem.path("title").asText().isBlank());
        assertEquals(requestId, answer.header("X-Request-Id"), "X-Request-Id is echoed");
        assertEquals(requestId, problem.path("traceId").asText());
        assertFalse(INSIDES.matcher(answer.body()).find(), answer.body());
        return answer;
    }

    private static String pointer(Api.Answer answer) {
        return answer.json().path("errors").path(0).path("pointer").asText();
    }

    private static HttpRequest.Builder posting(String json) {
        return Api.posting(Notes.PATH, json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"text\":\"a\",}",
                "{'text':'a'}",
                "{\"text\":\"a\"} {\"text\":\"b\"}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "null",
                "[]",
                "\"text\"",
                "{\"text\":NaN}",
                "not json at all"
            })
    void whatIsNotTheJsonWeExpectIsRefused(String body) {
        problem(400, posting(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"text\":\"a\",\"colour\":\"red\"}; /colour",
                "{\"text\":1}; /text",
                "{\"text\":true}; /text",
                "{\"text\":[\"a\"]}; /text",
                "{\"text\":\"a\",\"lines\":\"1\"}; /lines",
                "{\"text\":\"a\",\"lines\":1.5}; /lines",
                "{\"text\":\"a\",\"lines\":1.0}; /lines",
                "{\"text\":\"a\",\"lines\":99999999999}; /lines",
                "{\"text\":\"a\",\"day\":\"2026-02-30\"}; /day",
                "{\"text\":\"a\",\"day\":20260101}; /day",
                "{\"text\":\"a\",\"at\":\"2026-02-28T10:00:00\"}; /at",
                "{\"text\":\"a\",\"at\":1767225600}; /at",
                "{\"text\":\"a\",\"tone\":\"LOUD\"}; /tone",
                "{\"text\":\"a\",\"tone\":0}; /tone",
                "{\"text\":\"a\",\"tone\":\"\"}; /tone",
                "{\"text\":\"a\",\"pinned\":\"true\"}; /pinned",
                "{\"text\":\"a\",\"pinned\":1}; /pinned",
                "{\"text\":\"a\",\"tags\":{}}; /tags",
                "{\"text\":\"a\",\"tags\":[{\"name\":\"x\"},{\"name\":2}]}; /tags/1/name",
                "{\"text\":\"a\",\"tags\":[{\"name\":\"x\"},{\"name\":\" \"}]}; /tags/1/name",
                "{\"text\":\"a\",\"tags\":[{\"label\":\"x\"}]}; /tags/0/label",
                "{\"text\":\" \"}; /text",
                "{}; /text",
                "{\"text\":\"a\\u0000b\"}; /text",
                "{\"text\":\"\\ud800\"}; /text",
            })
    void aFaultNamesItsFieldByPointer(String body, String pointer) {
        assertEquals(pointer, pointer(problem(400, posting(body))));
    }

    @Test
    void noBodySaysAsMuchAsAnEmptyObject() {
        UUID note = Api.write("closed without a word").id();
        for (String type : new String[] {null, "application/json", "application/x-www-form-urlencoded"}) {
            HttpRequest.Builder closing = Api.to(Notes.PATH + "/" + note + "/close");
            if (type != null) {
                closing.header("Content-Type", type);
            }
            Api.Answer answer = Api.send(closing.POST(HttpRequest.BodyPublishers.noBody()));
            assertEquals(200, answer.status(), answer.body());
        }
        assertEquals("/text", pointer(problem(400, Api.to(Notes.PATH).POST(HttpRequest.BodyPublishers.noBody()))));
    }

    @Test
    void aBodyNestedWithoutEndIsRefused() {
        problem(400, posting("{\"tags\":" + "[".repeat(50_000)));
    }

    @Test
    void aBodyThatIsNoUtf8IsRefused() {
        byte[] latin = "{\"text\":\"Gr\u00fc\u00dfe\"}".getBytes(StandardCharsets.ISO_8859_1);
        problem(
                400,
                Api.to(Notes.PATH)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(latin)));
    }

    @Test
    void textsOfAllLanguagesComeBackAsTheyWere() {
        String text = "件件有着落 — Größe 𝔘 🙂";
        assertEquals(text, Api.write(text).json().path("text").asText());
    }

    private static byte[] large(int size) {
        String start = "{\"text\":\"";
        return (start + "a".repeat(size - start.length() - 2) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aBodyOfMoreThan256KibIsRefusedByItsAnnouncedLength() {
        problem(
                413,
                Api.to(Notes.PATH)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(large(TOO_LARGE))));
    }

    @Test
    void aBodyOfMoreThan256KibIsRefusedAlsoWhenItComesInChunks() {
        problem(
                413,
                Api.to(Notes.PATH)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(large(TOO_LARGE)))));
    }

    @Test
    void aBodyOf256KibIsRead() {
        Api.Answer answer = problem(
                400,
                Api.to(Notes.PATH)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(large(256 * 1024))));
        assertEquals("/text", pointer(answer), "it was read: only its text is too long");
    }

    @Test
    void anotherContentTypeIsRefused() {
        problem(
                415,
                Api.to(Notes.PATH)
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"a\"}")));
    }

    @Test
    void anAnswerInAnotherTypeCannotBeHad() {
        problem(406, Api.to(Notes.PATH).header("Accept", "application/xml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?colour=red",
                "?limit=0",
                "?limit=201",
                "?limit=-1",
                "?limit=ten",
                "?limit=1&limit=2",
                "?after=nonsense",
                "?after=%00",
                "?text=a%00b",
                "?after=bm90ZXN8bm9uZQ",
                "?after=ZXZlbnRzfDEuMS4x"
            })
    void parametersWeDoNotKnowOrCannotReadAreRefused(String query) {
        problem(400, Api.to(Notes.PATH + query));
    }

    @Test
    void anUnknownIdIsNotFound() {
        assertEquals(
                "/problems/note-not-found",
                problem(404, Api.to(Notes.PATH + "/" + UUID.randomUUID()))
                        .json()
                        .path("type")
                        .asText());
        problem(404, Api.posting(Notes.PATH + "/" + UUID.randomUUID() + "/add-line", "{\"line\":\"a\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/notes/17", "/v1/notes/not-a-uuid", "/v1/nothing", "/v1/notes/%2e%2e/x"})
    void anAddressOfNothingIsNotFound(String path) {
        problem(404, Api.to(path));
    }

    @Test
    void aMethodTheAddressDoesNotTakeIsRefused() {
        problem(405, Api.to(Notes.PATH).DELETE());
        problem(405, Api.to(Notes.PATH + "/" + UUID.randomUUID()).PUT(HttpRequest.BodyPublishers.ofString("{}")));
    }

    @Test
    void aRoleThatMayNotIsForbidden() {
        String auditor = Tokens.of("auditor");
        problem(403, Api.json(Api.as(auditor, Notes.PATH), "{\"text\":\"a\"}"));
        problem(403, Api.to("/v1/views"));
        problem(403, Api.posting("/v1/views/notes/rebuild", ""));
        problem(403, Api.to("/v1/events"));
        assertEquals(200, Api.send(Api.as(auditor, Notes.PATH)).status());
    }

    private static String unsigned() {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String head = encoder.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        String claims = encoder.encodeToString(("{\"iss\":\"https://huiyin.local\",\"aud\":\"huiyin\",\"sub\":\"eve\","
                        + "\"upn\":\"eve\",\"groups\":[\"admin\"],\"iat\":1767225600,\"exp\":4102444800}")
                .getBytes(StandardCharsets.UTF_8));
        return head + "." + claims + ".";
    }

    @Test
    void withoutAValidTokenNothingAnswers() {
        try (LoggedErrors errors = LoggedErrors.of(QuarkusErrorHandler.class.getName())) {
            problem(401, Api.anonymous(Notes.PATH));
            for (String token :
                    List.of(Tokens.expired("agent"), Tokens.forged("agent"), unsigned(), "nonsense", "a.b.c", "%00")) {
                Api.Answer answer = problem(401, Api.as(token, Notes.PATH));
                assertTrue(answer.header("WWW-Authenticate").startsWith("Bearer"), token);
            }
            problem(401, Api.json(Api.anonymous(Notes.PATH), "{\"text\":\"a\"}"));
            problem(401, Api.json(Api.as(Tokens.forged("admin"), "/v1/views/notes/pause"), ""));
            problem(401, Api.anonymous("/v1/events"));
            problem(401, Api.anonymous(Notes.PATH).header("Authorization", "Basic YTpi"));
            assertEquals(List.of(), errors.messages(), "each is refused once");
        }
    }

    @Test
    void whatIsRefusedIsCountedUnderThePathOfAResourceOrNone() {
        String path = Notes.PATH + "/" + UUID.randomUUID();
        problem(401, Api.as(Tokens.forged("agent"), path));
        problem(404, Api.to("/v1/no-such-" + path.substring(Notes.PATH.length() + 1)));
        problem(405, Api.to(path).DELETE());
        problem(406, Api.to(path).header("Accept", "application/xml"));
        for (int status : List.of(401, 404, 405, 406)) {
            eventually("counted: " + status, () -> counted(status));
        }
        assertTrue(counts().anyMatch(
                        line -> line.contains("status=\"401\"") && line.contains("uri=\"" + Notes.PATH + "/{id}\"")));
        assertTrue(counts().noneMatch(line -> line.contains(path.substring(Notes.PATH.length() + 1))));
    }

    private static boolean counted(int status) {
        return counts().anyMatch(line -> line.contains("status=\"" + status + "\""));
    }

    private static Stream<String> counts() {
        return Api.send(Api.anonymous("/q/metrics"))
                .body()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count"));
    }

    @Test
    void healthMetricsAndApiDocumentNeedNoToken() {
        for (String path : List.of("/q/health/ready", "/q/health/live", "/q/metrics", "/q/openapi")) {
            assertEquals(200, Api.send(Api.anonymous(path)).status(), path);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN | 找不到所请求的对象。",
                "zh | 找不到所请求的对象。",
                "en | There is no such thing.",
                "en-GB, zh | There is no such thing.",
                "fr, zh;q=0.5, en;q=0.2 | 找不到所请求的对象。",
                "zh;q=0.2, en;q=0.5 | There is no such thing.",
                "fr | There is no such thing.",
                "* | There is no such thing.",
                "%%% | There is no such thing."
            })
    void problemsSpeakTheLanguageThatIsAskedFor(String language, String title) {
        Api.Answer answer =
                problem(404, Api.to(Notes.PATH + "/" + UUID.randomUUID()).header("Accept-Language", language));
        assertEquals(title, answer.json().path("title").asText());
    }

    @Test
    void aRefusalOfABodyBeforeItIsReadSpeaksTheLanguageToo() {
        Api.Answer answer = problem(
                413,
                Api.to(Notes.PATH)
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", "fr, zh;q=0.5, en;q=0.2")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(large(TOO_LARGE))));
        assertEquals("请求体过大。", answer.json().path("title").asText());
    }

    @Test
    void anInsaneRequestIdIsReplaced() {
        Api.Answer answer = Api.send(Api.to(Notes.PATH).header("X-Request-Id", "a b<script>"));
        assertNotEquals("a b<script>", answer.header("X-Request-Id"));
        assertNotEquals("", answer.header("X-Request-Id"));
    }

    @Test
    void aKeyOrAnETagThatIsNoneIsRefused() {
        problem(400, posting("{\"text\":\"a\"}").header("Idempotency-Key", "a b"));
        problem(400, posting("{\"text\":\"a\"}").header("Idempotency-Key", "a".repeat(201)));
        UUID id = Api.write("etag").id();
        problem(
                400,
                Api.posting(Notes.PATH + "/" + id + "/add-line", "{\"line\":\"a\"}")
                        .header("If-Match", "1"));
    }

    @Test
    void aListIsReadPageByPageWithoutLossOrRepeat() {
        String text = "paged-" + Ids.next();
        Api.Answer last = Api.write(text);
        for (int i = 0; i < 6; i++) {
            last = Api.write(text);
        }
        Api.Answer written = last;
        Eventually.eventually("all are listed", () -> Api.listed(text, written).size() == 7);

        String path = Notes.PATH + "?limit=3&text=" + text;
        Set<String> seen = new HashSet<>();
        int pages = 0;
        while (!path.isEmpty()) {
            Api.Answer page = Api.get(path);
            assertEquals(200, page.status(), page.body());
            page.json()
                    .path("items")
                    .forEach(item -> assertTrue(seen.add(item.path("id").asText())));
            pages++;
            String next = page.json().path("next").asText("");
            assertEquals(
                    next.isEmpty() || page.json().path("next").isNull(),
                    page.header("Link").isEmpty());
            path = page.json().path("next").isNull() ? "" : Notes.PATH + "?limit=3&text=" + text + "&after=" + next;
        }
        assertEquals(3, pages);
        assertEquals(7, seen.size());
    }

    @Test
    void theApiDocumentSaysWhatIsAnswered() {
        JsonNode document = Api.send(Api.anonymous("/q/openapi?format=json")).json();
        JsonNode paths = document.path("paths");
        assertEquals(
                Set.of("202", "400", "401", "403", "404", "503"),
                names(paths.at("/~1v1~1views~1{view}~1rebuild/post/responses")));
        for (String verb : List.of("pause", "resume")) {
            assertEquals(
                    Set.of("204", "400", "401", "403", "404", "503"),
                    names(paths.at("/~1v1~1views~1{view}~1" + verb + "/post/responses")));
        }
        for (String verb : List.of("replay", "skip")) {
            assertTrue(names(paths.at("/~1v1~1views~1dead-letters~1{id}~1" + verb + "/post/responses"))
                    .containsAll(Set.of("200", "202")));
        }
        assertEquals(Set.of("200", "400", "401", "403", "409", "503"), names(paths.at("/~1v1~1clock/post/responses")));
        paths.forEach(path -> path.forEach(operation -> assertTrue(
                names(operation.path("responses")).stream().anyMatch(status -> status.startsWith("2")),
                operation.toString())));
        JsonNode command = paths.at("/~1v1~1notes~1{id}~1add-line/post");
        assertEquals(
                Set.of("200", "400", "401", "403", "404", "409", "412", "422", "503"),
                names(command.path("responses")));
        assertEquals(
                Set.of("#/components/parameters/Idempotency-Key", "#/components/parameters/If-Match"),
                refs(command.path("parameters")));
        assertEquals(
                Set.of("ETag", "Event-Position", "Idempotency-Replayed"), names(command.at("/responses/200/headers")));
        assertEquals(
                Set.of("#/components/parameters/Idempotency-Key"),
                refs(paths.at("/~1v1~1notes/post/parameters")),
                "what is new has no version to match");
        for (String name : List.of("Idempotency-Key", "If-Match")) {
            JsonNode header = document.at("/components/parameters/" + name);
            assertEquals("header", header.path("in").asText());
            assertFalse(header.path("required").asBoolean());
        }
        command.path("responses").forEach(response -> {
            String ref = response.path("$ref").asText();
            if (!ref.isEmpty()) {
                assertEquals(
                        Set.of("application/problem+json"),
                        names(document.at(ref.substring(1)).path("content")),
                        ref);
            }
        });
    }

    private static Set<String> refs(JsonNode parameters) {
        Set<String> refs = new HashSet<>();
        parameters.forEach(parameter -> refs.add(parameter.path("$ref").asText()));
        refs.remove("");
        return refs;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What entities read fails in words of Hibernate's own. */
    @Test
    void aListThatCannotBeReadForALockIsNotThereForNow() throws SQLException {
        try (Connection another = Database.connect(Database.Role.OWNER)) {
            another.setAutoCommit(false);
            Database.execute(another, "lock table note_rows in access exclusive mode");

            Api.Answer answer = Api.get(Notes.PATH);

            assertEquals(503, answer.status(), answer.body());
            assertEquals("1", answer.header("Retry-After"));
        }
    }
}

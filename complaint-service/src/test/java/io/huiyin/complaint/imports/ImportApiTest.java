package io.huiyin.complaint.imports;

import static io.huiyin.complaint.Http.COMPLAINTS;
import static io.huiyin.complaint.Http.as;
import static io.huiyin.complaint.Http.await;
import static io.huiyin.complaint.Http.each;
import static io.huiyin.complaint.Http.file;
import static io.huiyin.complaint.Http.filing;
import static io.huiyin.complaint.Http.freshSystem;
import static io.huiyin.complaint.Http.give;
import static io.huiyin.complaint.Http.references;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.testing.EmbeddedStack;
import io.huiyin.kernel.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class ImportApiTest {

    private static final String IMPORTS = "/v1/complaint-imports";
    private static final String HEADER =
            "Complaint ID,Date received,Date sent,Submitted via,Issue,Timely response?,Name";

    @Inject
    DataSource database;

    @Inject
    ImportFiles files;

    private static String admin() {
        return Tokens.of("admin");
    }

    /** The mapping of {@link #HEADER} for a system. */
    private static String mapping(String system, String deduplicate) {
        return """
                { "sourceSystem": "%s", "zone": "America/New_York", "deduplicate": "%s",
                  "fields": { "reference": {"column": "Complaint ID"},
                    "receivedAt": {"column": "Date received", "pattern": "M/d/yyyy"},
                    "forwardedAt": {"column": "Date sent", "pattern": "M/d/yyyy"},
                    "channel": {"column": "Submitted via", "values": {"Web": "web", "Postal mail": "letter"}},
                    "issue": {"column": 4},
                    "category": {"constant": "financial-service"},
                    "customerName": {"column": "Name"},
                    "timely": {"column": "Timely response?", "values": {"Yes": "yes", "No": "no"}, "otherwise": "unknown"} } }
                """.formatted(system, deduplicate);
    }

    private static String row(String reference) {
        return reference + ",3/19/2015,3/20/2015,Web,Servicing,Yes,";
    }

    private static String csv(String... rows) {
        return HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n";
    }

    /** Rows of references from–to. */
    private static String[] rows(int from, int to) {
        String[] rows = new String[to - from + 1];
        for (int i = from; i <= to; i++) {
            rows[i - from] = row("R-" + i);
        }
        return rows;
    }

    private static MultiPartSpecification part(String name, String text) {
        return new MultiPartSpecBuilder(text)
                .controlName(name)
                .mimeType("application/json")
                .charset(StandardCharsets.UTF_8)
                .build();
    }

    private static RequestSpecification upload(String token, String fileName, String content, String mapping) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .multiPart("file", fileName, content.getBytes(StandardCharsets.UTF_8))
                .multiPart(part("mapping", mapping));
    }

    /** Hands a file in and answers the import's id. */
    private static String start(String fileName, String content, String mapping) {
        Response response = upload(admin(), fileName, content, mapping).post(IMPORTS);
        response.then()
                .statusCode(202)
                .header("Location", containsString(IMPORTS + "/"))
                .body("status", equalTo("running"))
                .body("rowsRead", equalTo(0))
                .body("accepted", equalTo(0))
                .body("duplicates", equalTo(0))
                .body("rejected", equalTo(0));
        String id = response.path("id");
        assertTrue(response.header("Location").endsWith(IMPORTS + "/" + id));
        return id;
    }

    private static Response progress(String id) {
        return as(admin()).get(IMPORTS + "/" + id);
    }

    private static Response ended(String id) {
        await("import " + id, () -> !"running".equals(progress(id).path("status")));
        return progress(id);
    }

    private static void counts(Response ended, int read, int accepted, int duplicates, int rejected) {
        ended.then()
                .statusCode(200)
                .body("status", equalTo("completed"))
                .body("rowsRead", equalTo(read))
                .body("accepted", equalTo(accepted))
                .body("duplicates", equalTo(duplicates))
                .body("rejected", equalTo(rejected))
                .body("percent", equalTo(100));
    }

    private static List<JsonNode> rejects(String id) {
        Response response = as(admin()).get(IMPORTS + "/" + id + "/rejects");
        response.then().statusCode(200).contentType("application/x-ndjson");
        return response.asString()
                .lines()
                .map(line -> EventJson.read(line, JsonNode.class))
                .toList();
    }

    private static String caseOf(String system, String reference) {
        await(
                reference,
                () -> references(admin(), null, "sourceSystem", system, "reference", reference)
                                .size()
                        == 1);
        return each("items.id", admin(), null, "sourceSystem", system, "reference", reference)
                .getFirst();
    }

    /** How often each row of an import stands in the log. */
    private List<Long> rowsInTheLog(String importId) throws SQLException {
        List<Long> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select (data->>'row')::bigint from event "
                        + "where type = 'complaint-imported' and data->>'importId' = ? order by epoch, tx, id")) {
            query.setString(1, importId);
            ResultSet found = query.executeQuery();
            while (found.next()) {
                rows.add(found.getLong(1));
            }
        }
        return rows;
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private boolean isSo(String sql, String value) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, value);
            ResultSet found = query.executeQuery();
            return found.next() && found.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    // What becomes of rows

    @Test
    void aCsvFileBecomesCases() {
        String system = freshSystem("csv");
        String id = start(
                "cases.csv",
                "\ufeff"
                        + csv(
                                "1291006,3/19/2015,3/18/2015,Web,\"Loan, \"\"servicing\"\"\r\nand more\",Yes,J. Doe",
                                "1291007,2/30/2015,,Web,x,Yes,",
                                "",
                                "1291008,3/19/2015,,Fax,x,Yes,",
                                "1291009,3/19/2015,,Web,x",
                                "1291010,3/19/2015,,,,Perhaps,",
                                "1291011,,,Pigeon,,,"),
                mapping(system, "reference"));
        counts(ended(id), 6, 2, 0, 4);
        List<JsonNode> rejects = rejects(id);
        assertEquals(
                List.of(2, 3, 4, 6),
                rejects.stream().map(line -> line.get("row").asInt()).toList());
        assertEquals("receivedAt", rejects.get(0).at("/reasons/0/field").asText());
        assertEquals(
                "\"2/30/2015\" is no date of this form that exists",
                rejects.get(0).at("/reasons/0/detail").asText());
        assertEquals(
                "\"Fax\" is not mapped", rejects.get(1).at("/reasons/0/detail").asText());
        assertEquals(
                "has 5 cells where the header has 7",
                rejects.get(2).at("/reasons/0/detail").asText());
        assertEquals(2, rejects.get(3).get("reasons").size());

        String first = caseOf(system, "1291006");
        as(admin())
                .get(COMPLAINTS + "/" + first)
                .then()
                .statusCode(200)
                .body("number", startsWith("I"))
                .body("status", equalTo("registered"))
                .body("historical", equalTo(true))
                .body("receivedAt", equalTo("2015-03-19T04:00:00Z"))
                .body("forwardedAt", equalTo("2015-03-18T04:00:00Z"))
                .body("flags", contains("forwarded-before-received"))
                .body("issue", equalTo("Loan, \"servicing\"\r\nand more"))
                .body("customer.name", equalTo("J. Doe"))
                .body("timely", equalTo("yes"))
                .body("disputed", equalTo("unknown"))
                .body("deadlines.size()", equalTo(0))
                .body("missing.size()", equalTo(0));
        as(admin())
                .get(COMPLAINTS + "/" + first + "/history")
                .then()
                .body("items.type", contains("complaint-imported", "complaint-forwarded"))
                .body("items.occurredAt", contains("2015-03-19T04:00:00Z", "2015-03-18T04:00:00Z"))
                .body("items[0].data.importId", equalTo(id))
                .body("items[0].data.row", equalTo(1));
        as(admin())
                .get(COMPLAINTS + "/" + caseOf(system, "1291010"))
                .then()
                .body("timely", equalTo("unknown"))
                .body("channel", nullValue())
                .body("customer", nullValue());
        as(admin())
                .queryParam("sourceSystem", system)
                .get(COMPLAINTS)
                .then()
                .body("items.historical", contains(true, true))
                .body("items.overdue", contains(false, false));
    }

    @Test
    void anNdjsonFileBecomesCases() {
        String system = freshSystem("ndjson");
        String mapping = """
                {"sourceSystem": "%s", "deduplicate": "reference", "fields": {
                  "reference": {"column": "id"}, "receivedAt": {"column": "at"},
                  "closedAt": {"column": "closed"}, "description": {"column": "text"}}}
                """.formatted(system);
        String id = start("cases.ndjson", """
                {"id": 7, "at": "2020-02-29", "closed": "2020-03-01T10:00:00+08:00", "text": "异响"}
                {"id": 8, "at": "2020-02-30"}

                not json
                {"at": "2020-02-29", "id": "9"}
                {"id": {"x": 1}, "at": "2020-02-29"}
                """, mapping);
        counts(ended(id), 5, 2, 0, 3);
        assertEquals(
                List.of(2, 3, 5),
                rejects(id).stream().map(line -> line.get("row").asInt()).toList());
        as(admin())
                .get(COMPLAINTS + "/" + caseOf(system, "7"))
                .then()
                .body("status", equalTo("closed"))
                .body("receivedAt", equalTo("2020-02-28T16:00:00Z"))
                .body("closedAt", equalTo("2020-03-01T02:00:00Z"))
                .body("description", equalTo("异响"));
    }

    @Test
    void anEmptyFileOfRowsIsCompletedAtOnce() {
        String system = freshSystem("no-rows");
        counts(ended(start("none.csv", HEADER + "\n", mapping(system, "reference"))), 0, 0, 0, 0);
        assertEquals(List.of(), references(admin(), null, "sourceSystem", system));
    }

    @Test
    void aFileThatBreaksInTheMiddleFailsAndKeepsWhatWasRead() throws SQLException {
        String system = freshSystem("broken");
        String content = csv(rows(1, 6_000)) + "\"R-x\"x,3/19/2015,,Web,x,Yes,\r\n";
        String id = start("broken.csv", content, mapping(system, "reference"));
        Response ended = ended(id);
        ended.then()
                .body("status", equalTo("failed"))
                .body("rowsRead", equalTo(6_000))
                .body("accepted", equalTo(6_000))
                .body("error", startsWith("after row 6000: "));
        assertEquals(6_000, new HashSet<>(rowsInTheLog(id)).size());
    }

    @Test
    void anImportedCaseIsWorkedOnLikeAnyOther() {
        String system = freshSystem("work");
        ended(start("one.csv", csv(row("A-1")), mapping(system, "reference")));
        String id = caseOf(system, "A-1");
        give(Tokens.of("agent"), id, "correct", "{\"reason\": \"登记有误\", \"region\": \"MA\"}")
                .then()
                .body("region", equalTo("MA"));
        give(Tokens.of("agent"), id, "ask-clarification", "{\"question\": \"?\"}");
        give(Tokens.of("agent"), id, "clarify", "{\"answer\": \"!\"}").then().body("status", equalTo("registered"));
        give(Tokens.of("agent"), id, "accept", "{}").then().body("status", equalTo("accepted"));
    }

    // Duplicates

    @Test
    void byReferenceACaseIsTakenOnce() {
        String system = freshSystem("by-reference");
        file(admin(), filing(system, "posted"));
        String content = csv(row("A"), row("B"), row("A"), row("posted"), row("B").replace("Web", "Postal mail"));
        counts(ended(start("a.csv", content, mapping(system, "reference"))), 5, 2, 3, 0);
        counts(ended(start("a.csv", content, mapping(system, "reference"))), 5, 0, 5, 0);
        counts(ended(start("b.csv", csv(row("B"), row("C")), mapping(system, "reference"))), 2, 1, 1, 0);
        await("4 cases", () -> references(admin(), null, "sourceSystem", system).size() == 4);
        // Another system may use the same references.
        counts(ended(start("a.csv", content, mapping(freshSystem("by-reference"), "reference"))), 5, 3, 2, 0);
    }

    @Test
    void byExactRowARowIsTakenOnce() {
        String system = freshSystem("by-row");
        String content = csv(row("A"), row("A"), row("A").replace("Web", "Postal mail"), row("B"));
        counts(ended(start("a.csv", content, mapping(system, "exact-row"))), 4, 3, 1, 0);
        counts(ended(start("a.csv", content, mapping(system, "exact-row"))), 4, 0, 4, 0);
        counts(ended(start("b.csv", csv(row("B"), row("C")), mapping(system, "exact-row"))), 2, 1, 1, 0);
    }

    @Test
    void withNoneEveryRowIsTaken() {
        String system = freshSystem("by-none");
        String content = csv(row("A"), row("A"));
        counts(ended(start("a.csv", content, mapping(system, "none"))), 2, 2, 0, 0);
        counts(ended(start("a.csv", content, mapping(system, "none"))), 2, 2, 0, 0);
        // Rows and references are remembered in every mode.
        counts(ended(start("a.csv", content, mapping(system, "exact-row"))), 2, 0, 2, 0);
        counts(ended(start("a.csv", content, mapping(system, "reference"))), 2, 0, 2, 0);
    }

    @Test
    void aRowThatMadeNoCaseTakesNoReference() {
        String system = freshSystem("no-reference");
        String without = mapping(system, "exact-row").replace("\"reference\": {\"column\": \"Complaint ID\"},", "");
        counts(ended(start("a.csv", csv(row("A")), without)), 1, 1, 0, 0);
        counts(ended(start("a.csv", csv(row("A")), mapping(system, "exact-row"))), 1, 0, 1, 0);
        file(admin(), filing(system, "A"));
    }

    @Test
    void whatWasImportedIsNotFiledAgain() {
        String system = freshSystem("imported");
        ended(start("a.csv", csv(row("A")), mapping(system, "reference")));
        String id = caseOf(system, "A");
        as(admin())
                .body(filing(system, "A"))
                .post(COMPLAINTS)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/complaint-already-filed"))
                .header("Location", containsString(id))
                .header("Link", containsString(COMPLAINTS + "/" + id));
    }

    // Who hands in what, and again

    @Test
    void aRetriedImportIsTheSameImport() {
        String system = freshSystem("retry");
        String key = UUID.randomUUID().toString();
        String content = csv(row("A"), row("B"));
        String mapping = mapping(system, "none");
        Response first = upload(admin(), "a.csv", content, mapping)
                .header("Idempotency-Key", key)
                .post(IMPORTS);
        first.then().statusCode(202).header("Idempotency-Replayed", nullValue());
        Response again = upload(admin(), "a.csv", content, mapping)
                .header("Idempotency-Key", key)
                .post(IMPORTS);
        again.then().statusCode(202).header("Idempotency-Replayed", "true");
        assertEquals(first.<String>path("id"), again.path("id"));
        assertEquals(first.header("Location"), again.header("Location"));
        for (Response other : List.of(
                upload(admin(), "a.csv", csv(row("A"), row("C")), mapping)
                        .header("Idempotency-Key", key)
                        .post(IMPORTS),
                upload(admin(), "a.csv", content, mapping.replace("none", "exact-row"))
                        .header("Idempotency-Key", key)
                        .post(IMPORTS))) {
            other.then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
        }
        counts(ended(first.path("id")), 2, 2, 0, 0);
        await("2 cases", () -> references(admin(), null, "sourceSystem", system).size() == 2);
    }

    @Test
    void aWrongMappingIsRefusedNamingItsPart() {
        String mapping = mapping("x", "reference").replace("Date sent", "Date forwarded");
        upload(admin(), "a.csv", csv(row("A")), mapping)
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/mapping/fields/forwardedAt/column"))
                .body("errors[0].detail", equalTo("the file has no column \"Date forwarded\""));
        upload(admin(), "a.csv", csv(row("A")), mapping("x", "reference").replace("\"zone\"", "\"zoom\""))
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/mapping/zoom"));
        upload(admin(), "a.csv", csv(row("A")), "{\"sourceSystem\": ")
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/mapping"));
        upload(admin(), "a.csv", csv(row("A")), "{}")
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/mapping/fields/receivedAt"));
    }

    @Test
    void fileAndMappingMustBothBeThere() {
        RestAssured.given()
                .auth()
                .oauth2(admin())
                .multiPart(part("mapping", mapping("x", "reference")))
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/file"));
        RestAssured.given()
                .auth()
                .oauth2(admin())
                .multiPart("file", "a.csv", csv(row("A")).getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/mapping"));
        upload(admin(), "a.csv", "", mapping("x", "reference"))
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/file"));
        as(admin()).body("{}").post(IMPORTS).then().statusCode(415);
    }

    @Test
    void textOfAnotherEncodingIsRefused() {
        RestAssured.given()
                .auth()
                .oauth2(admin())
                .multiPart("file", "a.csv", (HEADER + "\n编号").getBytes(Charset.forName("GBK")))
                .multiPart(part("mapping", mapping("x", "reference")))
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/file"))
                .body("errors[0].detail", containsString("UTF-8"));
    }

    @Test
    void onlyOwnersAndAdministratorsImport() {
        for (String role : List.of("agent", "intake", "quality", "auditor")) {
            upload(Tokens.of(role), "a.csv", csv(row("A")), mapping("x", "reference"))
                    .post(IMPORTS)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
        Response byOwner = upload(
                        Tokens.of("complaint-owner"),
                        "a.csv",
                        csv(row("A")),
                        mapping(freshSystem("owner"), "reference"))
                .post(IMPORTS);
        byOwner.then().statusCode(202);
        String id = byOwner.path("id");
        ended(id);
        as(Tokens.of("auditor")).get(IMPORTS + "/" + id).then().statusCode(200).body("$", hasKey("percent"));
        as(Tokens.of("agent")).get(IMPORTS + "/" + id).then().statusCode(403);
        as(Tokens.of("agent")).get(IMPORTS + "/" + id + "/rejects").then().statusCode(403);
    }

    @Test
    void anUnknownImportIsNotFound() {
        String unknown = IMPORTS + "/0198f0a0-7c1e-7000-8000-00000000dead";
        as(admin()).get(unknown).then().statusCode(404).body("type", equalTo("/problems/complaint-import-not-found"));
        as(admin()).get(unknown + "/rejects").then().statusCode(404);
    }

    // One after another, and after a restart

    @Test
    void importsOfOneSystemRunOneAfterAnother() throws SQLException {
        String system = freshSystem("queue");
        String first = start("1.csv", csv(rows(1, 1_500)), mapping(system, "reference"));
        String second = start("2.csv", csv(rows(1_001, 2_000)), mapping(system, "reference"));
        counts(ended(second), 1_000, 500, 500, 0);
        counts(progress(first), 1_500, 1_500, 0, 0);
        List<String> order = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select data->>'importId' from event "
                        + "where type = 'complaint-imported' and data->>'importId' in (?, ?) order by epoch, tx, id")) {
            query.setString(1, first);
            query.setString(2, second);
            ResultSet found = query.executeQuery();
            while (found.next()) {
                if (order.isEmpty() || !order.getLast().equals(found.getString(1))) {
                    order.add(found.getString(1));
                }
            }
        }
        assertEquals(List.of(first, second), order);
    }

    /** Another instance had the lease, came to row 250, and was killed; its cases stand, the job names the next row. */
    @Test
    void aRunnerGoesOnWhereAnEarlierOneWasKilled() throws SQLException {
        String system = freshSystem("restart");
        String lease = "import:" + system;
        counts(ended(start("part.csv", csv(rows(1, 250)), mapping(system, "reference"))), 250, 250, 0, 0);
        execute(
                "insert into lease (name, owner, epoch, held_until) values (?, 'killed', 7, clock_timestamp() + interval '1 hour') "
                        + "on conflict (name) do update set owner = 'killed', epoch = lease.epoch + 7, "
                        + "held_until = excluded.held_until",
                lease);
        String id = start("all.csv", csv(rows(1, 600)), mapping(system, "reference"));
        execute("update import_job set rows_read = 250, accepted = 250 where id = ?", UUID.fromString(id));
        progress(id)
                .then()
                .body("status", equalTo("running"))
                .body("rowsRead", equalTo(250))
                .body("percent", equalTo(0));
        execute("update lease set held_until = clock_timestamp() - interval '1 second' where name = ?", lease);
        counts(ended(id), 600, 600, 0, 0);
        List<Long> rows = rowsInTheLog(id);
        assertEquals(350, rows.size());
        assertEquals(251, rows.getFirst());
        assertEquals(600, rows.getLast());
        await(
                "600 cases",
                () -> references(admin(), null, "sourceSystem", system, "limit", "200")
                                .size()
                        == 600);
        Set<String> once = new HashSet<>(references(admin(), null, "sourceSystem", system, "limit", "200"));
        assertEquals(600, once.size());
    }

    /** The folder was not restored with the database, or is not shared with this instance. */
    @Test
    void anImportWhoseFileNobodyHasFailsAndTheNextOneRuns() throws SQLException, IOException {
        String system = freshSystem("lost");
        String lease = "import:" + system;
        execute(
                "insert into lease (name, owner, epoch, held_until) values (?, 'another', 7, clock_timestamp() + interval '1 hour')",
                lease);
        String lost = start("lost.csv", csv(rows(1, 10)), mapping(system, "reference"));
        String next = start("next.csv", csv(rows(1, 3)), mapping(system, "reference"));
        Files.delete(files.path(UUID.fromString(lost)));
        execute("update lease set held_until = clock_timestamp() - interval '1 second' where name = ?", lease);
        ended(lost)
                .then()
                .body("status", equalTo("failed"))
                .body("rowsRead", equalTo(0))
                .body("error", equalTo("after row 0: the file is no longer there; hand it in again"));
        counts(ended(next), 3, 3, 0, 0);
    }

    /** While this instance misses the file it holds no lease, so that an instance that has it can work. */
    @Test
    void anImportWhoseFileComesBackIsTaken() throws SQLException, IOException {
        String system = freshSystem("late");
        String lease = "import:" + system;
        execute(
                "insert into lease (name, owner, epoch, held_until) values (?, 'another', 7, clock_timestamp() + interval '1 hour')",
                lease);
        String id = start("late.csv", csv(rows(1, 10)), mapping(system, "reference"));
        Path place = files.path(UUID.fromString(id));
        Path aside = place.resolveSibling("aside-" + id);
        Files.move(place, aside);
        execute("update lease set held_until = clock_timestamp() - interval '1 second' where name = ?", lease);
        await(
                "it was looked for and let go",
                () -> isSo("select epoch > 7 and held_until < clock_timestamp() from lease where name = ?", lease));
        Files.move(aside, place);
        counts(ended(id), 10, 10, 0, 0);
    }

    /** In the middle of its work the runner loses its lease, and gets it back. */
    @Test
    void aRunnerThatLostItsLeaseStopsAndEveryRowStandsOnce() throws SQLException {
        String system = freshSystem("stolen");
        String lease = "import:" + system;
        String id = start("many.csv", csv(rows(1, 12_000)), mapping(system, "none"));
        await("the first rows", () -> progress(id).<Integer>path("rowsRead") > 0);
        for (int i = 0; i < 3; i++) {
            execute(
                    "update lease set owner = 'thief', epoch = epoch + 1, held_until = clock_timestamp() + interval '1 hour' "
                            + "where name = ?",
                    lease);
            execute("update lease set held_until = clock_timestamp() - interval '1 second' where name = ?", lease);
        }
        counts(ended(id), 12_000, 12_000, 0, 0);
        List<Long> rows = rowsInTheLog(id);
        assertEquals(12_000, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            assertEquals(i + 1, rows.get(i));
        }
    }
}

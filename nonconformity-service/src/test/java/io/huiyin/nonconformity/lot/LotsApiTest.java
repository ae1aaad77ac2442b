package io.huiyin.nonconformity.lot;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.kernel.command.PositionToken;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.Partitions;
import io.huiyin.kernel.testing.EmbeddedStack;
import io.huiyin.kernel.testing.TestLog;
import io.huiyin.kernel.testing.Tokens;
import io.huiyin.nonconformity.ComplaintLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X-16")
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class LotsApiTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-02T01:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-02T01:00:00Z");
    private static final String EXAMPLE =
            "paths.'%s'.get.responses.'200'.content.'application/json'.example%s.keySet()";

    private static TestLog log;

    /** How far readers must see, by partition. */
    private final Map<Integer, String> published = new TreeMap<>();

    @BeforeAll
    static void openLog() {
        log = ComplaintLog.open();
    }

    @Test
    void aLotIsShownWithTheComplaintsThatNameIt() {
        UUID first = registered(MARCH, "26030001", "A-1", "A-SN-1", "leak");
        UUID second = registered(MAY, "26050001", " A-1 ", "A-SN-2", "noise");
        registered(MAY.plusSeconds(1), "26050002", "A-1", "A-SN-2", "noise");
        UUID declined = registered(JULY, "26070001", "A-1", "", "colour");
        event(first, "complaint-closed", "{\"closedAt\":\"2026-03-09T01:00:00Z\",\"historical\":false}");
        event(declined, "complaint-declined", "{\"reason\":\"not-ours\",\"answer\":\"…\"}");

        lot("lot:A-1")
                .body("kind", equalTo("lot"))
                .body("value", equalTo("A-1"))
                .body("complaintCount", equalTo(3))
                .body("openCount", equalTo(2))
                .body("declinedCount", equalTo(1))
                .body("products", equalTo(List.of(Map.of("name", "干燥机", "model", "DR-40"))))
                .body("byIssue.issue", contains("noise", "leak"))
                .body("byIssue.count", contains(2, 1))
                .body("firstReportedAt", equalTo("2026-03-02T01:00:00Z"))
                .body("lastReportedAt", equalTo("2026-07-02T01:00:00Z"))
                .body("complaints.number", contains("26070001", "26050002", "26050001", "26030001"))
                .body("complaints.status", contains("declined", "registered", "registered", "closed"))
                .body("complaints[2].complaintId", equalTo(second.toString()));
        lot("serial:A-SN-2").body("kind", equalTo("serial-number")).body("complaintCount", equalTo(2));
    }

    @Test
    void lotsAreFilteredByKindValueProductAndComplaints() {
        registered(MARCH, "26030010", "B-1", "B-1", "leak", "filtered-product", "FP-1");
        registered(MAY, "26050010", "B-1", "", "leak", "filtered-product", "FP-2");
        registered(MAY, "26050011", "B-2", "", "leak", "other-product", null);

        assertEquals(List.of("lot:B-1", "serial:B-1"), keys(Map.of("product", "filtered-product")));
        assertEquals(List.of("lot:B-1"), keys(Map.of("product", "FP-2")));
        assertEquals(List.of("lot:B-1"), keys(Map.of("product", "filtered-product", "minComplaints", "2")));
        assertEquals(List.of("serial:B-1"), keys(Map.of("product", "filtered-product", "kind", "serial-number")));
        assertEquals(List.of("lot:B-1", "serial:B-1"), keys(Map.of("value", " B-1 ")));
        assertEquals(List.of("lot:B-2"), keys(Map.of("value", "B-2", "kind", "lot", "sort", "-lastReportedAt")));
        assertEquals(List.of(), keys(Map.of("value", "B-")));
    }

    @Test
    void theListIsPagedInEitherOrder() {
        for (int i = 0; i < 5; i++) {
            for (int n = 0; n <= (i == 4 ? 3 : i); n++) {
                registered(MARCH.plus(Duration.ofDays(9 - i)), "2603" + i + n, "C-" + i, "", "leak", "paged", null);
            }
        }
        assertEquals(List.of("lot:C-4", "lot:C-3", "lot:C-2", "lot:C-1", "lot:C-0"), paged("-complaintCount"));
        assertEquals(List.of("lot:C-0", "lot:C-1", "lot:C-2", "lot:C-3", "lot:C-4"), paged("-lastReportedAt"));
    }

    private List<String> paged(String sort) {
        List<String> paged = new ArrayList<>();
        String next = null;
        do {
            RequestSpecification request = fresh().queryParam("product", "paged")
                    .queryParam("sort", sort)
                    .queryParam("limit", 2);
            var page = (next == null ? request : request.queryParam("after", next))
                    .get("/v1/lots")
                    .then()
                    .statusCode(200)
                    .extract();
            paged.addAll(page.path("items.key"));
            next = page.path("next");
            assertEquals(next == null, page.header("Link") == null);
        } while (next != null);
        return paged;
    }

    @Test
    void aCursorOfOneOrderIsNoneOfTheOther() {
        registered(MARCH, "26030020", "D-1", "D-1", "leak");
        String next =
                fresh().queryParam("limit", 1).get("/v1/lots").then().extract().path("next");
        as("quality")
                .queryParam("after", next)
                .queryParam("sort", "-lastReportedAt")
                .get("/v1/lots")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/after"));
    }

    @Test
    void aCorrectionMovesTheComplaintAndAClarificationAddsTheLot() {
        registered(MARCH, "26030030", "E-1", "", "leak");
        UUID moved = registered(JULY, "26070030", "E-1", "E-SN", "noise");
        lot("lot:E-1").body("complaintCount", equalTo(2)).body("lastReportedAt", equalTo(JULY.toString()));

        event(
                moved,
                "complaint-corrected",
                "{\"reason\":\"x\",\"product\":" + product("干燥机", "DR-40", "E-2", "") + "}");
        lot("lot:E-1")
                .body("complaintCount", equalTo(1))
                .body("lastReportedAt", equalTo(MARCH.toString()))
                .body("byIssue.issue", contains("leak"))
                .body("complaints", hasSize(1));
        lot("lot:E-2").body("complaints.number", contains("26070030"));
        fresh().get("/v1/lots/serial:E-SN").then().statusCode(404);

        event(
                moved,
                "complaint-clarified",
                "{\"missing\":[],\"product\":" + product("干燥机", "DR-40", "E-1", "E-SN") + "}");
        lot("lot:E-1").body("complaintCount", equalTo(2));
        lot("serial:E-SN").body("complaintCount", equalTo(1));
        fresh().get("/v1/lots/lot:E-2").then().statusCode(404);
    }

    @Test
    void onlyTheNewestFiftyComplaintsAreListedButAllAreCounted() {
        for (int i = 0; i < 53; i++) {
            registered(MARCH.plusSeconds(i), "2603%04d".formatted(100 + i), "F-1", "", "leak");
        }
        lot("lot:F-1")
                .body("complaintCount", equalTo(53))
                .body("byIssue.count", contains(53))
                .body("firstReportedAt", equalTo(MARCH.toString()))
                .body("complaints", hasSize(50))
                .body("complaints[0].number", equalTo("26030152"));
    }

    @Test
    void aRebuildYieldsTheSameLotsWhileTheOldOnesServe() throws InterruptedException {
        UUID moved = registered(MARCH, "26030040", "G-1", "G-SN", "leak");
        registered(MAY, "26050040", "G-1", "", "noise");
        event(moved, "complaint-corrected", "{\"reason\":\"x\",\"product\":" + product("干燥机", null, "G-2", "") + "}");
        String before = everything();

        int generation = as("admin")
                .post("/v1/views/lots/rebuild")
                .then()
                .statusCode(202)
                .extract()
                .path("generation");
        while (!state(generation).equals("serving")) {
            assertEquals(before, everything());
            Thread.sleep(20);
        }

        assertEquals(before, everything());
        registered(JULY, "26070040", "G-1", "", "noise");
        lot("lot:G-1").body("complaintCount", equalTo(2));
    }

    private String everything() {
        return fresh().queryParam("limit", 200)
                .get("/v1/lots")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String state(int generation) {
        List<String> states = as("admin")
                .get("/v1/views")
                .then()
                .extract()
                .path("items.findAll { it.view == 'lots' && it.generation == " + generation + " }.state");
        return states.getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, many",
        "sort, complaintCount",
        "after, nonsense",
        "after, bG90c3wtY29tcGxhaW50Q291bnR8eHxsb3Q6MQ",
        "kind, batch",
        "minComplaints, -1",
        "minComplaints, few",
        "colour, red"
    })
    void aBadParameterIsNamed(String parameter, String value) {
        as("quality")
                .queryParam(parameter, value)
                .get("/v1/lots")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", contains("/" + parameter));
    }

    @Test
    void aTokenOfAnotherLogIsRefusedAndOneAheadIsWaitedForInVain() {
        String other = new PositionToken("report-events", 0, new Position(1, 1, 1)).encode();
        as("quality")
                .header("If-Projection-At-Least", other)
                .get("/v1/lots")
                .then()
                .statusCode(400);
        String ahead = new PositionToken("complaint-events", 0, new Position(9, 1, 1)).encode();
        as("quality")
                .header("If-Projection-At-Least", ahead)
                .get("/v1/lots")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());
    }

    @Test
    void anUnknownLotIsNotFound() {
        for (String key : List.of("lot:none", "serial:none", "none")) {
            as("quality")
                    .get("/v1/lots/" + key)
                    .then()
                    .statusCode(404)
                    .contentType(startsWith("application/problem+json"))
                    .body("type", equalTo("/problems/lot-not-found"));
        }
    }

    @Test
    void aLotMayHoldAnyCharacter() {
        registered(MAY, "26050050", "批/7?x=1&y #%2F", "", "leak");
        fresh().pathParam("key", "lot:批/7?x=1&y #%2F")
                .get("/v1/lots/{key}")
                .then()
                .statusCode(200)
                .body("value", equalTo("批/7?x=1&y #%2F"));
        fresh().queryParam("value", "批/7?x=1&y #%2F").get("/v1/lots").then().body("items", hasSize(1));
    }

    @Test
    void aComplaintWithoutLotOrSerialNumberShowsNowhere() {
        registered(MAY, "26050060", "", "", "leak", "nameless", null);
        fresh().queryParam("product", "nameless")
                .get("/v1/lots")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("next", nullValue());
    }

    @Test
    void onlyThoseWhoWorkWithProductsMayRead() {
        given().get("/v1/lots").then().statusCode(401).body("type", equalTo("/problems/unauthenticated"));
        given().auth().oauth2(Tokens.expired("quality")).get("/v1/lots").then().statusCode(401);
        for (String role : List.of("intake", "bi", "agent", "followup-agent")) {
            as(role).get("/v1/lots").then().statusCode(403).body("type", equalTo("/problems/forbidden"));
            as(role).get("/v1/lots/lot:x").then().statusCode(403);
        }
        for (String role : List.of(
                "inspector",
                "quality",
                "warehouse",
                "production",
                "engineering",
                "mrb-site",
                "mrb-company",
                "leader",
                "management-rep",
                "purchasing",
                "auditor")) {
            as(role).get("/v1/lots").then().statusCode(200);
        }
    }

    /** What the API document shows is what is answered: field by field. */
    @Test
    void theAnswersHaveTheFieldsOfTheirExamples() {
        registered(MAY, "26050070", "H-1", "", "leak");
        Response api = given().queryParam("format", "json").get("/q/openapi");
        lot("lot:H-1")
                .body("keySet()", equalTo(api.path(EXAMPLE.formatted("/v1/lots/{key}", ""))))
                .body(
                        "complaints[0].keySet()",
                        equalTo(api.path(EXAMPLE.formatted("/v1/lots/{key}", ".complaints[0]"))));
        fresh().queryParam("value", "H-1")
                .get("/v1/lots")
                .then()
                .body("items[0].keySet()", equalTo(api.path(EXAMPLE.formatted("/v1/lots", ".items[0]"))));
    }

    private List<String> keys(Map<String, String> filters) {
        return fresh().queryParams(filters)
                .get("/v1/lots")
                .then()
                .statusCode(200)
                .extract()
                .path("items.key.sort()");
    }

    private ValidatableResponse lot(String key) {
        return fresh().get("/v1/lots/" + key).then().statusCode(200);
    }

    /** A reader who sees all that was published; a busy machine may need more than one wait. */
    private RequestSpecification fresh() {
        for (String token : published.values()) {
            int status = 503;
            for (int wait = 0; wait < 10 && status == 503; wait++) {
                status = as("quality")
                        .header("If-Projection-At-Least", token)
                        .queryParam("limit", 1)
                        .get("/v1/lots")
                        .statusCode();
            }
            assertEquals(200, status);
        }
        published.clear();
        return as("quality");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }

    private UUID registered(Instant at, String number, String lot, String serial, String issue) {
        return registered(at, number, lot, serial, issue, "干燥机", "DR-40");
    }

    private UUID registered(
            Instant at,
            String number,
            String lot,
            String serial,
            String issue,
            String product,
            @Nullable String model) {
        UUID id = Ids.next();
        event(id, "complaint-registered", """
                {"number":"%s","status":"registered","channel":"phone","receivedAt":"%s","anonymous":true,"replyOnly":false,
                 "product":%s,"issue":"%s","severity":"ordinary","description":"异响","missing":[],"deadlines":[]}
                """.formatted(number, at, product(product, model, lot, serial), issue));
        return id;
    }

    private static String product(String name, @Nullable String model, String lot, String serial) {
        return "{\"name\":\"%s\",\"model\":%s,\"lot\":\"%s\",\"serialNumber\":\"%s\"}"
                .formatted(name, model == null ? "null" : "\"" + model + "\"", lot, serial);
    }

    private void event(UUID id, String name, String data) {
        EventEnvelope event = log.publish(id, name, data, MAY);
        int partition = Partitions.of(id);
        published.put(partition, new PositionToken("complaint-events", partition, event.position()).encode());
    }
}

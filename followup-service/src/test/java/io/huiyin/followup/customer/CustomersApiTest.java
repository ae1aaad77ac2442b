package io.huiyin.followup.customer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
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
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("CMP-11")
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class CustomersApiTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-02T01:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-02T01:00:00Z");

    private static final String EXAMPLE =
            "paths.'%s'.get.responses.'200'.content.'application/json'.example%s.keySet()";

    private static TestLog log;

    @Inject
    DataSource database;

    /** How far readers must see, by partition. */
    private final Map<Integer, String> published = new TreeMap<>();

    @BeforeAll
    static void openLog() {
        log = TestLog.create("complaint-events", "/complaint-service");
    }

    @AfterAll
    static void closeLog() {
        log.close();
    }

    /** Of tables read together a reader may have one and want the other: nobody who makes partitions may hold that one meanwhile. */
    @Test
    void aGenerationIsBegunBesideSomebodyWhoReadsBothTables() throws Exception {
        try (Connection reader = database.getConnection();
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            reader.setAutoCommit(false);
            execute(reader, "select from customer_rows limit 1");
            Future<Integer> rebuild = other.submit(
                    () -> as("admin").post("/v1/views/customers/rebuild").statusCode());
            while (!isWaitedFor("customer_rows") && !rebuild.isDone()) {
                Thread.sleep(10);
            }
            execute(reader, "select from customer_complaint_rows limit 1");
            reader.rollback();

            assertEquals(202, rebuild.get());
        }
    }

    private boolean isWaitedFor(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet locks = statement.executeQuery(
                        "select from pg_locks where not granted and relation = '" + table + "'::regclass")) {
            return locks.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aCustomerIsShownWithHisPastComplaints() {
        UUID first = registered(MARCH, "26030001", "李雷", "138-1111-0001");
        UUID second = registered(MAY, "26050001", "李雷", "+86 13811110001");
        event(first, "complaint-closed", "{\"closedAt\":\"2026-03-09T01:00:00Z\",\"historical\":false}");

        customer("phone:13811110001")
                .body("name", equalTo("李雷"))
                .body("class", equalTo("ordinary"))
                .body("complaintCount", equalTo(2))
                .body("openCount", equalTo(1))
                .body("firstComplaintAt", equalTo("2026-03-02T01:00:00Z"))
                .body("lastComplaintAt", equalTo("2026-05-02T01:00:00Z"))
                .body("complaints.complaintId", contains(second.toString(), first.toString()))
                .body("complaints.status", contains("registered", "closed"))
                .body("complaints[0].product", equalTo("干燥机"))
                .body("complaints[0].severity", equalTo("ordinary"))
                .body("customerIds", hasSize(2));
    }

    @Test
    void customersAreFoundByTextContactIdClassAndCaseNumber() {
        registered(MARCH, "26030002", "Zoë_Müller", "13811110002");

        for (Map<String, String> search : List.of(
                Map.of("q", "zoë_mül"),
                Map.of("q", "138 1111 0002".replace(" ", "")),
                Map.of("q", "26030002"),
                Map.of("phone", "+86 138-1111-0002"),
                Map.of("email", "13811110002@Example.com"),
                Map.of("customerId", "id-26030002"),
                Map.of("q", "Zoë_Müller 26030002", "class", "ordinary"))) {
            fresh().queryParams(search)
                    .get("/v1/customers")
                    .then()
                    .statusCode(200)
                    .body("items.key", contains("phone:13811110002"))
                    .body("items[0].complaintCount", equalTo(1))
                    .body("items[0].lastComplaint.number", equalTo("26030002"))
                    .body("next", nullValue());
        }
        for (Map<String, String> search : List.of(
                Map.of("q", "zoë%mül"),
                Map.of("q", "Zoë_Müller", "class", "key-account"),
                Map.of("customerId", "Zoë_Müller"))) {
            fresh().queryParams(search)
                    .get("/v1/customers")
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
    }

    @Test
    void theListIsPagedByTheNewestLastComplaint() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            // two of them share the instant of their last complaint
            registered(MARCH.plus(Duration.ofDays(i == 4 ? 3 : i)), "2603100" + i, "Pager Wang", "1381111001" + i);
            keys.add("phone:1381111001" + i);
        }
        List<String> paged = new ArrayList<>();
        String next = null;
        int pages = 0;
        do {
            RequestSpecification request = fresh().queryParam("q", "pager").queryParam("limit", 2);
            var page = (next == null ? request : request.queryParam("after", next))
                    .get("/v1/customers")
                    .then()
                    .statusCode(200)
                    .extract();
            paged.addAll(page.path("items.key"));
            next = page.path("next");
            assertEquals(next == null, page.header("Link") == null);
            pages++;
        } while (next != null);

        assertEquals(3, pages);
        assertEquals(List.of(keys.get(4), keys.get(3), keys.get(2), keys.get(1), keys.get(0)), paged);
    }

    @Test
    void aCorrectedContactMovesTheComplaint() {
        registered(MARCH, "26030020", "甲", "13811110020");
        UUID moved = registered(JULY, "26070020", "甲", "13811110020");
        customer("phone:13811110020")
                .body("complaintCount", equalTo(2))
                .body("lastComplaintAt", equalTo(JULY.toString()));

        event(
                moved,
                "complaint-corrected",
                "{\"reason\":\"号码有误\",\"customer\":" + person("c", "乙", "13811110021") + "}");

        customer("phone:13811110020")
                .body("complaintCount", equalTo(1))
                .body("lastComplaintAt", equalTo(MARCH.toString()))
                .body("complaints.number", contains("26030020"));
        customer("phone:13811110021")
                .body("name", equalTo("乙"))
                .body("complaintCount", equalTo(1))
                .body("complaints.number", contains("26070020"));
        fresh().queryParam("phone", "13811110021").get("/v1/customers").then().body("items", hasSize(1));

        event(moved, "complaint-corrected", "{\"reason\":\"还原\",\"customer\":" + person("c", "甲", "13811110020") + "}");

        customer("phone:13811110020").body("complaintCount", equalTo(2));
        fresh().get("/v1/customers/phone:13811110021").then().statusCode(404);
    }

    @Test
    void onlyTheNewestFiftyAreListedButAllAreCounted() {
        for (int i = 0; i < 53; i++) {
            registered(MARCH.plusSeconds(i), "2603%04d".formatted(100 + i), "丙", "13811110030");
        }
        customer("phone:13811110030")
                .body("complaintCount", equalTo(53))
                .body("openCount", equalTo(53))
                .body("firstComplaintAt", equalTo(MARCH.toString()))
                .body("complaints", hasSize(50))
                .body("complaints[0].number", equalTo("26030152"))
                .body("complaints[49].number", equalTo("26030103"));
    }

    @Test
    void aRebuildYieldsTheSameCustomersWhileTheOldOnesServe() throws InterruptedException {
        UUID moved = registered(MARCH, "26030040", "丁", "13811110040");
        registered(MAY, "26050040", "丁", "13811110040");
        event(
                moved,
                "complaint-corrected",
                "{\"reason\":\"typo\",\"customer\":" + person("c", "戊", "13811110041") + "}");
        String before = everything();

        int generation = as("admin")
                .post("/v1/views/customers/rebuild")
                .then()
                .statusCode(202)
                .extract()
                .path("generation");
        while (!state(generation).equals("serving")) {
            assertEquals(before, everything());
            Thread.sleep(20);
        }

        assertEquals(before, everything());
        registered(JULY, "26070040", "丁", "13811110040");
        customer("phone:13811110040").body("complaintCount", equalTo(2));
    }

    private String everything() {
        return fresh().queryParam("limit", 200)
                .get("/v1/customers")
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
                .path("items.findAll { it.view == 'customers' && it.generation == " + generation + " }.state");
        return states.getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 201",
        "limit, many",
        "after, nonsense",
        "after, Y3VzdG9tZXJzfG5ldmVyfHg",
        "phone, 8001",
        "email, none",
        "colour, red"
    })
    void aBadParameterIsNamed(String parameter, String value) {
        as("agent")
                .queryParam(parameter, value)
                .get("/v1/customers")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", contains("/" + parameter));
    }

    @Test
    void aTokenOfAnotherLogIsRefusedAndOneAheadIsWaitedForInVain() {
        String other = new PositionToken("report-events", 0, new Position(1, 1, 1)).encode();
        as("agent")
                .header("If-Projection-At-Least", other)
                .get("/v1/customers")
                .then()
                .statusCode(400);
        as("agent")
                .header("If-Projection-At-Least", "x")
                .get("/v1/customers")
                .then()
                .statusCode(400);
        String ahead = new PositionToken("complaint-events", 0, new Position(9, 1, 1)).encode();
        as("agent")
                .header("If-Projection-At-Least", ahead)
                .get("/v1/customers")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());
    }

    @Test
    void anUnknownCustomerIsNotFound() {
        as("agent")
                .get("/v1/customers/phone:19999999999")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/problems/customer-not-found"));
    }

    @Test
    void aKeyMayHoldAnyCharacter() {
        event(
                Ids.next(),
                "complaint-registered",
                filing(
                        MAY,
                        "26050050",
                        person("K/7?x=1&y #%2F客", "己", "13811110050")
                                .replace("\"identified\":false", "\"identified\":true")));
        fresh().pathParam("key", "id:K/7?x=1&y #%2F客")
                .get("/v1/customers/{key}")
                .then()
                .statusCode(200)
                .body("complaintCount", equalTo(1));
    }

    @Test
    void onlyThoseWhoWorkWithCustomersMayRead() {
        given().get("/v1/customers").then().statusCode(401).body("type", equalTo("/problems/unauthenticated"));
        given().get("/v1/customers/phone:13800000000").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.forged("admin"))
                .get("/v1/customers")
                .then()
                .statusCode(401);
        for (String role : List.of("intake", "bi", "production", "warehouse")) {
            as(role).get("/v1/customers").then().statusCode(403).body("type", equalTo("/problems/forbidden"));
            as(role).get("/v1/customers/phone:13800000000").then().statusCode(403);
        }
        for (String role : List.of(
                "followup-agent", "followup-supervisor", "leader", "agent", "complaint-owner", "quality", "auditor")) {
            as(role).get("/v1/customers").then().statusCode(200);
        }
    }

    @Test
    void eachOperationIsDescribedWithAnExample() {
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/v1/customers'.get.responses.'200'.content.'application/json'.example.items[0].key",
                        equalTo("phone:13800000000"))
                .body(
                        "paths.'/v1/customers/{key}'.get.responses.'200'.content.'application/json'.example.complaints",
                        hasSize(greaterThan(1)))
                .body("components.schemas.keySet()", hasItems("Item", "Detail"))
                .body("paths.keySet()", not(empty()));
    }

    /** What the example shows is what is answered: field by field. */
    @Test
    void theAnswersHaveTheFieldsOfTheirExamples() {
        registered(MAY, "26050060", "庚", "13811110060");
        Response api = given().queryParam("format", "json").get("/q/openapi");
        customer("phone:13811110060").body("keySet()", equalTo(api.path(EXAMPLE.formatted("/v1/customers/{key}", ""))));
        fresh().queryParam("phone", "13811110060")
                .get("/v1/customers")
                .then()
                .body("items[0].keySet()", equalTo(api.path(EXAMPLE.formatted("/v1/customers", ".items[0]"))))
                .body(
                        "items[0].lastComplaint.keySet()",
                        equalTo(api.path(EXAMPLE.formatted("/v1/customers", ".items[0].lastComplaint"))));
    }

    private ValidatableResponse customer(String key) {
        return fresh().get("/v1/customers/" + key).then().statusCode(200);
    }

    /** A reader who sees all that was published; a busy machine may need more than one wait. */
    private RequestSpecification fresh() {
        for (String token : published.values()) {
            int status = 503;
            for (int wait = 0; wait < 10 && status == 503; wait++) {
                status = as("followup-agent")
                        .header("If-Projection-At-Least", token)
                        .queryParam("limit", 1)
                        .get("/v1/customers")
                        .statusCode();
            }
            assertEquals(200, status);
        }
        published.clear();
        return as("followup-agent");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }

    private UUID registered(Instant at, String number, String name, String phone) {
        UUID id = Ids.next();
        event(id, "complaint-registered", filing(at, number, person("id-" + number, name, phone)));
        return id;
    }

    private void event(UUID id, String name, String data) {
        EventEnvelope event = log.publish(id, name, data, MAY);
        int partition = Partitions.of(id);
        published.put(partition, new PositionToken("complaint-events", partition, event.position()).encode());
    }

    private static String filing(Instant at, String number, String customer) {
        return """
                {"number":"%s","status":"registered","channel":"phone","receivedAt":"%s","anonymous":false,"replyOnly":false,
                 "customer":%s,"product":{"name":"干燥机","model":"DR-40"},"category":"product-quality","issue":"noise",
                 "severity":"ordinary","description":"异响","missing":[],"deadlines":[]}
                """.formatted(number, at, customer);
    }

    private static String person(String customerId, String name, String phone) {
        return """
                {"customerId":"%s","identified":false,"customerClass":"ordinary",
                 "person":{"personId":"0198f0a0-7c1e-7000-8000-0000000000aa","name":"%s","phone":"%s","email":"%s@example.com",
                 "address":"上海市"}}
                """.formatted(customerId, name, phone, phone);
    }
}

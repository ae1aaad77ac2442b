package io.huiyin.report;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.command.Fingerprint;
import io.huiyin.kernel.command.PositionToken;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.log.Partitions;
import io.huiyin.kernel.testing.EmbeddedStack;
import io.huiyin.kernel.testing.TestLog;
import io.huiyin.kernel.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statistics and reports over HTTP, on a real PostgreSQL and a real Kafka. Each test counts complaints of its own year. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportsApiTest {

    private static final Instant RECORDED = Instant.parse("2026-11-01T00:00:00Z");
    private static final int LAST = Integer.MAX_VALUE;

    private static TestLog complaints;

    @BeforeAll
    static void start() {
        complaints = Logs.complaints();
    }

    private static EventEnvelope imported(UUID id, String receivedAt, String more) {
        return complaints.publish(
                id,
                "complaint-imported",
                "{\"number\":\"I1\",\"historical\":true,\"source\":{\"system\":\"t\"},\"receivedAt\":\"%s\"%s}"
                        .formatted(receivedAt, more),
                RECORDED);
    }

    private static EventEnvelope imported(String receivedAt, String more) {
        return imported(Ids.next(), receivedAt, more);
    }

    private static String upTo(EventEnvelope event) {
        return new PositionToken("complaint-events", Partitions.of(event.subject()), event.position()).encode();
    }

    private static RequestSpecification as(String... roles) {
        return given().auth().oauth2(Tokens.of(roles)).contentType("application/json");
    }

    /** Asks until the view has come that far: the answer is 503 until then. */
    private static Response statistics(EventEnvelope atLeast, String query) {
        for (int attempt = 0; attempt < 20; attempt++) {
            Response response =
                    as("bi").header("If-Projection-At-Least", upTo(atLeast)).get("/v1/statistics/complaints?" + query);
            if (response.statusCode() != 503) {
                response.then().statusCode(200);
                return response;
            }
        }
        throw new AssertionError("the view does not reach " + atLeast.position());
    }

    private static Response compile(String period) {
        return as("quality")
                .body("{\"kind\":\"monthly-quality\",\"period\":\"%s\"}".formatted(period))
                .post("/v1/reports");
    }

    private static Response give(String role, String id, String verb, String body) {
        return as(role).body(body).post("/v1/reports/" + id + "/" + verb);
    }

    private static String issued(String period) {
        String id = compile(period).then().statusCode(201).extract().path("id");
        give("quality", id, "submit", "{}").then().statusCode(200);
        give("factory-director", id, "approve", "{\"opinion\":\"同意\"}").then().statusCode(200);
        give("quality", id, "issue", "{\"distribution\":[\"生产一部\",\"质量部\"]}")
                .then()
                .statusCode(200);
        return id;
    }

    private static String json(String id) {
        return as("bi").accept("application/json")
                .get("/v1/reports/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String hash(Response report) {
        return report.jsonPath().getString("contentHash");
    }

    /** The content exactly as it stands in the answer: it is the last member. */
    private static String contentOf(String report) {
        String member = "\"content\":";
        return report.substring(report.indexOf(member) + member.length(), report.length() - 1);
    }

    @Test
    @Order(1)
    void complaintsAreCountedByEveryDimension() {
        imported(
                "2001-01-31T15:59:59Z",
                ",\"product\":{\"name\":\"Loan\",\"subProduct\":\"FHA\"},\"issue\":\"a\",\"timely\":\"yes\",\"disputed\":\"no\"");
        imported(
                "2001-01-31T16:00:00Z",
                ",\"product\":{\"name\":\"Loan\"},\"issue\":\"b\",\"timely\":\"no\",\"disputed\":\"unknown\"");
        imported(
                "2001-02-27T12:00:00Z",
                ",\"product\":{\"name\":\"Card\"},\"channel\":\"web\",\"timely\":\"yes\",\"disputed\":\"yes\"");
        EventEnvelope last = imported("2001-02-28T12:00:00Z", ",\"timely\":\"yes\",\"disputed\":\"yes\"");

        statistics(last, "from=2001-01-01&to=2002-01-01")
                .then()
                .body("total", is(4))
                .body("groups.key.month", equalTo(List.of("2001-01", "2001-02")))
                .body("groups.count", equalTo(List.of(1, 3)))
                .body("groups.share", equalTo(List.of("25.00", "75.00")))
                .body("groups.cumulativeShare", equalTo(List.of("25.00", "100.00")))
                .body("groups[1].timely", equalTo(Map.of("yes", 2, "no", 1, "unknown", 0, "rateOfAnswered", "66.67")))
                .body(
                        "groups[1].disputed",
                        equalTo(Map.of("yes", 2, "no", 0, "unknown", 1, "rateOfAnswered", "100.00")))
                .body("computedFrom.size()", is(6))
                .body("computedFrom.keySet()", hasItems("complaint-events-0", "complaint-events-5"));

        statistics(last, "from=2001-01-01&to=2002-01-01&zone=UTC").then().body("groups.count", equalTo(List.of(2, 2)));

        Response byProduct = statistics(last, "from=2001-01-01&to=2002-01-01&by=product");
        byProduct
                .then()
                .body("groups.key.product", equalTo(Arrays.asList("Loan", "Card", null)))
                .body("groups.count", equalTo(List.of(2, 1, 1)));
        assertTrue(byProduct.asString().contains("\"key\":{\"product\":null}"), "a blank key is shown as null");

        List<Map<String, String>> keys = statistics(
                        last, "from=2001-01-01&to=2002-01-01&by=iso-week,subProduct,channel")
                .then()
                .extract()
                .path("groups.key");
        assertEquals(4, keys.size());
        assertEquals("2001-W05", keys.getFirst().get("iso-week"));
        assertEquals(
                Set.of("iso-week", "subProduct", "channel"), keys.getFirst().keySet());

        // The last days of 2003 belong to the first week of 2004.
        EventEnvelope newYear = imported("2003-12-30T12:00:00Z", "");
        statistics(newYear, "from=2003-12-30&to=2003-12-31&by=iso-week")
                .then()
                .body("groups.key.'iso-week'", equalTo(List.of("2004-W01")))
                .body("groups[0].timely.rateOfAnswered", nullValue());
        statistics(newYear, "from=2003-12-31&to=2004-01-01&by=day")
                .then()
                .body("total", is(0))
                .body("groups", equalTo(List.of()));
    }

    @Test
    @Order(2)
    void nativeComplaintsAreCountedAsTheyAreKnown() {
        UUID corrected = Ids.next();
        complaints.publish(
                corrected,
                "complaint-registered",
                "{\"status\":\"registered\",\"receivedAt\":\"2005-05-05T00:00:00Z\",\"channel\":\"web\",\"product\":{\"model\":\"DR-40\"}}",
                RECORDED);
        complaints.publish(
                corrected,
                "complaint-corrected",
                "{\"reason\":\"r\",\"receivedAt\":\"2005-06-05T00:00:00Z\",\"product\":{\"name\":\"干燥机\"}}",
                RECORDED.plusSeconds(1));
        UUID declined = Ids.next();
        complaints.publish(
                declined,
                "complaint-registered",
                "{\"status\":\"registered\",\"receivedAt\":\"2005-06-06T00:00:00Z\",\"channel\":\"phone\",\"severity\":\"major\"}",
                RECORDED);
        EventEnvelope last = complaints.publish(
                declined, "complaint-declined", "{\"reason\":\"r\",\"answer\":\"a\"}", RECORDED.plusSeconds(2));

        statistics(
                complaints.publish(corrected, "complaint-accepted", "{}", RECORDED.plusSeconds(3)),
                "from=2005-01-01&to=2006-01-01");
        statistics(last, "from=2005-01-01&to=2006-01-01&by=month,product")
                .then()
                .body("total", is(2))
                .body("groups.key", equalTo(List.of(Map.of("month", "2005-06", "product", "干燥机"), blank())))
                .body("groups.disputed.unknown", equalTo(List.of(1, 1)));
    }

    private static Map<String, Object> blank() {
        Map<String, Object> key = new HashMap<>();
        key.put("month", "2005-06");
        key.put("product", null);
        return key;
    }

    @ParameterizedTest(name = "{0} names {1}")
    @Order(3)
    @CsvSource({
        "to=2015-02-01, /from",
        "from=2015-01-01, /to",
        "from=2015-02-30&to=2015-03-01, /from",
        "from=2015-01-01&to=tomorrow, /to",
        "from=2015-01-01&to=2015-01-01, /to",
        "from=2015-02-01&to=2015-01-01, /to",
        "from=2015-01-01&to=2015-02-01&by=colour, /by",
        "from=2015-01-01&to=2015-02-01&zone=Mars, /zone",
        "from=2015-01-01&to=2015-02-01&zone=UTC-8, /zone",
        "from=2015-01-01&to=2015-02-01&knownAt=2999-01-01T00:00:00Z, /knownAt",
        "from=2015-01-01&to=2015-02-01&knownAt=yesterday, /knownAt",
        "from=2015-01-01&to=2015-02-01&knownat=2026-01-01T00:00:00Z, /knownat",
        "from=2015-01-01&from=2015-01-02&to=2015-02-01, /from"
    })
    void whatCannotBeAskedIsNamed(String query, String pointer) {
        as("bi").get("/v1/statistics/complaints?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", is(pointer));
    }

    @Test
    @Order(3)
    void statisticsAreForThoseWhoseWorkNeedsThem() {
        String address = "/v1/statistics/complaints?from=2015-01-01&to=2015-02-01";
        given().get(address).then().statusCode(401);
        as("intake").get(address).then().statusCode(403);
        as("department-head").get(address).then().statusCode(200);
        as("bi").header("If-Projection-At-Least", "nonsense")
                .get(address)
                .then()
                .statusCode(400);
    }

    @Test
    @Order(4)
    @DisplayName("RPT-23: a report goes its way, step by step, by those who may")
    void aReportGoesItsWay() {
        EventEnvelope last = imported("2007-03-31T15:00:00Z", ",\"timely\":\"yes\"");
        statistics(last, "from=2007-01-01&to=2008-01-01");
        Response compiled = compile("2007-03");
        String id = compiled.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Event-Position", notNullValue())
                .body("status", is("draft"))
                .body("kind", is("monthly-quality"))
                .body("period", is("2007-03"))
                .body("dueOn", is("2007-04-10"))
                .body("duePolicy.key", is("rpt.day.month"))
                .body("zone", is("Asia/Shanghai"))
                .body("edition", is(1))
                .body("version", is(1))
                .body("compiledBy.id", is("quality"))
                .body("approvedBy", nullValue())
                .body("inputs.complete", is(true))
                .body("content.sections.size()", is(6))
                .body("content.sections[3].figures.total", is(1))
                .body("content.sections[0].targets[0].met", is(true))
                .body("contentHash", is(Fingerprint.ofText(contentOf(compiled.asString()))))
                .extract()
                .path("id");
        compiled.then().header("Location", containsString("/v1/reports/" + id));

        give("factory-director", id, "approve", "{\"opinion\":\"同意\"}")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", is("/problems/report-not-submitted"))
                .body("rule", is("RPT-23"));
        give("factory-director", id, "submit", "{}").then().statusCode(403);
        give("quality", id, "submit", "{\"note\":\"请审批\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", is("submitted"));
        give("quality", id, "approve", "{\"opinion\":\"同意\"}").then().statusCode(403);
        give("factory-director", id, "return", "{}").then().statusCode(400).body("errors[0].pointer", is("/opinion"));
        give("factory-director", id, "return", "{\"opinion\":\"请核对\"}")
                .then()
                .statusCode(200)
                .body("status", is("draft"))
                .body("returnOpinion", is("请核对"));
        as("quality")
                .header("If-Match", "\"2\"")
                .body("{}")
                .post("/v1/reports/" + id + "/submit")
                .then()
                .statusCode(412);
        give("quality", id, "submit", "{}").then().statusCode(200);
        give("factory-director", id, "approve", "{\"opinion\":\"同意\"}")
                .then()
                .statusCode(200)
                .body("approvedBy.id", is("factory-director"));
        give("factory-director", id, "issue", "{}").then().statusCode(403);
        Response issue = give("quality", id, "issue", "{\"distribution\":[\"生产一部\"],\"note\":\"按时发布\"}");
        issue.then()
                .statusCode(200)
                .header("ETag", "\"6\"")
                .body("status", is("issued"))
                .body("distribution", equalTo(List.of("生产一部")))
                .body("issuedAt", notNullValue());
        give("quality", id, "submit", "{}").then().statusCode(409).body("type", is("/problems/report-not-a-draft"));

        as("auditor")
                .get("/v1/reports/" + id + "/history")
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        equalTo(List.of(
                                "report-compiled",
                                "report-submitted",
                                "report-returned",
                                "report-submitted",
                                "report-approved",
                                "report-issued")))
                .body("items.sequence", equalTo(List.of(1, 2, 3, 4, 5, 6)))
                .body("items[4].actor.roles", is("factory-director"))
                .body("items[5].data.content.sections[3].figures.total", is(1))
                .body("items[5].data.approvedBy.id", is("factory-director"));

        as("bi").header("If-Projection-At-Least", issue.header("Event-Position"))
                .get("/v1/reports?period=2007-03&kind=monthly-quality&status=issued")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)))
                .body("items[0].version", is(6))
                .body("items[0].dueOn", is("2007-04-10"))
                .body("next", nullValue());
        as("bi").get("/v1/reports?period=2007-03&status=draft").then().body("items.size()", is(0));
    }

    @Test
    @Order(5)
    void badOrdersAreNamed() {
        as("quality")
                .body("{\"kind\":\"weekly\",\"period\":\"2015-01\"}")
                .post("/v1/reports")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/kind"));
        compile("2015-13").then().statusCode(400).body("errors[0].pointer", is("/period"));
        as("quality")
                .body("{\"kind\":\"monthly-quality\",\"period\":\"2015-01\",\"zone\":\"Mars\"}")
                .post("/v1/reports")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/zone"));
        as("quality")
                .body("{\"kind\":\"monthly-quality\",\"period\":\"2015-01\",\"x\":1}")
                .post("/v1/reports")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/x"));
        as("quality")
                .body("{}")
                .post("/v1/reports")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/kind", "/period"));
        as("bi").body("{\"kind\":\"monthly-quality\",\"period\":\"2015-01\"}")
                .post("/v1/reports")
                .then()
                .statusCode(403);
        as("bi").get("/v1/reports/" + Ids.next()).then().statusCode(404).body("type", is("/problems/report-not-found"));
        as("bi").get("/v1/reports?status=lost").then().statusCode(400).body("errors[0].pointer", is("/status"));
        as("bi").get("/v1/reports?period=spring").then().statusCode(400).body("errors[0].pointer", is("/period"));
        as("bi").get("/v1/reports?after=nonsense").then().statusCode(400).body("errors[0].pointer", is("/after"));
    }

    @Test
    @Order(5)
    void aRetryOfACompilationFindsTheFirst() {
        String key = Ids.next().toString();
        String body = "{\"kind\":\"monthly-quality\",\"period\":\"2008-01\"}";
        Response first = as("quality").header("Idempotency-Key", key).body(body).post("/v1/reports");
        Response second =
                as("quality").header("Idempotency-Key", key).body(body).post("/v1/reports");
        first.then().statusCode(201);
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertEquals(first.asString(), second.asString());
        compile("2008-01").then().body("edition", is(2));
    }

    @Test
    @Order(5)
    @DisplayName("X-24: a later edition is due when the first one is, whatever the policy says by now")
    void aLaterEditionKeepsTheDay() {
        Response first = compile("2008-02");
        first.then().statusCode(201).body("dueOn", is("2008-03-10"));
        as("bi").header("If-Projection-At-Least", first.header("Event-Position"))
                .get("/v1/reports?period=2008-02")
                .then()
                .statusCode(200)
                .body("items.size()", is(1));
        dueOnDay(5);
        try {
            compile("2008-02")
                    .then()
                    .statusCode(201)
                    .body("edition", is(2))
                    .body("dueOn", is("2008-03-10"))
                    .body("duePolicy", equalTo(first.path("duePolicy")));
            compile("2008-03").then().statusCode(201).body("dueOn", is("2008-04-05"));
        } finally {
            dueOnDay(10);
        }
    }

    private static void dueOnDay(int day) {
        as("admin")
                .body("{\"value\":{\"every\":\"month\",\"day\":%d},\"reason\":\"r\"}".formatted(day))
                .put("/v1/policies/rpt.day.month")
                .then()
                .statusCode(200);
    }

    @Test
    @Order(5)
    void compilationsAtTheSameTimeAreDifferentEditions() {
        List<CompletableFuture<Integer>> running = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        compile("2009-01").then().statusCode(201).extract().<Integer>path("edition")))
                .toList();
        TreeSet<Integer> editions = new TreeSet<>();
        running.forEach(one -> editions.add(one.join()));
        assertEquals(new TreeSet<>(List.of(1, 2, 3, 4, 5, 6)), editions);
        String other = as("quality")
                .body("{\"kind\":\"monthly-quality\",\"period\":\"2009-01\",\"zone\":\"America/New_York\"}")
                .post("/v1/reports")
                .then()
                .body("edition", is(1))
                .extract()
                .path("id");
        assertTrue(json(other).contains("\"edition\":1,"), "the edition is a number");

        List<String> seen = new ArrayList<>();
        String next = "/v1/reports?period=2009-01&limit=3";
        Response page = null;
        for (int i = 0; i < 40 && seen.size() < 7; i++) {
            page = as("bi").get(next);
            page.then().statusCode(200);
            seen.addAll(page.path("items.id"));
            String cursor = page.path("next");
            if (cursor == null && seen.size() < 7) {
                seen.clear();
                pause();
            }
            next = "/v1/reports?period=2009-01&limit=3" + (cursor == null ? "" : "&after=" + cursor);
        }
        assertEquals(7, new TreeSet<>(seen).size());
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @Order(6)
    @DisplayName("RPT-24: an issued report stays byte for byte, whatever comes after it")
    void anIssuedReportIsFrozen() {
        String difficult = "<b>\\\"A&B\\\"</b> 😀 干燥机";
        imported(
                "2010-04-10T02:00:00Z",
                ",\"product\":{\"name\":\"%s\"},\"issue\":\"noise\",\"timely\":\"no\"".formatted(difficult));
        EventEnvelope before = imported("2010-04-11T02:00:00Z", ",\"product\":{\"name\":\"x\"},\"timely\":\"yes\"");
        statistics(before, "from=2010-01-01&to=2011-01-01");
        String id = issued("2010-04");
        String then = json(id);
        assertEquals(Fingerprint.ofText(contentOf(then)), hash(as("bi").get("/v1/reports/" + id)));

        EventEnvelope late = imported("2010-04-12T02:00:00Z", ",\"product\":{\"name\":\"x\"},\"timely\":\"yes\"");
        statistics(late, "from=2010-01-01&to=2011-01-01").then().body("total", is(3));
        Response again = compile("2010-04");
        again.then().statusCode(201).body("edition", is(2)).body("content.sections[3].figures.total", is(3));
        assertEquals(then, json(id));
        assertNotEquals(hash(again), hash(as("bi").get("/v1/reports/" + id)));

        // Compiled once more from the same facts it says the same, to the letter.
        assertEquals(hash(again), hash(compile("2010-04")));

        String successor = again.path("id");
        give("quality", id, "supersede", "{\"reason\":\"更正\",\"by\":\"%s\"}".formatted(Ids.next()))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/by"));
        give("quality", id, "supersede", "{\"reason\":\"更正\",\"by\":\"%s\"}".formatted(id))
                .then()
                .statusCode(409)
                .body("type", is("/problems/report-successor-differs"));
        Instant stillIssued = Instant.now();
        give("quality", id, "supersede", "{\"reason\":\"补录后更正\",\"by\":\"%s\"}".formatted(successor))
                .then()
                .statusCode(200)
                .body("status", is("superseded"))
                .body("supersededBy", is(successor));
        assertEquals(contentOf(then), contentOf(json(id)));
        assertEquals(
                then,
                as("auditor").get("/v1/reports/" + id + "?asOf=" + stillIssued).asString());
        as("auditor")
                .get("/v1/reports/" + id + "?asOf=2001-01-01T00:00:00Z")
                .then()
                .statusCode(404);
        as("auditor").get("/v1/reports/" + id + "?asOf=yesterday").then().statusCode(400);
    }

    @Test
    @Order(7)
    void aReportIsAPageInEitherLanguage() {
        imported(
                "2011-07-02T02:00:00Z",
                ",\"product\":{\"name\":\"<script>alert(1)</script> & Co\"},\"issue\":\"noise\",\"channel\":\"phone\",\"timely\":\"no\",\"disputed\":\"yes\"");
        imported(
                "2011-07-03T02:00:00Z",
                ",\"issue\":\"noise\",\"channel\":\"web\",\"timely\":\"yes\",\"disputed\":\"no\"");
        EventEnvelope last = imported("2011-06-03T02:00:00Z", ",\"issue\":\"%s\"".formatted("很长的问题".repeat(3_400)));
        statistics(last, "from=2011-01-01&to=2012-01-01");
        String draft = compile("2011-07").then().statusCode(201).extract().path("id");
        as("factory-director")
                .accept("text/html")
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5")
                .get("/v1/reports/" + draft)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("ETag", "W/\"1-html-zh\"")
                .header("Vary", "Accept, Accept-Language")
                .body(containsString("<html lang=\"zh-CN\">"))
                .body(containsString("月度质量报告"))
                .body(containsString("2011年7月"))
                .body(containsString("<span>草稿</span>"))
                .body(containsString("本期无"))
                .body(containsString("质量投诉统计与原因"))
                .body(containsString("未达标"))
                .body(containsString("电话"))
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co"))
                .body(not(containsString("<script")))
                .body(containsString("+100.00 %"))
                .body(containsString("class=\"cumulated\""))
                .body(containsString("class=\"vital\""));

        String id = issued("2011-07");
        Response english =
                as("bi").accept("text/html").header("Accept-Language", "en").get("/v1/reports/" + id);
        english.then()
                .statusCode(200)
                .header("ETag", "W/\"4-html-en\"")
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("Monthly Quality Report"))
                .body(containsString("July 2011"))
                .body(containsString("None this period"))
                .body(containsString("MQR-2011-07-02"))
                .body(containsString("生产一部, 质量部"))
                .body(containsString(hash(as("bi").get("/v1/reports/" + id))))
                .body(containsString("complaint-events-0 @ "))
                .body(not(containsString("class=\"stamp")))
                .body(not(containsString("http")));

        as("bi").accept("text/html")
                .header("Accept-Language", "en")
                .header("If-None-Match", "\"9\", W/\"4-html-en\"")
                .get("/v1/reports/" + id)
                .then()
                .statusCode(304)
                .header("ETag", "W/\"4-html-en\"");
        as("bi").accept("text/html")
                .header("Accept-Language", "zh")
                .header("If-None-Match", "W/\"4-html-en\"")
                .get("/v1/reports/" + id)
                .then()
                .statusCode(200);
        as("bi").accept("application/json")
                .header("If-None-Match", "W/\"4-json\"")
                .get("/v1/reports/" + id)
                .then()
                .statusCode(304);
        as("bi").accept("*/*")
                .get("/v1/reports/" + id)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("ETag", "W/\"4-json\"");
        as("bi").accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get("/v1/reports/" + id)
                .then()
                .contentType(startsWith("text/html"));
        as("bi").accept("application/pdf")
                .get("/v1/reports/" + id)
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("type", is("/problems/not-acceptable"));
        // The long issue of June stands in June's report, whole to a limit, and breaks nothing.
        String june = compile("2011-06").then().statusCode(201).extract().path("id");
        String page = as("bi").accept("text/html")
                .get("/v1/reports/" + june)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(page.length() < 60_000, "a long text is shortened");
        assertTrue(page.contains("…"));
    }

    @Test
    @Order(7)
    void everyOperationIsDescribedWithAnExample() {
        String document = given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        for (String operation : List.of(
                "complaint-statistics",
                "compile-report",
                "submit-report",
                "return-report",
                "approve-report",
                "issue-report",
                "supersede-report",
                "report",
                "report-history",
                "reports",
                "follow-up-statistics",
                "nonconformity-statistics",
                "kpis",
                "kpi-definitions")) {
            assertTrue(document.contains("\"operationId\" : \"" + operation + "\""), operation);
            assertTrue(
                    getClass().getResource("/openapi/" + operation + ".json") != null, operation + " has no example");
        }
    }

    @Test
    @Order(8)
    void aRebuiltViewSaysTheSame() {
        String all = "from=2000-01-01&to=2020-01-01&by=product,issue,day";
        EventEnvelope last = imported("2012-01-01T00:00:00Z", "");
        String before = statistics(last, all).asString();
        as("admin").post("/v1/views/complaint-facts/rebuild").then().statusCode(202);
        for (int attempt = 0; attempt < 200; attempt++) {
            String state = as("admin")
                    .get("/v1/views")
                    .path("items.find { it.view == 'complaint-facts' && it.generation == 2 }.state");
            if ("serving".equals(state)) {
                break;
            }
            pause();
        }
        as("admin")
                .get("/v1/views")
                .then()
                .body("items.find { it.view == 'complaint-facts' && it.generation == 2 }.state", is("serving"));
        assertEquals(before, statistics(last, all).asString());
    }

    private static Response known(String query, Instant at) {
        return as("bi").get("/v1/statistics/complaints?" + query + "&knownAt=" + at);
    }

    /** What an answer says, without the positions it was computed from. */
    private static String figures(Response answer) {
        answer.then().statusCode(200);
        String text = answer.asString();
        return text.substring(0, text.indexOf("\"computedFrom\""));
    }

    @Test
    @Order(9)
    @DisplayName("G11: what was known at an instant is answered as it was answered then, or not yet")
    void whatWasKnownIsAnsweredAsItWasThen() {
        String year = "from=2019-01-01&to=2020-01-01&by=product,month";
        Instant first = RECORDED.plusSeconds(600);
        UUID complaint = Ids.next();
        EventEnvelope filed = complaints.publish(
                complaint,
                "complaint-registered",
                "{\"status\":\"registered\",\"receivedAt\":\"2019-05-05T00:00:00Z\",\"channel\":\"web\",\"product\":{\"name\":\"泵\"}}",
                first);
        String then = figures(statistics(filed, year));
        // Nobody has said yet that this was all that was recorded up to then.
        known(year, first)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json");
        complaints.state(first);
        assertEquals(then, figures(known(year, first)));

        Instant second = first.plusSeconds(60);
        complaints.publish(
                complaint, "complaint-corrected", "{\"reason\":\"r\",\"product\":{\"name\":\"风机\"}}", second);
        EventEnvelope late = complaints.publish(
                Ids.next(),
                "complaint-registered",
                "{\"status\":\"registered\",\"receivedAt\":\"2019-06-05T00:00:00Z\",\"channel\":\"web\"}",
                second.plusSeconds(1));
        statistics(late, year);
        complaints.state(second.plusSeconds(1));
        String now = figures(known(year, second.plusSeconds(1)));
        assertEquals(figures(statistics(late, year)), now);
        assertNotEquals(then, now);
        assertEquals(then, figures(known(year, first)), "the past does not change");
        assertEquals(then, figures(known(year, second.minusNanos(1000))));
        known(year, second).then().statusCode(200).body("total", is(1)).body("groups[0].key.product", is("风机"));
        known(year, first.minusSeconds(1)).then().statusCode(200).body("total", is(0));
        known(year, second.plusSeconds(2)).then().statusCode(503);

        // Stated, but not here yet.
        Instant third = second.plusSeconds(60);
        TestLog.Placed onItsWay = complaints.place(
                Ids.next(),
                "complaint-registered",
                "{\"status\":\"registered\",\"receivedAt\":\"2019-07-05T00:00:00Z\",\"channel\":\"web\"}",
                third,
                third);
        complaints.state(third);
        known(year, third).then().statusCode(503);
        complaints.send(onItsWay);
        statistics(onItsWay.event(), year);
        known(year, third).then().statusCode(200).body("total", is(3));
        assertEquals(then, figures(known(year, first)));
    }

    @Test
    @Order(LAST)
    @DisplayName("RPT-24: a report says whether its inputs are complete up to the positions it names")
    void aReportSaysWhatItsInputsLack() {
        UUID poisoned = Ids.next();
        complaints.publish(poisoned, "complaint-registered", "{\"receivedAt\":\"never\"}", RECORDED);
        EventEnvelope behind = complaints.publish(poisoned, "complaint-accepted", "{}", RECORDED);
        statistics(behind, "from=2013-01-01&to=2014-01-01");
        compile("2013-01")
                .then()
                .body("inputs.complete", is(false))
                .body("inputs.heldBack", is(2))
                .body("content.inputs.heldBack", is(2));

        List<Map<String, Object>> letters =
                as("admin").get("/v1/views/dead-letters").path("items");
        for (Map<String, Object> letter : letters) {
            as("admin").body("{\"reason\":\"测试\"}").post("/v1/views/dead-letters/" + letter.get("id") + "/skip");
        }
        for (Map<String, Object> letter :
                as("admin").get("/v1/views/dead-letters").<List<Map<String, Object>>>path("items")) {
            as("admin")
                    .body("{\"reason\":\"测试\"}")
                    .post("/v1/views/dead-letters/" + letter.get("id") + "/skip")
                    .then()
                    .statusCode(200);
        }
        Response compiled = compile("2013-01");
        compiled.then()
                .body("inputs.complete", is(false))
                .body("inputs.heldBack", is(0))
                .body("inputs.skipped", is(2));
        as("bi").accept("text/html")
                .get("/v1/reports/" + compiled.<String>path("id"))
                .then()
                .body(containsString("2 events were given up by a person"));
        compile("2099-01").then().body("inputs.periodEnded", is(false));
    }
}

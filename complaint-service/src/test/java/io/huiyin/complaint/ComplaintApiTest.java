package io.huiyin.complaint;

import static io.huiyin.complaint.Http.COMPLAINTS;
import static io.huiyin.complaint.Http.as;
import static io.huiyin.complaint.Http.await;
import static io.huiyin.complaint.Http.feed;
import static io.huiyin.complaint.Http.file;
import static io.huiyin.complaint.Http.filing;
import static io.huiyin.complaint.Http.freshSystem;
import static io.huiyin.complaint.Http.give;
import static io.huiyin.complaint.Http.references;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.testing.EmbeddedStack;
import io.huiyin.kernel.testing.Tokens;
import io.huiyin.kernel.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class ComplaintApiTest {

    private static final String UNKNOWN = "0198f0a0-7c1e-7000-8000-00000000dead";

    /** Half an hour after what these tests file was received: nothing has come due. */
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    /** A minute after the API page's example was received. */
    private static final Instant EXAMPLE = Instant.parse("2026-11-20T01:13:00Z");

    @Inject
    DataSource database;

    @Inject
    BusinessClock clock;

    @AfterEach
    void letItRun() {
        clock.release();
    }

    private static String owner() {
        return Tokens.of("complaint-owner");
    }

    private static String agent() {
        return Tokens.of("agent");
    }

    // Filing

    @Test
    void theExampleOfTheApiPageIsFiled() {
        clock.fix(EXAMPLE);
        String token = Tokens.system("crm-7", "intake");
        String before = monthNow();
        Response filed = as(token).body("""
                { "channel": "web", "receivedAt": "2026-11-20T09:12:00+08:00",
                  "source": { "system": "crm-7", "reference": "A-1001" },
                  "customer": { "id": null, "name": "李雷", "phone": "13800000000", "email": null, "address": null, "class": "ordinary" },
                  "anonymous": false, "replyOnly": false,
                  "product": { "name": "干燥机", "model": "DR-40", "serialNumber": "SN-1", "lot": "L-202610", "orderNumber": null, "quantity": 1, "deliveredOn": "2026-10-01" },
                  "category": "product-quality", "issue": "noise", "severity": "ordinary", "region": null,
                  "description": "运行时有异响", "demand": "repair" }
                """).post(COMPLAINTS);
        String id = filed.path("id");
        filed.then()
                .statusCode(201)
                .header("Location", equalTo(absoluteOrNot(filed, COMPLAINTS + "/" + id)))
                .header("ETag", "\"1\"")
                .header("Event-Position", notNullValue())
                .header("X-Request-Id", notNullValue())
                .body("number", anyOf(startsWith(before), startsWith(monthNow())))
                .body("number", matchesPattern("\\d{8,}"))
                .body("status", equalTo("registered"))
                .body("version", equalTo(1))
                .body("customerId", notNullValue())
                .body("missing", empty())
                .body("deadlines.milestone", contains("first-reply", "register", "accept", "track", "close"))
                .body("deadlines[0].milestone", equalTo("first-reply"))
                .body("deadlines[0].dueAt", equalTo("2026-11-21T01:12:00Z"))
                .body("deadlines[0].policy.key", equalTo("cmp.sla.firstReply"))
                .body("deadlines[0].policy.version", equalTo(1))
                .body("deadlines[0].policy.profile", equalTo("GENERAL"));
        as(token)
                .get(COMPLAINTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("receivedAt", equalTo("2026-11-20T01:12:00Z"))
                .body("customer.name", equalTo("李雷"))
                .body("customer.class", equalTo("ordinary"))
                .body("product.serialNumber", equalTo("SN-1"))
                .body("product.deliveredOn", equalTo("2026-10-01"))
                .body("source.reference", equalTo("A-1001"))
                .body("links.nonconformityIds", empty())
                .body("historical", equalTo(false));
    }

    /** What Location says: RESTEasy completes a path to an address. */
    private static String absoluteOrNot(Response response, String path) {
        String location = response.header("Location");
        assertNotNull(location);
        assertTrue(location.endsWith(path), location);
        return location;
    }

    private static String monthNow() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).format(DateTimeFormatter.ofPattern("yyMM"));
    }

    @Test
    void aFilingWithoutCustomerNamesWhatIsMissing() {
        as(owner())
                .body("{\"channel\": \"phone\", \"description\": \"坏了\"}")
                .post(COMPLAINTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("status", equalTo(400))
                .body("instance", equalTo(COMPLAINTS))
                .body("traceId", notNullValue())
                .body("errors.pointer", contains("/customer/name", "/customer/phone"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "channel      | \"pigeon\"                | /channel",
                "channel      | null                      | /channel",
                "description  | \" \"                     | /description",
                "severity     | \"awful\"                 | /severity",
                "receivedAt   | \"2999-01-01T00:00:00Z\"  | /receivedAt",
                "receivedAt   | \"2026-02-30T00:00:00Z\"  | /receivedAt",
                "receivedAt   | \"2026-03-02\"            | /receivedAt",
                "colour       | \"red\"                   | /colour",
                "anonymous    | \"yes\"                   | /anonymous",
                "source       | {\"system\": \"x\"}       | /source/reference",
                "source       | {\"reference\": \"x\"}    | /source/system",
                "product      | {\"quantity\": 0}         | /product/quantity",
                "product      | {\"quantity\": 1.5}       | /product/quantity",
                "product      | {\"deliveredOn\": \"2026-02-30\"} | /product/deliveredOn",
                "product      | {\"weight\": 3}           | /product/weight",
                "customer     | {\"name\": \"李雷\"}      | /customer/phone",
                "customer     | {\"name\": 7}             | /customer/name",
            })
    void everyFaultyFieldIsNamed(String field, String json, String pointer) {
        as(owner())
                .body(filing(freshSystem("faulty"), "1", field, json))
                .post(COMPLAINTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "\"text\"", "{} {}"})
    void whatIsNoObjectIsRefused(String body) {
        as(owner()).body(body).post(COMPLAINTS).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void anAnonymousFilingNeedsNoCustomer() {
        String body = "{\"channel\": \"box\", \"anonymous\": true, \"replyOnly\": true, "
                + "\"description\": \"服务态度差\", \"demand\": \"apology\"}";
        file(owner(), body)
                .then()
                .body("status", equalTo("registered"))
                .body("anonymous", equalTo(true))
                .body("replyOnly", equalTo(true))
                .body("customerId", nullValue())
                .body("source", nullValue());
    }

    @Test
    void withoutADateTheCaseWasReceivedNow() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String at = file(owner(), "{\"channel\": \"phone\", \"anonymous\": true, \"description\": \"坏了\"}")
                .path("receivedAt");
        assertFalse(Instant.parse(at).isBefore(before));
        assertFalse(Instant.parse(at).isAfter(Instant.now()));
    }

    @Test
    void aKnownCustomerKeepsHisId() {
        file(
                        owner(),
                        filing(
                                freshSystem("known"),
                                "1",
                                "customer",
                                "{\"id\": \"K-77\", \"name\": \"王芳\", \"email\": \"w@example.com\", \"class\": \"key-account\"}"))
                .then()
                .body("customerId", equalTo("K-77"))
                .body("customer.class", equalTo("key-account"));
    }

    // Clarifying and the other verbs

    @Test
    void aCaseIsClarifiedStepByStepAndThenAccepted() {
        clock.fix(NOW);
        String system = freshSystem("clarify");
        Response filed = file(agent(), filing(system, "1", "demand", "null", "product", "{\"name\": \"干燥机\"}"));
        String id = filed.path("id");
        filed.then()
                .body("status", equalTo("clarifying"))
                .body("number", matchesPattern("\\d{8,}"))
                .body("missing", contains("demand", "product.serialNumber", "product.quantity", "product.deliveredOn"));
        as(agent())
                .body("{}")
                .post(COMPLAINTS + "/" + id + "/accept")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/complaint-not-registered"))
                .body("detail", equalTo("it is clarifying"));
        give(agent(), id, "clarify", "{\"product\": {\"lot\": \"L-9\", \"quantity\": 2}, \"answer\": \"见铭牌\"}")
                .then()
                .header("ETag", "\"2\"")
                .body("status", equalTo("clarifying"))
                .body("missing", contains("demand", "product.deliveredOn"))
                .body("product.name", equalTo("干燥机"));
        give(agent(), id, "clarify", "{\"demand\": \"refund\", \"product\": {\"deliveredOn\": \"2026-01-05\"}}")
                .then()
                .body("status", equalTo("registered"))
                .body("missing", empty());
        give(Tokens.of("quality"), id, "accept", "{\"handler\": \"wang\", \"note\": \"转售后\"}")
                .then()
                .body("status", equalTo("accepted"))
                .body("handler", equalTo("wang"))
                .body("version", equalTo(4));
        as(agent())
                .header("Accept-Language", "zh-CN")
                .body("{\"question\": \"批号？\"}")
                .post(COMPLAINTS + "/" + id + "/ask-clarification")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/complaint-beyond-clarification"))
                .body("rule", equalTo("CMP-08"))
                .body("title", equalTo("澄清须在受理之前进行。"));
        as(agent())
                .body("{\"demand\": \"repair\"}")
                .post(COMPLAINTS + "/" + id + "/clarify")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/complaint-not-clarifying"));
    }

    @Test
    void aQuestionIsAReplyAndIsAnswered() {
        String id = file(agent(), filing(freshSystem("ask"), "1")).path("id");
        give(agent(), id, "ask-clarification", "{\"question\": \"批号？\", \"note\": \"电话\"}")
                .then()
                .body("status", equalTo("clarifying"))
                .body("question", equalTo("批号？"))
                .body("deadlines[0].met", equalTo(true));
        give(agent(), id, "clarify", "{\"answer\": \"见铭牌\"}")
                .then()
                .body("status", equalTo("registered"))
                .body("question", nullValue());
    }

    @Test
    void aCorrectionChangesOnlyWhatItNames() {
        clock.fix(NOW);
        String id = file(agent(), filing(freshSystem("correct"), "1", "product", PRODUCT))
                .path("id");
        give(
                        agent(),
                        id,
                        "correct",
                        "{\"reason\": \"登记有误\", \"severity\": \"major\", \"product\": {\"serialNumber\": \"SN-2\"}, "
                                + "\"customer\": {\"email\": \"li@example.com\"}}")
                .then()
                .header("ETag", "\"2\"")
                .body("severity", equalTo("major"))
                .body("product.serialNumber", equalTo("SN-2"))
                .body("product.name", equalTo("干燥机"))
                .body("customer.name", equalTo("李雷"))
                .body("customer.email", equalTo("li@example.com"));
        give(agent(), id, "correct", "{\"reason\": \"再次\", \"severity\": \"major\"}")
                .then()
                .header("ETag", "\"2\"");
        as(agent())
                .body("{\"severity\": \"ordinary\"}")
                .post(COMPLAINTS + "/" + id + "/correct")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
    }

    private static final String PRODUCT =
            "{\"name\": \"干燥机\", \"serialNumber\": \"SN-1\", \"quantity\": 1, \"deliveredOn\": \"2026-01-05\"}";

    @Test
    void aDeclinedCaseIsAnsweredAndEnds() {
        String id = file(agent(), filing(freshSystem("decline"), "1")).path("id");
        as(agent())
                .body("{\"reason\": \"not-our-product\"}")
                .post(COMPLAINTS + "/" + id + "/decline")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/answer"));
        give(agent(), id, "decline", "{\"reason\": \"not-our-product\", \"answer\": \"该产品非我司生产。\"}")
                .then()
                .body("status", equalTo("declined"))
                .body("declined.reason", equalTo("not-our-product"))
                .body("declined.answer", equalTo("该产品非我司生产。"));
        for (Map.Entry<String, String> verb : VERBS.entrySet()) {
            as(agent())
                    .body(verb.getValue())
                    .post(COMPLAINTS + "/" + id + "/" + verb.getKey())
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/complaint-not-open"));
        }
    }

    /** A good body of every verb. */
    private static final Map<String, String> VERBS = Map.of(
            "ask-clarification", "{\"question\": \"批号？\"}",
            "clarify", "{\"demand\": \"refund\"}",
            "correct", "{\"reason\": \"登记有误\", \"severity\": \"major\"}",
            "accept", "{}",
            "decline", "{\"reason\": \"spam\", \"answer\": \"不予受理\"}");

    @Test
    void aVerbOfAnUnknownCaseFindsNothing() {
        VERBS.forEach((verb, body) -> as(agent())
                .body(body)
                .post(COMPLAINTS + "/" + UNKNOWN + "/" + verb)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/complaint-not-found")));
    }

    // Who may

    @Test
    void withoutAGoodTokenNothingIsAnswered() {
        for (String token : List.of(Tokens.expired("admin"), Tokens.forged("admin"), "nonsense")) {
            as(token).get(COMPLAINTS).then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
        }
        RestAssured.get(COMPLAINTS).then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void eachCommandNamesWhoMayGiveIt() {
        String id = file(agent(), filing(freshSystem("roles"), "1")).path("id");
        for (String role : List.of("finance", "auditor", "quality", "followup-agent", "bi")) {
            as(Tokens.of(role))
                    .body(filing(freshSystem("roles"), "1"))
                    .post(COMPLAINTS)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
        VERBS.forEach((verb, body) -> {
            for (String role : List.of("intake", "finance", "auditor", "leader", "bi")) {
                as(Tokens.of(role))
                        .body(body)
                        .post(COMPLAINTS + "/" + id + "/" + verb)
                        .then()
                        .statusCode(403);
            }
        });
        for (String verb : List.of("ask-clarification", "clarify", "correct", "decline")) {
            as(Tokens.of("quality"))
                    .body(String.valueOf(VERBS.get(verb)))
                    .post(COMPLAINTS + "/" + id + "/" + verb)
                    .then()
                    .statusCode(403);
        }
        as(Tokens.of("finance")).get(COMPLAINTS).then().statusCode(403);
        as(Tokens.of("finance")).get(COMPLAINTS + "/" + id).then().statusCode(403);
        as(Tokens.of("intake")).get(COMPLAINTS + "/" + id + "/history").then().statusCode(403);
        as(Tokens.of("agent")).get("/v1/events").then().statusCode(403);
        for (String reader : List.of("auditor", "quality", "leader")) {
            as(Tokens.of(reader)).get(COMPLAINTS + "/" + id).then().statusCode(200);
            as(Tokens.of(reader)).get(COMPLAINTS + "/" + id + "/history").then().statusCode(200);
        }
    }

    @Test
    void aSystemPostsForItselfAlone() {
        String system = freshSystem("crm");
        String other = freshSystem("crm");
        String token = Tokens.system(system, "intake");
        as(token).body(filing(other, "1")).post(COMPLAINTS).then().statusCode(403);
        as(Tokens.of("intake"))
                .body(filing(system, "1"))
                .post(COMPLAINTS)
                .then()
                .statusCode(403);
        as(token)
                .body("{\"channel\": \"web\", \"anonymous\": true, \"description\": \"坏了\"}")
                .post(COMPLAINTS)
                .then()
                .statusCode(403);
        String own = file(token, filing(system, "1")).path("id");
        Response foreign = file(owner(), filing(other, "1"));
        String foreignId = foreign.path("id");
        String position = foreign.header("Event-Position");
        as(token).get(COMPLAINTS + "/" + own).then().statusCode(200);
        as(token).get(COMPLAINTS + "/" + foreignId).then().statusCode(404);
        await("its own case in the list", () -> references(token, null).contains("1"));
        assertEquals(List.of(own), Http.each("items.id", token, position));
        assertEquals(List.of(own), Http.each("items.id", token, position, "sourceSystem", other));
    }

    // Reading one case

    @Test
    void theCaseIsAskedAsItWasRecorded() {
        clock.fix(NOW);
        String id = file(agent(), filing(freshSystem("as-of"), "1")).path("id");
        give(agent(), id, "correct", "{\"reason\": \"登记有误\", \"severity\": \"major\", \"note\": \"依据送货单\"}");
        give(Tokens.of("quality"), id, "accept", "{}");
        Response history = as(agent()).get(COMPLAINTS + "/" + id + "/history");
        history.then()
                .statusCode(200)
                .body("items.sequence", contains(1, 2, 3))
                .body("items.type", contains("complaint-registered", "complaint-corrected", "complaint-accepted"))
                .body("items[0].occurredAt", equalTo("2026-03-02T00:30:00Z"))
                .body("items[1].actor.id", equalTo("agent"))
                .body("items[1].data.reason", equalTo("登记有误"))
                .body("items[1].data.note", equalTo("依据送货单"))
                .body("items[2].actor.id", equalTo("quality"));
        List<String> recorded = history.jsonPath().getList("items.recordedAt", String.class);
        asOf(id, recorded.get(0))
                .then()
                .body("version", equalTo(1))
                .body("severity", equalTo("ordinary"))
                .header("ETag", "\"1\"");
        asOf(id, recorded.get(1)).then().body("version", equalTo(2)).body("severity", equalTo("major"));
        asOf(id, recorded.get(2)).then().body("status", equalTo("accepted"));
        as(agent())
                .queryParam("asOf", "2020-01-01T00:00:00Z")
                .get(COMPLAINTS + "/" + id)
                .then()
                .statusCode(404);
        as(agent())
                .queryParam("asOf", "yesterday")
                .get(COMPLAINTS + "/" + id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/asOf"));
    }

    private static Response asOf(String id, String instant) {
        Response response = as(agent()).queryParam("asOf", instant).get(COMPLAINTS + "/" + id);
        response.then().statusCode(200);
        return response;
    }

    @Test
    void whatIsNotThereIsNotFound() {
        as(agent()).get(COMPLAINTS + "/" + UNKNOWN).then().statusCode(404);
        as(agent()).get(COMPLAINTS + "/" + UNKNOWN + "/history").then().statusCode(404);
        as(agent()).get(COMPLAINTS + "/no-id").then().statusCode(404);
    }

    // The list

    @Test
    void everyFilterFindsItsCases() {
        String system = freshSystem("filters");
        file(owner(), filing(system, "plain"));
        file(
                owner(),
                filing(
                        system,
                        "rich",
                        "channel",
                        "\"phone\"",
                        "severity",
                        "\"major\"",
                        "category",
                        "\"service\"",
                        "product",
                        PRODUCT,
                        "customer",
                        "{\"id\": \"" + system + "-K\", \"name\": \"王芳\", \"phone\": \"139\"}",
                        "receivedAt",
                        "\"2026-03-05T00:00:00+08:00\"",
                        "description",
                        "\"滚筒轴承断裂 100%_停机\""));
        Response late = file(
                owner(),
                filing(
                        system,
                        "fresh",
                        "demand",
                        "null",
                        "receivedAt",
                        "\"" + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\""));
        String position = give(owner(), late.path("id"), "correct", "{\"reason\": \"补充\", \"description\": \"冷凝水渗漏\"}")
                .header("Event-Position");
        record Case(String parameter, String value, Set<String> expected) {}
        for (Case each : List.of(
                new Case("status", "registered", Set.of("plain", "rich")),
                new Case("status", "clarifying", Set.of("fresh")),
                new Case("status", "accepted", Set.of()),
                new Case("severity", "major", Set.of("rich")),
                new Case("category", "service", Set.of("rich")),
                new Case("product", "干燥机", Set.of("rich")),
                new Case("customerId", system + "-K", Set.of("rich")),
                new Case("channel", "phone", Set.of("rich")),
                new Case("channel", "web", Set.of("plain", "fresh")),
                new Case("overdue", "true", Set.of("plain", "rich")),
                new Case("overdue", "false", Set.of("fresh")),
                new Case("reference", "plain", Set.of("plain")),
                new Case("receivedFrom", "2026-03-05", Set.of("rich", "fresh")),
                new Case("receivedFrom", "2026-03-04T16:00:00.000001Z", Set.of("fresh")),
                new Case("receivedTo", "2026-03-05", Set.of("plain")),
                new Case("receivedTo", "2026-03-05T00:00:01+08:00", Set.of("plain", "rich")),
                new Case("q", "滚筒 断裂", Set.of("rich")),
                new Case("q", "王芳", Set.of("rich")),
                new Case("q", "sn-1", Set.of("rich")),
                new Case("q", "异响", Set.of("plain", "fresh")),
                new Case("q", "渗漏", Set.of("fresh")),
                new Case("q", "100%_", Set.of("rich")),
                new Case("q", "100_", Set.of()),
                new Case("q", "!", Set.of()))) {
            List<String> found = references(owner(), position, "sourceSystem", system, each.parameter(), each.value());
            assertEquals(each.expected(), new HashSet<>(found), each.parameter() + "=" + each.value());
            assertEquals(each.expected().size(), found.size(), each.parameter() + "=" + each.value());
        }
        assertEquals(
                Set.of("rich"),
                new HashSet<>(references(
                        owner(),
                        position,
                        "sourceSystem",
                        system,
                        "status",
                        "registered",
                        "overdue",
                        "true",
                        "q",
                        "轴承")));
    }

    @Test
    void aLostAnswerIsFoundBySourceAndReference() {
        String system = freshSystem("lookup");
        Response filed = file(owner(), filing(system, "A-1"));
        file(owner(), filing(system, "A-2"));
        as(owner())
                .header("If-Projection-At-Least", filed.header("Event-Position"))
                .queryParam("sourceSystem", system)
                .queryParam("reference", "A-1")
                .get(COMPLAINTS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(filed.path("id")))
                .body("items[0].number", equalTo(filed.path("number")))
                .body("next", nullValue());
    }

    @Test
    void pagesFollowOnEachOtherWithoutGapOrRepeat() {
        String system = freshSystem("pages");
        List<String> oldestFirst = new ArrayList<>();
        String position = "";
        for (int i = 0; i < 23; i++) {
            // Every third was received at the same instant as the one before it.
            String at = "\"2026-03-02T08:%02d:00+08:00\"".formatted(i - (i % 3 == 2 ? 1 : 0));
            position = file(owner(), filing(system, "P-" + i, "receivedAt", at)).header("Event-Position");
            oldestFirst.add("P-" + i);
        }
        // Positions are of one partition each; the last row of all is awaited by its reference.
        await(
                "all rows",
                () -> references(owner(), null, "sourceSystem", system).size() == 23);
        for (String limit : List.of("1", "2", "5", "23", "200")) {
            List<String> up =
                    references(owner(), position, "sourceSystem", system, "limit", limit, "sort", "receivedAt");
            assertEquals(oldestFirst, up, "limit " + limit);
            List<String> down = new ArrayList<>(references(owner(), position, "sourceSystem", system, "limit", limit));
            assertEquals(
                    down, references(owner(), position, "sourceSystem", system, "limit", limit, "sort", "-receivedAt"));
            Collections.reverse(down);
            assertEquals(oldestFirst, down, "limit " + limit);
            assertEquals(
                    oldestFirst,
                    references(owner(), position, "sourceSystem", system, "limit", limit, "sort", "dueAt"));
        }
        as(owner())
                .queryParam("sourceSystem", system)
                .queryParam("limit", 2)
                .get(COMPLAINTS)
                .then()
                .header("Link", containsString("rel=\"next\""))
                .header("Link", containsString("after="));
    }

    @Test
    void whatIsDueIsSortedByWhenAndARepliedCaseIsDueToBeClosed() {
        String system = freshSystem("due");
        String first = file(owner(), filing(system, "late")).path("id");
        file(owner(), filing(system, "later", "receivedAt", "\"2026-03-03T08:30:00+08:00\""));
        String replied = file(owner(), filing(system, "replied")).path("id");
        give(owner(), replied, "ask-clarification", "{\"question\": \"批号？\"}");
        await(
                "the reply",
                () -> references(owner(), null, "sourceSystem", system, "status", "clarifying")
                        .equals(List.of("replied")));
        assertEquals(
                List.of("late", "later", "replied"),
                references(owner(), null, "sourceSystem", system, "sort", "dueAt"));
        as(owner())
                .queryParam("sourceSystem", system)
                .queryParam("sort", "dueAt")
                .get(COMPLAINTS)
                .then()
                .body("items[0].id", equalTo(first))
                .body("items[0].overdue", equalTo(true))
                .body("items[0].nextDueAt", equalTo("2026-03-03T00:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "status,open",
        "channel,pigeon",
        "overdue,yes",
        "sort,number",
        "limit,0",
        "limit,201",
        "limit,many",
        "after,nonsense",
        "receivedFrom,2026-02-30",
        "receivedTo,soon",
        "colour,red"
    })
    void aWrongParameterIsNamed(String parameter, String value) {
        as(owner())
                .queryParam(parameter, value)
                .get(COMPLAINTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/" + parameter));
    }

    @Test
    void aCursorBelongsToItsSort() {
        String system = freshSystem("cursor");
        file(owner(), filing(system, "1"));
        file(owner(), filing(system, "2"));
        await(
                "two rows",
                () -> references(owner(), null, "sourceSystem", system).size() == 2);
        String next = as(owner())
                .queryParam("sourceSystem", system)
                .queryParam("limit", 1)
                .get(COMPLAINTS)
                .path("next");
        as(owner())
                .queryParam("sort", "dueAt")
                .queryParam("after", next)
                .get(COMPLAINTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/after"));
    }

    @Test
    void aPositionMustBeOneOfOurs() {
        for (String position : List.of("nonsense", "Zm9sbG93dXAtZXZlbnRzfDB8MS4xLjE")) {
            as(owner())
                    .header("If-Projection-At-Least", position)
                    .get(COMPLAINTS)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/If-Projection-At-Least"));
        }
    }

    // Two people, lost answers

    @Test
    void nobodyOverwritesAnother() {
        clock.fix(NOW);
        String id = file(agent(), filing(freshSystem("if-match"), "1")).path("id");
        as(agent())
                .header("If-Match", "\"1\"")
                .body("{\"reason\": \"登记有误\", \"severity\": \"major\"}")
                .post(COMPLAINTS + "/" + id + "/correct")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        as(agent())
                .header("If-Match", "\"1\"")
                .body("{}")
                .post(COMPLAINTS + "/" + id + "/accept")
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .header("ETag", "\"2\"")
                .body("type", equalTo("/problems/stale-version"));
        as(agent())
                .header("If-Match", "2")
                .body("{}")
                .post(COMPLAINTS + "/" + id + "/accept")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/If-Match"));
        as(agent())
                .header("If-Match", "*")
                .body("{}")
                .post(COMPLAINTS + "/" + id + "/accept")
                .then()
                .statusCode(200);
    }

    @Test
    void aRetriedFilingHasOneEffect() {
        clock.fix(NOW);
        String system = freshSystem("retry");
        String key = UUID.randomUUID().toString();
        Response first = as(owner())
                .header("Idempotency-Key", key)
                .body(filing(system, "1"))
                .post(COMPLAINTS);
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        Response again = as(owner())
                .header("Idempotency-Key", key)
                .body(filing(system, "1"))
                .post(COMPLAINTS);
        again.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", equalTo(first.header("Location")))
                .header("ETag", "\"1\"")
                .header("Event-Position", equalTo(first.header("Event-Position")));
        assertEquals(first.asString(), again.asString());
        as(owner())
                .header("Idempotency-Key", key)
                .body(filing(system, "2"))
                .post(COMPLAINTS)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/idempotency-key-reused"));
        as(Tokens.named("somebody-else", "complaint-owner"))
                .header("Idempotency-Key", key)
                .body(filing(system, "3"))
                .post(COMPLAINTS)
                .then()
                .statusCode(201);
        as(owner())
                .header("Idempotency-Key", "with blanks")
                .body(filing(system, "4"))
                .post(COMPLAINTS)
                .then()
                .statusCode(400);
    }

    /** Rows of this size PostgreSQL would compress by itself, which costs more than to write them. */
    @Test
    void whatAFilingWritesIsNotCompressed() throws SQLException {
        clock.fix(NOW);
        String id = as(owner())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(filing(freshSystem("plain"), "1", "description", '"' + "运行时有异响".repeat(50) + '"'))
                .post(COMPLAINTS)
                .path("id");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select pg_column_size(e), pg_column_compression(e.data), pg_column_size(k), pg_column_compression(k.answer) "
                                + "from event e join idempotency_key k using (stream) where stream = '" + id + "'")) {
            assertTrue(rows.next());
            assertTrue(rows.getInt(1) > 2048 && rows.getInt(3) > 2048, rows.getInt(1) + " and " + rows.getInt(3));
            assertNull(rows.getString(2));
            assertNull(rows.getString(4));
        }
    }

    @Test
    void aRetriedVerbHasOneEffect() {
        clock.fix(NOW);
        String id = file(agent(), filing(freshSystem("retry-verb"), "1")).path("id");
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            as(agent())
                    .header("Idempotency-Key", key)
                    .body("{\"question\": \"批号？\"}")
                    .post(COMPLAINTS + "/" + id + "/ask-clarification")
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", i == 0 ? nullValue() : equalTo("true"))
                    .body("version", equalTo(2));
        }
        as(agent())
                .header("Idempotency-Key", key)
                .body("{\"question\": \"型号？\"}")
                .post(COMPLAINTS + "/" + id + "/ask-clarification")
                .then()
                .statusCode(422);
        as(agent()).get(COMPLAINTS + "/" + id).then().body("version", equalTo(2));
    }

    @Test
    void theSameReferenceIsTheSameCase() {
        clock.fix(NOW);
        String system = freshSystem("natural");
        String id = file(owner(), filing(system, "A-1")).path("id");
        give(owner(), id, "accept", "{}");
        as(owner())
                .body(filing(system, "A-1"))
                .post(COMPLAINTS)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("status", equalTo("accepted"))
                .body("version", equalTo(2))
                .header("ETag", "\"2\"");
        as(owner())
                .body(filing(system, "A-1", "description", "\"另一件事\""))
                .post(COMPLAINTS)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/complaint-already-filed"))
                .body("detail", equalTo(COMPLAINTS + "/" + id))
                .header("Location", containsString(id))
                .header("Link", containsString(id));
        file(owner(), filing(freshSystem("natural"), "A-1"));
    }

    @Test
    void twinsMakeOneCaseAndAStormOfFilingsNumbersAll() throws InterruptedException, ExecutionException {
        String system = freshSystem("twins");
        String key = UUID.randomUUID().toString();
        List<Callable<Response>> requests = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            requests.add(() -> as(owner())
                    .header("Idempotency-Key", key)
                    .body(filing(system, "twin"))
                    .post(COMPLAINTS));
        }
        for (int i = 0; i < 30; i++) {
            String reference = "storm-" + i;
            requests.add(() -> as(owner()).body(filing(system, reference)).post(COMPLAINTS));
        }
        Set<String> ids = new TreeSet<>();
        Set<String> numbers = new TreeSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Response> answer : threads.invokeAll(requests)) {
                answer.get().then().statusCode(201);
                ids.add(answer.get().path("id"));
                numbers.add(answer.get().path("number"));
            }
        }
        assertEquals(31, ids.size());
        assertEquals(31, numbers.size());
    }

    // The log

    @Test
    void theFeedHasEveryEventInOrderAndTheSeriesHasNoGap() throws SQLException {
        String last = file(owner(), filing(freshSystem("feed"), "1")).path("id");
        give(owner(), last, "accept", "{}");
        await(
                "the relay",
                () -> !feed(event -> event.get("subject").asText().equals(last)
                                && event.get("type").asText().equals("huiyin.complaint-accepted.v1"))
                        .isEmpty());
        Map<String, Integer> sequences = new HashMap<>();
        Position before = Position.START;
        Map<String, Set<Long>> serials = new HashMap<>();
        for (JsonNode event : feed(event -> true)) {
            Position position = Position.parse(event.get("position").asText());
            assertTrue(position.isAfter(before));
            before = position;
            String subject = event.get("subject").asText();
            int sequence = Integer.parseInt(event.get("sequence").asText());
            assertEquals(sequences.getOrDefault(subject, 0) + 1, sequence, subject);
            sequences.put(subject, sequence);
            assertEquals("1.0", event.get("specversion").asText());
            assertEquals("/complaint-service", event.get("source").asText());
            assertFalse(Instant.parse(event.get("recordedtime").asText()).isAfter(Instant.now()));
            JsonNode number = event.get("data").path("number");
            boolean gives = sequence == 1;
            if (gives && number.isTextual()) {
                String text = number.asText();
                int prefix = text.startsWith("I") ? 5 : 4;
                assertTrue(
                        serials.computeIfAbsent(text.substring(0, prefix), each -> new TreeSet<>())
                                .add(Long.valueOf(text.substring(prefix))),
                        text + " was given twice");
            }
        }
        declaredGaps(serials);
        assertFalse(serials.isEmpty());
        serials.forEach(
                (prefix, given) -> assertEquals((long) given.size(), Collections.max(given), prefix + " has a gap"));
    }

    /** Numbers that a person left out on purpose are no gap. */
    private void declaredGaps(Map<String, Set<Long>> serials) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet gaps = statement.executeQuery("select series, first, last from number_gap")) {
            while (gaps.next()) {
                String series = gaps.getString(1);
                Set<Long> given = serials.get(series.substring(series.indexOf(':') + 1));
                for (long serial = gaps.getLong(2); given != null && serial <= gaps.getLong(3); serial++) {
                    assertTrue(given.add(serial), series + " " + serial + " was given though left out");
                }
            }
        }
    }

    // The API document

    private static JsonNode document() {
        return EventJson.read(
                RestAssured.given()
                        .queryParam("format", "json")
                        .get("/q/openapi")
                        .asString(),
                JsonNode.class);
    }

    @Test
    void theApiDocumentSaysWhatItIs() {
        JsonNode document = document();
        assertEquals("Huiyin complaint-service", document.at("/info/title").asText());
        assertEquals("1", document.at("/info/version").asText());
        assertEquals(
                "http", document.at("/components/securitySchemes/bearer/type").asText());
        assertEquals(
                "bearer",
                document.at("/components/securitySchemes/bearer/scheme").asText());
        assertEquals(
                "JWT",
                document.at("/components/securitySchemes/bearer/bearerFormat").asText());
    }

    @Test
    void everyOperationIsNamedSummedUpAndShown() {
        List<String> lacking = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        document()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode operation = method.getValue();
                    String name = method.getKey() + " " + path.getKey();
                    if (!operation.hasNonNull("operationId") || !operation.hasNonNull("summary")) {
                        lacking.add(name + ": operationId or summary");
                    }
                    if (!ids.add(operation.path("operationId").asText())) {
                        lacking.add(name + ": an operationId of its own");
                    }
                    if (!operation.at("/security/0").has("bearer")) {
                        lacking.add(name + ": security");
                    }
                    operation.at("/requestBody/content").properties().forEach(type -> {
                        if (!type.getValue().hasNonNull("example")) {
                            lacking.add(name + ": request example of " + type.getKey());
                        }
                    });
                    operation.get("responses").properties().forEach(response -> {
                        if (response.getKey().startsWith("2")) {
                            response.getValue().path("content").properties().forEach(type -> {
                                if (!type.getKey().endsWith("json")) {
                                    lacking.add(name + ": JSON, not " + type.getKey());
                                }
                                if (!type.getValue().hasNonNull("example")) {
                                    lacking.add(name + ": answer example of " + type.getKey());
                                }
                            });
                        }
                    });
                }));
        assertEquals(List.of(), lacking);
        assertEquals(
                "#/components/schemas/ComplaintAnswer",
                document()
                        .at("/paths/~1v1~1complaints/post/responses/201/content/application~1json/schema/$ref")
                        .asText());
        assertTrue(
                document().at("/paths/~1v1~1complaint-imports/post/responses").has("202"));
        assertTrue(
                ids.containsAll(Set.of("file-complaint", "complaints", "import-complaints", "events", "dead-letters")));
    }

    @Test
    void theExamplesAreWhatTheServiceAnswers() throws IOException {
        clock.fix(EXAMPLE);
        String first = answered("file-complaint", COMPLAINTS, 201, freshSystem("example"));
        answered("accept-complaint", COMPLAINTS + "/" + first + "/accept", 200, "");
        String second = answered("file-complaint", COMPLAINTS, 201, freshSystem("example"));
        answered("correct-complaint", COMPLAINTS + "/" + second + "/correct", 200, "");
        answered("decline-complaint", COMPLAINTS + "/" + second + "/decline", 200, "");
        String third = answered("file-complaint", COMPLAINTS, 201, freshSystem("example"));
        answered("ask-clarification", COMPLAINTS + "/" + third + "/ask-clarification", 200, "");
        answered("clarify-complaint", COMPLAINTS + "/" + third + "/clarify", 200, "");
        Response shown = as(owner()).get(COMPLAINTS + "/" + first);
        assertEquals(shape("", example("complaint.json")), shape("", EventJson.read(shown.asString(), JsonNode.class)));
        await(
                "the list",
                () -> references(owner(), null, "q", "异响", "status", "accepted").size() > 0);
        JsonNode list = EventJson.read(
                as(owner()).queryParam("status", "accepted").get(COMPLAINTS).asString(), JsonNode.class);
        assertTrue(shape("", example("complaints.json").get("items").get(0))
                .containsAll(shape("", list.get("items").get(0))));
        String handler = Tokens.named("wang", "agent");
        await("the inbox", () -> told(handler, first).path("items").size() > 0);
        Response confirmed = as(handler).post("/v1/notifications/" + first + ".2.1/read");
        assertEquals(
                shape("", example("read-notification.json")),
                shape("", EventJson.read(confirmed.asString(), JsonNode.class)));
        await("the reading", () -> !told(handler, first).at("/items/0/unread").asBoolean());
        assertEquals(
                shape("", example("notifications.json").at("/items/1")),
                shape("", told(handler, first).at("/items/0")));
        JsonNode history = EventJson.read(
                as(owner()).get(COMPLAINTS + "/" + first + "/history").asString(), JsonNode.class);
        assertEquals(
                shape("", example("complaint-history.json").get("items").get(1)),
                shape("", history.get("items").get(1)));
    }

    private static JsonNode told(String token, String complaint) {
        return EventJson.read(
                as(token)
                        .queryParam("complaintId", complaint)
                        .get("/v1/notifications")
                        .asString(),
                JsonNode.class);
    }

    /** Posts an operation's example request and compares the answer with its example answer, field by field. */
    private static String answered(String operation, String path, int status, String system) throws IOException {
        String body = example(operation + ".request.json").toString();
        Response response = as(owner())
                .body(system.isEmpty() ? body : body.replace("crm-7", system))
                .post(path);
        response.then().statusCode(status);
        assertEquals(
                shape("", example(operation + ".json")),
                shape("", EventJson.read(response.asString(), JsonNode.class)),
                operation);
        return response.path("id");
    }

    private static JsonNode example(String file) throws IOException {
        try (InputStream in = ComplaintApiTest.class.getResourceAsStream("/openapi/" + file)) {
            assertNotNull(in, file);
            return EventJson.tolerant().readTree(in);
        }
    }

    /** The paths of all fields. */
    private static Set<String> shape(String at, JsonNode node) {
        Set<String> paths = new TreeSet<>();
        node.properties().forEach(field -> {
            paths.add(at + "/" + field.getKey());
            paths.addAll(shape(at + "/" + field.getKey(), field.getValue()));
        });
        for (JsonNode item : node.isArray() ? node : EventJson.tolerant().createArrayNode()) {
            paths.addAll(shape(at + "/*", item));
        }
        return paths;
    }

    @Test
    @Tag("CMP-28")
    @DisplayName("CMP-28, G10: what a limit brings comes by itself, once each, in order, and the limit explains itself")
    void aLimitThatPassesIsToldByTime() {
        clock.fix(NOW);
        String system = freshSystem("time");
        String id = file(Tokens.of("admin"), filing(system, "1")).path("id");
        clock.fix(NOW.plus(Duration.ofHours(25)));

        await("five are told", () -> types(id).size() == 6);
        assertEquals(
                List.of(
                        "complaint-registered",
                        "complaint-deadline-approached",
                        "complaint-deadline-approached",
                        "complaint-deadline-breached",
                        "complaint-overdue-escalated",
                        "complaint-deadline-breached"),
                types(id));
        as(Tokens.of("agent"))
                .get(COMPLAINTS + "/" + id + "/history")
                .then()
                .body("items[1].occurredAt", equalTo("2026-03-02T20:30:00Z"))
                .body("items[3].occurredAt", equalTo("2026-03-03T00:30:00Z"))
                .body("items[4].occurredAt", equalTo("2026-03-03T00:30:00Z"))
                .body("items[4].data.role", equalTo("department-head"))
                .body("items[4].actor.id", equalTo("time"))
                .body("items[5].data.milestone", equalTo("accept"));
        as(Tokens.of("agent"))
                .get(COMPLAINTS + "/" + id)
                .then()
                .body("deadlines[0].breached", equalTo(true))
                .body("deadlines.find { it.milestone == 'close' }.breached", equalTo(false));
        as(Tokens.of("agent"))
                .get(COMPLAINTS + "/" + id + "/deadlines/first-reply")
                .then()
                .statusCode(200)
                .body("state", equalTo("running"))
                .body("dueAt", equalTo("2026-03-03T00:30:00Z"))
                .body("used", equalTo("PT24H"))
                .body("left", equalTo("PT0S"))
                .body("overdue", equalTo(true))
                .body("overdueBy", equalTo("PT1H30M"))
                .body("segments[0].reason", equalTo("running"))
                .body("segments[1].reason", equalTo("overdue"));
        as(Tokens.of("agent"))
                .get(COMPLAINTS + "/" + id + "/deadlines/step")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/deadline-not-found"));
        as(Tokens.of("agent"))
                .body("{}")
                .post(COMPLAINTS + "/" + id + "/hand-over")
                .then()
                .statusCode(409)
                .body("rule", equalTo("CMP-26"));
    }

    @Test
    @Tag("CMP-23")
    @Tag("CMP-27")
    @Tag("CMP-29")
    @DisplayName(
            "CMP-23, CMP-27, CMP-29: a visit, a trace and another date, each with its field named where it is wrong")
    void theMilestonesOnTheWay() {
        clock.fix(NOW);
        String id = file(Tokens.of("admin"), filing(freshSystem("way"), "1")).path("id");
        verb(id, "request-visit", "{\"kind\": \"rescue\"}").statusCode(400).body("errors[0].pointer", equalTo("/kind"));
        verb(id, "record-arrival", "{}").statusCode(409).body("rule", equalTo("CMP-23"));
        verb(id, "request-visit", "{\"distanceKm\": 12}")
                .statusCode(200)
                .body("deadlines.find { it.milestone == 'on-site' }.dueAt", equalTo("2026-03-04T01:00:00Z"));
        verb(id, "record-arrival", "{}")
                .statusCode(200)
                .body("deadlines.find { it.milestone == 'on-site' }.met", equalTo(true));
        verb(id, "track-result", "{\"text\": \"配件在途\"}").statusCode(400).body("errors[0].pointer", equalTo("/inPlace"));
        verb(id, "track-result", "{\"inPlace\": false, \"text\": \"配件在途\"}")
                .statusCode(200)
                .body("deadlines.find { it.milestone == 'track' }.met", equalTo(true));
        verb(id, "agree-date", newDate("+300000-01-01T00:00:00Z"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/dueAt"));
        verb(id, "agree-date", newDate("2026-03-20T18:00:00+08:00"))
                .statusCode(200)
                .body("deadlines.find { it.milestone == 'close' }.dueAt", equalTo("2026-03-20T10:00:00Z"));
        as(Tokens.of("agent"))
                .get(COMPLAINTS + "/" + id + "/deadlines/close")
                .then()
                .body("promisedDueAt", equalTo("2026-03-08T01:00:00Z"))
                .body("dueAt", equalTo("2026-03-20T10:00:00Z"));
    }

    private static ValidatableResponse verb(String id, String verb, String body) {
        return as(Tokens.of("agent"))
                .body(body)
                .post(COMPLAINTS + "/" + id + "/" + verb)
                .then();
    }

    private static String newDate(String dueAt) {
        return "{\"milestone\": \"close\", \"dueAt\": \"" + dueAt + "\", \"channel\": \"phone\", \"text\": \"配件周一到货\"}";
    }

    private static List<String> types(String id) {
        return as(Tokens.of("agent")).get(COMPLAINTS + "/" + id + "/history").path("items.type");
    }
}

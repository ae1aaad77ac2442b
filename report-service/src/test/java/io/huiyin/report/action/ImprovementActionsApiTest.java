package io.huiyin.report.action;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.testing.EmbeddedStack;
import io.huiyin.kernel.testing.Tokens;
import io.huiyin.kernel.time.BusinessClock;
import io.huiyin.report.action.views.register.ActionFigures;
import io.huiyin.report.action.views.register.ActionSnapshot;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Improvement actions over HTTP, on a real PostgreSQL and a real Kafka. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class ImprovementActionsApiTest {

    private static final String PATH = "/v1/improvement-actions";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final LocalDate DUE = LocalDate.of(2099, 6, 20);

    @Inject
    BusinessClock clock;

    @Inject
    ActionFigures figures;

    @AfterEach
    void theClockRunsAgain() {
        clock.release();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static RequestSpecification quality() {
        return as(Tokens.of("quality"));
    }

    private static Response propose(String origin) {
        return quality()
                .body("{\"problem\":\"轴承座超差\",\"origin\":%s,\"requirement\":\"无同类异响\"}".formatted(origin))
                .post(PATH);
    }

    private static String proposed(String origin) {
        return propose(origin).then().statusCode(201).extract().path("id");
    }

    private static String fromComplaint() {
        return "{\"kind\":\"complaint\",\"id\":\"" + Ids.next() + "\"}";
    }

    private static Response give(String token, String id, String verb, String body) {
        return as(token).body(body).post(PATH + "/" + id + "/" + verb);
    }

    private static String assignment(String department, LocalDate due) {
        return ("{\"department\":\"%s\",\"person\":\"zhao\",\"requirement\":\"三个月内无同类异响\",\"dueOn\":\"%s\","
                        + "\"verifyingDepartment\":\"质量保证部\",\"verifier\":\"chen\"}")
                .formatted(department, due);
    }

    private static final String ZHAO = "zhao";
    private static final String DONE = "{\"result\":\"工艺卡已修订\",\"evidence\":[\"GY-118 B\"]}";

    private static Response step(int status, Response response) {
        response.then().statusCode(status);
        return response;
    }

    private String verified(String origin, String department) {
        String id = proposed(origin);
        step(200, give(Tokens.of("quality"), id, "assign", assignment(department, DUE)));
        step(200, give(Tokens.named(ZHAO, "production"), id, "start", "{}"));
        step(200, give(Tokens.named(ZHAO, "production"), id, "report-done", DONE));
        step(
                200,
                give(
                        Tokens.named("chen", "inspector"),
                        id,
                        "verify",
                        "{\"result\":\"effective\",\"effect\":\"60 件全部合格\"}"));
        return id;
    }

    /** Asks until the register has come that far: the answer is 503 until then. */
    private static Response listed(String position, String query) {
        for (int attempt = 0; attempt < 20; attempt++) {
            Response response = as(Tokens.of("leader"))
                    .header("If-Projection-At-Least", position)
                    .get(PATH + "?" + query);
            if (response.statusCode() != 503) {
                response.then().statusCode(200);
                return response;
            }
        }
        throw new AssertionError("the register does not reach " + position);
    }

    @Test
    @DisplayName("RPT-04, RPT-06, RPT-39: an action goes its way, step by step, by those who may")
    void anActionGoesItsWay() {
        String origin = fromComplaint();
        Response first = propose(origin);
        String id = first.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Event-Position", notNullValue())
                .body("status", is("proposed"))
                .body("number", startsWith("IA"))
                .body("informCustomer", is(true))
                .body("overdue", is(false))
                .body("proposedBy.id", is("quality"))
                .extract()
                .path("id");
        first.then().header("Location", containsString(PATH + "/" + id));

        Response done = step(409, give(Tokens.named(ZHAO, "production"), id, "report-done", DONE));
        done.then()
                .contentType("application/problem+json")
                .body("type", is("/problems/improvement-action-not-in-progress"))
                .body("rule", is("RPT-39"));
        step(409, give(Tokens.of("quality"), id, "close", "{}"))
                .then()
                .body("type", is("/problems/improvement-action-loop-open"))
                .body("rule", is("X-11"))
                .body("detail", is("unmet: verified as effective, director told, customer informed"));

        step(200, give(Tokens.of("quality"), id, "assign", assignment("机加工车间", DUE)))
                .then()
                .header("ETag", "\"2\"")
                .body("status", is("assigned"))
                .body("assignment.person", is("zhao"))
                .body("assignment.verifier", is("chen"))
                .body("assignment.dueOn", is(DUE.toString()));
        step(200, give(Tokens.named(ZHAO, "production"), id, "start", "{\"note\":\"先在二号线试行\"}"))
                .then()
                .body("status", is("in-progress"))
                .body("startedAt", notNullValue());
        step(200, give(Tokens.named(ZHAO, "production"), id, "report-done", DONE))
                .then()
                .body("status", is("to-verify"))
                .body("done.evidence", equalTo(List.of("GY-118 B")));
        step(409, give(Tokens.named(ZHAO, "production"), id, "verify", "{\"result\":\"effective\",\"effect\":\"好\"}"))
                .then()
                .body("type", is("/problems/improvement-action-verifier-is-responsible"))
                .body("rule", is("X-15"));
        step(409, give(Tokens.named("sun", "inspector"), id, "verify", "{\"result\":\"effective\",\"effect\":\"好\"}"))
                .then()
                .body("type", is("/problems/improvement-action-not-the-verifier"))
                .body("rule", is("RPT-04"));
        step(
                        200,
                        give(
                                Tokens.named("chen", "inspector"),
                                id,
                                "verify",
                                "{\"result\":\"ineffective\",\"effect\":\"仍有 3 件超差\"}"))
                .then()
                .body("status", is("in-progress"))
                .body("rounds[0].verdict.effective", is(false));
        step(200, give(Tokens.named(ZHAO, "production"), id, "report-done", DONE));
        String stillToVerify = Instant.now().toString();
        step(
                        200,
                        give(
                                Tokens.named("chen", "inspector"),
                                id,
                                "verify",
                                "{\"result\":\"effective\",\"effect\":\"60 件全部合格\"}"))
                .then()
                .body("status", is("verified"))
                .body("rounds.size()", is(2));
        step(200, give(Tokens.of("quality"), id, "report-to-director", "{\"director\":\"李厂长\",\"text\":\"验证有效\"}"))
                .then()
                .body("status", is("reported"))
                .body("directorTold.director", is("李厂长"));
        step(409, give(Tokens.of("quality"), id, "close", "{}")).then().body("detail", is("unmet: customer informed"));
        step(
                        200,
                        give(
                                Tokens.named("li", "complaint-owner"),
                                id,
                                "inform-customer",
                                "{\"channel\":\"phone\",\"text\":\"原因已消除\"}"))
                .then()
                .body("status", is("reported"))
                .body("customerInformed.channel", is("phone"));
        Response closed = step(200, give(Tokens.of("quality"), id, "close", "{\"note\":\"归档\"}"));
        closed.then()
                .body("status", is("closed"))
                .body("closed.remark", is("归档"))
                .body("overdue", is(false));

        assertEquals(
                closed.asString(),
                as(Tokens.of("factory-director")).get(PATH + "/" + id).asString());
        as(Tokens.of("auditor"))
                .get(PATH + "/" + id + "?asOf=" + stillToVerify)
                .then()
                .statusCode(200)
                .body("status", is("to-verify"))
                .body("overdue", nullValue());
        as(Tokens.of("auditor"))
                .get(PATH + "/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.type[0]", is("improvement-action-proposed"))
                .body("items.type", hasItem("improvement-action-found-ineffective"))
                .body("items.size()", is(10))
                .body("items[0].actor.id", is("quality"));
        listed(closed.header("Event-Position"), "status=closed&originId=" + first.path("origin.id"))
                .then()
                .body("items.id", equalTo(List.of(id)));
    }

    @Test
    @DisplayName("X-11: what was no action is cancelled")
    void anActionIsCancelled() {
        String id = proposed("{\"kind\":\"survey\",\"id\":\"2026 三季度\"}");
        give(Tokens.of("quality"), id, "cancel", "{}").then().statusCode(400).body("errors[0].pointer", is("/reason"));
        step(200, give(Tokens.of("quality"), id, "cancel", "{\"reason\":\"重复\"}"))
                .then()
                .body("status", is("cancelled"))
                .body("cancelled.remark", is("重复"));
        step(409, give(Tokens.of("quality"), id, "assign", assignment("机加工车间", DUE)))
                .then()
                .body("type", is("/problems/improvement-action-not-assignable"));
    }

    @ParameterizedTest(name = "{1} names {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                " | {} | /origin",
                " | {\"problem\":\" \",\"origin\":{\"kind\":\"review\"}} | /problem",
                " | {\"problem\":\"p\",\"origin\":{}} | /origin/kind",
                " | {\"problem\":\"p\",\"origin\":{\"kind\":\"rumour\"}} | /origin/kind",
                " | {\"problem\":\"p\",\"origin\":{\"kind\":\"report\",\"id\":\"x\"}} | /origin/id",
                " | {\"problem\":\"p\",\"origin\":{\"kind\":\"review\"},\"due\":\"2026-12-01\"} | /due",
                "/assign | {\"person\":\"a\",\"dueOn\":\"2999-12-01\",\"verifyingDepartment\":\"q\",\"verifier\":\"b\"} | /department",
                "/assign | {\"department\":\"d\",\"person\":\"a\",\"verifyingDepartment\":\"q\",\"verifier\":\"b\"} | /dueOn",
                "/assign | {\"department\":\"d\",\"person\":\"a\",\"dueOn\":\"2999-02-30\",\"verifyingDepartment\":\"q\",\"verifier\":\"b\"} | /dueOn",
                "/assign | {\"department\":\"d\",\"person\":\"a\",\"dueOn\":\"2001-12-01\",\"verifyingDepartment\":\"q\",\"verifier\":\"b\"} | /dueOn",
                "/start | {\"notes\":\"x\"} | /notes",
                "/report-done | {\"evidence\":[\"x\"]} | /result",
                "/report-done | {\"result\":\"x\",\"evidence\":[]} | /evidence",
                "/report-done | {\"result\":\"x\",\"evidence\":[\" \"]} | /evidence/0",
                "/verify | {\"result\":\"perhaps\",\"effect\":\"x\"} | /result",
                "/verify | {\"result\":\"effective\"} | /effect",
                "/report-to-director | {} | /text",
                "/inform-customer | {\"text\":\"x\"} | /channel",
                "/close | {\"note\":5} | /note",
                "/cancel | {\"reason\":\"\"} | /reason"
            })
    void whatCannotBeGivenIsNamed(String verb, String body, String pointer) {
        String address = verb == null ? PATH : PATH + "/" + proposed("{\"kind\":\"review\"}") + verb;
        as(Tokens.of("admin"))
                .body(body)
                .post(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest(name = "{0} may not {1}")
    @CsvSource({
        "agent, ''",
        "production, /assign",
        "factory-director, /start",
        "bi, /report-done",
        "agent, /verify",
        "production, /report-to-director",
        "production, /inform-customer",
        "department-head, /close",
        "department-head, /cancel",
        "auditor, /start"
    })
    void othersMayNot(String role, String verb) {
        String address = verb.isEmpty() ? PATH : PATH + "/" + Ids.next() + verb;
        as(Tokens.of(role)).body("{}").post(address).then().statusCode(403);
        given().contentType("application/json").body("{}").post(address).then().statusCode(401);
    }

    @Test
    void actionsAreReadByThoseWhoseWorkNeedsThem() {
        String id = proposed("{\"kind\":\"review\"}");
        for (String role : List.of("factory-director", "leader", "production", "auditor", "bi")) {
            as(Tokens.of(role)).get(PATH + "/" + id).then().statusCode(200).header("ETag", "\"1\"");
            as(Tokens.of(role)).get(PATH).then().statusCode(200);
        }
        as(Tokens.of("intake")).get(PATH + "/" + id).then().statusCode(403);
        as(Tokens.of("intake")).get(PATH).then().statusCode(403);
        as(Tokens.of("intake")).get(PATH + "/" + id + "/history").then().statusCode(403);
        as(Tokens.of("quality")).get(PATH + "/" + Ids.next()).then().statusCode(404);
        as(Tokens.of("quality"))
                .get(PATH + "/" + id + "?asOf=2001-01-01T00:00:00Z")
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName("G5, G6: a retry has one effect, and two people do not overwrite each other")
    void aRetryHasOneEffect() {
        String key = "propose-" + Ids.next();
        String body = "{\"problem\":\"p\",\"origin\":{\"kind\":\"review\"}}";
        Response first = quality().header("Idempotency-Key", key).body(body).post(PATH);
        Response again = quality().header("Idempotency-Key", key).body(body).post(PATH);
        first.then().statusCode(201);
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertEquals(first.asString(), again.asString());
        quality()
                .header("Idempotency-Key", key)
                .body("{\"problem\":\"other\",\"origin\":{\"kind\":\"review\"}}")
                .post(PATH)
                .then()
                .statusCode(422);
        String id = first.path("id");
        step(200, give(Tokens.of("quality"), id, "assign", assignment("机加工车间", DUE)));
        as(Tokens.named(ZHAO, "production"))
                .header("If-Match", "\"1\"")
                .body("{}")
                .post(PATH + "/" + id + "/start")
                .then()
                .statusCode(412)
                .header("ETag", "\"2\"");
    }

    @Test
    @DisplayName("RPT-39: one register with due date, owner, verifier and status, and what is overdue")
    void theRegisterIsFiltered() {
        String department = "装配-" + Ids.next();
        UUID report = Ids.next();
        String early = proposed("{\"kind\":\"report\",\"id\":\"" + report + "\"}");
        step(200, give(Tokens.of("quality"), early, "assign", assignment(department, DUE)));
        String late = proposed(fromComplaint());
        String last = step(200, give(Tokens.of("quality"), late, "assign", assignment(department, DUE.plusDays(5))))
                .header("Event-Position");
        String ours = "department=" + department;
        // Each stands in a partition of its own.
        for (int attempt = 0;
                attempt < 200 && listed(last, ours).<List<?>>path("items").size() < 2;
                attempt++) {
            Thread.onSpinWait();
        }
        listed(last, ours)
                .then()
                .body("items.id", equalTo(List.of(late, early)))
                .body("next", nullValue());
        listed(last, ours + "&sort=dueOn").then().body("items.id", equalTo(List.of(early, late)));
        listed(last, ours + "&reportId=" + report).then().body("items.id", equalTo(List.of(early)));
        listed(last, ours + "&originKind=complaint").then().body("items.id", equalTo(List.of(late)));
        listed(last, ours + "&dueBefore=" + DUE.plusDays(1)).then().body("items.id", equalTo(List.of(early)));
        listed(last, ours + "&dueFrom=" + DUE.plusDays(1)).then().body("items.id", equalTo(List.of(late)));
        listed(last, ours + "&person=zhao&verifier=chen&status=assigned").then().body("items.size()", is(2));
        listed(last, ours + "&person=nobody").then().body("items.size()", is(0));
        listed(last, ours + "&status=closed").then().body("items.size()", is(0));
        listed(last, ours + "&overdue=false").then().body("items.size()", is(2)).body("items[0].overdue", is(false));
        listed(last, ours + "&overdue=true").then().body("items.size()", is(0));

        for (String sort : List.of("-proposedAt", "dueOn")) {
            Response page = listed(last, ours + "&limit=1&sort=" + sort);
            page.then().header("Link", containsString("rel=\"next\""));
            List<String> ids = new ArrayList<>(page.<List<String>>path("items.id"));
            Response next = listed(last, ours + "&limit=1&sort=" + sort + "&after=" + page.path("next"));
            ids.addAll(next.path("items.id"));
            assertEquals(sort.equals("dueOn") ? List.of(early, late) : List.of(late, early), ids);
            next.then().body("next", nullValue());
        }

        clock.fix(DUE.plusDays(2).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
        listed(last, ours + "&overdue=true")
                .then()
                .body("items.id", equalTo(List.of(early)))
                .body("items[0].overdue", is(true));
        listed(last, ours + "&overdue=false").then().body("items.id", equalTo(List.of(late)));
        as(Tokens.of("leader")).get(PATH + "/" + early).then().body("overdue", is(true));
    }

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource({
        "status=open, /status",
        "overdue=perhaps, /overdue",
        "originKind=rumour, /originKind",
        "reportId=5, /reportId",
        "dueBefore=soon, /dueBefore",
        "dueFrom=2026-02-30, /dueFrom",
        "sort=number, /sort",
        "limit=0, /limit",
        "after=x, /after",
        "due=2026-01-01, /due"
    })
    void whatCannotBeAskedIsNamed(String query, String pointer) {
        as(Tokens.of("leader")).get(PATH + "?" + query).then().statusCode(400).body("errors[0].pointer", is(pointer));
    }

    @Test
    @DisplayName("RPT-39, K-33: what reports take from the register, now and as it was known")
    void reportsTakeTheirFigures() {
        String department = "喷涂-" + Ids.next();
        Instant before = prepared(department);
        Taken now =
                figures.read(known -> taken(known, department, null)).await().atMost(PATIENCE);
        assertEquals(Map.of(department, new ActionSnapshot.Effectiveness(2, 1)), now.effectiveness());
        assertEquals(List.of("verified", "assigned"), now.statuses());
        assertTrue(now.anyOverdue());
        assertTrue(now.positions() > 0);
        Taken then =
                figures.read(known -> taken(known, department, before)).await().atMost(PATIENCE);
        assertEquals(Map.of(), then.effectiveness());
        assertEquals(List.of(), then.statuses());
    }

    private record Taken(
            Map<String, ActionSnapshot.Effectiveness> effectiveness,
            List<String> statuses,
            boolean anyOverdue,
            int positions) {}

    private static Uni<Taken> taken(ActionSnapshot known, String department, @Nullable Instant at) {
        LocalDate later = DUE.plusDays(30);
        return known.effectivenessByDepartment(DUE, DUE.plusDays(1), at)
                .flatMap(effective -> known.open(later, false, at, 10_000)
                        .flatMap(open -> known.open(later, true, at, 10_000)
                                .flatMap(overdue -> known.counts(later, at)
                                        .flatMap(counts -> known.effectiveness(DUE, DUE.plusDays(1), at)
                                                .flatMap(all -> known.positions()
                                                        .map(positions -> {
                                                            assertEquals(
                                                                    effective.values().stream()
                                                                            .mapToLong(
                                                                                    ActionSnapshot.Effectiveness::due)
                                                                            .sum(),
                                                                    all.due());
                                                            assertEquals(open.size(), counts.open());
                                                            assertEquals(overdue.size(), counts.overdue());
                                                            effective
                                                                    .keySet()
                                                                    .removeIf(name -> !name.equals(department));
                                                            return new Taken(
                                                                    effective,
                                                                    ours(open, department),
                                                                    !ours(overdue, department)
                                                                            .isEmpty(),
                                                                    positions.size());
                                                        }))))));
    }

    private static List<String> ours(List<ActionSnapshot.Line> lines, String department) {
        return lines.stream()
                .filter(line -> department.equals(line.department()))
                .map(ActionSnapshot.Line::status)
                .toList();
    }

    /** One effective, one waiting, one cancelled, all due on the same day; answers an instant before all of them. */
    private Instant prepared(String department) {
        Instant before = Instant.now();
        verified("{\"kind\":\"review\"}", department);
        String waiting = proposed("{\"kind\":\"review\"}");
        step(200, give(Tokens.of("quality"), waiting, "assign", assignment(department, DUE)));
        String cancelled = proposed("{\"kind\":\"review\"}");
        step(200, give(Tokens.of("quality"), cancelled, "assign", assignment(department, DUE)));
        step(200, give(Tokens.of("quality"), cancelled, "cancel", "{\"reason\":\"重复\"}"));
        for (int attempt = 0; attempt < 500; attempt++) {
            List<String> statuses = as(Tokens.of("leader"))
                    .get(PATH + "?department=" + department)
                    .path("items.status");
            if (statuses.size() == 3 && statuses.containsAll(List.of("verified", "assigned", "cancelled"))) {
                return before;
            }
        }
        throw new AssertionError("the register does not come that far");
    }

    @Test
    void everyOperationIsDescribedWithAnExample() {
        String document = given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.'/v1/improvement-actions'.post.operationId", is("propose-improvement-action"))
                .body("paths", not(nullValue()))
                .extract()
                .asString();
        for (String operation : List.of(
                "propose-improvement-action",
                "assign-improvement-action",
                "start-improvement-action",
                "report-improvement-action-done",
                "verify-improvement-action",
                "report-improvement-action",
                "inform-customer-of-improvement-action",
                "close-improvement-action",
                "cancel-improvement-action",
                "improvement-action",
                "improvement-action-history",
                "improvement-actions")) {
            assertTrue(document.contains("\"operationId\" : \"" + operation + "\""), operation);
            assertTrue(
                    getClass().getResource("/openapi/" + operation + ".json") != null, operation + " has no example");
        }
    }
}

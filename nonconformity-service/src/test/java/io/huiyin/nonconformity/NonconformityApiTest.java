package io.huiyin.nonconformity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.testing.EmbeddedStack;
import io.huiyin.kernel.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class NonconformityApiTest {

    private static final String PATH = Nonconformities.PATH;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    // The whole way

    @Test
    void tenPiecesGoTheirSeparateWaysToTheClosing() {
        Response filed = as("inspector", "zheng").body("""
                { "source": "incoming-inspection", "category": "purchased-item", "severity": "minor",
                  "product": { "name": "轴承", "model": "6204", "lot": " API-1 ", "serialNumbers": ["API-S1", "API-S2"], "quantity": 10 },
                  "supplier": "苏州轴承有限公司", "location": "收货区", "finding": "游隙超差", "standard": "图纸 03" }
                """).post(PATH);
        String id = filed.path("id");
        filed.then()
                .statusCode(201)
                .header("Location", endsWith(PATH + "/" + id))
                .header("ETag", "\"1\"")
                .header("Event-Position", notNullValue())
                .body("number", matchesPattern("NC\\d{8}"))
                .body("status", equalTo("reported"))
                .body("discoverer", equalTo("zheng"))
                .body("complaintIds", empty())
                .body("undisposedQuantity", equalTo(10))
                .body("held", equalTo(false));
        assertHeld(filed, "API-1", false);

        Response segregated = give(id, "segregate", "warehouse", "{\"location\": \"不合格品区\"}");
        segregated.then().body("status", equalTo("segregated")).body("held", equalTo(true));
        assertHeld(segregated, "API-1", true);
        give(id, "confirm", "quality", "{}").then().body("status", equalTo("confirmed"));
        give(id, "classify", "quality", "{\"severity\": \"minor\"}").then().body("level", equalTo("mrb-site"));
        give(id, "convene", "quality", "{\"members\": [\"sun\", \"quality\"]}")
                .then()
                .body("status", equalTo("under-review"));
        refused(
                id,
                "propose-disposition",
                as("quality"),
                "{\"disposition\": \"rework\", \"reason\": \"可返工\"}",
                "NCR-19");
        refused(id, "opine", as("engineering", "he"), "{\"opinion\": \"可返工\", \"vote\": \"agree\"}", "NCR-20");
        give(id, "opine", as("engineering", "sun"), "{\"opinion\": \"六件可返工\", \"vote\": \"agree\"}")
                .then()
                .body("review.opinions.member", contains("sun"));

        Response rework = give(
                id,
                "propose-disposition",
                "quality",
                "{\"disposition\": \"rework\", \"reason\": \"可返工\", \"quantity\": 6}");
        rework.then().body("status", equalTo("under-review")).body("undisposedQuantity", equalTo(4));
        String a = rework.path("dispositions[0].dispositionId");
        refused(
                id,
                "propose-disposition",
                as("quality"),
                "{\"disposition\": \"scrap\", \"reason\": \"无法修复\", \"quantity\": 5}",
                "NCR-22");
        Response scrap =
                give(id, "propose-disposition", "quality", "{\"disposition\": \"scrap\", \"reason\": \"无法修复\"}");
        scrap.then()
                .body("status", equalTo("disposition-proposed"))
                .body("dispositions.quantity", contains(6, 4))
                .body("undisposedQuantity", equalTo(0));
        String b = scrap.path("dispositions[1].dispositionId");
        refused(id, "execute", as("production"), "{\"dispositionId\": \"" + a + "\", \"result\": \"已返工\"}", "NCR-32");

        give(id, "return", "mrb-site", "{\"dispositionId\": \"" + b + "\", \"opinion\": \"先核实\"}")
                .then()
                .body("status", equalTo("under-review"))
                .body("dispositions.status", contains("proposed", "returned"));
        Response again =
                give(id, "propose-disposition", "quality", "{\"disposition\": \"scrap\", \"reason\": \"已核实\"}");
        String c = again.path("dispositions[2].dispositionId");
        give(id, "approve", "mrb-site", "{\"opinion\": \"同意\"}")
                .then()
                .body("status", equalTo("disposition-approved"))
                .body("dispositions.approvedAs", contains("mrb-site", null, "mrb-site"));

        as("production")
                .body("{\"result\": \"已返工\"}")
                .post(PATH + "/" + id + "/execute")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/dispositionId"));
        give(id, "execute", as("production", "wu"), "{\"dispositionId\": \"" + a + "\", \"result\": \"六件已返工\"}")
                .then()
                .body("status", equalTo("disposition-approved"))
                .body("dispositions[0].status", equalTo("reinspection"));
        give(id, "execute", as("warehouse"), "{\"result\": \"四件已报废\"}")
                .then()
                .body("status", equalTo("executed"))
                .body("dispositions[2].executor", equalTo("warehouse"));
        refused(id, "verify", as("quality"), "{\"dispositionId\": \"" + a + "\"}", "NCR-35");
        refused(id, "reinspect", as("inspector", "wu"), "{\"result\": \"pass\"}", "X-15");
        give(id, "reinspect", as("inspector"), "{\"result\": \"fail\", \"evidence\": \"两件仍超差\"}")
                .then()
                .body("status", equalTo("under-review"))
                .body("undisposedQuantity", equalTo(6))
                .body("dispositions.status", contains("failed", "returned", "executed"))
                .body("dispositions[0].inspector", equalTo("inspector"));
        refused(
                id,
                "propose-disposition",
                as("quality"),
                "{\"disposition\": \"scrap\", \"reason\": \"仍超差\"}",
                "NCR-19");
        give(id, "opine", as("engineering", "sun"), "{\"opinion\": \"改为修理\", \"vote\": \"agree\"}");
        String d = give(id, "propose-disposition", "quality", "{\"disposition\": \"repair\", \"reason\": \"更换保持架\"}")
                .path("dispositions[3].dispositionId");
        give(id, "approve", "mrb-company", "{}").then().body("dispositions[3].approvedAs", equalTo("mrb-company"));
        give(id, "execute", as("production", "wu"), "{\"dispositionId\": \"" + d + "\", \"result\": \"已修理\"}");
        give(id, "verify", "quality", "{\"dispositionId\": \"" + c + "\"}")
                .then()
                .body("status", equalTo("reinspection"));
        refused(id, "close", as("leader"), "{}", "X-11");
        give(id, "reinspect", "quality", "{\"result\": \"pass\", \"evidence\": \"复检报告\"}")
                .then()
                .body("status", equalTo("verified"))
                .body("dispositions[3].evidence", equalTo("复检报告"));
        Response closed = give(id, "close", "management-rep", "{\"note\": \"同意\"}");
        closed.then()
                .body("status", equalTo("closed"))
                .body("closedBy", equalTo("management-rep"))
                .body("held", equalTo(false));
        assertHeld(closed, "API-1", false);
        refused(id, "close", as("leader"), "{}", "X-11");

        as("auditor")
                .get(PATH + "/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.type", hasItem("nonconformity-reinspection-failed"))
                .body("items.type[-2]", equalTo("nonconformity-verified"))
                .body("items.type[-1]", equalTo("nonconformity-closed"))
                .body("items[1].data.lot", equalTo(" API-1 "))
                .body("items[1].actor.id", equalTo("warehouse"));
        as("quality")
                .header("If-Projection-At-Least", closed.header("Event-Position"))
                .queryParam("lot", "API-1")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("closed"))
                .body(
                        "items[0].version",
                        equalTo(Integer.parseInt(closed.path("version").toString())))
                .body("items[0].severity", equalTo("minor"))
                .body("items[0].lot", equalTo("API-1"))
                .body("items[0].held", equalTo(false));
    }

    @Test
    void aSuspectItemIsHeldUntilItIsCleared() {
        Response filed = file("{\"lot\": \"API-2\", \"serialNumbers\": [\"API-2-S\"]}");
        String id = filed.path("id");
        give(id, "segregate", "production", "{\"location\": \"待检区\"}");
        Response cleared = give(id, "clear", "quality", "{\"reason\": \"复测合格\"}");
        cleared.then()
                .body("status", equalTo("cleared"))
                .body("clearedBecause", equalTo("复测合格"))
                .body("held", equalTo(false));
        assertHeld(cleared, "API-2", false);
        refused(id, "confirm", as("quality"), "{}", "X-11");
    }

    @Test
    @Tag("NCR-08")
    void aSerialNumberIsHeldByEachNonconformityThatNamesIt() {
        Response one = file("{\"lot\": \"API-3\", \"serialNumbers\": [\" API-3-S \", \"API-3-T\"]}");
        Response two = file("{\"serialNumbers\": [\"API-3-S\"]}");
        give(one.path("id"), "segregate", "quality", "{\"location\": \"A\"}");
        Response last = give(two.path("id"), "segregate", "quality", "{\"location\": \"B\"}");
        as("warehouse")
                .header("If-Projection-At-Least", last.header("Event-Position"))
                .queryParam("serialNumber", " API-3-S")
                .get("/v1/holds");
        awaitThat(
                "both hold it",
                () -> as("warehouse")
                                .queryParam("serialNumber", " API-3-S")
                                .get("/v1/holds")
                                .jsonPath()
                                .getList("nonconformityIds")
                                .size()
                        == 2);
        as("warehouse")
                .queryParam("lot", "API-3")
                .queryParam("serialNumber", "nobody's")
                .get("/v1/holds")
                .then()
                .statusCode(200)
                .body("held", equalTo(true))
                .body("nonconformityIds", contains((String) one.path("id")));
        as("warehouse")
                .queryParam("lot", "API-3-S")
                .get("/v1/holds")
                .then()
                .body("held", equalTo(false))
                .body("nonconformityIds", empty());
    }

    @ParameterizedTest
    @CsvSource({"lot, ' '", "serialNumber, ' '", "batch, 1"})
    void aQuestionForNoHoldIsMalformed(String parameter, String value) {
        as("warehouse")
                .queryParam(parameter, value)
                .get("/v1/holds")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/" + parameter));
    }

    @Test
    void aHoldIsAskedForByLotOrSerialNumber() {
        as("warehouse").get("/v1/holds").then().statusCode(400);
        given().queryParam("lot", "x").get("/v1/holds").then().statusCode(401);
        as("bi").queryParam("lot", "x").get("/v1/holds").then().statusCode(403);
    }

    // Filing

    @Test
    void aRetryUnderTheSameKeyFilesNothingTwice() {
        String body = filing("{\"lot\": \"API-4\", \"quantity\": 2}");
        String key = "ncr-" + Ids.next();
        Response first = as("quality").header("Idempotency-Key", key).body(body).post(PATH);
        Response second =
                as("quality").header("Idempotency-Key", key).body(body).post(PATH);
        first.then().statusCode(201);
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.path("id")))
                .body("number", equalTo(first.path("number")));
        as("quality")
                .header("Idempotency-Key", key)
                .body(filing("{\"lot\": \"API-5\"}"))
                .post(PATH)
                .then()
                .statusCode(422);
    }

    @Test
    void aStaleVersionIsToldAndAnEarlierStateShown() throws InterruptedException {
        Response filed = file("{\"lot\": \"API-6\"}");
        String id = filed.path("id");
        Thread.sleep(5);
        String before = Instant.now().toString();
        Thread.sleep(5);
        give(id, "segregate", "quality", "{\"location\": \"A\"}");
        as("quality")
                .header("If-Match", "\"1\"")
                .body("{}")
                .post(PATH + "/" + id + "/confirm")
                .then()
                .statusCode(412)
                .header("ETag", "\"2\"");
        as("auditor")
                .queryParam("asOf", before)
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("reported"));
        as("auditor")
                .queryParam("asOf", "yesterday")
                .get(PATH + "/" + id)
                .then()
                .statusCode(400);
        as("auditor").get(PATH + "/" + id).then().statusCode(200).header("ETag", "\"2\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/category,/finding,/source",
                "{\"source\":\"rumour\",\"category\":\"finished\",\"finding\":\"x\"}|/source",
                "{\"source\":\"usage\",\"category\":\"air\",\"finding\":\"x\"}|/category",
                "{\"source\":\"usage\",\"category\":\"finished\",\"finding\":\"x\",\"severity\":\"huge\"}|/severity",
                "{\"source\":\"usage\",\"category\":\"finished\",\"finding\":\"x\",\"product\":{\"quantity\":0}}|/product/quantity",
                "{\"source\":\"usage\",\"category\":\"finished\",\"finding\":\"x\",\"product\":{\"quantity\":\"2\"}}|/product/quantity",
                "{\"source\":\"usage\",\"category\":\"finished\",\"finding\":\"x\",\"product\":{\"quantity\":1,\"serialNumbers\":[\"a\",\"b\"]}}|/product/serialNumbers",
                "{\"source\":\"usage\",\"category\":\"finished\",\"finding\":\"x\",\"complaintId\":\"7\"}|/complaintId",
                "{\"source\":\"usage\",\"category\":\"finished\",\"finding\":\"x\",\"colour\":\"red\"}|/colour",
                "nonsense|/"
            })
    void whatIsWrongWithAFilingIsNamed(String body, String pointers) {
        Response response = as("inspector").body(body).post(PATH);
        response.then().statusCode(400).body("type", equalTo("/problems/invalid-request"));
        assertEquals(
                new TreeSet<>(Set.of(pointers.split(",", -1))),
                new TreeSet<>(response.jsonPath().getList("errors.pointer", String.class)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "segregate|quality|{}|/location",
                "segregate|quality|{\"location\":\" \"}|/location",
                "confirm|quality|{\"remark\":\"x\"}|/remark",
                "clear|quality|{}|/reason",
                "classify|quality|{}|/severity",
                "convene|quality|{}|/members",
                "convene|quality|{\"members\":[]}|/members",
                "convene|quality|{\"members\":[\"a\",\"a\"]}|/members/1",
                "opine|quality|{\"vote\":\"agree\"}|/opinion",
                "opine|quality|{\"opinion\":\"x\",\"vote\":\"yes\"}|/vote",
                "propose-disposition|quality|{\"disposition\":\"rework\"}|/reason",
                "propose-disposition|quality|{\"disposition\":\"hide\",\"reason\":\"x\"}|/disposition",
                "propose-disposition|quality|{\"disposition\":\"rework\",\"reason\":\"x\",\"quantity\":0}|/quantity",
                "approve|mrb-site|{\"dispositionId\":\"7\"}|/dispositionId",
                "return|mrb-site|{}|/opinion",
                "execute|production|{}|/result",
                "reinspect|inspector|{}|/result",
                "reinspect|inspector|{\"result\":\"perhaps\"}|/result",
                "verify|quality|{\"dispositionId\":7}|/dispositionId",
                "close|leader|{\"note\":7}|/note"
            })
    void whatIsWrongWithAVerbIsNamed(String verb, String role, String body, String pointer) {
        as(role).body(body)
                .post(PATH + "/" + file("{\"quantity\": 3}").path("id") + "/" + verb)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "segregate|{\"location\":\"A\"}|inspector,quality,warehouse,production",
                "confirm|{}|quality",
                "clear|{\"reason\":\"x\"}|quality",
                "classify|{\"severity\":\"minor\"}|quality",
                "convene|{\"members\":[\"a\"]}|quality",
                "propose-disposition|{\"disposition\":\"scrap\",\"reason\":\"x\"}|quality",
                "approve|{}|mrb-site,mrb-company",
                "return|{\"opinion\":\"x\"}|mrb-site,mrb-company",
                "execute|{\"result\":\"x\"}|production,engineering,warehouse,purchasing",
                "reinspect|{\"result\":\"pass\"}|quality,inspector",
                "verify|{}|quality",
                "close|{}|leader,management-rep"
            })
    void aWrongRoleMayNot(String verb, String body, String allowed) {
        String unknown = PATH + "/0198f0a0-7c1e-7000-8000-00000000dead/" + verb;
        given().contentType(ContentType.JSON).body(body).post(unknown).then().statusCode(401);
        for (String role : List.of(
                "inspector",
                "quality",
                "warehouse",
                "production",
                "engineering",
                "purchasing",
                "mrb-site",
                "mrb-company",
                "leader",
                "management-rep",
                "agent",
                "intake",
                "auditor",
                "bi",
                "admin")) {
            boolean may =
                    role.equals("admin") || List.of(allowed.split(",", -1)).contains(role);
            as(role).body(body).post(unknown).then().statusCode(may ? 404 : 403);
        }
    }

    @Test
    void whoFilesAndReadsIsSaid() {
        for (String role : List.of("agent", "intake", "purchasing", "mrb-site", "auditor")) {
            as(role).body(filing("{}")).post(PATH).then().statusCode(403);
        }
        String id = file("{\"quantity\": 1}").path("id");
        for (String role : List.of("intake", "bi", "followup-agent")) {
            as(role).get(PATH).then().statusCode(403);
            as(role).get(PATH + "/" + id).then().statusCode(403);
            as(role).get(PATH + "/" + id + "/history").then().statusCode(403);
        }
        for (String role : List.of("auditor", "complaint-owner", "purchasing", "leader", "mrb-company")) {
            as(role).get(PATH + "/" + id).then().statusCode(200);
        }
        as("quality")
                .get(PATH + "/0198f0a0-7c1e-7000-8000-00000000dead")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/nonconformity-not-found"));
    }

    @Test
    @Tag("NCR-21")
    void theSiteBoardDoesNotDecideOnAMajorOne() {
        String id = file("{\"quantity\": 1}").path("id");
        give(id, "segregate", "quality", "{\"location\": \"A\"}");
        give(id, "confirm", "quality", "{}");
        give(id, "classify", "quality", "{\"severity\": \"major\"}").then().body("level", equalTo("mrb-company"));
        give(id, "convene", "quality", "{\"members\": [\"quality\"]}");
        give(id, "opine", "quality", "{\"opinion\": \"不能用\", \"vote\": \"abstain\"}");
        refused(
                id,
                "propose-disposition",
                as("quality"),
                "{\"disposition\": \"urgent-release\", \"reason\": \"急用\"}",
                "NCR-26");
        give(id, "propose-disposition", "quality", "{\"disposition\": \"scrap\", \"reason\": \"不能用\"}");
        refused(id, "approve", as("mrb-site"), "{}", "NCR-21");
        refused(id, "execute", as("warehouse"), "{\"result\": \"x\"}", "NCR-32");
        give(id, "approve", "mrb-company", "{}");
        give(id, "execute", as("warehouse", "quality-too"), "{\"result\": \"已报废\"}");
        refused(id, "verify", as("quality", "quality-too"), "{}", "X-15");
        give(id, "verify", "quality", "{}").then().body("status", equalTo("verified"));
    }

    /** Roles that only the profile knows read, are heard and decide; those of GENERAL no longer do. */
    @Test
    @Tag("NCR-20")
    void whoDecidesSaysThePolicy() {
        decidedBy("quality-director", "quality-director");
        try {
            String id = file("{\"quantity\": 1}").path("id");
            give(id, "segregate", "quality", "{\"location\": \"A\"}");
            give(id, "confirm", "quality", "{}");
            give(id, "classify", "quality", "{\"severity\": \"minor\"}");
            give(id, "convene", "quality", "{\"members\": [\"quality-director\"]}");
            give(id, "opine", "quality-director", "{\"opinion\": \"可返工\", \"vote\": \"agree\"}");
            give(id, "propose-disposition", "quality", "{\"disposition\": \"rework\", \"reason\": \"可返工\"}");
            as("quality-director").get(PATH + "/" + id).then().statusCode(200);
            as("quality-director").get(PATH + "?limit=1").then().statusCode(200);
            as("quality-director").get("/v1/holds?lot=x").then().statusCode(200);
            as("quality-director").get("/v1/lots?limit=1").then().statusCode(200);
            as("quality-director").get("/v1/lots/lot:nobody").then().statusCode(404);
            as("mrb-site").body("{}").post(PATH + "/" + id + "/approve").then().statusCode(403);
            give(id, "approve", "quality-director", "{}").then().body("dispositions.approvedAs", contains("mrb-site"));
        } finally {
            decidedBy("mrb-site", "mrb-company");
        }
        for (String address :
                List.of(PATH + "?limit=1", "/v1/holds?lot=x", "/v1/lots?limit=1", "/v1/lots/lot:nobody")) {
            as("quality-director").get(address).then().statusCode(403);
        }
    }

    /** As in construction: the board that only the profile knows verifies, and nobody else does. */
    @Test
    @Tag("NCR-36")
    void theReviewTeamVerifiesWhereThePolicySaysSo() {
        decidedBy("leader", "board-chair");
        verifiedBy("review-team");
        try {
            String id = file("{\"quantity\": 1}").path("id");
            give(id, "segregate", "quality", "{\"location\": \"A\"}");
            give(id, "confirm", "quality", "{}");
            give(id, "classify", "quality", "{\"severity\": \"minor\"}");
            give(id, "convene", "quality", "{\"members\": [\"board-chair\", \"sun\"]}");
            give(id, "opine", "board-chair", "{\"opinion\": \"拆除\", \"vote\": \"agree\"}");
            give(id, "propose-disposition", "quality", "{\"disposition\": \"scrap\", \"reason\": \"不能用\"}");
            give(id, "approve", "board-chair", "{}");
            give(id, "execute", as("warehouse", "sun"), "{\"result\": \"已拆除\"}");
            as("agent").body("{}").post(PATH + "/" + id + "/verify").then().statusCode(403);
            refused(id, "verify", as("quality"), "{}", "NCR-36");
            refused(id, "verify", as("leader"), "{}", "NCR-36");
            refused(id, "verify", as("warehouse", "sun"), "{}", "X-15");
            give(id, "verify", "board-chair", "{}").then().body("status", equalTo("verified"));
            give(id, "close", "leader", "{}").then().body("status", equalTo("closed"));
        } finally {
            verifiedBy("quality");
            decidedBy("mrb-site", "mrb-company");
        }
    }

    private static void verifiedBy(String who) {
        as("admin")
                .body("{\"value\": {\"choice\": \"%s\"}, \"reason\": \"授权变更\"}".formatted(who))
                .put("/v1/policies/ncr.verifier")
                .then()
                .statusCode(200);
    }

    private static void decidedBy(String site, String company) {
        as("admin")
                .body("""
                {"value": {"byName": {"mrb-site": "%s", "mrb-company": "%s"}}, "reason": "授权变更"}
                """.formatted(site, company))
                .put("/v1/policies/ncr.authority.roles")
                .then()
                .statusCode(200);
    }

    // The list

    @Test
    void theListIsFilteredAndPaged() {
        String supplier = "supplier-" + Ids.next();
        UUID complaint = Ids.next();
        Response last = null;
        for (int i = 0; i < 5; i++) {
            last = as("quality")
                    .body(filing(
                            "{\"name\": \"P-" + i + "\", \"model\": \"M\", \"lot\": \"LL-" + i + "\"}",
                            ", \"supplier\": \"" + supplier + "\""
                                    + (i == 3 ? ", \"complaintId\": \"" + complaint + "\"" : "")))
                    .post(PATH);
        }
        assertTrue(last != null);
        awaitThat("all are listed", () -> list("supplier", supplier).size() == 5);
        assertEquals(List.of("LL-3"), list("complaintId", complaint.toString(), "supplier", supplier));
        assertEquals(List.of("LL-2"), list("product", "P-2", "supplier", supplier));
        assertEquals(5, list("product", "M", "supplier", supplier).size());
        assertEquals(List.of("LL-1"), list("lot", " LL-1 ", "supplier", supplier));
        assertEquals(List.of("LL-4"), list("q", "ll-4 游隙", "supplier", supplier));
        assertEquals(List.of(), list("status", "closed", "supplier", supplier));
        assertEquals(List.of(), list("held", "true", "supplier", supplier));
        assertEquals(List.of(), list("source", "usage", "supplier", supplier));
        assertEquals(List.of(), list("severity", "major", "supplier", supplier));
        assertEquals(
                5,
                list("category", "purchased-item", "supplier", supplier, "reportedFrom", "2026-01-01")
                        .size());
        assertEquals(List.of(), list("supplier", supplier, "reportedTo", "2026-01-01"));
        Response page = as("quality")
                .queryParam("supplier", supplier)
                .queryParam("limit", 3)
                .get(PATH);
        page.then().body("items.lot", contains("LL-4", "LL-3", "LL-2")).header("Link", containsString("after="));
        as("quality")
                .queryParam("supplier", supplier)
                .queryParam("limit", 3)
                .queryParam("after", (String) page.path("next"))
                .get(PATH)
                .then()
                .body("items.lot", contains("LL-1", "LL-0"))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "status, open",
        "complaintId, 7",
        "held, perhaps",
        "reportedFrom, yesterday",
        "limit, 0",
        "after, nonsense",
        "colour, red"
    })
    void aBadParameterIsNamed(String parameter, String value) {
        as("quality")
                .queryParam(parameter, value)
                .get(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/" + parameter));
    }

    @Test
    void aRebuiltViewOfHoldsHoldsTheSame() {
        Response filed = file("{\"lot\": \"API-9\"}");
        assertHeld(give(filed.path("id"), "segregate", "quality", "{\"location\": \"A\"}"), "API-9", true);
        int generation = as("admin")
                .post("/v1/views/holds/rebuild")
                .then()
                .statusCode(202)
                .extract()
                .path("generation");
        awaitThat(
                "rebuilt",
                () -> as("admin")
                        .get("/v1/views")
                        .jsonPath()
                        .getList("items.findAll { it.view == 'holds' && it.generation == " + generation + " }.state")
                        .contains("serving"));
        as("warehouse").queryParam("lot", "API-9").get("/v1/holds").then().body("held", equalTo(true));
    }

    // The policy

    @Test
    @Tag("CMP-37")
    void anOwnQualityLiabilityOpensOneNonconformityAndALaterOneLinks() {
        UUID complaint = Ids.next();
        EventEnvelope cause = determined(complaint, 1, "own", "quality", ", \"nonconformityRequested\": true");
        String id = Ids.derived("nonconformity", complaint).toString();
        awaitThat("it is opened", () -> as("quality").get(PATH + "/" + id).statusCode() == 200);
        as("quality")
                .get(PATH + "/" + id)
                .then()
                .body("number", matchesPattern("NC\\d{8}"))
                .body("status", equalTo("reported"))
                .body("source", equalTo("customer-complaint"))
                .body("category", equalTo("delivered"))
                .body("complaintIds", contains(complaint.toString()))
                .body("complaintNumber", equalTo("26110001"))
                .body("product.lot", equalTo("POL-1"))
                .body("product.serialNumbers", contains("POL-S"))
                .body("product.quantity", equalTo(2))
                .body("finding", equalTo("运行时有异响"));

        determined(complaint, 2, "own", "quality", "");
        awaitThat("it is linked", () -> types(id).size() == 2);
        assertEquals(List.of("nonconformity-reported", "nonconformity-complaint-linked"), types(id));
        Map<String, String> first = firstEventOf(id);
        assertEquals(cause.id().toString(), first.get("causationid"));
        assertEquals(cause.correlationId(), first.get("correlationid"));
        as("quality")
                .queryParam("complaintId", complaint.toString())
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.findAll { it.id != '" + id + "' }", empty());
    }

    @Test
    void otherLiabilitiesOpenNothing() {
        UUID supplier = Ids.next();
        UUID service = Ids.next();
        UUID refused = Ids.next();
        determined(supplier, 1, "supplier", "quality", "");
        determined(service, 1, "own", "service", "");
        determined(refused, 1, "own", "quality", ", \"nonconformityRequested\": false");
        for (UUID complaint : List.of(supplier, service, refused)) {
            awaitThat(
                    "nothing follows",
                    () -> as("admin")
                            .queryParam("subject", complaint.toString())
                            .get("/v1/reactions")
                            .jsonPath()
                            .getList("items.outcome")
                            .contains("nothing"));
            as("quality")
                    .get(PATH + "/" + Ids.derived("nonconformity", complaint))
                    .then()
                    .statusCode(404);
        }
    }

    // The API document

    @Test
    void everyOperationHasItsExample() {
        Map<String, Map<String, Map<String, Object>>> paths = given().queryParam("format", "json")
                .get("/q/openapi")
                .jsonPath()
                .getMap("paths");
        paths.forEach((path, operations) -> {
            if (path.startsWith(PATH) || path.equals("/v1/holds")) {
                operations.forEach((method, operation) -> {
                    String written = EventJson.write(operation.getOrDefault("responses", Map.of()));
                    assertTrue(written.contains("\"example\""), method + " " + path);
                    assertTrue(
                            !method.equals("post")
                                    || EventJson.write(operation.getOrDefault("requestBody", Map.of()))
                                            .contains("\"example\""),
                            method + " " + path);
                });
            }
        });
    }

    /** As it stands in the feed. */
    private static Map<String, String> firstEventOf(String id) {
        String after = null;
        do {
            RequestSpecification request = as("auditor").queryParam("limit", 200);
            Response page = (after == null ? request : request.queryParam("after", after)).get("/v1/events");
            Map<String, String> found = page.jsonPath().getMap("items.find { it.subject == '" + id + "' }");
            if (found != null) {
                return found;
            }
            after = page.path("next");
        } while (after != null);
        return fail("no event of " + id + " in the feed");
    }

    private static List<String> types(String id) {
        return as("quality").get(PATH + "/" + id + "/history").jsonPath().getList("items.type", String.class);
    }

    private static EventEnvelope determined(UUID complaint, int round, String party, String cause, String more) {
        return ComplaintLog.open()
                .publish(
                        complaint,
                        "complaint-liability-determined",
                        """
                {"round":%d,"party":"%s","cause":"%s","department":"总装车间","reason":"我方质量责任","number":"26110001",
                 "customerId":"c-1","product":{"name":"干燥机","model":"DR-40","serialNumber":"POL-S","lot":"POL-1","quantity":2},
                 "category":"product-quality","issue":"noise","severity":"ordinary","description":"运行时有异响",
                 "improvementTracked":true%s}
                """.formatted(round, party, cause, more),
                        Instant.parse("2026-05-02T01:00:00Z"));
    }

    private static List<String> list(String... parameters) {
        RequestSpecification request = as("quality");
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        Response response = request.get(PATH);
        response.then().statusCode(200);
        return response.jsonPath().getList("items.lot", String.class);
    }

    private static String filing(String product) {
        return filing(product, "");
    }

    private static String filing(String product, String more) {
        return "{\"source\": \"incoming-inspection\", \"category\": \"purchased-item\", \"finding\": \"游隙超差\", \"product\": "
                + product + more + "}";
    }

    private static Response file(String product) {
        Response filed = as("quality").body(filing(product)).post(PATH);
        filed.then().statusCode(201);
        return filed;
    }

    private static Response give(String id, String verb, String role, String body) {
        return give(id, verb, as(role), body);
    }

    private static Response give(String id, String verb, RequestSpecification caller, String body) {
        Response response = caller.body(body).post(PATH + "/" + id + "/" + verb);
        assertEquals(200, response.statusCode(), response.asString());
        response.then().header("ETag", notNullValue()).header("Event-Position", notNullValue());
        return response;
    }

    private static void refused(String id, String verb, RequestSpecification caller, String body, String rule) {
        ValidatableResponse response =
                caller.body(body).post(PATH + "/" + id + "/" + verb).then().statusCode(409);
        response.body("rule", equalTo(rule)).body("type", containsString("/problems/nonconformity-"));
    }

    /** What everybody who asks after the command sees. */
    private static void assertHeld(Response command, String lot, boolean held) {
        awaitThat(
                "the view has seen it",
                () -> as("warehouse")
                                .header("If-Projection-At-Least", command.header("Event-Position"))
                                .queryParam("lot", lot)
                                .get("/v1/holds")
                                .statusCode()
                        == 200);
        as("warehouse")
                .header("If-Projection-At-Least", command.header("Event-Position"))
                .queryParam("lot", lot)
                .get("/v1/holds")
                .then()
                .body("held", equalTo(held))
                .body("nonconformityIds", held ? contains((String) command.path("id")) : empty());
    }

    private static RequestSpecification as(String role) {
        return as(role, role);
    }

    private static RequestSpecification as(String role, String name) {
        return given().auth().oauth2(Tokens.named(name, role)).contentType(ContentType.JSON);
    }

    /** Looks again and again until it is so. */
    private static void awaitThat(String what, BooleanSupplier isSo) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > until) {
                fail("not in " + PATIENCE + ": " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}

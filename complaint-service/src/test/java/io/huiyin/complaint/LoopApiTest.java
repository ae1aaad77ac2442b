package io.huiyin.complaint;

import static io.huiyin.complaint.Http.COMPLAINTS;
import static io.huiyin.complaint.Http.as;
import static io.huiyin.complaint.Http.await;
import static io.huiyin.complaint.Http.file;
import static io.huiyin.complaint.Http.filing;
import static io.huiyin.complaint.Http.freshSystem;
import static io.huiyin.complaint.Http.give;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.complaint.policies.WhenAFollowUpFindsDissatisfactionThenRegisterAComplaint;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.testing.EmbeddedStack;
import io.huiyin.kernel.testing.TestLog;
import io.huiyin.kernel.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way of a case over HTTP, and what other services' events make of it. */
@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class LoopApiTest {

    private static TestLog followUps;
    private static TestLog nonconformities;

    @BeforeAll
    static void logs() {
        followUps = TestLog.create("followup-events", "/followup-service");
        nonconformities = TestLog.create("nonconformity-events", "/nonconformity-service");
    }

    @AfterAll
    static void close() {
        followUps.close();
        nonconformities.close();
    }

    private static String owner() {
        return Tokens.of("complaint-owner");
    }

    private static String fresh() {
        String system = freshSystem("loop");
        return file(owner(), filing(system, "1")).path("id");
    }

    private static Response post(String role, String id, String verb, String body) {
        return as(Tokens.of(role)).body(body).post(COMPLAINTS + "/" + id + "/" + verb);
    }

    private static void step(String role, String id, String verb, String body, String status) {
        post(role, id, verb, body).then().statusCode(200).body("status", equalTo(status));
    }

    private static String pending(String amount) {
        String id = fresh();
        step("quality", id, "accept", "{}", "accepted");
        step("agent", id, "classify", "{\"severity\":\"ordinary\",\"causeClass\":\"quality\"}", "classified");
        step("agent", id, "start-investigation", "{\"departments\":[\"质量部\"]}", "investigating");
        step("technician", id, "record-finding", "{\"facts\":\"间隙超差\",\"evidence\":[\"QC-771\"]}", "investigating");
        step(
                "gm-office",
                id,
                "determine-liability",
                "{\"party\":\"own\",\"cause\":\"quality\",\"department\":\"总装车间\",\"reason\":\"压装失控\"}",
                "liability-determined");
        step(
                "agent",
                id,
                "propose-settlement",
                "{\"type\":\"repair\",\"amount\":{\"amount\":\"" + amount
                        + "\",\"currency\":\"CNY\"},\"description\":\"更换\"}",
                "approval-pending");
        return id;
    }

    private static String closed() {
        String id = pending("800");
        step("complaint-owner", id, "approve", "{\"opinion\":\"同意\"}", "approved");
        step("agent", id, "inform-customer", "{\"channel\":\"phone\",\"text\":\"将更换\"}", "communicated");
        step("agent", id, "record-customer-decision", "{\"decision\":\"accepted\"}", "implementing");
        step("agent", id, "complete-measure", "{\"description\":\"已更换\"}", "implemented");
        step("quality", id, "verify", "{\"result\":\"pass\",\"customerOpinion\":\"满意\"}", "verified");
        step("complaint-owner", id, "close", "{}", "closed");
        return id;
    }

    @Test
    void aCaseGoesTheWholeWay() {
        String id = closed();
        as(owner())
                .get(COMPLAINTS + "/" + id)
                .then()
                .statusCode(200)
                .body("liability.party", equalTo("own"))
                .body("settlement.amount.amount", equalTo("800.00"))
                .body("settlement.approved", equalTo(true))
                .body("disputed", equalTo("no"))
                .body("closedAt", notNullValue())
                .body("deadlines.milestone", contains("first-reply", "register", "accept", "track", "close", "plan"))
                .body("deadlines.met", everyItem(equalTo(true)));
        step("complaint-owner", id, "reopen", "{\"reason\":\"再次出现\"}", "investigating");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "finance | accept | {}",
                "intake | classify | {\"severity\":\"ordinary\",\"causeClass\":\"quality\"}",
                "quality | classify | {\"severity\":\"ordinary\",\"causeClass\":\"quality\"}",
                "quality | start-investigation | {}",
                "finance | record-finding | {\"facts\":\"x\"}",
                "agent | determine-liability | {\"party\":\"own\",\"cause\":\"quality\",\"reason\":\"x\"}",
                "quality | propose-settlement | {\"type\":\"repair\",\"description\":\"x\"}",
                "agent | approve | {\"opinion\":\"x\"}",
                "quality | return | {\"opinion\":\"x\"}",
                "quality | inform-customer | {\"channel\":\"phone\",\"text\":\"x\"}",
                "quality | record-customer-decision | {\"decision\":\"accepted\"}",
                "quality | refile | {\"reason\":\"x\"}",
                "quality | escalate | {\"reason\":\"x\"}",
                "general-manager | give-final-answer | {\"channel\":\"phone\",\"text\":\"x\"}",
                "quality | complete-measure | {\"description\":\"x\"}",
                "finance | verify | {\"result\":\"pass\"}",
                "agent | close | {}",
                "agent | reopen | {\"reason\":\"x\"}",
                "quality | hold | {\"reason\":\"x\",\"waitingFor\":\"customer\"}",
                "quality | resume | {}",
                "quality | acknowledge | {\"channel\":\"phone\",\"text\":\"x\"}"
            })
    void aWrongRoleIsTurnedAway(String role, String verb, String body) {
        post(role, UUID.randomUUID().toString(), verb, body).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "classify | {\"severity\":\"ordinary\"} | /causeClass",
                "classify | {\"severity\":\"ordinary\",\"causeClass\":\"moon\"} | /causeClass",
                "record-finding | {\"facts\":\" \"} | /facts",
                "record-finding | {\"facts\":\"x\",\"production\":{\"date\":\"2026-02-30\"}} | /production/date",
                "determine-liability | {\"party\":\"moon\",\"cause\":\"quality\",\"reason\":\"x\"} | /party",
                "propose-settlement | {\"type\":\"repair\",\"description\":\"x\",\"amount\":{\"amount\":\"-1\",\"currency\":\"CNY\"}} | /amount/amount",
                "propose-settlement | {\"type\":\"repair\",\"description\":\"x\",\"amount\":{\"amount\":12,\"currency\":\"CNY\"}} | /amount/amount",
                "propose-settlement | {\"type\":\"repair\",\"description\":\"x\",\"amount\":{\"amount\":\"12\"}} | /amount/currency",
                "approve | {} | /opinion",
                "inform-customer | {\"channel\":\"phone\"} | /text",
                "record-customer-decision | {\"decision\":\"perhaps\"} | /decision",
                "verify | {} | /result",
                "reopen | {} | /reason",
                "hold | {\"reason\":\"x\"} | /waitingFor",
                "close | {\"really\":true} | /really"
            })
    void badInputIsNamed(String verb, String body, String pointer) {
        String id = verb.equals("classify") ? accepted() : verb.equals("determine-liability") ? found() : pending("10");
        as(Tokens.of("admin"))
                .body(body)
                .post(COMPLAINTS + "/" + id + "/" + verb)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    private static String accepted() {
        String id = fresh();
        step("agent", id, "accept", "{}", "accepted");
        return id;
    }

    private static String found() {
        String id = accepted();
        step("agent", id, "classify", "{\"severity\":\"ordinary\",\"causeClass\":\"quality\"}", "classified");
        step("agent", id, "start-investigation", "{}", "investigating");
        step("quality", id, "record-finding", "{\"facts\":\"x\"}", "investigating");
        return id;
    }

    @Test
    void aRuleThatRefusesIsNamed() {
        String id = pending("1200.00");
        post("agent", id, "inform-customer", "{\"channel\":\"phone\",\"text\":\"x\"}")
                .then()
                .statusCode(409)
                .body("rule", equalTo("CMP-40"))
                .body("type", equalTo("/problems/complaint-not-approved"));
        post("complaint-owner", id, "approve", "{\"opinion\":\"同意\"}")
                .then()
                .statusCode(409)
                .body("rule", equalTo("CMP-39"));
        as(Tokens.limited("general-manager", "1000"))
                .body("{\"opinion\":\"同意\"}")
                .post(COMPLAINTS + "/" + id + "/approve")
                .then()
                .statusCode(409)
                .body("rule", equalTo("CMP-39"));
        post("complaint-owner", id, "close", "{}")
                .then()
                .statusCode(409)
                .body("rule", equalTo("CMP-49"))
                .body("errors.pointer", hasItems("/settlement", "/customerInformed", "/verified"));
        step("general-manager", id, "approve", "{\"opinion\":\"同意\"}", "approved");
    }

    @Test
    void theLastWordBelongsToTheTopTier() {
        String id = pending("800.00");
        step("complaint-owner", id, "approve", "{\"opinion\":\"同意\"}", "approved");
        step("agent", id, "inform-customer", "{\"channel\":\"phone\",\"text\":\"x\"}", "communicated");
        step(
                "agent",
                id,
                "record-customer-decision",
                "{\"decision\":\"rejected\",\"opinion\":\"不够\"}",
                "rejected-by-customer");
        post("agent", id, "refile", "{\"reason\":\"x\"}").then().statusCode(409).body("rule", equalTo("CMP-43"));
        step("agent", id, "escalate", "{\"reason\":\"客户要求\"}", "approval-pending");
        post("complaint-owner", id, "approve", "{\"opinion\":\"同意\"}")
                .then()
                .statusCode(409)
                .body("rule", equalTo("CMP-39"));
        step("general-manager", id, "approve", "{\"opinion\":\"同意\"}", "approved");
        step("agent", id, "inform-customer", "{\"channel\":\"phone\",\"text\":\"x\"}", "communicated");
        step("agent", id, "record-customer-decision", "{\"decision\":\"rejected\"}", "rejected-by-customer");
        step("chairman", id, "give-final-answer", "{\"channel\":\"letter\",\"text\":\"最终意见\"}", "implemented");
    }

    @Test
    void holdingStopsTheClocks() {
        String id = fresh();
        step("agent", id, "hold", "{\"reason\":\"等待客户\",\"waitingFor\":\"customer\"}", "registered");
        as(owner()).get(COMPLAINTS + "/" + id).then().body("hold.waitingFor", equalTo("customer"));
        step("agent", id, "resume", "{}", "registered");
    }

    private static EventEnvelope recorded(UUID followUp, String complaint, boolean dissatisfied) {
        return followUps.publish(
                followUp, "follow-up-recorded", """
                {"complaintId":"%s","complaintNumber":"26110001","chainId":"%s","contact":1,"agent":"lin","answers":[],
                 "satisfaction":{"score":1,"scale":5},"opinions":"仍有异响",
                 "issues":[{"description":"异响未消除","severity":"important","demand":"更换整机"}],
                 "dissatisfied":%s,"customer":{"customerId":"c-9","identified":true,"customerClass":"ordinary",
                 "person":{"personId":"p-9","name":"李雷","phone":"13800000000"}},
                 "product":{"name":"干燥机","serialNumber":"SN-1","quantity":1,"deliveredOn":"2026-10-01"},
                 "department":"总装车间","severity":"ordinary","recordedOn":"2026-11-20","attempts":1}
                """.formatted(complaint, followUp, dissatisfied), Instant.now());
    }

    @Test
    void whatAFollowUpFindsBecomesOneComplaint() {
        UUID followUp = Ids.next();
        String id = WhenAFollowUpFindsDissatisfactionThenRegisterAComplaint.complaintOf(followUp)
                .toString();
        EventEnvelope cause = recorded(followUp, fresh(), true);
        await("registered", () -> as(owner()).get(COMPLAINTS + "/" + id).statusCode() == 200);

        as(owner())
                .get(COMPLAINTS + "/" + id)
                .then()
                .body("status", equalTo("registered"))
                .body("channel", equalTo("follow-up"))
                .body("customerId", equalTo("c-9"))
                .body("severity", equalTo("important"))
                .body("demand", equalTo("更换整机"))
                .body("number", matchesPattern("\\d{8,}"))
                .body("links.originFollowUpId", equalTo(followUp.toString()));
        as(owner())
                .get(COMPLAINTS + "/" + id + "/history")
                .then()
                .body("items.type", contains("complaint-registered", "complaint-head-notified"))
                .body("items[1].data.department", equalTo("总装车间"));
        assertEquals(1, cause.sequence());
        await(
                "listed",
                () -> as(owner())
                                .queryParam("originFollowUpId", followUp.toString())
                                .get(COMPLAINTS)
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 1);
        give(owner(), id, "accept", "{}");
    }

    @Test
    void aSatisfiedCustomerMakesNone() {
        UUID satisfied = Ids.next();
        UUID dissatisfied = Ids.next();
        recorded(satisfied, fresh(), false);
        recorded(dissatisfied, fresh(), true);
        await(
                "registered",
                () -> as(owner())
                                .get(COMPLAINTS + "/"
                                        + WhenAFollowUpFindsDissatisfactionThenRegisterAComplaint.complaintOf(
                                                dissatisfied))
                                .statusCode()
                        == 200);
        as(Tokens.of("auditor"))
                .queryParam("subject", satisfied.toString())
                .get("/v1/reactions")
                .then()
                .statusCode(200)
                .body("items.findAll{it.policy.startsWith('when-a-follow-up-finds')}.outcome", everyNothing());
        as(owner())
                .get(COMPLAINTS + "/" + WhenAFollowUpFindsDissatisfactionThenRegisterAComplaint.complaintOf(satisfied))
                .then()
                .statusCode(404);
    }

    private static Matcher<Iterable<? extends String>> everyNothing() {
        return everyItem(equalTo("nothing"));
    }

    @Test
    void nonconformitiesAndFollowUpsAreLinkedInEveryState() {
        String id = closed();
        UUID nonconformity = Ids.next();
        UUID followUp = Ids.next();
        Instant now = Instant.now();
        nonconformities.publish(
                nonconformity, "nonconformity-reported", "{\"number\":\"NC1\",\"complaintId\":\"" + id + "\"}", now);
        nonconformities.publish(
                nonconformity, "nonconformity-verified", "{\"number\":\"NC1\",\"complaintIds\":[\"" + id + "\"]}", now);
        nonconformities.publish(
                nonconformity, "nonconformity-closed", "{\"number\":\"NC1\",\"complaintIds\":[\"" + id + "\"]}", now);
        followUps.publish(followUp, "follow-up-planned", "{\"complaintId\":\"" + id + "\"}", now);
        await(
                "linked",
                () ->
                        as(owner())
                                        .get(COMPLAINTS + "/" + id + "/history")
                                        .jsonPath()
                                        .getList("items.type", String.class)
                                        .stream()
                                        .filter(type -> type.equals("complaint-nonconformity-noted")
                                                || type.equals("complaint-follow-up-linked"))
                                        .count()
                                == 4);
        as(owner())
                .get(COMPLAINTS + "/" + id)
                .then()
                .body("status", equalTo("closed"))
                .body("links.nonconformityIds", contains(nonconformity.toString()))
                .body("links.followUpIds", contains(followUp.toString()));
    }

    @Test
    void aComplaintNobodyKnowsIsARefusalThatCanBeSeen() {
        UUID nonconformity = Ids.next();
        String unknown = Ids.next().toString();
        nonconformities.publish(
                nonconformity,
                "nonconformity-reported",
                "{\"number\":\"NC2\",\"complaintId\":\"" + unknown + "\"}",
                Instant.now());
        await("refused", () -> !refused(nonconformity).isEmpty());
        as(Tokens.of("admin"))
                .post("/v1/reactions/" + refused(nonconformity).getFirst() + "/retry")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("refused"))
                .body("retriedBy", equalTo("admin"))
                .body("detail", equalTo("complaint-not-filed"));
        assertTrue(refused(nonconformity).size() == 1);
        as(owner()).get("/v1/reactions").then().statusCode(200).body("items", not(hasSize(0)));
    }

    private static List<Integer> refused(UUID subject) {
        return as(Tokens.of("auditor"))
                .queryParam("subject", subject.toString())
                .queryParam("outcome", "refused")
                .get("/v1/reactions")
                .jsonPath()
                .getList("items.id", Integer.class);
    }
}

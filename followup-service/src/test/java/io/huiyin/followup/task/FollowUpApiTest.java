package io.huiyin.followup.task;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.testing.TestLog;
import io.huiyin.kernel.testing.Tokens;
import io.huiyin.kernel.time.BusinessClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command and view over HTTP, on a real PostgreSQL and a real Kafka; it is always Monday morning. */
@QuarkusTest
@TestProfile(FollowUpProfile.class)
class FollowUpApiTest {

    private static final String PATH = FollowUps.PATH;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static TestLog log;

    @Inject
    BusinessClock clock;

    @Inject
    Pool pool;

    /** Each test lives in a week of its own, so that what it plans is due after all that came before. */
    private Instant now = Instant.EPOCH;

    private static final AtomicInteger WEEKS = new AtomicInteger();

    @BeforeAll
    static void openLog() {
        log = TestLog.create("complaint-events", "/complaint-service");
    }

    @AfterAll
    static void closeLog() {
        log.close();
    }

    @BeforeEach
    void monday() {
        now = Instant.parse("2020-03-02T01:30:00Z").plus(Duration.ofDays(7L * WEEKS.incrementAndGet()));
        clock.fix(now);
        await("every policy has acted", this::isQuiet);
        drain();
    }

    /** Ends every task that an earlier test has left. */
    private void drain() {
        Response next = as("drain", "admin").body("{}").post(PATH + "/claim-next");
        while (next.statusCode() != 204) {
            next.then().statusCode(200);
            as("drain", "admin")
                    .body("{\"channel\":\"phone\",\"outcome\":\"refused\"}")
                    .post(PATH + "/" + next.path("id") + "/attempts");
            next = as("drain", "admin").body("{}").post(PATH + "/claim-next");
        }
    }

    /** The worklist has seen all that was appended. */
    private boolean isQuiet() {
        return number(
                        "select count(*) from (select e.stream, max(e.version) as version from event e "
                                + "join event p on p.stream = e.stream and p.type = 'follow-up-planned' group by e.stream) s "
                                + "left join follow_up_worklist w on w.id = s.stream where w.version is distinct from s.version")
                == 0;
    }

    private long number(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    // ---- filing by the other service's log

    private UUID closed(String severity, String more) {
        return closed(Ids.next(), 1, severity, more);
    }

    private UUID closed(UUID complaint, int closing, String severity, String more) {
        String data = """
                {"closedAt":"%s","historical":false,"closing":%d,"number":"N%05d","anonymous":false,"replyOnly":false,
                 "customer":{"customerId":"K-%s","identified":true,"customerClass":"ordinary",
                   "person":{"personId":"%s","name":"李雷","phone":"13800000000"}},
                 "product":{"name":"干燥机","model":"DR-40"},"severity":"%s","issue":"noise",
                 "liability":{"party":"own","cause":"quality","department":"装配车间"}%s}
                """.formatted(now, closing, NUMBERS.incrementAndGet(), complaint, Ids.next(), severity, more);
        publish(complaint, "complaint-closed", data);
        return FollowUps.id(complaint, closing);
    }

    private EventEnvelope publish(UUID complaint, String name, String data) {
        return log.publish(complaint, name, data, now);
    }

    private UUID planned() {
        return awaitStatus(closed("ordinary", ""), "scheduled");
    }

    private UUID awaitStatus(UUID id, String status) {
        await(id + " is " + status, () -> {
            Response list = as("auditor", "auditor").get(PATH + "?limit=200&status=" + status + "&dueFrom=2020-03-01");
            return list.jsonPath().getList("items.id", String.class).contains(id.toString());
        });
        return id;
    }

    private static RequestSpecification as(String name, String role) {
        return given().auth().oauth2(Tokens.named(name, role)).contentType(ContentType.JSON);
    }

    private static Response claimNext(String agent) {
        return as(agent, "followup-agent").body("{}").post(PATH + "/claim-next");
    }

    private static ValidatableResponse give(String name, String role, UUID id, String verb, String body) {
        return as(name, role).body(body).post(PATH + "/" + id + "/" + verb).then();
    }

    private static ValidatableResponse give(String agent, UUID id, String verb, String body) {
        return give(agent, "followup-agent", id, verb, body);
    }

    private static void await(String what, BooleanSupplier isSo) {
        long until = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > until) {
                fail("not so: " + what);
            }
            try {
                Thread.sleep(25);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    // ---- the loop

    @Test
    @DisplayName("FUP-43, FUP-46: asked, dissatisfied, asked again until he confirms; only that closes the chain")
    void theLoopEndsWhenTheCustomerConfirms() {
        UUID complaint = Ids.next();
        publish(complaint, "complaint-registered", """
                {"number":"R-1","status":"registered","receivedAt":"%s","customer":{"customerId":"K-%s","identified":true,
                 "person":{"name":"李雷","phone":"13800000000"}},"product":{"name":"干燥机","model":"DR-40"}}
                """.formatted(now, complaint));
        UUID first = awaitStatus(closed(complaint, 1, "ordinary", ""), "scheduled");
        claimNext("han")
                .then()
                .statusCode(200)
                .body("id", equalTo(first.toString()))
                .body("complaintId", equalTo(complaint.toString()))
                .body("leaseUntil", equalTo(now.plus(Duration.ofMinutes(30)).toString()))
                .body("claim.agent", equalTo("han"))
                .body("customer.phone", equalTo("13800000000"))
                .body("department", equalTo("装配车间"))
                .body("preparation.earlierContacts", empty())
                .body("preparation.channels", contains("phone"));
        give("han", first, "attempts", "{\"channel\":\"phone\",\"number\":\"13800000000\",\"outcome\":\"reached\"}")
                .statusCode(200)
                .body("status", equalTo("contacted"))
                .body("attempts[0].number", equalTo("13800000000"));
        give("han", first, "record", """
                {"answers":[{"question":"异响是否已消除？","value":false},{"question":"打几分？","value":2}],
                 "satisfaction":{"score":2,"scale":5},"opinions":"又响了",
                 "issues":[{"description":"仍有异响","severity":"important","demand":"换机"}]}
                """)
                .statusCode(200)
                .body("status", equalTo("issue-open"))
                .body("record.answers.value", contains("false", "2"))
                .body("record.dissatisfied", equalTo(true))
                .body("record.sameDay", equalTo(true));
        give("zhou", "followup-supervisor", first, "review", "{\"opinion\":\"尽快换机\"}")
                .statusCode(200)
                .body("status", equalTo("issue-open"));

        UUID second = Ids.next();
        UUID next = awaitStatus(closed(second, 1, "important", ",\"originFollowUpId\":\"" + first + "\""), "scheduled");
        as("auditor", "auditor")
                .get(PATH + "/" + first)
                .then()
                .body("status", equalTo("recontact-scheduled"))
                .body("nextFollowUpId", equalTo(next.toString()));
        claimNext("han").then().statusCode(204);
        Response taken = as("zhou", "followup-supervisor").body("{}").post(PATH + "/claim-next");
        taken.then()
                .statusCode(200)
                .body("id", equalTo(next.toString()))
                .body("contact", equalTo(2))
                .body("chainId", equalTo(first.toString()))
                .body("reason", equalTo("second-contact"))
                .body("customerId", equalTo("K-" + complaint))
                .body("preparation.earlierContacts[0].said.opinions", equalTo("又响了"));
        give("zhou", "followup-supervisor", next, "attempts", "{\"channel\":\"phone\",\"outcome\":\"reached\"}")
                .statusCode(200);
        give("zhou", "followup-supervisor", next, "record", "{\"satisfaction\":{\"score\":5,\"scale\":5}}")
                .statusCode(200)
                .body("status", equalTo("recorded"));
        as("auditor", "auditor")
                .get("/v1/follow-up-chains/" + first)
                .then()
                .statusCode(200)
                .body("status", equalTo("open"));
        give("zhou", "followup-supervisor", next, "review", "{\"opinion\":\"好\"}")
                .statusCode(409)
                .body("rule", equalTo("X-15"));
        give("wu", "followup-supervisor", next, "review", "{\"opinion\":\"好\"}")
                .statusCode(200)
                .body("status", equalTo("closed"));

        awaitStatus(first, "closed");
        await(
                "the chain is confirmed",
                () -> as("auditor", "auditor")
                        .get("/v1/follow-up-chains/" + first)
                        .path("status")
                        .equals("confirmed"));
        as("auditor", "auditor")
                .get("/v1/follow-up-chains?complaintId=" + complaint)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].contacts.id", contains(first.toString(), next.toString()))
                .body("items[0].contacts.status", contains("closed", "closed"))
                .body("items[0].contacts[0].record.opinions", equalTo("又响了"));
        as("auditor", "auditor")
                .get(PATH + "/" + first + "/history")
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        contains(
                                "follow-up-planned",
                                "follow-up-claimed",
                                "follow-up-attempted",
                                "follow-up-recorded",
                                "follow-up-reviewed",
                                "follow-up-recontact-planned",
                                "follow-up-closed"));
    }

    @Test
    void aDeclinedSecondComplaintIsAskedAboutToo() {
        UUID first = dissatisfied();
        UUID second = Ids.next();
        publish(
                second,
                "complaint-declined",
                "{\"reason\":\"duplicate\",\"answer\":\"已答复\",\"closing\":1,\"number\":\"D-1\",\"originFollowUpId\":\""
                        + first + "\"}");
        UUID next = awaitStatus(FollowUps.id(second, 1), "scheduled");
        as("auditor", "auditor")
                .get(PATH + "/" + next)
                .then()
                .body("previousFollowUpId", equalTo(first.toString()))
                .body("customer.name", equalTo("李雷"))
                .body("complaintId", equalTo(second.toString()));
    }

    private UUID dissatisfied() {
        UUID first = planned();
        claimNext("han").then().statusCode(200).body("id", equalTo(first.toString()));
        give("han", first, "attempts", "{\"channel\":\"phone\",\"outcome\":\"reached\"}")
                .statusCode(200);
        give("han", first, "record", "{\"satisfaction\":{\"score\":1,\"scale\":5},\"opinions\":\"不行\"}")
                .statusCode(200)
                .body("status", equalTo("issue-open"));
        return first;
    }

    @Test
    @DisplayName("CMP-10: an anonymous complaint's follow-up is waived")
    void anAnonymousOneIsWaived() {
        UUID complaint = Ids.next();
        publish(
                complaint,
                "complaint-closed",
                "{\"closedAt\":\"" + now
                        + "\",\"historical\":false,\"closing\":1,\"anonymous\":true,\"replyOnly\":false}");
        UUID id = awaitStatus(FollowUps.id(complaint, 1), "waived");
        as("auditor", "auditor").get(PATH + "/" + id).then().body("waivedBecause", equalTo("anonymous"));
        claimNext("han").then().statusCode(204).header("Next-Opening", nullValue());
    }

    @Test
    void aReopenedComplaintIsNotAskedAboutUntilItIsClosedAgain() {
        UUID complaint = Ids.next();
        UUID first = awaitStatus(closed(complaint, 1, "ordinary", ""), "scheduled");
        publish(complaint, "complaint-reopened", "{\"reason\":\"又响了\",\"closing\":1}");
        awaitStatus(first, "waived");
        UUID second = awaitStatus(closed(complaint, 2, "ordinary", ""), "scheduled");
        as("auditor", "auditor")
                .get(PATH + "?complaintId=" + complaint)
                .then()
                .body("items.id", containsInAnyOrder(first.toString(), second.toString()));
        claimNext("han").then().body("id", equalTo(second.toString()));
    }

    @Test
    @DisplayName("a repeated event of the log plans nothing twice")
    void aRepeatPlansNothingTwice() {
        UUID complaint = Ids.next();
        UUID id = awaitStatus(closed(complaint, 1, "ordinary", ""), "scheduled");
        publish(complaint, "complaint-closed", "{\"closedAt\":\"" + now + "\",\"historical\":false,\"closing\":1}");
        UUID later = planned();
        as("auditor", "auditor").get(PATH + "/" + id).then().body("version", equalTo(1));
        assertTrue(!later.equals(id));
    }

    // ---- claiming

    @Test
    void theEarliestDueComesFirstAndWhoHoldsOneGetsItAgain() {
        UUID first = planned();
        now = now.plusSeconds(60);
        UUID second = planned();
        clock.fix(now);
        claimNext("han").then().statusCode(200).body("id", equalTo(first.toString()));
        claimNext("han").then().statusCode(200).body("id", equalTo(first.toString()));
        claimNext("li").then().statusCode(200).body("id", equalTo(second.toString()));
        claimNext("wang").then().statusCode(204);
        as("han", "followup-agent")
                .get(PATH + "/mine")
                .then()
                .statusCode(200)
                .body("items.id", contains(first.toString()))
                .body("items[0].leaseUntil", notNullValue())
                .body("items[0].preparation", notNullValue());
        as("wang", "followup-agent").get(PATH + "/mine").then().body("items", empty());
    }

    @Test
    void anExpiredLeaseReturnsTheTask() {
        UUID id = planned();
        claimNext("han").then().body("id", equalTo(id.toString()));
        clock.fix(now.plus(Duration.ofMinutes(29)));
        claimNext("li").then().statusCode(204);
        give("han", id, "renew", "{}")
                .statusCode(200)
                .body("leaseUntil", equalTo(now.plus(Duration.ofMinutes(59)).toString()));
        clock.fix(now.plus(Duration.ofMinutes(59)));
        give("han", id, "attempts", "{\"channel\":\"phone\",\"outcome\":\"reached\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/follow-up-lease-expired"))
                .body("rule", equalTo("FUP-01"));
        awaitClaim("li", id);
        give("han", id, "renew", "{}").statusCode(409).body("type", equalTo("/problems/follow-up-not-the-holder"));
        as("auditor", "auditor")
                .get(PATH + "/" + id + "/history")
                .then()
                .body("items.find { it.type == 'follow-up-released' }.data.reason", equalTo("expired"));
    }

    private void awaitClaim(String agent, UUID id) {
        await(agent + " gets " + id, () -> {
            Response next = claimNext(agent);
            return next.statusCode() == 200 && id.toString().equals(next.path("id"));
        });
    }

    @Test
    void whatIsReleasedIsTheNextOnesTask() {
        UUID id = planned();
        claimNext("han").then().body("id", equalTo(id.toString()));
        give("li", id, "release", "{}").statusCode(409);
        give("han", id, "release", "{\"note\":\"交接班\"}").statusCode(200).body("claim", nullValue());
        awaitClaim("li", id);
    }

    @Test
    @DisplayName("FUP-27: outside the call window there is nothing to claim, and the answer says when there is")
    void theAnswerSaysWhenTheWindowOpens() {
        claimNext("han").then().statusCode(204).header("Next-Opening", nullValue());
        UUID id = planned();
        Instant noon = now.plus(Duration.ofHours(3));
        clock.fix(noon);
        claimNext("han")
                .then()
                .statusCode(204)
                .header("Next-Opening", equalTo(now.plusSeconds(4 * 3600 + 1800).toString()));
        as("han", "followup-agent")
                .body("{\"channel\":\"email\"}")
                .post(PATH + "/claim-next")
                .then()
                .statusCode(200)
                .body("id", equalTo(id.toString()));
    }

    @Test
    @DisplayName("FUP-29: who is to be tried later is waited for")
    void theAnswerSaysWhenACustomerIsToBeTriedAgain() {
        UUID id = planned();
        claimNext("han").then().statusCode(200);
        Instant later = now.plus(Duration.ofMinutes(50));
        give(
                        "han",
                        id,
                        "attempts",
                        "{\"channel\":\"phone\",\"outcome\":\"inconvenient\",\"nextContactAt\":\"" + later + "\"}")
                .statusCode(200)
                .body("status", equalTo("rescheduled"))
                .body("nextContactAt", equalTo(later.toString()));
        await("waited for", () -> later.toString().equals(claimNext("han").header("Next-Opening")));
        clock.fix(later);
        claimNext("han").then().statusCode(200).body("id", equalTo(id.toString()));
    }

    @Test
    @DisplayName("FUP-26: the sixth unanswered attempt ends the chain, for the supervisor to see")
    void theLastUnansweredAttemptEndsTheChain() {
        UUID id = planned();
        for (int i = 1; i <= 6; i++) {
            awaitClaim("han", id);
            give("han", id, "attempts", "{\"channel\":\"email\",\"outcome\":\"no-answer\"}")
                    .statusCode(200)
                    .body("status", equalTo(i < 6 ? "rescheduled" : "unconfirmed"));
            now = now.plus(Duration.ofDays(i == 5 ? 3 : 1));
            clock.fix(now);
        }
        await(
                "shown",
                () -> as("zhou", "followup-supervisor")
                        .get("/v1/follow-up-chains?status=unconfirmed&limit=200")
                        .jsonPath()
                        .getList("items.chainId", String.class)
                        .contains(id.toString()));
    }

    @Test
    void aRetriedClaimIsReplayed() {
        UUID first = planned();
        Response taken = claimWith("han", "key-1-" + first);
        taken.then().statusCode(200).body("id", equalTo(first.toString())).header("Idempotency-Replayed", nullValue());
        give("han", first, "attempts", "{\"channel\":\"phone\",\"outcome\":\"busy\"}")
                .statusCode(200);
        UUID second = planned();
        Response again = claimWith("han", "key-1-" + first);
        again.then()
                .statusCode(200)
                .body("id", equalTo(first.toString()))
                .body("version", equalTo(taken.path("version")))
                .header("Idempotency-Replayed", equalTo("true"));
        as("han", "followup-agent")
                .header("Idempotency-Key", "key-1-" + first)
                .body("{\"channel\":\"email\"}")
                .post(PATH + "/claim-next")
                .then()
                .statusCode(422);
        claimWith("han", "key-2-" + first).then().body("id", equalTo(second.toString()));
    }

    @Test
    @DisplayName("G5: a retry says what it said, whatever the policy says by now")
    void aRetriedClaimIsReplayedAfterThePolicyHasChanged() {
        UUID id = planned();
        claimWith("han", "key-" + id).then().statusCode(200).body("id", equalTo(id.toString()));
        tried("\"email\"");
        try {
            claimWith("han", "key-" + id)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id.toString()))
                    .header("Idempotency-Replayed", equalTo("true"));
        } finally {
            tried("\"phone\"");
        }
    }

    @Test
    @DisplayName("FUP-27: where a visit is tried before the phone, the hours of calls still bind who says no channel")
    void theHoursBindWhereAVisitIsTriedFirst() {
        UUID id = planned();
        clock.fix(now.plus(Duration.ofHours(3)));
        tried("\"visit\",\"phone\"");
        try {
            claimNext("han")
                    .then()
                    .statusCode(204)
                    .header(
                            "Next-Opening",
                            equalTo(now.plusSeconds(4 * 3600 + 1800).toString()));
            as("han", "followup-agent")
                    .body("{\"channel\":\"visit\"}")
                    .post(PATH + "/claim-next")
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id.toString()))
                    .body("preparation.channels", contains("visit", "phone"));
        } finally {
            tried("\"phone\"");
        }
    }

    private static void tried(String channels) {
        as("admin", "admin")
                .body("{\"value\":{\"names\":[" + channels + "]},\"reason\":\"客户意见\"}")
                .put("/v1/policies/fup.channel.priority")
                .then()
                .statusCode(200);
    }

    private static Response claimWith(String agent, String key) {
        return as(agent, "followup-agent")
                .header("Idempotency-Key", key)
                .body("{}")
                .post(PATH + "/claim-next");
    }

    @Test
    @DisplayName("FUP-01: many agents at once, no task twice, no agent two")
    void noTaskIsClaimedTwice() throws Exception {
        int tasks = 40;
        Set<UUID> all = new HashSet<>();
        for (int i = 0; i < tasks; i++) {
            all.add(closed("ordinary", ""));
        }
        for (UUID id : all) {
            awaitStatus(id, "scheduled");
        }
        List<Callable<String>> requests = new ArrayList<>();
        for (int agent = 0; agent < 25; agent++) {
            String name = "racer-" + agent;
            // each agent asks three times at once, as from three windows
            for (int i = 0; i < 3; i++) {
                requests.add(() -> name + " "
                        + claimNext(name).then().statusCode(200).extract().path("id"));
            }
        }
        Set<String> pairs = inParallel(requests);
        assertEquals(25, pairs.size(), () -> "an agent got two: " + pairs);
        assertEquals(
                25,
                pairs.stream()
                        .map(pair -> pair.substring(pair.indexOf(' ') + 1))
                        .distinct()
                        .count());

        Set<String> done = new HashSet<>();
        List<Callable<String>> workers = IntStream.range(0, 2)
                .<Callable<String>>mapToObj(worker -> () -> {
                    String name = "worker-" + worker;
                    Response next = claimNext(name);
                    while (next.statusCode() == 200) {
                        String id = next.path("id");
                        synchronized (done) {
                            assertTrue(done.add(id), "claimed twice: " + id);
                        }
                        give(name, UUID.fromString(id), "attempts", "{\"channel\":\"phone\",\"outcome\":\"refused\"}")
                                .statusCode(200);
                        next = claimNext(name);
                    }
                    return name;
                })
                .toList();
        inParallel(workers);
        assertEquals(15, done.size());
        assertEquals(
                0,
                pool.preparedQuery("select count(*) from (select stream from event where stream = any($1) "
                                + "and type = 'follow-up-claimed' group by stream having count(*) > 1) twice")
                        .execute(Tuple.of(all.toArray(UUID[]::new)))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getLong(0));
    }

    @Test
    void aRetryRacingItsOriginalGetsTheSameTask() throws Exception {
        for (int i = 0; i < 8; i++) {
            planned();
        }
        List<Callable<String>> requests = IntStream.range(0, 12)
                .<Callable<String>>mapToObj(i -> () -> claimWith("han", "race-" + now)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("id"))
                .toList();
        assertEquals(1, inParallel(requests).size());
    }

    private static Set<String> inParallel(List<Callable<String>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            Set<String> results = new HashSet<>();
            for (Future<String> result : threads.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        }
    }

    @Test
    void theHeldTaskIsKnownWhateverTheWorklistSays() {
        UUID id = planned();
        claimNext("han").then().body("id", equalTo(id.toString()));
        // as if the view lagged, or pointed to another one
        UUID other = planned();
        claimNext("han").then().statusCode(200).body("id", equalTo(id.toString()));
        claimNext("li").then().statusCode(200).body("id", equalTo(other.toString()));
    }

    @Test
    @DisplayName("FUP-09: a task is handed to its role or a higher one")
    void rolesTakeTheirOwnAndLowerTasks() {
        UUID major = awaitStatus(closed("major", ""), "scheduled");
        UUID important = awaitStatus(closed("important", ""), "scheduled");
        claimNext("han").then().statusCode(204).header("Next-Opening", nullValue());
        Response next = as("zhou", "followup-supervisor").body("{}").post(PATH + "/claim-next");
        next.then().statusCode(200).body("id", equalTo(important.toString()));
        as("boss", "leader")
                .body("{}")
                .post(PATH + "/claim-next")
                .then()
                .statusCode(200)
                .body("id", equalTo(major.toString()));
    }

    // ---- bad input and wrong roles

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attempts|{\"outcome\":\"reached\"}|/channel",
                "attempts|{\"channel\":\"pigeon\",\"outcome\":\"reached\"}|/channel",
                "attempts|{\"channel\":\"phone\"}|/outcome",
                "attempts|{\"channel\":\"phone\",\"outcome\":\"asleep\"}|/outcome",
                "attempts|{\"channel\":\"phone\",\"outcome\":\"busy\",\"nextContactAt\":\"2020-01-01T00:00:00Z\"}|/nextContactAt",
                "attempts|{\"channel\":\"phone\",\"outcome\":\"busy\",\"nextContactAt\":\"soon\"}|/nextContactAt",
                "attempts|{\"channel\":\"phone\",\"outcome\":\"busy\",\"mood\":\"bad\"}|/mood",
                "review|{\"opinion\":\" \"}|/opinion",
                "review|{}|/opinion",
                "record|{\"satisfaction\":{\"score\":6,\"scale\":5}}|/satisfaction/score",
                "record|{\"satisfaction\":{\"score\":1}}|/satisfaction/scale",
                "record|{\"satisfaction\":{\"score\":1,\"scale\":5}}|/opinions",
                "record|{\"answers\":[{\"question\":\"?\",\"value\":[1]}],\"satisfaction\":{\"score\":5,\"scale\":5}}|/answers/0/value",
                "record|{\"satisfaction\":{\"score\":5,\"scale\":5},\"issues\":[{\"description\":\"\"}]}|/issues/0/description"
            })
    void badInputIsNamed(String verb, String body, String pointer) {
        UUID id = planned();
        String role = verb.equals("review") ? "admin" : "followup-agent";
        claimNext("han").then().statusCode(200);
        if (verb.equals("record")) {
            give("han", id, "attempts", "{\"channel\":\"phone\",\"outcome\":\"reached\"}")
                    .statusCode(200);
        }
        give("han", role, id, verb, body)
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void wrongRolesAreTurnedAway() {
        UUID id = planned();
        as("q", "quality").body("{}").post(PATH + "/claim-next").then().statusCode(403);
        give("a", "agent", id, "renew", "{}").statusCode(403);
        give("a", "quality", id, "release", "{}").statusCode(403);
        give("a", "auditor", id, "attempts", "{\"channel\":\"phone\",\"outcome\":\"reached\"}")
                .statusCode(403);
        give("a", "quality", id, "record", "{\"satisfaction\":{\"score\":5,\"scale\":5}}")
                .statusCode(403);
        give("a", "leader", id, "review", "{\"opinion\":\"好\"}").statusCode(403);
        as("a", "intake").get(PATH + "/" + id).then().statusCode(403);
        as("a", "intake").get(PATH).then().statusCode(403);
        as("a", "intake").get("/v1/follow-up-chains").then().statusCode(403);
        as("a", "followup-agent").get("/v1/agents/b/day").then().statusCode(403);
        given().get(PATH + "/mine").then().statusCode(401);
        as("a", "followup-agent")
                .body("{\"channel\":\"pigeon\"}")
                .post(PATH + "/claim-next")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/channel"));
    }

    @Test
    void whatWasNeverPlannedIsNotFound() {
        UUID nobody = Ids.next();
        as("auditor", "auditor").get(PATH + "/" + nobody).then().statusCode(404);
        give("han", nobody, "renew", "{}").statusCode(404);
        as("auditor", "auditor").get("/v1/follow-up-chains/" + nobody).then().statusCode(404);
        UUID complaint = Ids.next();
        publish(complaint, "complaint-reopened", "{\"reason\":\"?\",\"closing\":1}");
        UUID withdrawn = FollowUps.id(complaint, 1);
        await("withdrawn", () -> number("select count(*) from event where stream = '" + withdrawn + "'") == 1);
        as("auditor", "auditor").get(PATH + "/" + withdrawn).then().statusCode(404);
        closed(complaint, 1, "ordinary", "");
        awaitStatus(withdrawn, "waived");
    }

    @Test
    void aStaleIfMatchIsTurnedAway() {
        UUID id = planned();
        claimNext("han").then().statusCode(200).header("ETag", equalTo("\"2\""));
        as("han", "followup-agent")
                .header("If-Match", "\"1\"")
                .body("{}")
                .post(PATH + "/" + id + "/release")
                .then()
                .statusCode(412);
        as("han", "followup-agent")
                .header("If-Match", "\"2\"")
                .body("{}")
                .post(PATH + "/" + id + "/release")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .header("Event-Position", notNullValue());
    }

    // ---- views

    @Test
    void followUpsAreListedByWhatIsAsked() {
        UUID complaint = Ids.next();
        UUID id = awaitStatus(closed(complaint, 1, "ordinary", ""), "scheduled");
        Response claimed = claimNext("han-" + complaint);
        String position = claimed.header("Event-Position");
        for (String query : List.of(
                "complaintId=" + complaint,
                "customerId=K-" + complaint,
                "chainId=" + id,
                "agent=han-" + complaint,
                "status=scheduled&assigneeRole=followup-agent&severity=ordinary&overdue=false&complaintId=" + complaint,
                "reviewed=false&department=装配车间&dueBefore=" + now.plus(Duration.ofDays(4)) + "&complaintId="
                        + complaint)) {
            as("auditor", "auditor")
                    .header("If-Projection-At-Least", position)
                    .get(PATH + "?" + query)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id.toString()))
                    .body("items[0].claim.agent", equalTo("han-" + complaint))
                    .body("items[0].overdue", equalTo(false));
        }
        clock.fix(now.plus(Duration.ofDays(3)).plusSeconds(1));
        as("auditor", "auditor")
                .get(PATH + "?overdue=true&complaintId=" + complaint)
                .then()
                .body("items[0].overdue", equalTo(true))
                .body("items[0].claim", nullValue());
        for (String bad : List.of(
                "status=asleep", "complaintId=7", "overdue=perhaps", "dueBefore=soon", "colour=red", "after=x")) {
            as("auditor", "auditor").get(PATH + "?" + bad).then().statusCode(400);
        }
    }

    @Test
    void theListIsPaged() {
        for (int i = 0; i < 5; i++) {
            planned();
        }
        Set<String> seen = new HashSet<>();
        String after = "";
        int pages = 0;
        do {
            Response page = as("auditor", "auditor").get(PATH + "?status=scheduled&limit=2" + after);
            page.then().statusCode(200);
            page.jsonPath().getList("items.id", String.class).forEach(id -> assertTrue(seen.add(id)));
            after = page.path("next") == null ? null : "&after=" + page.path("next");
            pages++;
        } while (after != null);
        assertEquals(5, seen.size());
        assertEquals(3, pages);
    }

    @Test
    void anAgentsDayIsCounted() {
        String agent = "day-" + now;
        UUID id = planned();
        claimNext(agent).then().body("id", equalTo(id.toString()));
        give(agent, id, "attempts", "{\"channel\":\"phone\",\"outcome\":\"reached\"}")
                .statusCode(200);
        String position = give(agent, id, "record", "{\"satisfaction\":{\"score\":5,\"scale\":5}}")
                .statusCode(200)
                .extract()
                .header("Event-Position");
        as(agent, "followup-agent")
                .header("If-Projection-At-Least", position)
                .get("/v1/agents/" + agent + "/day")
                .then()
                .statusCode(200)
                .body("claims", equalTo(1))
                .body("attempts", equalTo(1))
                .body("reached", equalTo(1))
                .body("recorded", equalTo(1))
                .body("byHour.hour", contains(9));
        as("zhou", "followup-supervisor")
                .get("/v1/agents/" + agent + "/day?date=2020-01-01")
                .then()
                .statusCode(200)
                .body("byHour", empty());
        as("zhou", "followup-supervisor")
                .get("/v1/agents/x/day?date=soon")
                .then()
                .statusCode(400);
    }

    @Test
    void thePastCanBeAsked() {
        UUID id = planned();
        claimNext("han").then().statusCode(200);
        String planned =
                as("auditor", "auditor").get(PATH + "/" + id + "/history").path("items[0].recordedAt");
        as("auditor", "auditor")
                .get(PATH + "/" + id + "?asOf=" + planned)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("claim", nullValue());
    }

    @Test
    void theExamplesOfTheApiDocumentHaveTheShapeOfTheAnswers() {
        Response api = given().queryParam("format", "json").get("/q/openapi");
        UUID id = planned();
        Response task = claimNext("han");
        List<String> shown = new ArrayList<>(task.jsonPath().getMap("$").keySet().stream()
                .map(String::valueOf)
                .toList());
        List<String> example = new ArrayList<>(api
                .jsonPath()
                .getMap("paths.'/v1/follow-ups/claim-next'.post.responses.'200'.content.'application/json'.example")
                .keySet()
                .stream()
                .map(String::valueOf)
                .toList());
        assertTrue(example.containsAll(shown), () -> shown + " " + example);
        assertNull(task.path("record"));
        assertEquals(id.toString(), task.path("id"));
    }

    @Test
    @Tag("X-09")
    void theCalendarIsChangedWhereItBelongs() {
        as("otto", "admin")
                .body(
                        "{\"value\":{\"zone\":\"Asia/Shanghai\",\"week\":{\"monday\":[\"09:00-18:00\"]}},\"reason\":\"because\"}")
                .put("/v1/policies/calendar")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/policy-owned-elsewhere"))
                .body("detail", equalTo("by complaint-service"));
        as("otto", "admin")
                .body("{\"zone\":\"Asia/Shanghai\",\"week\":{\"monday\":[\"09:00-18:00\"]},\"reason\":\"because\"}")
                .put("/v1/calendar")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/policy-owned-elsewhere"));
        as("otto", "admin")
                .body(
                        "{\"value\":{\"windows\":[\"09:00-12:00\",\"11:00-13:00\"],\"days\":[\"monday\"]},\"reason\":\"because\"}")
                .put("/v1/policies/fup.callWindow")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/value/windows"));
    }

    /** Long after other tests count with it. */
    @Test
    @Tag("X-09")
    @DisplayName("X-09: what complaint-service decides about the calendar holds here too, and says whose it is")
    void theCalendarIsFollowed() {
        String later = "/v1/calendar?year=2090&asOf=2090-01-01T00:00:00Z";
        log.publish(
                Ids.next(),
                "policy-value-changed",
                "{\"key\":\"calendar\",\"version\":2,\"value\":{\"zone\":\"Asia/Shanghai\","
                        + "\"week\":{\"saturday\":[\"10:00-16:00\"]},\"days\":[{\"date\":\"2090-05-02\",\"closed\":\"厂休\"}]},"
                        + "\"effectiveFrom\":\"2090-01-01T00:00:00Z\",\"reason\":\"搬迁\"}",
                now);

        await(
                "the calendar is followed",
                () -> !Integer.valueOf(1).equals(as("bob", "bi").get(later).path("version")));
        as("bob", "bi")
                .get(later)
                .then()
                .body("version", equalTo(2))
                .body("reason", equalTo("complaint-service: 搬迁"))
                .body("week.saturday", equalTo(List.of("10:00-16:00")))
                .body("specialDays.name", equalTo(List.of("厂休")));
    }
}

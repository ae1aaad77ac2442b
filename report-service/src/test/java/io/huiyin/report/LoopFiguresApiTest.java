package io.huiyin.report;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Follow-ups, nonconformities and key figures over HTTP, on a real PostgreSQL and a real Kafka, against a count that is made
 * independently here. Each test has years of its own.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class LoopFiguresApiTest {

    private static final Instant RECORDED = Instant.parse("2026-11-02T00:00:00Z");

    private static TestLog complaints;
    private static TestLog followUps;
    private static TestLog nonconformities;
    private static long second;

    @BeforeAll
    static void start() {
        complaints = Logs.complaints();
        followUps = Logs.followUps();
        nonconformities = Logs.nonconformities();
    }

    private static RequestSpecification as(String... roles) {
        return given().auth().oauth2(Tokens.of(roles)).contentType("application/json");
    }

    private static EventEnvelope publish(TestLog log, UUID subject, String name, String occurredAt, String data) {
        second++;
        return log.publish(
                subject, name, data.replace('\'', '"'), Instant.parse(occurredAt), RECORDED.plusSeconds(second));
    }

    /** Asks until the view has come that far: the answer is 503 until then. */
    private static Response ask(String topic, EventEnvelope atLeast, String address) {
        String token = new PositionToken(topic, Partitions.of(atLeast.subject()), atLeast.position()).encode();
        for (int attempt = 0; attempt < 20; attempt++) {
            Response response = as("bi").header("If-Projection-At-Least", token).get(address);
            if (response.statusCode() != 503) {
                response.then().statusCode(200);
                return response;
            }
        }
        throw new AssertionError("the view does not reach " + atLeast.position());
    }

    private static Response followUpStatistics(EventEnvelope atLeast, String query) {
        return ask("followup-events", atLeast, "/v1/statistics/follow-ups?" + query);
    }

    private static Response nonconformityStatistics(EventEnvelope atLeast, String query) {
        return ask("nonconformity-events", atLeast, "/v1/statistics/nonconformities?" + query);
    }

    private static EventEnvelope planned(UUID id, UUID chain, int contact, String dueAt, String more) {
        return publish(
                followUps,
                id,
                "follow-up-planned",
                dueAt,
                "{'complaintId':'%s','closing':1,'chainId':'%s','contact':%d,'reason':'%s','assigneeRole':'followup-agent','plannedAt':'%s','dueAt':'%s'%s}"
                        .formatted(
                                UUID.randomUUID(),
                                chain,
                                contact,
                                contact == 1 ? "after-complaint" : "second-contact",
                                dueAt,
                                dueAt,
                                more));
    }

    private static EventEnvelope recorded(
            UUID id, UUID chain, String at, int score, int scale, boolean dissatisfied, int issues) {
        List<String> raised = new ArrayList<>();
        for (int i = 0; i < issues; i++) {
            raised.add("{'description':'仍有异响'}");
        }
        return publish(
                followUps,
                id,
                "follow-up-recorded",
                at,
                "{'complaintId':'%s','chainId':'%s','contact':1,'agent':'li','answers':[],'satisfaction':{'score':%d,'scale':%d},'issues':[%s],'dissatisfied':%b,'recordedOn':'%s','attempts':1}"
                        .formatted(
                                UUID.randomUUID(),
                                chain,
                                score,
                                scale,
                                String.join(",", raised),
                                dissatisfied,
                                at.substring(0, 10)));
    }

    private static String percent(long part, long whole) {
        return BigDecimal.valueOf(part * 100)
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** One follow-up as the test remembers it. */
    private record Remembered(
            UUID chain,
            String month,
            @Nullable String agent,
            String outcome,
            boolean reached,
            int score,
            boolean dissatisfied) {}

    @Test
    @DisplayName("RPT-14: follow-ups are counted as an independent count finds them, contacts and cases apart")
    void followUpsAreCountedAsTheyAre() {
        Random random = new Random(20);
        List<Remembered> ledger = new ArrayList<>();
        List<UUID> chains = new ArrayList<>();
        EventEnvelope last = null;
        for (int i = 0; i < 120; i++) {
            UUID id = Ids.next();
            boolean again = !chains.isEmpty() && random.nextInt(4) == 0;
            UUID chain = again ? chains.get(random.nextInt(chains.size())) : id;
            chains.add(chain);
            int month = 1 + random.nextInt(3);
            String due = "1991-%02d-%02dT02:00:00Z".formatted(month, 1 + random.nextInt(28));
            last = planned(id, chain, again ? 2 : 1, due, "");
            String agent = List.of("li", "wang", "zhao").get(random.nextInt(3));
            int fate = random.nextInt(10);
            String outcome = fate < 6 ? "recorded" : fate == 6 ? "waived" : fate == 7 ? "unconfirmed" : "open";
            boolean reached = outcome.equals("recorded");
            boolean held = false;
            if (!outcome.equals("waived") && random.nextInt(5) > 0) {
                last = publish(
                        followUps,
                        id,
                        "follow-up-claimed",
                        due,
                        "{'agent':'%s','agentName':'某','channel':'phone'}".formatted(agent));
                held = true;
                String result = random.nextBoolean() ? "reached" : "no-answer";
                reached |= result.equals("reached");
                last = publish(
                        followUps,
                        id,
                        "follow-up-attempted",
                        due,
                        "{'attempt':1,'agent':'%s','channel':'phone','outcome':'%s'}".formatted(agent, result));
            }
            int score = random.nextInt(6);
            boolean dissatisfied = score <= 2;
            switch (outcome) {
                case "recorded" -> {
                    agent = "li";
                    held = true;
                    last = recorded(id, chain, due, score, 5, dissatisfied, 0);
                }
                case "waived" ->
                    last = publish(followUps, id, "follow-up-waived", due, "{'reason':'complaint-reopened'}");
                case "unconfirmed" ->
                    last = publish(
                            followUps,
                            id,
                            "follow-up-unconfirmed",
                            due,
                            "{'reason':'unanswered','attempts':6,'contact':1}");
                default -> {}
            }
            ledger.add(new Remembered(
                    chain, "1991-%02d".formatted(month), held ? agent : null, outcome, reached, score, dissatisfied));
        }
        assertTrue(last != null);

        Response answer = followUpStatistics(last, "from=1991-01-01&to=1992-01-01&by=month");
        answer.then().body("total", is((int)
                count(ledger, each -> !each.outcome().equals("waived"))));
        same(ledger, answer.jsonPath().getMap("overall"));
        List<Map<String, Object>> months = answer.jsonPath().getList("groups");
        assertEquals(
                List.of("1991-01", "1991-02", "1991-03"),
                months.stream().map(group -> object(group, "key").get("month")).toList());
        for (Map<String, Object> group : months) {
            String month = String.valueOf(object(group, "key").get("month"));
            same(ledger.stream().filter(each -> each.month().equals(month)).toList(), group);
        }
        List<Map<String, Object>> agents = followUpStatistics(last, "from=1991-01-01&to=1992-01-01&by=agent,month")
                .jsonPath()
                .getList("groups");
        for (Map<String, Object> group : agents) {
            Map<?, ?> key = object(group, "key");
            assertTrue(key.containsKey("agent"));
            same(
                    ledger.stream()
                            .filter(each -> each.month().equals(key.get("month"))
                                    && Objects.equals(each.agent(), key.get("agent")))
                            .toList(),
                    group);
        }
        answer.then().body("computedFrom.keySet()", hasItem("followup-events-0"));
    }

    private static Map<?, ?> object(Map<?, ?> of, String field) {
        return (Map<?, ?>) Objects.requireNonNull(of.get(field));
    }

    private static long number(Map<?, ?> of, String field) {
        return ((Number) Objects.requireNonNull(of.get(field))).longValue();
    }

    private static long count(List<Remembered> ledger, Predicate<Remembered> which) {
        return ledger.stream().filter(which).count();
    }

    private static void same(List<Remembered> ledger, Map<String, Object> figures) {
        long due = count(ledger, each -> !each.outcome().equals("waived"));
        long recorded = count(ledger, each -> each.outcome().equals("recorded"));
        assertEquals(due, number(figures, "due"));
        assertEquals(count(ledger, each -> each.outcome().equals("waived")), number(figures, "waived"));
        assertEquals(
                count(ledger, each -> each.reached() && !each.outcome().equals("waived")), number(figures, "reached"));
        assertEquals(recorded, number(figures, "recorded"));
        assertEquals(count(ledger, each -> each.outcome().equals("unconfirmed")), number(figures, "unconfirmed"));
        assertEquals(due == 0 ? null : percent(recorded, due), figures.get("rate"));
        Set<UUID> cases = new HashSet<>();
        long sum = 0;
        long unhappy = 0;
        Map<String, Integer> distribution = new TreeMap<>();
        for (Remembered each : ledger) {
            if (!each.outcome().equals("waived")) {
                cases.add(each.chain());
            }
            if (each.outcome().equals("recorded")) {
                sum += each.score();
                unhappy += each.dissatisfied() ? 1 : 0;
                distribution.merge(Integer.toString(each.score()), 1, Integer::sum);
            }
        }
        assertEquals(unhappy, number(figures, "dissatisfied"));
        assertEquals(cases.size(), object(figures, "cases").get("due"));
        Map<?, ?> satisfaction = object(figures, "satisfaction");
        assertEquals((int) recorded, satisfaction.get("answers"));
        assertEquals((int) (recorded - unhappy), satisfaction.get("satisfied"));
        assertEquals(
                recorded == 0
                        ? null
                        : BigDecimal.valueOf(sum)
                                .divide(BigDecimal.valueOf(recorded), 2, RoundingMode.HALF_UP)
                                .toPlainString(),
                satisfaction.get("mean"));
        Map<String, Integer> given = new TreeMap<>();
        for (Object score : (List<?>) Objects.requireNonNull(satisfaction.get("distribution"))) {
            Map<?, ?> one = (Map<?, ?>) score;
            assertEquals("5", one.get("scale"));
            given.put(String.valueOf(one.get("score")), (Integer) one.get("count"));
        }
        assertEquals(distribution, given);
    }

    @Test
    @DisplayName("RPT-02: nonconformities and their pieces are counted apart, dispositions by quantity")
    void nonconformitiesAreCountedAsTheyAre() {
        UUID parted = Ids.next();
        reported(parted, "1992-01-05T02:00:00Z", "complaint", "minor", 10, "");
        dispose(parted, "a", "rework", 6);
        dispose(parted, "b", "concession", 3);
        approve(parted, "a", "b");
        execute(parted, "a", true);
        reinspect(parted, "a", false);
        dispose(parted, "c", "scrap", 6);
        approve(parted, "c");
        execute(parted, "c", false);

        UUID whole = Ids.next();
        reported(whole, "1992-01-20T02:00:00Z", "incoming-inspection", "major", 40, ",'supplier':'宁波轴承厂'");
        dispose(whole, "a", "rework", null);
        approve(whole, "a");
        execute(whole, "a", true);
        reinspect(whole, "a", true);
        publish(
                nonconformities,
                whole,
                "nonconformity-verified",
                "1992-01-25T02:00:00Z",
                "{'number':'N','complaintIds':[]}");
        publish(
                nonconformities,
                whole,
                "nonconformity-closed",
                "1992-01-26T02:00:00Z",
                "{'number':'N','complaintIds':[],'closedBy':'l'}");

        UUID returned = Ids.next();
        reported(returned, "1992-02-01T02:00:00Z", "complaint", null, 0, "");
        dispose(returned, "a", "scrap", null);
        EventEnvelope last = publish(
                nonconformities,
                returned,
                "nonconformity-disposition-returned",
                "1992-02-02T02:00:00Z",
                "{'dispositionIds':['a'],'opinion':'再议'}");

        String year = "from=1992-01-01&to=1993-01-01";
        reach();
        nonconformityStatistics(last, year + "&by=month")
                .then()
                .body("total", is(3))
                .body("totalItems", is(50))
                .body("groups.key.month", equalTo(List.of("1992-01", "1992-02")))
                .body("groups.events", equalTo(List.of(2, 1)))
                .body("groups.items", equalTo(List.of(50, 0)))
                .body("overall.open", is(2))
                .body("overall.reinspections", equalTo(Map.of("passed", 1, "failed", 1, "passRate", "50.00")))
                .body("overall.concessions", equalTo(Map.of("disposed", 2, "conceded", 1, "rate", "50.00")))
                .body("groups[1].reinspections.passRate", nullValue());
        Response byDisposition = nonconformityStatistics(last, year + "&by=disposition");
        byDisposition.then().body("total", is(3)).body("totalItems", is(50));
        Map<String, List<Integer>> found = new HashMap<>();
        for (Map<String, Object> group : byDisposition.jsonPath().<Map<String, Object>>getList("groups")) {
            found.put(
                    String.valueOf(object(group, "key").get("disposition")),
                    List.of((Integer) group.get("events"), (Integer) group.get("items")));
        }
        assertEquals(
                Map.of(
                        "rework", List.of(1, 40),
                        "concession", List.of(1, 3),
                        "scrap", List.of(1, 6),
                        "null", List.of(2, 1)),
                found,
                "one piece of the first and all of the third have no disposition that holds");
        nonconformityStatistics(last, year + "&by=severity,source")
                .then()
                .body("groups.size()", is(3))
                .body("groups.key", hasItem(Map.of("severity", "major", "source", "incoming-inspection")));
        nonconformityStatistics(last, year + "&by=supplier")
                .then()
                .body("groups.key.supplier", hasItem("宁波轴承厂"))
                .body("groups[0].key", hasKey("supplier"))
                .body("computedFrom.keySet()", hasItem("nonconformity-events-5"));
    }

    private static void reached(TestLog log, String topic, String address) {
        Set<Integer> partitions = new HashSet<>();
        while (partitions.size() < Partitions.COUNT) {
            UUID id = Ids.next();
            if (partitions.add(Partitions.of(id))) {
                ask(topic, publish(log, id, "nothing-of-interest", "1970-01-02T00:00:00Z", "{}"), address);
            }
        }
    }

    /** Waits until every partition of every log was read to here. */
    private static void reach() {
        reached(
                nonconformities,
                "nonconformity-events",
                "/v1/statistics/nonconformities?from=1970-01-01&to=1970-01-02");
        reached(followUps, "followup-events", "/v1/statistics/follow-ups?from=1970-01-01&to=1970-01-02");
        reached(complaints, "complaint-events", "/v1/statistics/complaints?from=1970-01-01&to=1970-01-02");
    }

    private static void reported(
            UUID id, String at, String source, @Nullable String severity, int quantity, String more) {
        publish(
                nonconformities,
                id,
                "nonconformity-reported",
                at,
                "{'number':'N','source':'%s','category':'product-quality'%s,'product':{'name':'干燥机','serialNumbers':[],'quantity':%d},'finding':'f','discoverer':'d','reportedAt':'%s'%s}"
                        .formatted(
                                source, severity == null ? "" : ",'severity':'" + severity + "'", quantity, at, more));
    }

    private static void dispose(UUID id, String disposition, String what, @Nullable Integer quantity) {
        publish(
                nonconformities,
                id,
                "nonconformity-disposition-proposed",
                "1992-01-21T02:00:00Z",
                "{'dispositionId':'%s','disposition':'%s','reason':'r'%s}"
                        .formatted(disposition, what, quantity == null ? "" : ",'quantity':" + quantity));
    }

    private static void approve(UUID id, String... dispositions) {
        publish(
                nonconformities,
                id,
                "nonconformity-disposition-approved",
                "1992-01-21T03:00:00Z",
                "{'dispositionIds':['%s'],'role':'mrb-site'}".formatted(String.join("','", dispositions)));
    }

    private static void execute(UUID id, String disposition, boolean reinspection) {
        publish(
                nonconformities,
                id,
                "nonconformity-disposition-executed",
                "1992-01-22T02:00:00Z",
                "{'dispositionId':'%s','disposition':'x','result':'r','executor':'p','reinspection':%b}"
                        .formatted(disposition, reinspection));
    }

    private static void reinspect(UUID id, String disposition, boolean pass) {
        publish(
                nonconformities,
                id,
                "nonconformity-reinspection-" + (pass ? "passed" : "failed"),
                "1992-01-23T02:00:00Z",
                "{'dispositionId':'%s','inspector':'i'}".formatted(disposition));
    }

    private static EventEnvelope registered(UUID id, String at, String replyDue, String closeDue, String more) {
        return publish(
                complaints,
                id,
                "complaint-registered",
                at,
                "{'number':'9301','status':'registered','channel':'phone','receivedAt':'%s','missing':[],'deadlines':[{'milestone':'first-reply','startedAt':'%s','dueAt':'%s'},{'milestone':'close','startedAt':'%s','dueAt':'%s'}]%s}"
                        .formatted(at, at, replyDue, at, closeDue, more));
    }

    private static EventEnvelope closed(UUID id, String at, String timely) {
        return publish(
                complaints,
                id,
                "complaint-closed",
                at,
                "{'closedAt':'%s','historical':false,'closing':1,'number':'9301','timely':'%s','disputed':'no','rounds':1,'nonconformityIds':[],'liability':{'party':'own','cause':'quality','department':'装配车间'}}"
                        .formatted(at, timely));
    }

    private static Map<String, Object> kpi(Response kpis, String id) {
        return kpis.jsonPath().getMap("items.find { it.kpi == '" + id + "' }");
    }

    private static void kpiIs(Response kpis, String id, int numerator, int denominator, @Nullable String value) {
        Map<String, Object> kpi = kpi(kpis, id);
        assertEquals(numerator, kpi.get("numerator"), id);
        assertEquals(denominator, kpi.get("denominator"), id);
        assertEquals(value, kpi.get("value"), id);
    }

    private static Response kpis(String period) {
        return as("bi").get("/v1/kpis?period=" + period);
    }

    @Test
    @DisplayName("RPT-29: limits that fell in the period, with late, declined, held and reopened cases")
    void limitsAreCountedByWhenTheyFell() {
        String january = "1993-01-04T02:00:00Z";
        UUID good = Ids.next();
        registered(good, january, "1993-01-05T02:00:00Z", "1993-01-10T02:00:00Z", "");
        publish(complaints, good, "complaint-acknowledged", "1993-01-05T02:00:00Z", "{'channel':'phone','text':'t'}");
        closed(good, "1993-01-09T02:00:00Z", "yes");
        UUID late = Ids.next();
        registered(late, january, "1993-01-05T02:00:00Z", "1993-01-10T02:00:00Z", "");
        publish(complaints, late, "complaint-acknowledged", "1993-01-05T02:00:01Z", "{'channel':'phone','text':'t'}");
        closed(late, "1993-02-01T02:00:00Z", "no");
        UUID reopened = Ids.next();
        registered(reopened, january, "1993-01-05T02:00:00Z", "1993-01-10T02:00:00Z", "");
        publish(
                complaints,
                reopened,
                "complaint-acknowledged",
                "1993-01-04T03:00:00Z",
                "{'channel':'phone','text':'t'}");
        closed(reopened, "1993-01-08T02:00:00Z", "yes");
        publish(complaints, reopened, "complaint-reopened", "1993-01-20T02:00:00Z", "{'reason':'r','closing':1}");
        UUID declined = Ids.next();
        registered(declined, january, "1993-01-05T02:00:00Z", "1993-01-10T02:00:00Z", "");
        publish(
                complaints,
                declined,
                "complaint-declined",
                "1993-01-04T04:00:00Z",
                "{'reason':'r','answer':'a','closing':1}");
        UUID held = Ids.next();
        registered(held, january, "1993-01-05T02:00:00Z", "1993-01-10T02:00:00Z", "");
        publish(complaints, held, "complaint-held", "1993-01-04T05:00:00Z", "{'reason':'r','waitingFor':'customer'}");
        UUID february = Ids.next();
        registered(february, january, "1993-02-05T02:00:00Z", "1993-02-10T02:00:00Z", "");
        reach();
        Response kpis = kpis("1993-01");
        kpiIs(kpis, "K-01", 3, 4, "75.00");
        kpiIs(kpis, "K-16", 1, 3, "33.33");
        assertEquals("6", kpi(kpis, "K-18").get("value"));
        assertNull(kpi(kpis, "K-18").get("denominator"));
        assertEquals(false, kpi(kpis, "K-01").get("met"));
        assertEquals(1, kpi(kpis, "K-01").get("definitionVersion"));
        kpiIs(kpis("1993-02"), "K-01", 0, 1, "0.00");
        kpiIs(kpis("1993-Q1"), "K-01", 3, 5, "60.00");
        kpiIs(kpis("1993"), "K-16", 1, 4, "25.00");
        kpiIs(kpis("1993-06"), "K-01", 0, 0, null);
        kpis("1993-06").then().body("items.met", not(hasItem(true))).body("items.met", not(hasItem(false)));

        as("bi").get("/v1/statistics/complaints?from=1993-01-01&to=1993-02-01&by=status")
                .then()
                .body("groups.find { it.key.status == 'closed' }.count", equalTo(2))
                .body("groups.find { it.key.status == 'closed' }.timely.yes", equalTo(1));
        as("bi").get("/v1/statistics/complaints?from=1993-01-01&to=1993-02-01&by=liability,department")
                .then()
                .body("groups.find { it.key.liability == 'own' }.key.department", equalTo("装配车间"));

        Response report = compile("monthly-quality", "1993-01");
        report.then()
                .body("content.sections[3].figures.overdue.count", equalTo(1))
                .body("content.sections[3].figures.byLiability.lines.key", hasItem("own"));
        assertTrue(report.asString().contains(reopened.toString()), "the reopened case is overdue again");
    }

    /** Two events of each of two streams, in every order that keeps each stream in its own. */
    @ParameterizedTest(name = "K-08 RPT-29: {0}")
    @ValueSource(strings = {"FFCC", "FCFC", "FCCF", "CFFC", "CFCF", "CCFF"})
    void issuesMeetTheirOutcomeInWhateverOrder(String order) {
        int month = 1 + List.of("FFCC", "FCFC", "FCCF", "CFFC", "CFCF", "CCFF").indexOf(order);
        String at = "1994-%02d-10T02:00:00Z".formatted(month);
        UUID followUp = Ids.next();
        UUID complaint = Ids.next();
        int f = 0;
        int c = 0;
        for (int i = 0; i < order.length(); i++) {
            if (order.charAt(i) == 'F') {
                EventEnvelope event = f++ == 0
                        ? planned(followUp, followUp, 1, at, "")
                        : recorded(followUp, followUp, at, 1, 5, true, 2);
                followUpStatistics(event, "from=1994-01-01&to=1994-01-02");
            } else {
                EventEnvelope event = c++ == 0
                        ? registered(complaint, at, at, at, ",'originFollowUpId':'" + followUp + "'")
                        : closed(complaint, at, "yes");
                ask("complaint-events", event, "/v1/statistics/complaints?from=1994-01-01&to=1994-01-02");
            }
        }
        String period = "1994-%02d".formatted(month);
        kpiIs(kpis(period), "K-08", 2, 2, "100.00");
        EventEnvelope open = publish(complaints, complaint, "complaint-reopened", at, "{'reason':'r','closing':1}");
        ask("complaint-events", open, "/v1/statistics/complaints?from=1994-01-01&to=1994-01-02");
        kpiIs(kpis(period), "K-08", 0, 2, "0.00");
    }

    private static Response compile(String kind, String period) {
        Response response = as("quality")
                .body("{\"kind\":\"%s\",\"period\":\"%s\"}".formatted(kind, period))
                .post("/v1/reports");
        response.then().statusCode(201);
        return response;
    }

    private static List<Map<String, Object>> measured(String period, int atLeast) {
        for (int attempt = 0; attempt < 100; attempt++) {
            List<Map<String, Object>> found = new ArrayList<>();
            String next = "/v1/events?limit=200";
            while (next != null) {
                Response page = as("bi").get(next);
                page.then().statusCode(200);
                for (Map<String, Object> event : page.jsonPath().<Map<String, Object>>getList("items")) {
                    if ("huiyin.kpi-measured.v1".equals(event.get("type"))
                            && period.equals(object(event, "data").get("period"))) {
                        found.add(event);
                    }
                }
                String cursor = page.path("next");
                next = cursor == null ? null : "/v1/events?limit=200&after=" + cursor;
            }
            if (found.size() >= atLeast) {
                return found;
            }
            pause();
        }
        throw new AssertionError("fewer than " + atLeast + " measurements of " + period);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("RPT-29: a compiled report measures every key figure once; the same figures again are no news")
    void aReportMeasuresItsKeyFigures() {
        UUID followUp = Ids.next();
        planned(followUp, followUp, 1, "1995-05-10T02:00:00Z", ",'product':{'name':'干燥机'},'department':'装配车间'");
        EventEnvelope last = recorded(followUp, followUp, "1995-05-09T02:00:00Z", 2, 5, true, 1);
        followUpStatistics(last, "from=1995-05-01&to=1995-06-01");
        Response first = compile("monthly-quality", "1995-05");
        first.then()
                .body("content.sections[0].kpis.find { it.kpi == 'K-07' }.value", equalTo("100.00"))
                .body("content.sections[4].followUps.total.due", equalTo(1))
                .body("content.sections[4].followUps.dissatisfaction.byDepartment.key", equalTo(List.of("装配车间")))
                .body("content.sections[4].none", equalTo(false))
                .body("computedFrom.keySet()", hasItem("followup-events-0"));
        assertEquals(10, measured("1995-05", 10).size());
        Map<String, Object> reported = first.jsonPath().getMap("content.sections[0].kpis.find { it.kpi == 'K-07' }");
        Map<?, ?> event = measured("1995-05", 10).stream()
                .map(each -> object(each, "data"))
                .filter(each -> "K-07".equals(each.get("kpi")))
                .findFirst()
                .orElseThrow();
        for (String field : List.of("numerator", "denominator", "value", "target", "met", "definitionVersion")) {
            assertEquals(reported.get(field), event.get(field), field);
        }
        assertEquals("Asia/Shanghai", event.get("scope"));
        assertEquals(first.<String>path("id"), event.get("reportId"));

        compile("monthly-quality", "1995-05");
        UUID another = Ids.next();
        followUpStatistics(planned(another, another, 1, "1995-05-11T02:00:00Z", ""), "from=1995-05-01&to=1995-06-01");
        compile("monthly-quality", "1995-05")
                .then()
                .body("content.sections[0].kpis.find { it.kpi == 'K-07' }.value", equalTo("50.00"));
        List<Map<String, Object>> all = measured("1995-05", 11);
        assertEquals(11, all.size(), "only K-07 has changed, and only by the third edition");
        assertEquals(3, object(all.getLast(), "data").get("edition"));
    }

    @Test
    @DisplayName("RPT-05: a quarter and a year are reports like a month, with their own numbers and trends")
    void quartersAndYearsAreReports() {
        for (String at : List.of(
                "1996-01-10T02:00:00Z", "1996-04-10T02:00:00Z", "1995-12-10T02:00:00Z", "1996-05-10T02:00:00Z")) {
            UUID id = Ids.next();
            EventEnvelope event = registered(id, at, at, at, "");
            ask("complaint-events", event, "/v1/statistics/complaints?from=1996-01-01&to=1996-01-02");
        }
        Response quarter = compile("quarterly-quality", "1996-Q2");
        quarter.then()
                .body("period", equalTo("1996-Q2"))
                .body("content.from", equalTo("1996-04-01"))
                .body("content.to", equalTo("1996-07-01"))
                .body("content.sections[3].figures.total", equalTo(2))
                .body("content.sections[3].figures.previous.period", equalTo("1996-Q1"))
                .body("content.sections[3].figures.previous.total", equalTo(1))
                .body("content.sections[3].figures.periods.size()", equalTo(8))
                .body("content.sections[3].figures.byDay", nullValue());
        Response year = compile("yearly-quality", "1996");
        year.then()
                .body("content.sections[3].figures.total", equalTo(3))
                .body("content.sections[3].figures.previous.total", equalTo(1));
        as("bi").accept("text/html")
                .header("Accept-Language", "zh-CN")
                .get("/v1/reports/" + quarter.<String>path("id"))
                .then()
                .statusCode(200)
                .body(containsString("季度质量报告"))
                .body(containsString("1996年第2季度"))
                .body(containsString("QQR-1996-Q2-01"))
                .body(containsString("近八个季度对比"))
                .body(not(containsString("每日投诉数")));
        as("bi").accept("text/html")
                .header("Accept-Language", "en")
                .get("/v1/reports/" + year.<String>path("id"))
                .then()
                .statusCode(200)
                .body(containsString("Yearly Quality Report"))
                .body(containsString("YQR-1996-01"))
                .body(containsString("The last five years"));
        as("bi").get("/v1/reports?kind=quarterly-quality&period=1996-Q2").then().statusCode(200);
    }

    @Test
    @DisplayName("RPT-39, K-33: actions that are open stand in the report, and those due are measured")
    void openActionsStandInTheReport() {
        Response proposed = as("quality").body("""
                        {"problem":"轴承座加工超差","origin":{"kind":"complaint","id":"%s"},"requirement":"消除同类异响"}""".formatted(Ids.next())).post("/v1/improvement-actions");
        String id = proposed.then().statusCode(201).extract().path("id");
        as("quality")
                .body("""
                        {"department":"机加工车间","person":"zhao","requirement":"修订镗孔工艺","dueOn":"2095-05-20","verifyingDepartment":"质量保证部","verifier":"chen"}""")
                .post("/v1/improvement-actions/" + id + "/assign")
                .then()
                .statusCode(200);
        for (int attempt = 0; attempt < 100; attempt++) {
            if (Integer.valueOf(1).equals(kpi(kpis("2095-05"), "K-33").get("denominator"))) {
                break;
            }
            pause();
        }
        kpiIs(kpis("2095-05"), "K-33", 0, 1, "0.00");
        Response report = compile("monthly-quality", "2095-05");
        report.then()
                .body("content.sections[5].none", equalTo(false))
                .body(
                        "content.sections[5].proposals.register.find { it.id == '%s' }.department".formatted(id),
                        equalTo("机加工车间"))
                .body(
                        "content.sections[5].proposals.register.find { it.id == '%s' }.overdue".formatted(id),
                        equalTo(false))
                .body("computedFrom.keySet()", not(hasItem("report-events-0")));
        as("bi").accept("text/html")
                .header("Accept-Language", "zh-CN")
                .get("/v1/reports/" + report.<String>path("id"))
                .then()
                .body(containsString("未完成的改进措施"))
                .body(containsString("轴承座加工超差"));
    }

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource({
        "/v1/kpis, /period",
        "/v1/kpis?period=2015-13, /period",
        "/v1/kpis?period=2015-Q5, /period",
        "/v1/kpis?period=last, /period",
        "/v1/kpis?period=2015&zone=Mars, /zone",
        "/v1/kpis?period=2015&scope=all, /scope",
        "/v1/statistics/follow-ups?to=2015-01-01, /from",
        "/v1/statistics/follow-ups?from=2015-01-01&to=2015-02-01&by=customer, /by",
        "/v1/statistics/nonconformities?from=2015-01-01&to=2015-02-01&by=agent, /by",
        "/v1/statistics/nonconformities?from=2015-01-01&to=2015-01-01, /to"
    })
    void whatCannotBeAskedIsNamed(String address, String pointer) {
        as("bi").get(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void figuresAreForThoseWhoseWorkNeedsThem() {
        for (String address : List.of(
                "/v1/kpis?period=2015-01",
                "/v1/kpis/definitions",
                "/v1/statistics/follow-ups?from=2015-01-01&to=2015-02-01",
                "/v1/statistics/nonconformities?from=2015-01-01&to=2015-02-01")) {
            given().get(address).then().statusCode(401);
            as("intake").get(address).then().statusCode(403);
            as("auditor").get(address).then().statusCode(200);
        }
        as("bi").get("/v1/kpis/definitions")
                .then()
                .body("items.kpi", hasItem("K-33"))
                .body("items.find { it.kpi == 'K-01' }.owner", equalTo("complaint-owner"));
    }
}

package io.huiyin.bench;

import static io.huiyin.bench.Json.object;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.embedded.OwnInstallation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Time passes for organisations of two kinds, in real processes and to the second. */
class TimeTest {

    /** A Monday, 9:00 in Shanghai. */
    private static final Instant ACCEPTED = Instant.parse("2027-03-01T01:00:00Z");

    /**
     * What time does to a case that nobody touches after its acceptance: four hours before the limit of a step a reminder, a day before
     * that of the whole; of the whole alone the ladder.
     */
    private static final List<Told> ALL = List.of(
            reminded("2027-03-01T21:00:00Z", "step gm-office", "2027-03-02T01:00:00Z"),
            breached("step gm-office", "2027-03-02T01:00:00Z"),
            reminded("2027-03-02T21:00:00Z", "step quality", "2027-03-03T01:00:00Z"),
            breached("step quality", "2027-03-03T01:00:00Z"),
            reminded("2027-03-03T21:00:00Z", "step rd", "2027-03-04T01:00:00Z"),
            breached("step rd", "2027-03-04T01:00:00Z"),
            reminded("2027-03-04T21:00:00Z", "step market", "2027-03-05T01:00:00Z"),
            breached("step market", "2027-03-05T01:00:00Z"),
            reminded("2027-03-06T01:00:00Z", "close", "2027-03-07T01:00:00Z"),
            reminded("2027-03-06T21:00:00Z", "step production", "2027-03-07T01:00:00Z"),
            breached("step production", "2027-03-07T01:00:00Z"),
            breached("close", "2027-03-07T01:00:00Z"),
            escalated("2027-03-07T01:00:00Z", "close 1 department-head", "2027-03-07T01:00:00Z"),
            escalated("2027-03-08T01:00:00Z", "close 2 leader", "2027-03-07T01:00:00Z"),
            escalated("2027-03-09T01:00:00Z", "close 3 general-manager", "2027-03-07T01:00:00Z"));

    /** The last working day before the National Day, 17:30 in Shanghai: nobody is called any more that day. */
    private static final Instant CLOSED = Instant.parse("2026-09-30T09:30:00Z");

    /** 10:00 in Shanghai of the first working day after the National Day. */
    private static final String NEXT_OPENING = "2026-10-08T02:00:00Z";

    /** What time did to a case, and when that was due. */
    private record Told(String at, String event, String whose, String limit) {

        private static Told of(JsonNode item) {
            JsonNode data = item.path("data");
            String whose = String.join(
                            " ",
                            data.path("milestone").asText(),
                            data.path("department").asText(),
                            data.path("level").asText(),
                            data.path("role").asText())
                    .replaceAll(" +", " ")
                    .strip();
            return new Told(
                    item.path("occurredAt").asText(),
                    item.path("type").asText(),
                    whose,
                    data.path("dueAt").asText());
        }
    }

    private static Told reminded(String at, String whose, String limit) {
        return new Told(at, "complaint-deadline-approached", whose, limit);
    }

    private static Told breached(String whose, String limit) {
        return new Told(limit, "complaint-deadline-breached", whose, limit);
    }

    private static Told escalated(String at, String whose, String limit) {
        return new Told(at, "complaint-overdue-escalated", whose, limit);
    }

    @Test
    @DisplayName(
            "CMP-26, CMP-28, X-10, G10: a machinery maker's case that is left alone is told of in due order, each thing once")
    void aCaseThatIsLeftAloneIsToldOfInOrderAndOnce() throws Exception {
        try (OwnInstallation installation = Stack.prepare("machinery", ACCEPTED, "MACHINERY")) {
            installation.startStores();
            installation.start(List.of("complaint"));
            Client client = new Client(installation.access());
            Clock clock = new Clock(client);
            ComplaintApi complaints = new ComplaintApi(client);
            String id = file(complaints, "general");
            Answer accepted = complaints.accept(Staff.QUALITY, id).now("accepted");
            assertEquals(List.of(), overdue(client, accepted).nodes("/items"));

            clock.set(Service.COMPLAINT, Instant.parse("2027-03-02T01:00:00Z"));
            isTold(complaints, id, ALL.subList(0, 2));
            deadline(client, id, "/used", "PT24H", "/left", "PT120H", "/overdueBy", "PT0S");

            installation.kill("complaint");
            installation.setClock(Instant.parse("2027-03-03T04:00:00Z"));
            installation.start(List.of("complaint"));
            isTold(complaints, id, ALL.subList(0, 4));
            Client.await(
                    "an overdue complaint",
                    () -> overdue(client, accepted),
                    answer -> answer.string("/items/0/id").equals(id));

            clock.set(Service.COMPLAINT, Instant.parse("2027-03-06T20:59:59Z"));
            isTold(complaints, id, ALL.subList(0, 9));
            clock.set(Service.COMPLAINT, Instant.parse("2027-03-07T01:00:00Z"));
            isTold(complaints, id, ALL.subList(0, 13));
            clock.set(Service.COMPLAINT, Instant.parse("2027-03-09T01:00:00Z"));
            isTold(complaints, id, ALL);
            deadline(client, id, "/used", "PT144H", "/left", "PT0S", "/overdueBy", "PT48H");
        }
    }

    @Test
    @DisplayName("FUP-27, FUP-28: a hospital calls nobody on a holiday, whatever is due, but at the next opening")
    void aFollowUpDueOnAHolidayIsOfferedAtTheNextOpening() throws Exception {
        try (OwnInstallation installation = Stack.prepare("hospital", CLOSED, "HOSPITAL")) {
            installation.startStores();
            installation.start(List.of("complaint", "followup"));
            Client client = new Client(installation.access());
            Clock clock = new Clock(client);
            FollowUpApi followUps = new FollowUpApi(client);
            String complaint = close(new ComplaintApi(client));
            Answer planned = Client.await(
                    "the follow-up of " + complaint,
                    () -> followUps.ofComplaint(complaint),
                    answer -> answer.isOk() && !answer.nodes("/items").isEmpty());
            assertEquals("2026-10-03T09:30:00Z", planned.string("/items/0/dueAt"), planned::text);

            isOfferedLater(followUps);
            for (String holiday : List.of(
                    "2026-10-01T02:00:00Z", "2026-10-03T09:30:00Z", "2026-10-07T03:00:00Z", "2026-10-08T01:59:59Z")) {
                clock.set(Service.FOLLOWUP, Instant.parse(holiday));
                isOfferedLater(followUps);
            }
            clock.set(Service.FOLLOWUP, Instant.parse(NEXT_OPENING));
            Answer offered = followUps.claimNext(Staff.CALLER).is(200);
            assertEquals(planned.string("/items/0/id"), offered.id());
        }
    }

    private static String file(ComplaintApi complaints, String severity) {
        return complaints
                .file(
                        Staff.AGENT,
                        object(
                                "channel",
                                "phone",
                                "customer",
                                object("id", "C-TIME", "name", "青岛海光食品", "phone", "13800000000"),
                                "issue",
                                "noise",
                                "severity",
                                severity,
                                "description",
                                "运行时有金属摩擦声",
                                "demand",
                                "explanation"))
                .is(201)
                .id();
    }

    /** All that was told, once it is as much; more than that is wrong, and so is another order. */
    private static void isTold(ComplaintApi complaints, String id, List<Told> wanted) {
        Answer history = Client.await(
                wanted.getLast() + " and all before it",
                () -> complaints.history(id),
                answer -> answer.isOk() && told(answer).size() >= wanted.size());
        assertEquals(wanted, told(history));
    }

    /** Of the limits that start with the acceptance: those of the steps and of the whole. */
    private static List<Told> told(Answer history) {
        return history.nodes("/items").stream()
                .filter(item -> Set.of("step", "close")
                        .contains(item.path("data").path("milestone").asText()))
                .map(Told::of)
                .toList();
    }

    private static Answer overdue(Client client, Answer after) {
        return client.getAtLeast(
                        Staff.AUDITOR,
                        Service.COMPLAINT,
                        "/v1/complaints?overdue=true",
                        after.header("Event-Position").orElseThrow())
                .ok();
    }

    private static void deadline(Client client, String id, Object... pointersAndValues) {
        Answer close = client.get(Staff.AUDITOR, Service.COMPLAINT, "/v1/complaints/" + id + "/deadlines/close")
                .ok();
        for (Map.Entry<String, Object> wanted : object(pointersAndValues).entrySet()) {
            assertEquals(wanted.getValue(), close.string(wanted.getKey()), close::text);
        }
    }

    /** The shortest way: nobody is liable, and the customer takes the explanation. */
    private static String close(ComplaintApi complaints) {
        String id = file(complaints, "ordinary");
        complaints.accept(Staff.OWNER, id).now("accepted");
        complaints
                .give(
                        Staff.OWNER,
                        id,
                        "classify",
                        object("severity", "ordinary", "causeClass", "misunderstanding", "issue", "noise"))
                .now("classified");
        complaints.startInvestigation(Staff.OWNER, id).now("investigating");
        complaints.recordFinding(Staff.PRODUCTION, id).now("investigating");
        complaints.determineLiability(Staff.QUALITY, id, "none", "other", null).now("liability-determined");
        complaints.informCustomer(Staff.AGENT, id).now("communicated");
        complaints.recordDecision(Staff.AGENT, id, "accepted").now("implementing");
        complaints.completeMeasure(Staff.OWNER, id).now("implemented");
        complaints.verify(Staff.QUALITY, id, "pass").now("verified");
        return complaints.close(Staff.OWNER, id).now("closed").id();
    }

    private static void isOfferedLater(FollowUpApi followUps) {
        Answer none = followUps.claimNext(Staff.CALLER).is(204);
        assertEquals(NEXT_OPENING, none.header("Next-Opening").orElse(""));
    }
}

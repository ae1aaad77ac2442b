package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.GENERAL;
import static io.huiyin.complaint.Cases.MACHINERY;
import static io.huiyin.complaint.Cases.accept;
import static io.huiyin.complaint.Cases.complaint;
import static io.huiyin.complaint.Cases.register;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.huiyin.complaint.AFiling;
import io.huiyin.complaint.ComplaintCommand;
import io.huiyin.complaint.ComplaintCommand.AcceptComplaint;
import io.huiyin.complaint.ComplaintCommand.AcknowledgeComplaint;
import io.huiyin.complaint.ComplaintCommand.EscalateComplaint;
import io.huiyin.complaint.ComplaintCommand.HandOver;
import io.huiyin.complaint.ComplaintCommand.RegisterFromFollowUp;
import io.huiyin.complaint.ComplaintCommand.TimePasses;
import io.huiyin.complaint.ComplaintEvent;
import io.huiyin.complaint.Notice;
import io.huiyin.complaint.Recipient;
import io.huiyin.complaint.Steps;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.policy.PolicyProfiles;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X-08")
@Tag("CMP-28")
@DisplayName("X-08: who is told of something stands in the event that gives cause")
class WhoIsToldTest {

    private static final Recipient WANG = Recipient.ofPerson("wang");

    private static @Nullable List<Recipient> told(ComplaintEvent event) {
        return assertInstanceOf(Notice.class, event).notified();
    }

    /** Whom each event tells that a command brings about. */
    private static List<@Nullable List<Recipient>> told(
            PolicyValues policies, Steps before, Instant now, ComplaintCommand command) {
        List<@Nullable List<Recipient>> told = new ArrayList<>();
        complaint(policies)
                .given(before.history())
                .at(now)
                .when(command)
                .thenEvents(events -> events.forEach(event -> told.add(told(event))));
        return told;
    }

    @ParameterizedTest
    @CsvSource({
        "GENERAL, phone, role:complaint-owner",
        "GENERAL, internal, role:complaint-owner",
        "MACHINERY, web, role:complaint-owner",
        "GROUP, internal, department:production-office",
        "GROUP, phone, department:sales-company"
    })
    @DisplayName(
            "X-08, CMP-02: a new case is told to its owning desk, in a group (003-J) by whether it comes from inside")
    void aNewCase(String profile, String channel, String recipient) {
        PolicyValues policies = PolicyProfiles.load(profile);
        complaint(policies)
                .given()
                .when(register(AFiling.complete().channel(channel).severity(null)))
                .thenEvents(events -> assertEquals(List.of(Recipient.read(recipient)), told(events.getFirst())));
    }

    @Test
    @DisplayName("X-08: where the policy names nobody, nobody is told")
    void aNewCaseOfAChannelThatIsNotNamed() {
        Map<String, PolicyValues.Entry> values = new HashMap<>(GENERAL.values());
        values.put(
                "cmp.notify.newCase",
                new PolicyValues.Entry(new PolicyValue.ByName(Map.of("phone", "role:agent")), 2, "GENERAL"));
        complaint(new PolicyValues("GENERAL", values))
                .given()
                .when(register(AFiling.complete()))
                .thenEvents(events -> assertNull(told(events.getFirst())));
    }

    @Test
    @DisplayName("X-08, CMP-26: an acceptance is told to the handler, and to the department that has the first step")
    void anAcceptance() {
        Instant now = at("2026-03-02T09:00:00");
        assertEquals(List.of(List.of(WANG)), told(GENERAL, Steps.registered(), now, accept()));
        assertEquals(
                List.of(List.of(WANG, Recipient.ofDepartment("gm-office"))),
                told(MACHINERY, Steps.registered(MACHINERY), now, accept()));
        complaint(GENERAL)
                .given(Steps.registered().history())
                .when(new AcceptComplaint(null, null))
                .thenEvents(events -> assertNull(told(events.getFirst())));
    }

    @Test
    @DisplayName("X-08, CMP-26: the next department is told that it has the case; after the last step there is none")
    void aHandOver() {
        complaint(MACHINERY)
                .given(machinery().history())
                .when(new HandOver(null, null))
                .thenEvents(
                        events -> assertEquals(List.of(Recipient.ofDepartment("quality")), told(events.getFirst())));
        complaint(MACHINERY)
                .given(machinery().then(new HandOver("production", null)).history())
                .when(new HandOver(null, null))
                .thenEvents(events -> assertNull(told(events.getFirst())));
    }

    @Test
    @DisplayName("X-08, CMP-39: the tier is told that a settlement waits for it, the next one when it is escalated")
    void anApprovalRequest() {
        Recipient manager = Recipient.ofRole("general-manager");
        complaint(GENERAL)
                .given(Steps.registered().liable("own", "quality").history())
                .when(Steps.propose("1200.00"))
                .thenEvents(events -> assertEquals(List.of(manager), told(events.getFirst())));
        complaint(GENERAL)
                .given(Steps.registered().rejected().history())
                .when(new EscalateComplaint("客户要求", null))
                .thenEvents(events -> assertEquals(List.of(manager), told(events.getFirst())));
    }

    @Test
    @DisplayName(
            "X-08, CMP-28: of a limit is told who holds the case: the handler, without one the desk; then the ladder")
    void aLimit() {
        Instant late = at("2026-03-03T12:00:00");
        List<Recipient> head = List.of(Recipient.ofRole("department-head"));
        List<Recipient> desk = List.of(Recipient.ofRole("complaint-owner"));
        assertEquals(
                List.of(desk, desk, desk, head, desk), told(GENERAL, Steps.registered(), late, new TimePasses(late)));
        assertEquals(
                List.of(List.of(WANG), List.of(WANG), head, List.of(WANG)),
                told(GENERAL, Steps.registered().then(accept()), late, new TimePasses(late)));
    }

    @Test
    @DisplayName("X-08, CMP-26: of a step's limit its department is told, though the case has a handler")
    void aLimitOfAStep() {
        Instant late = at("2026-03-03T12:00:00");
        List<Recipient> office = List.of(Recipient.ofDepartment("gm-office"));
        assertEquals(List.of(office, office), told(MACHINERY, machinery(), late, new TimePasses(late)));
    }

    @Test
    @DisplayName("X-08, FUP-44: without a responsible department the heads are told what a follow-up found")
    void aFindingOfNoDepartment() {
        complaint(GENERAL)
                .given()
                .when(new RegisterFromFollowUp(
                        "26030002",
                        AFiling.complete().filing(),
                        UUID.fromString("0198f0a0-7c1e-7000-8000-000000000021"),
                        null))
                .thenEvents(
                        events -> assertEquals(List.of(Recipient.ofRole("department-head")), told(events.getLast())));
    }

    @Test
    @DisplayName("X-08: events of before, which did not say who is told, still read")
    void eventsOfBefore() {
        ComplaintEvent before =
                EventNames.of(ComplaintEvent.class).read("complaint-accepted", 1, "{\"handler\":\"wang\"}");
        assertNull(assertInstanceOf(Notice.class, before).notified());
    }

    /** Accepted on Monday at 9:00, and the sender told. */
    private static Steps machinery() {
        return Steps.registered(MACHINERY).then(accept()).then(new AcknowledgeComplaint("phone", "已受理", null, null));
    }

    private static Instant at(String shanghai) {
        return Instant.parse(shanghai + "+08:00");
    }
}

package io.huiyin.complaint;

import static io.huiyin.complaint.Cases.caseOf;
import static io.huiyin.complaint.Cases.complaint;
import static io.huiyin.complaint.Cases.register;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.complaint.ComplaintEvent.ComplaintRegistered;
import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.policy.PolicyRef;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisteringTest {

    @Test
    void saysAllThatWasFiled() {
        complaint()
                .given()
                .when(register(AFiling.complete()))
                .then(new ComplaintRegistered(
                        "26030001",
                        "registered",
                        "web",
                        AFiling.RECEIVED,
                        new Source("crm-7", "A-1001"),
                        false,
                        false,
                        AFiling.customer("李雷", "13800000000"),
                        AFiling.dryer(),
                        "product-quality",
                        "noise",
                        "ordinary",
                        "华东",
                        "运行时有异响",
                        "repair",
                        List.of(),
                        List.of(
                                new Deadline(
                                        "first-reply",
                                        AFiling.RECEIVED,
                                        Instant.parse("2026-03-03T00:30:00Z"),
                                        new PolicyRef("cmp.sla.firstReply", 1, "GENERAL"),
                                        null,
                                        null,
                                        Instant.parse("2026-03-02T20:30:00Z"),
                                        Cases.LADDER,
                                        null),
                                new Deadline(
                                        "register",
                                        AFiling.RECEIVED,
                                        Instant.parse("2026-03-03T00:30:00Z"),
                                        new PolicyRef("cmp.sla.register", 1, "GENERAL")),
                                new Deadline(
                                        "accept",
                                        Cases.NOW,
                                        Instant.parse("2026-03-03T01:00:00Z"),
                                        new PolicyRef("cmp.sla.accept", 1, "GENERAL"),
                                        null,
                                        null,
                                        Instant.parse("2026-03-02T21:00:00Z"),
                                        null,
                                        null),
                                new Deadline(
                                        "track",
                                        Cases.NOW,
                                        Instant.parse("2026-03-05T01:00:00Z"),
                                        new PolicyRef("cmp.sla.track", 1, "GENERAL"),
                                        null,
                                        null,
                                        Instant.parse("2026-03-04T01:00:00Z"),
                                        null,
                                        null),
                                new Deadline(
                                        "close",
                                        Cases.NOW,
                                        Instant.parse("2026-03-08T01:00:00Z"),
                                        new PolicyRef("cmp.sla.close", 1, "GENERAL"),
                                        null,
                                        null,
                                        Instant.parse("2026-03-07T01:00:00Z"),
                                        Cases.LADDER,
                                        null)),
                        null,
                        List.of(Recipient.ofRole("complaint-owner")),
                        null));
    }

    @Test
    void isFoldedToWhatWasFiled() {
        complaint().given().when(register(AFiling.complete())).thenState(state -> {
            Complaint.Case filed = caseOf(state);
            assertEquals("26030001", filed.number());
            assertEquals(ComplaintStatus.REGISTERED, filed.status());
            assertEquals(AFiling.complete().filing(), filed.filing());
            assertNull(filed.history());
            assertNull(filed.ending().closedAt());
        });
    }

    @Test
    void needsNoSource() {
        complaint()
                .given()
                .when(register(AFiling.complete().source(null)))
                .thenState(state -> assertNull(caseOf(state).filing().source()));
    }

    @Test
    void namesEveryFaultAtOnce() {
        AFiling wrong = AFiling.complete()
                .channel("pigeon")
                .description(" ")
                .customer(null)
                .severity("awful")
                .receivedAt(Cases.NOW.plusSeconds(999_999));
        ComplaintDecider decider = new ComplaintDecider();
        Context context = new Context(Cases.NOW, Actor.system("test"), Cases.GENERAL, Calendars.of(Cases.GENERAL));
        InvalidInput invalid =
                assertThrows(InvalidInput.class, () -> decider.decide(register(wrong), decider.initial(), context));
        assertEquals(
                List.of("/channel", "/description", "/customer/name", "/customer/phone", "/severity", "/receivedAt"),
                invalid.faults().stream().map(FieldFault::pointer).toList());
    }
}

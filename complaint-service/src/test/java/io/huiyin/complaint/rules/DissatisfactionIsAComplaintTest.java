package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.GENERAL;
import static io.huiyin.complaint.Cases.NOW;
import static io.huiyin.complaint.Cases.caseOf;
import static io.huiyin.complaint.Cases.complaint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.complaint.ComplaintCommand.RegisterFromFollowUp;
import io.huiyin.complaint.ComplaintEvent.ComplaintRegistered;
import io.huiyin.complaint.ComplaintEvent.HeadNotified;
import io.huiyin.complaint.ComplaintStatus;
import io.huiyin.complaint.Filing;
import io.huiyin.complaint.Recipient;
import io.huiyin.complaint.Steps;
import io.huiyin.complaint.incoming.followup.FollowUpFact.Customer;
import io.huiyin.complaint.incoming.followup.FollowUpFact.Issue;
import io.huiyin.complaint.incoming.followup.FollowUpFact.Person;
import io.huiyin.complaint.incoming.followup.FollowUpFact.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DissatisfactionIsAComplaintTest {

    private static final UUID FOLLOW_UP = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000021");

    private static Recorded recorded(@Nullable String opinions, Issue... issues) {
        Customer customer =
                new Customer("c-1", true, "key-account", new Person("p-1", "李雷", "13800000000", null, null));
        return new Recorded(
                UUID.randomUUID(), "26030001", true, opinions, List.of(issues), customer, null, "ordinary", "总装车间");
    }

    @Test
    @DisplayName("FUP-43: all issues of one contact make one complaint, of the severest of them")
    void allIssuesMakeOneComplaint() {
        Filing filing = DissatisfactionIsAComplaint.filing(
                recorded(
                        "维修后仍有异响",
                        new Issue("异响", "important", "更换"),
                        new Issue("上门迟到", "enormous", null),
                        new Issue("态度差", "ordinary", "道歉")),
                NOW,
                GENERAL);
        assertEquals("follow-up", filing.channel());
        assertEquals("维修后仍有异响\n异响\n上门迟到\n态度差", filing.description());
        assertEquals("更换\n道歉", filing.demand());
        assertEquals("important", filing.severity());
        assertEquals("c-1", filing.customer() == null ? "" : filing.customer().customerId());
    }

    @Test
    @DisplayName("FUP-43: who demands nothing wants what he describes put right")
    void aDemandIsNeverMissing() {
        Filing filing = DissatisfactionIsAComplaint.filing(recorded("维修后仍有异响"), NOW, GENERAL);
        assertEquals("维修后仍有异响", filing.demand());
        assertEquals("ordinary", filing.severity());
    }

    @Test
    @DisplayName("FUP-44: the head of the responsible department is told on the same day")
    void theHeadIsToldOnTheSameDay() {
        Filing filing = DissatisfactionIsAComplaint.filing(recorded("维修后仍有异响"), NOW, GENERAL);
        complaint()
                .given()
                .when(new RegisterFromFollowUp("26030002", filing, FOLLOW_UP, "总装车间"))
                .thenEvents(events -> {
                    ComplaintRegistered registered = assertInstanceOf(ComplaintRegistered.class, events.getFirst());
                    assertEquals(FOLLOW_UP, registered.originFollowUpId());
                    assertEquals(
                            new HeadNotified(
                                    "总装车间",
                                    "维修后仍有异响",
                                    FOLLOW_UP,
                                    Instant.parse("2026-03-02T16:00:00Z"),
                                    List.of(Recipient.ofDepartment("总装车间"))),
                            events.getLast());
                })
                .thenState(state -> {
                    assertEquals(ComplaintStatus.REGISTERED, caseOf(state).status());
                    assertEquals(FOLLOW_UP, caseOf(state).links().originFollowUpId());
                });
    }

    @Test
    @DisplayName("FUP-43: one follow-up registers one complaint")
    void onlyOnce() {
        Filing filing = DissatisfactionIsAComplaint.filing(recorded("维修后仍有异响"), NOW, GENERAL);
        complaint()
                .given(Steps.registered().history())
                .when(new RegisterFromFollowUp("26030002", filing, FOLLOW_UP, null))
                .thenNothing();
    }

    @Test
    @DisplayName("FUP-43: a customer who cannot be named makes an anonymous complaint")
    void withoutANameItIsAnonymous() {
        Recorded nameless = new Recorded(UUID.randomUUID(), null, true, "不满意", null, null, null, null, null);
        Filing filing = DissatisfactionIsAComplaint.filing(nameless, NOW, GENERAL);
        assertTrue(filing.anonymous());
        complaint()
                .given()
                .when(new RegisterFromFollowUp("26030002", filing, FOLLOW_UP, null))
                .thenEvents(events -> assertEquals(2, events.size()));
    }
}

package io.huiyin.followup.task.policies;

import static io.huiyin.followup.task.Tasks.COMPLAINT;
import static io.huiyin.followup.task.Tasks.CUSTOMER;
import static io.huiyin.followup.task.Tasks.FIRST;
import static io.huiyin.followup.task.Tasks.HANDLED;
import static io.huiyin.followup.task.Tasks.NEXT;
import static io.huiyin.followup.task.Tasks.NOW;
import static io.huiyin.followup.task.Tasks.PRODUCT;
import static io.huiyin.followup.task.Tasks.SECOND_COMPLAINT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.huiyin.followup.task.FollowUpCommand;
import io.huiyin.followup.task.FollowUpCommand.ConfirmEarlierContact;
import io.huiyin.followup.task.FollowUpCommand.Link;
import io.huiyin.followup.task.FollowUpCommand.PlanFollowUp;
import io.huiyin.followup.task.FollowUpCommand.PlanRecontact;
import io.huiyin.followup.task.FollowUpCommand.WaiveFollowUp;
import io.huiyin.followup.task.FollowUpEvent.FollowUpClosed;
import io.huiyin.followup.task.FollowUps;
import io.huiyin.followup.task.Handled;
import io.huiyin.followup.task.Subject;
import io.huiyin.followup.task.Tasks;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.reaction.Policy.Sent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Given an event, then a command. What a repeat of it comes to, the aggregate decides: see its tests. */
class PoliciesTest {

    private static final Handled FIRST_CLOSING = new Handled(COMPLAINT, "26020001", 1, HANDLED);
    private static final Handled SECOND_CLOSING = new Handled(SECOND_COMPLAINT, "26030001", 1, HANDLED);

    private static final String CUSTOMER_JSON = """
            "customer":{"customerId":"K-1","identified":true,"customerClass":"ordinary",
              "person":{"personId":"0198f0a0-7c1e-7000-8000-0000000000aa","name":"李雷","phone":"13800000000"}},
            "product":{"name":"干燥机","model":"DR-40","quantity":1},"issue":"noise",
            "liability":{"party":"own","cause":"quality","department":"装配车间"}""";

    private static EventEnvelope complaint(UUID id, String name, String data) {
        return Tasks.event("/complaint-service", "complaint", id, 7, name, data, HANDLED);
    }

    private static String closed(String number, int closing, String more) {
        return """
                {"closedAt":"%s","historical":false,"closing":%d,"number":"%s","anonymous":false,"replyOnly":false,
                 "severity":"ordinary",%s%s,"timely":"yes","disputed":"no","rounds":1,"nonconformityIds":[]}
                """.formatted(HANDLED, closing, number, CUSTOMER_JSON, more);
    }

    private static List<Sent<FollowUpCommand>> plan(EventEnvelope event) {
        return WhenAComplaintIsClosedThenPlanAFollowUp.commands(event);
    }

    @Test
    @DisplayName("FUP-07: a closing makes one follow-up, always the same")
    void aClosedComplaintIsFollowedUp() {
        EventEnvelope event = complaint(COMPLAINT, "complaint-closed", closed("26020001", 1, ""));
        assertEquals(
                List.of(new Sent<>(
                        FIRST, new PlanFollowUp(FIRST_CLOSING, Link.first(FIRST), Tasks.subject("ordinary"), null))),
                plan(event));
        assertEquals(plan(event), plan(event));
        UUID second = FollowUps.id(COMPLAINT, 2);
        assertNotEquals(FIRST, second);
        assertEquals(
                second, plan(complaint(COMPLAINT, "complaint-closed", closed("26020001", 2, ""))).getFirst().stream());
    }

    @ParameterizedTest
    @CsvSource({"true,false,anonymous", "false,true,reply-only"})
    @DisplayName("CMP-10: an exempt one says why")
    void anExemptOneSaysWhy(boolean anonymous, boolean replyOnly, String why) {
        String data = """
                {"closedAt":"%s","historical":false,"closing":1,"number":"26020001","anonymous":%s,"replyOnly":%s}
                """.formatted(HANDLED, anonymous, replyOnly);
        assertEquals(
                List.of(new Sent<>(FIRST, new PlanFollowUp(FIRST_CLOSING, Link.first(FIRST), Subject.UNKNOWN, why))),
                plan(complaint(COMPLAINT, "complaint-closed", data)));
    }

    @Test
    void aHistoricalClosingPlansNothing() {
        assertEquals(
                List.of(),
                plan(complaint(
                        COMPLAINT, "complaint-closed", "{\"closedAt\":\"2015-04-01T04:00:00Z\",\"historical\":true}")));
    }

    @Test
    @DisplayName("FUP-46: a complaint that a follow-up led to goes back to that follow-up")
    void aSecondComplaintGoesBackToItsOrigin() {
        String origin = ",\"originFollowUpId\":\"" + FIRST + "\"";
        assertEquals(
                List.of(new Sent<>(
                        FIRST,
                        new PlanRecontact(
                                NEXT,
                                SECOND_CLOSING,
                                new Subject(CUSTOMER, PRODUCT, "ordinary", "noise", "装配车间"),
                                null))),
                plan(complaint(SECOND_COMPLAINT, "complaint-closed", closed("26030001", 1, origin))));
    }

    @Test
    @DisplayName("FUP-46: so does one that was declined")
    void aDeclinedSecondComplaintGoesBackToo() {
        String data = "{\"reason\":\"duplicate\",\"answer\":\"已答复\",\"closing\":1,\"number\":\"26030001\","
                + "\"originFollowUpId\":\"" + FIRST + "\"}";
        assertEquals(
                List.of(new Sent<>(FIRST, new PlanRecontact(NEXT, SECOND_CLOSING, Subject.UNKNOWN, null))),
                plan(complaint(SECOND_COMPLAINT, "complaint-declined", data)));
    }

    @Test
    void anyOtherDeclineEndsWithItsAnswer() {
        assertEquals(
                List.of(),
                plan(complaint(
                        COMPLAINT,
                        "complaint-declined",
                        "{\"reason\":\"spam\",\"answer\":\"谢谢\",\"closing\":1,\"number\":\"26020001\"}")));
    }

    @Test
    void aPlannedRecontactBecomesTheNextContact() {
        EventEnvelope event = Tasks.event(
                "/followup-service",
                "follow-up",
                FIRST,
                5,
                "follow-up-recontact-planned",
                EventJson.write(Tasks.recontact(NEXT)),
                NOW);
        assertEquals(
                List.of(new Sent<>(
                        NEXT,
                        new PlanFollowUp(
                                new Handled(SECOND_COMPLAINT, "26030001", 1, NOW),
                                new Link(FIRST, 2, FIRST),
                                Tasks.subject("ordinary"),
                                null))),
                WhenARecontactIsPlannedThenPlanTheContact.commands(event));
    }

    @Test
    void aReopenedComplaintsFollowUpIsWaived() {
        assertEquals(
                List.of(new Sent<>(FollowUps.id(COMPLAINT, 2), new WaiveFollowUp(COMPLAINT))),
                WhenAComplaintIsReopenedThenWaiveItsFollowUp.commands(
                        complaint(COMPLAINT, "complaint-reopened", "{\"reason\":\"又响了\",\"closing\":2}")));
        assertEquals(
                List.of(),
                WhenAComplaintIsReopenedThenWaiveItsFollowUp.commands(
                        complaint(COMPLAINT, "complaint-reopened", "{\"reason\":\"旧案\"}")));
    }

    @Test
    @DisplayName("FUP-46: a contact that confirms closes its predecessor")
    void aConfirmingContactClosesItsPredecessor() {
        assertEquals(
                List.of(new Sent<>(FIRST, new ConfirmEarlierContact(NEXT))),
                WhenAContactConfirmsThenCloseItsPredecessor.commands(
                        closedContact(new FollowUpClosed(FIRST, 2, FIRST))));
        assertEquals(
                List.of(),
                WhenAContactConfirmsThenCloseItsPredecessor.commands(
                        closedContact(new FollowUpClosed(FIRST, 1, null))));
    }

    private static EventEnvelope closedContact(FollowUpClosed event) {
        return Tasks.event(
                "/followup-service",
                "follow-up",
                NEXT,
                6,
                "follow-up-closed",
                EventJson.write(event),
                Instant.parse("2026-03-05T02:00:00Z"));
    }
}

package io.huiyin.followup.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.followup.incoming.complaint.ComplaintFact;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CMP-11")
class CustomersTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-02T01:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-02T01:00:00Z");
    private static final UUID FIRST = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000002");
    private static final UUID THIRD = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000003");

    private static final EventNames<ComplaintFact> FACTS = EventNames.of(ComplaintFact.class);

    private final List<EventEnvelope> events = new ArrayList<>();

    @Test
    void complaintsFromOnePhoneBelongToOneCustomer() {
        registered(FIRST, MARCH, "138-0000-0000");
        registered(SECOND, MAY, "+86 13800000000");

        Customer customer = customer("phone:13800000000");
        assertEquals(2, customer.complaintCount());
        assertEquals(2, customer.openCount());
        assertEquals(MARCH, customer.firstComplaintAt());
        assertEquals(MAY, customer.lastComplaintAt());
        assertEquals("+86 13800000000", customer.contact().phone());
    }

    @Test
    void aNewerComplaintThatArrivesEarlierGivesTheSameCustomer() {
        registered(SECOND, MAY, "+86 13800000000");
        registered(FIRST, MARCH, "138-0000-0000");
        Map<String, Customer> backwards = customers();

        Collections.reverse(events);

        assertEquals(customers(), backwards);
    }

    @Test
    void declinedAndClosedComplaintsAreNoLongerOpen() {
        registered(FIRST, MARCH, "13800000000");
        registered(SECOND, MAY, "13800000000");
        registered(THIRD, JULY, "13800000000");
        event(FIRST, "complaint-declined", "{}");
        event(SECOND, "complaint-accepted", "{}");
        event(SECOND, "complaint-closed", "{}");
        event(THIRD, "complaint-clarification-asked", "{}");

        Customer customer = customer("phone:13800000000");
        assertEquals(3, customer.complaintCount());
        assertEquals(1, customer.openCount());
    }

    @Test
    void aReopenedComplaintIsOpenAgain() {
        registered(FIRST, MARCH, "13800000000");
        event(FIRST, "complaint-closed", "{}");
        assertEquals(0, customer("phone:13800000000").openCount());

        event(FIRST, "complaint-reopened", "{\"reason\":\"again\",\"closing\":1}");
        assertEquals(1, customer("phone:13800000000").openCount());
        assertEquals("investigating", complaint().status());
    }

    @Test
    void aComplaintStandsWhereItsLastStepLeftIt() {
        registered(FIRST, MARCH, "13800000000");
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put("complaint-accepted", "accepted");
        steps.put("complaint-classified", "classified");
        steps.put("complaint-investigation-started", "investigating");
        steps.put("complaint-liability-determined", "liability-determined");
        steps.put("complaint-settlement-proposed", "approval-pending");
        steps.put("complaint-settlement-returned", "investigating");
        steps.put("complaint-settlement-escalated", "approval-pending");
        steps.put("complaint-settlement-approved", "approved");
        steps.put("complaint-customer-informed", "communicated");
        steps.put("complaint-customer-rejected", "rejected-by-customer");
        steps.put("complaint-refiled", "investigating");
        steps.put("complaint-customer-accepted", "implementing");
        steps.put("complaint-measure-completed", "implemented");
        steps.put("complaint-verification-failed", "implementing");
        steps.put("complaint-final-answer-given", "implemented");
        steps.put("complaint-verified", "verified");
        steps.put("complaint-closed", "closed");
        steps.forEach((name, status) -> {
            event(FIRST, name, name.equals("complaint-classified") ? "{\"severity\":\"major\"}" : "{}");
            assertEquals(status, complaint().status(), name);
        });
        assertEquals("major", complaint().matter().severity());
        assertEquals("noise", complaint().matter().issue());
    }

    @Test
    void anImportedCaseCountsAndIsMarkedHistorical() {
        event(FIRST, "complaint-imported", filing(MARCH, person("13800000000")));
        assertTrue(complaint().historical());

        registered(SECOND, MAY, "13800000000");
        assertEquals(2, customer("phone:13800000000").complaintCount());
    }

    @Test
    void aCorrectedContactMovesTheComplaintToTheOtherCustomer() {
        registered(FIRST, MARCH, "13800000000");
        registered(SECOND, MAY, "13800000000");
        registered(THIRD, JULY, "13900000000");
        event(SECOND, "complaint-corrected", "{\"reason\":\"typo\",\"customer\":" + person("139 0000 0000") + "}");

        Customer left = customer("phone:13800000000");
        assertEquals(1, left.complaintCount());
        assertEquals(1, left.openCount());
        assertEquals(MARCH, left.lastComplaintAt());
        Customer joined = customer("phone:13900000000");
        assertEquals(2, joined.complaintCount());
        assertEquals(MAY, joined.firstComplaintAt());
        assertEquals(JULY, joined.lastComplaintAt());
    }

    @Test
    void aCustomerWhoseOnlyComplaintWasMovedIsGone() {
        registered(FIRST, MARCH, "13800000000");
        event(FIRST, "complaint-corrected", "{\"reason\":\"typo\",\"customer\":" + person("13900000000") + "}");

        assertEquals(Set.of("phone:13900000000"), customers().keySet());
    }

    @Test
    void aCorrectedDateMovesTheCustomersFirstComplaint() {
        registered(FIRST, MAY, "13800000000");
        event(FIRST, "complaint-corrected", "{\"reason\":\"slip\",\"receivedAt\":\"" + MARCH + "\"}");

        Customer customer = customer("phone:13800000000");
        assertEquals(MARCH, customer.firstComplaintAt());
        assertEquals(MARCH, customer.lastComplaintAt());
        assertEquals(1, customer.complaintCount());
    }

    @Test
    void anAnonymousComplaintHasNoCustomerUntilOneIsGiven() {
        event(FIRST, "complaint-registered", filing(MARCH, "null"));
        assertTrue(customers().isEmpty());

        event(FIRST, "complaint-clarified", "{\"missing\":[],\"customer\":" + person("13800000000") + "}");
        assertEquals(1, customer("phone:13800000000").complaintCount());
    }

    @Test
    void aComplaintStaysInClarificationUntilNothingIsMissing() {
        registered(FIRST, MARCH, "13800000000");
        event(FIRST, "complaint-clarified", "{\"missing\":[\"/demand\"]}");
        assertEquals("clarifying", complaint().status());

        event(FIRST, "complaint-clarified", "{\"missing\":[]}");
        assertEquals("registered", complaint().status());
    }

    @Test
    void aCorrectionKeepsWhatItDoesNotName() {
        registered(FIRST, MARCH, "13800000000");
        event(FIRST, "complaint-corrected", "{\"reason\":\"typo\",\"severity\":\"major\"}");

        CustomerComplaint corrected = complaint();
        assertEquals("major", corrected.matter().severity());
        assertEquals("noise", corrected.matter().issue());
        assertEquals("DR-40", corrected.matter().model());
        assertEquals("phone:13800000000", corrected.customerKey());
    }

    @Test
    void inWhateverBatchesEventsComeTheCustomersAreTheSame() {
        registered(FIRST, MARCH, "13800000000");
        registered(SECOND, MAY, "13800000000");
        event(FIRST, "complaint-corrected", "{\"reason\":\"typo\",\"customer\":" + person("13900000000") + "}");
        event(SECOND, "complaint-declined", "{}");
        event(FIRST, "complaint-closed", "{}");

        List<List<EventEnvelope>> oneByOne = events.stream().map(List::of).toList();
        assertEquals(customers(), new CustomersProjection().foldBatches(oneByOne));
    }

    @Test
    void whatHappensToAnUnknownComplaintLeavesNothing() {
        event(FIRST, "complaint-closed", "{}");

        assertTrue(customers().isEmpty());
    }

    private Map<String, Customer> customers() {
        return new CustomersProjection().fold(events);
    }

    private Customer customer(String key) {
        Customer customer = customers().get(key);
        assertNotNull(customer, key);
        return customer;
    }

    /** The complaint that all events so far happened to. */
    private CustomerComplaint complaint() {
        CustomerComplaint complaint = null;
        for (EventEnvelope event : events) {
            ComplaintFact fact = FACTS.read(event.name(), event.version(), event.data());
            assertNotNull(fact);
            complaint = CustomerComplaint.after(complaint, event.subject(), fact);
        }
        assertNotNull(complaint);
        return complaint;
    }

    private void registered(UUID id, Instant at, String phone) {
        event(id, "complaint-registered", filing(at, person(phone)));
    }

    private static String filing(Instant at, String customer) {
        return """
                {"number":"26110001","status":"registered","receivedAt":"%s","customer":%s,"issue":"noise",
                 "product":{"name":"干燥机","model":"DR-40"},"severity":"ordinary","category":"product-quality"}
                """.formatted(at, customer);
    }

    private static String person(String phone) {
        return """
                {"customerId":"c-1","identified":false,"customerClass":"ordinary",
                 "person":{"personId":"0198f0a0-7c1e-7000-8000-0000000000aa","name":"李雷","phone":"%s"}}
                """.formatted(phone);
    }

    private void event(UUID subject, String name, String data) {
        int place = events.size() + 1;
        events.add(new EventEnvelope(
                new UUID(0, place),
                name,
                1,
                "/complaint-service",
                "complaint",
                subject,
                Math.toIntExact(events.stream()
                                .filter(before -> before.subject().equals(subject))
                                .count()
                        + 1),
                JULY,
                JULY,
                new ActorName("test", "test", "admin"),
                "test",
                null,
                null,
                new Position(1, place, place),
                data));
    }
}

package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.caseOf;
import static io.huiyin.complaint.Cases.complaint;
import static io.huiyin.complaint.Cases.register;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.complaint.AFiling;
import io.huiyin.complaint.APatch;
import io.huiyin.complaint.Cases;
import io.huiyin.complaint.ComplaintStatus;
import io.huiyin.complaint.Customer;
import io.huiyin.complaint.Person;
import io.huiyin.complaint.Product;
import io.huiyin.kernel.decide.FieldFault;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CMP-03")
@Tag("CMP-08")
@Tag("CMP-10")
@DisplayName("CMP-03, CMP-08, CMP-10: what a complaint needs, and what puts it in clarification")
class MinimumDataTest {

    private static List<String> faults(AFiling filing) {
        return MinimumData.faults(filing.filing()).stream()
                .map(FieldFault::pointer)
                .toList();
    }

    @Test
    @DisplayName("CMP-03: a complete filing lacks nothing")
    void aCompleteFilingLacksNothing() {
        assertEquals(List.of(), faults(AFiling.complete()));
        complaint().given().when(register(AFiling.complete())).thenState(state -> {
            assertEquals(ComplaintStatus.REGISTERED, caseOf(state).status());
            assertEquals(List.of(), caseOf(state).intake().missing());
        });
    }

    @Test
    @DisplayName("CMP-03: channel and description must be given")
    void channelAndDescriptionMustBeGiven() {
        complaint().given().when(register(AFiling.complete().channel(null))).thenInvalid("/channel");
        complaint().given().when(register(AFiling.complete().channel(" "))).thenInvalid("/channel");
        complaint().given().when(register(AFiling.complete().description(null))).thenInvalid("/description");
        complaint().given().when(register(AFiling.complete().description("　 "))).thenInvalid("/description");
    }

    @Test
    @DisplayName("CMP-03: the customer's name and one contact must be given")
    void nameAndOneContactMustBeGiven() {
        assertEquals(
                List.of("/customer/name", "/customer/phone"),
                faults(AFiling.complete().customer(null)));
        assertEquals(
                List.of("/customer/name"), faults(AFiling.complete().customer(AFiling.customer(" ", "13800000000"))));
        assertEquals(List.of("/customer/phone"), faults(AFiling.complete().customer(AFiling.customer("李雷", null))));
        complaint()
                .given()
                .when(register(AFiling.complete().customer(AFiling.customer(null, "13800000000"))))
                .thenInvalid("/customer/name");
    }

    @Test
    @DisplayName("CMP-03: any one contact will do")
    void anyOneContactWillDo() {
        assertEquals(List.of(), faults(AFiling.complete().customer(reachable("138", null, null))));
        assertEquals(List.of(), faults(AFiling.complete().customer(reachable(null, "li@example.com", null))));
        assertEquals(List.of(), faults(AFiling.complete().customer(reachable(null, null, "上海市"))));
        assertEquals(List.of("/customer/phone"), faults(AFiling.complete().customer(reachable("", " ", null))));
    }

    private static Customer reachable(@Nullable String phone, @Nullable String email, @Nullable String address) {
        return new Customer("c-1", false, "ordinary", new Person("c-1", "李雷", phone, email, address));
    }

    @Test
    @DisplayName("CMP-10: an anonymous complaint needs neither name nor contact, but all else")
    void anAnonymousComplaintNeedsNoCustomer() {
        assertEquals(List.of(), faults(AFiling.complete().anonymous()));
        assertEquals(
                List.of("/description"), faults(AFiling.complete().anonymous().description("")));
        complaint().given().when(register(AFiling.complete().anonymous())).thenState(state -> {
            assertTrue(caseOf(state).filing().anonymous());
            assertEquals(ComplaintStatus.REGISTERED, caseOf(state).status());
        });
    }

    @Test
    @DisplayName("CMP-10: that only a reply is wanted is kept")
    void thatOnlyAReplyIsWantedIsKept() {
        complaint()
                .given()
                .when(register(AFiling.complete().replyOnly()))
                .thenState(state -> assertTrue(caseOf(state).filing().replyOnly()));
        complaint()
                .given()
                .when(register(AFiling.complete()))
                .thenState(state -> assertFalse(caseOf(state).filing().replyOnly()));
    }

    @Test
    @DisplayName("CMP-08: without a demand the case is clarified first")
    void withoutADemandTheCaseIsClarifiedFirst() {
        for (String demand : new @Nullable String[] {null, "", "  "}) {
            complaint()
                    .given()
                    .when(register(AFiling.complete().demand(demand)))
                    .thenState(state -> {
                        assertEquals(ComplaintStatus.CLARIFYING, caseOf(state).status());
                        assertEquals(List.of("demand"), caseOf(state).intake().missing());
                    });
        }
    }

    @Test
    @DisplayName("CMP-08: without a product nothing of a product is missing")
    void withoutAProductNothingOfAProductIsMissing() {
        assertEquals(List.of(), MinimumData.missing("repair", null));
    }

    @Test
    @DisplayName("CMP-08: a product that is named must be identified")
    void aProductThatIsNamedMustBeIdentified() {
        Product nothing = AFiling.product(null, null, null, null);
        assertEquals(
                List.of("product.name", "product.serialNumber", "product.quantity", "product.deliveredOn"),
                MinimumData.missing("repair", nothing));
        LocalDate day = LocalDate.of(2026, 1, 31);
        assertEquals(List.of("product.name"), MinimumData.missing("repair", AFiling.product(" ", "SN", 1, day)));
        assertEquals(
                List.of("product.serialNumber"), MinimumData.missing("repair", AFiling.product("泵", null, 1, day)));
        assertEquals(List.of("product.quantity"), MinimumData.missing("repair", AFiling.product("泵", "SN", null, day)));
        assertEquals(
                List.of("product.deliveredOn"), MinimumData.missing("repair", AFiling.product("泵", "SN", 1, null)));
    }

    @Test
    @DisplayName("CMP-08: the model stands for the name, lot or order for the serial number")
    void oneOfSeveralWillDo() {
        LocalDate day = LocalDate.of(2026, 1, 31);
        assertEquals(
                List.of(), MinimumData.missing("repair", new Product(null, null, "DR-40", null, "L-1", null, 1, day)));
        assertEquals(
                List.of(), MinimumData.missing("repair", new Product(null, null, "DR-40", null, null, "PO-7", 1, day)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "phone"})
    @DisplayName("CMP-03: a correction cannot take away what a filing needs")
    void aCorrectionCannotTakeAway(String field) {
        APatch blank =
                APatch.empty().customer(field.equals("name") ? AFiling.patch(" ", null) : AFiling.patch(null, " "));
        complaint().given(Cases.registered()).when(Cases.correct(blank)).thenInvalid("/customer/" + field);
    }
}

package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.GENERAL;
import static io.huiyin.complaint.Cases.complaint;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.complaint.ComplaintRefusal;
import io.huiyin.complaint.Money;
import io.huiyin.complaint.Steps;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("CMP-39: an amount is approved by the tier that holds it, within the approver's own limit")
class ApprovalTiersTest {

    @ParameterizedTest
    @CsvSource({
        "1000.00, complaint-owner",
        "1000.01, general-manager",
        "5000.00, general-manager",
        "5000.01, chairman",
        "0.01, complaint-owner"
    })
    void boundsBelongToTheLowerTier(String amount, String role) {
        assertEquals(role, ApprovalTiers.holding(new Money(amount, "CNY"), GENERAL));
    }

    @Test
    void withoutAnAmountTheLowestTierDecides() {
        assertEquals("complaint-owner", ApprovalTiers.holding(null, GENERAL));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "complaint-owner, -, 1000.00",
                "general-manager, -, 1000.00",
                "general-manager, 1200, 1200.00",
                "chairman, -, 9000.00",
                "admin, 9000, 9000.00",
                "admin, 0, -"
            })
    void whoMayApproves(String role, String limit, String amount) {
        complaint()
                .given(Steps.registered().pending(amount).history())
                .by(Steps.by(role, limit))
                .when(Steps.approve())
                .thenEvents(events -> assertEquals(1, events.size()));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "complaint-owner, -, 1000.01, BELOW_TIER",
                "complaint-owner, 5000, 1000.01, BELOW_TIER",
                "complaint-owner, 500, 500.01, ABOVE_LIMIT",
                "general-manager, 1000, 1200.00, ABOVE_LIMIT",
                "general-manager, -, 5000.01, BELOW_TIER",
                "chairman, 8999.99, 9000.00, ABOVE_LIMIT",
                "admin, -, 1.00, BELOW_TIER",
                "admin, -, -, BELOW_TIER",
                "admin, 1199, 1200.00, ABOVE_LIMIT",
                "quality, 9000, 1.00, BELOW_TIER"
            })
    void whoMayNotIsRefused(String role, String limit, String amount, ComplaintRefusal refusal) {
        complaint()
                .given(Steps.registered().pending(amount).history())
                .by(Steps.by(role, limit))
                .when(Steps.approve())
                .thenRefused(refusal);
    }

    @Test
    void neitherMayHeSendBackWhatBelongsToAHigherTier() {
        complaint()
                .given(Steps.registered().pending("1200.00").history())
                .by(Steps.by("complaint-owner", null))
                .when(new io.huiyin.complaint.ComplaintCommand.ReturnSettlement("不同意", null))
                .thenRefused(ComplaintRefusal.BELOW_TIER);
    }

    @Test
    void oneTierUpIsTheNextAndTheTopStaysTheTop() {
        assertEquals("general-manager", ApprovalTiers.above("complaint-owner", GENERAL));
        assertEquals("chairman", ApprovalTiers.above("general-manager", GENERAL));
        assertEquals("chairman", ApprovalTiers.above("chairman", GENERAL));
        assertEquals("chairman", ApprovalTiers.top(GENERAL));
    }
}

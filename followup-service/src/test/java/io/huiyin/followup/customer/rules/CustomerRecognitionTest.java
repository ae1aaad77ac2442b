package io.huiyin.followup.customer.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CMP-11")
@DisplayName("CMP-11: a customer is recognised, so that his past complaints are shown together")
class CustomerRecognitionTest {

    @Test
    void theIdThatThePosterVouchesForComesFirst() {
        assertEquals("id:K-7", CustomerRecognition.key("K-7", true, "13800000000", "li@example.com"));
    }

    @Test
    void withoutAVouchedIdThePhoneCounts() {
        assertEquals("phone:13800000000", CustomerRecognition.key("x", false, "13800000000", "li@example.com"));
    }

    @Test
    void withoutAPhoneTheEmailCounts() {
        assertEquals("email:li@example.com", CustomerRecognition.key("x", false, null, " Li@Example.com "));
    }

    @Test
    void whoLeavesNoContactIsKnownByThatComplaintAlone() {
        assertEquals("id:x", CustomerRecognition.key("x", false, " ", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000000",
                "138 0000 0000",
                "138-0000-0000",
                "+86 138 0000 0000",
                "0086-13800000000",
                "(+86) 138 0000 0000",
                "＋８６１３８００００００００"
            })
    void aPhoneIsTheSameHoweverItIsWritten(String written) {
        assertEquals("phone:13800000000", CustomerRecognition.key("x", false, written, null));
    }

    @Test
    void anotherCountrysNumberKeepsItsPrefix() {
        assertEquals("4915112345678", CustomerRecognition.phone("+49 151 12345678"));
    }

    @Test
    void aNumberThatBeginsWith86IsNotCutWithoutAPlus() {
        assertEquals("8612345678", CustomerRecognition.phone("8612345678"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "无", "8001", "000000"})
    void aPlaceholderThrowsNoStrangersTogether(String written) {
        assertNull(CustomerRecognition.phone(written));
        assertNotEquals(
                CustomerRecognition.key("x", false, written, null), CustomerRecognition.key("y", false, written, null));
    }

    @Test
    void aWordWithoutAtSignIsNoEmail() {
        assertNull(CustomerRecognition.email("none"));
    }
}

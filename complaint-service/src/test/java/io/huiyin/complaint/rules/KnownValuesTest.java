package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.GENERAL;
import static io.huiyin.complaint.Cases.MACHINERY;
import static io.huiyin.complaint.Cases.accept;
import static io.huiyin.complaint.Cases.complaint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.complaint.ComplaintCommand.ClassifyComplaint;
import io.huiyin.complaint.ComplaintCommand.ProposeSettlement;
import io.huiyin.complaint.Steps;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KnownValuesTest {

    @Test
    @DisplayName("CMP-12: a cause class is one of the profile's")
    void causeClasses() {
        assertTrue(KnownCauseClass.isKnown("other", GENERAL));
        assertFalse(KnownCauseClass.isKnown("other", MACHINERY));
        complaint()
                .given(Steps.registered().then(accept()).history())
                .when(new ClassifyComplaint("ordinary", "moonlight", null, null))
                .thenInvalid("/causeClass");
        complaint()
                .given(Steps.registered().then(accept()).history())
                .when(new ClassifyComplaint("dreadful", "quality", null, null))
                .thenInvalid("/severity");
    }

    @Test
    @DisplayName("CMP-14: the priority follows from the severity")
    void priorities() {
        assertEquals(1, SeverityGivesPriority.of("major", GENERAL));
        assertEquals(2, SeverityGivesPriority.of("important", GENERAL));
        assertEquals(3, SeverityGivesPriority.of("ordinary", GENERAL));
        assertEquals(1, SeverityGivesPriority.of("especially-serious", MACHINERY));
    }

    @Test
    @DisplayName("CMP-38: a settlement is of one of the profile's types")
    void settlementTypes() {
        assertTrue(SettlementTypes.isKnown("apology", GENERAL));
        complaint()
                .given(Steps.registered().liable("own", "quality").history())
                .when(new ProposeSettlement("bribe", null, "x", null))
                .thenInvalid("/type");
    }
}

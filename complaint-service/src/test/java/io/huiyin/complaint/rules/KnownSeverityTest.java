package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.GENERAL;
import static io.huiyin.complaint.Cases.MACHINERY;
import static io.huiyin.complaint.Cases.clarify;
import static io.huiyin.complaint.Cases.clarifying;
import static io.huiyin.complaint.Cases.complaint;
import static io.huiyin.complaint.Cases.correct;
import static io.huiyin.complaint.Cases.register;
import static io.huiyin.complaint.Cases.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.complaint.AFiling;
import io.huiyin.complaint.APatch;
import io.huiyin.complaint.Cases;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CMP-13")
@DisplayName("CMP-13: a severity is one of the profile's classes")
class KnownSeverityTest {

    @Test
    void theClassesAreTheProfiles() {
        assertEquals(List.of("ordinary", "important", "major"), KnownSeverity.classes(GENERAL));
        assertEquals(List.of("general", "especially-serious"), KnownSeverity.classes(MACHINERY));
    }

    @Test
    void eachProfileTakesItsOwn() {
        assertTrue(KnownSeverity.isKnown("major", GENERAL));
        assertFalse(KnownSeverity.isKnown("major", MACHINERY));
        assertTrue(KnownSeverity.isKnown("especially-serious", MACHINERY));
        assertFalse(KnownSeverity.isKnown("especially-serious", GENERAL));
    }

    @Test
    void aFilingOfAnotherClassIsRefused() {
        complaint().given().when(register(AFiling.complete().severity("awful"))).thenInvalid("/severity");
        complaint(MACHINERY)
                .given()
                .when(register(AFiling.complete().severity("ordinary")))
                .thenInvalid("/severity");
        complaint(MACHINERY)
                .given()
                .when(register(AFiling.complete().severity("general")))
                .thenState(state ->
                        assertEquals("general", Cases.caseOf(state).filing().severity()));
    }

    @Test
    void aFilingNeedNotNameOne() {
        complaint().given().when(register(AFiling.complete().severity(null))).thenEvents(events -> {
            assertEquals(1, events.size());
        });
    }

    @Test
    void norMayAClarificationOrACorrectionNameAnother() {
        complaint()
                .given(clarifying())
                .when(clarify(APatch.empty().severity("awful")))
                .thenInvalid("/severity");
        complaint()
                .given(registered())
                .when(correct(APatch.empty().severity("awful")))
                .thenInvalid("/severity");
        complaint()
                .given(Cases.imported())
                .when(correct(APatch.empty().severity("awful")))
                .thenInvalid("/severity");
    }
}

package io.huiyin.complaint.rules;

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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CMP-01")
@DisplayName("CMP-01: a complaint may come by any of the named channels")
class KnownChannelTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phone",
                "email",
                "letter",
                "fax",
                "web",
                "social",
                "visit",
                "box",
                "service-sheet",
                "survey",
                "technician",
                "agent",
                "supplier",
                "referral",
                "follow-up",
                "internal"
            })
    void everyNamedChannelIsTakenAndStored(String channel) {
        assertTrue(KnownChannel.isKnown(channel));
        complaint()
                .given()
                .when(register(AFiling.complete().channel(channel)))
                .thenState(state ->
                        assertEquals(channel, Cases.caseOf(state).filing().channel()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pigeon", "Web", "web ", "null"})
    void anyOtherChannelIsRefused(String channel) {
        assertFalse(KnownChannel.isKnown(channel));
        complaint().given().when(register(AFiling.complete().channel(channel))).thenInvalid("/channel");
    }

    @Test
    void thereAreSixteen() {
        assertEquals(16, KnownChannel.ALL.size());
    }

    @Test
    void aCorrectionCannotNameAnUnknownOne() {
        complaint()
                .given(registered())
                .when(correct(APatch.empty().channel("pigeon")))
                .thenInvalid("/channel");
    }

    @Test
    void norForAnImportedCase() {
        complaint()
                .given(Cases.imported())
                .when(correct(APatch.empty().channel("pigeon")))
                .thenInvalid("/channel");
    }
}

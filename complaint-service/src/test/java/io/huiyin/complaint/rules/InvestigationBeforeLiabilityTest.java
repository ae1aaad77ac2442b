package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.complaint;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.complaint.ComplaintRefusal;
import io.huiyin.complaint.Steps;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CMP-32: liability is determined on the record of an investigation")
class InvestigationBeforeLiabilityTest {

    @Test
    void notBeforeSomethingWasFound() {
        complaint()
                .given(Steps.registered().investigating().history())
                .when(Steps.determine("own", "quality", null))
                .thenRefused(ComplaintRefusal.NO_FINDING);
    }

    @Test
    void onceSomethingWasFound() {
        complaint()
                .given(Steps.registered().investigating().then(Steps.find()).history())
                .when(Steps.determine("own", "quality", null))
                .thenEvents(events -> assertEquals(1, events.size()));
    }
}

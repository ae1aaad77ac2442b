package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.complaint;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.complaint.ComplaintRefusal;
import io.huiyin.complaint.Steps;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("CMP-40: the customer is told nothing before approval")
class NothingToldBeforeApprovalTest {

    static Stream<Steps> before() {
        return Stream.of(
                Steps.registered(),
                Steps.registered().classified(),
                Steps.registered().investigating(),
                Steps.registered().liable("own", "quality"),
                Steps.registered().liable("shared", "handling"),
                Steps.registered().pending("10.00"),
                Steps.registered().pending(null));
    }

    @ParameterizedTest
    @MethodSource("before")
    void heIsNotToldBefore(Steps steps) {
        complaint().given(steps.history()).when(Steps.inform()).thenRefused(ComplaintRefusal.NOT_APPROVED);
    }

    @Test
    void heIsToldAfterwards() {
        complaint()
                .given(Steps.registered().pending("10.00").then(Steps.approve()).history())
                .when(Steps.inform())
                .thenEvents(events -> assertEquals(1, events.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "transport", "supplier", "none"})
    @DisplayName("CMP-34: where we are not liable he is given the explanation")
    void whereWeAreNotLiableThereIsNothingToApprove(String party) {
        complaint()
                .given(Steps.registered().liable(party, "other").history())
                .when(Steps.inform())
                .thenEvents(events -> assertEquals(1, events.size()));
    }

    @Test
    @DisplayName("CMP-34: a settlement offered all the same has to be approved")
    void whatIsOfferedAllTheSameHasToBeApproved() {
        complaint()
                .given(Steps.registered()
                        .liable("customer", "misuse")
                        .then(Steps.propose("100.00"))
                        .history())
                .when(Steps.inform())
                .thenRefused(ComplaintRefusal.NOT_APPROVED);
    }
}

package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.complaint;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.complaint.ComplaintRefusal;
import io.huiyin.complaint.Steps;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("CMP-33: liability is never decided by the department held liable alone")
class LiablePartiesTest {

    private static final Steps FOUND = Steps.registered().investigating().then(Steps.find());

    @Test
    void noDepartmentJudgesItself() {
        complaint()
                .given(FOUND.history())
                .by(Steps.of("总装车间"))
                .when(Steps.determine("own", "quality", " 总装车间 "))
                .thenRefused(ComplaintRefusal.LIABLE_DEPARTMENT_DECIDES);
    }

    @Test
    void anotherOneDoes() {
        complaint()
                .given(FOUND.history())
                .by(Steps.of("质量部"))
                .when(Steps.determine("own", "quality", "总装车间"))
                .thenEvents(events -> assertEquals(1, events.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "customer", "transport", "supplier", "shared", "none"})
    void theseMayBeLiable(String party) {
        complaint()
                .given(FOUND.history())
                .when(Steps.determine(party, "other", null))
                .thenEvents(events -> assertEquals(1, events.size()));
    }

    @Test
    void nobodyElse() {
        complaint()
                .given(FOUND.history())
                .when(Steps.determine("weather", "other", null))
                .thenInvalid("/party");
        complaint()
                .given(FOUND.history())
                .when(Steps.determine("own", "weather", null))
                .thenInvalid("/cause");
    }
}

package io.huiyin.complaint.rules;

import static io.huiyin.complaint.Cases.complaint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.huiyin.complaint.AFiling;
import io.huiyin.complaint.ComplaintEvent.LiabilityDetermined;
import io.huiyin.complaint.Steps;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("CMP-37: own quality raises a nonconformity, own liability has its improvement tracked")
class NonconformityOfOwnQualityTest {

    @ParameterizedTest
    @CsvSource({
        "own, quality, true, true",
        "own, service, false, true",
        "shared, quality, false, true",
        "supplier, quality, false, false",
        "none, other, false, false"
    })
    void theEventSaysSo(String party, String cause, boolean requested, boolean tracked) {
        complaint()
                .given(Steps.registered().investigating().then(Steps.find()).history())
                .when(Steps.determine(party, cause, null))
                .thenEvents(events -> {
                    LiabilityDetermined event = assertInstanceOf(LiabilityDetermined.class, events.getFirst());
                    assertEquals(requested, event.nonconformityRequested());
                    assertEquals(tracked, event.improvementTracked());
                });
    }

    @Test
    void itCarriesAllThatANonconformityNeeds() {
        complaint()
                .given(Steps.registered().investigating().then(Steps.find()).history())
                .when(Steps.determine("own", "quality", "总装车间"))
                .then(new LiabilityDetermined(
                        1,
                        "own",
                        "quality",
                        "总装车间",
                        "检测结论",
                        true,
                        true,
                        "26030001",
                        "c-1",
                        AFiling.dryer(),
                        "product-quality",
                        "noise",
                        "important",
                        "运行时有异响",
                        null));
    }
}

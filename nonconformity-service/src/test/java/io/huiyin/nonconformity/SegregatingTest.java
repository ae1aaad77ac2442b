package io.huiyin.nonconformity;

import static io.huiyin.nonconformity.Sheets.CONFIRMED;
import static io.huiyin.nonconformity.Sheets.SEGREGATED;
import static io.huiyin.nonconformity.Sheets.TEN;
import static io.huiyin.nonconformity.Sheets.actor;
import static io.huiyin.nonconformity.Sheets.classified;
import static io.huiyin.nonconformity.Sheets.heard;
import static io.huiyin.nonconformity.Sheets.nonconformity;
import static io.huiyin.nonconformity.Sheets.reported;
import static io.huiyin.nonconformity.Sheets.reportedForComplaint;
import static io.huiyin.nonconformity.Sheets.sheet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.nonconformity.NonconformityCommand.Classify;
import io.huiyin.nonconformity.NonconformityCommand.Clear;
import io.huiyin.nonconformity.NonconformityCommand.Confirm;
import io.huiyin.nonconformity.NonconformityCommand.Segregate;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityCleared;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityReported;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the finding to its severity: segregate, confirm, clear, classify. */
class SegregatingTest {

    private static final NonconformityCleared CLEARED = new NonconformityCleared("复测合格", List.of(), null);

    @Test
    @Tag("NCR-08")
    void segregatingSaysWhereAndWhoAndWhatIsHeld() {
        nonconformity()
                .given(reported(TEN))
                .by(actor("chen", "warehouse"))
                .when(new Segregate("不合格品区", null))
                .then(SEGREGATED)
                .thenState(state -> assertEquals(
                        NonconformityStatus.SEGREGATED, sheet(state).status()));
    }

    @Test
    void onlyWhatWasJustReportedIsSegregated() {
        nonconformity()
                .given(reported(TEN), SEGREGATED)
                .when(new Segregate("别处", null))
                .thenRefused(NonconformityRefusal.ALREADY_SEGREGATED);
        nonconformity()
                .given(heard())
                .when(new Segregate("别处", null))
                .thenRefused(NonconformityRefusal.ALREADY_SEGREGATED);
    }

    @Test
    @Tag("NCR-08")
    void anItemIsSegregatedBeforeItIsConfirmed() {
        nonconformity().given(reported(TEN)).when(new Confirm(null)).thenRefused(NonconformityRefusal.NOT_SEGREGATED);
        nonconformity().given(reported(TEN), SEGREGATED).when(new Confirm(null)).then(CONFIRMED);
    }

    @Test
    @Tag("NCR-08")
    void aServiceHasNothingToSetApart() {
        NonconformityReported service = new NonconformityReported(
                "NC26030002",
                "satisfaction-survey",
                "service",
                null,
                null,
                null,
                null,
                "态度恶劣",
                null,
                null,
                null,
                "zhao",
                Sheets.NOW,
                null);
        nonconformity().given(service).when(new Confirm(null)).then(CONFIRMED);
    }

    @Test
    @Tag("NCR-10")
    void itIsConfirmedOnce() {
        nonconformity()
                .given(reported(TEN), SEGREGATED, CONFIRMED)
                .when(new Confirm(null))
                .thenRefused(NonconformityRefusal.ALREADY_CONFIRMED);
    }

    @Test
    @Tag("NCR-10")
    void aSuspectItemThatProvedGoodIsClearedBeforeItIsConfirmed() {
        nonconformity().given(reported(TEN)).when(new Clear("复测合格", null)).then(CLEARED);
        nonconformity()
                .given(reported(TEN), SEGREGATED)
                .when(new Clear("复测合格", null))
                .then(CLEARED)
                .thenState(state ->
                        assertEquals(NonconformityStatus.CLEARED, sheet(state).status()));
        nonconformity()
                .given(reported(TEN), SEGREGATED, CONFIRMED)
                .when(new Clear("复测合格", null))
                .thenRefused(NonconformityRefusal.ALREADY_CONFIRMED);
    }

    @Test
    @Tag("X-16")
    void clearingTellsItsComplaint() {
        nonconformity()
                .given(reportedForComplaint(TEN), SEGREGATED)
                .when(new Clear("复测合格", null))
                .then(new NonconformityCleared("复测合格", List.of(Sheets.COMPLAINT), null));
    }

    @Test
    void nothingMoreHappensToWhatIsCleared() {
        for (NonconformityCommand command : List.of(
                new Segregate("别处", null), new Confirm(null), new Clear("又一次", null), new Classify("minor", null))) {
            nonconformity()
                    .given(reported(TEN), SEGREGATED, CLEARED)
                    .when(command)
                    .thenRefused(NonconformityRefusal.ENDED);
        }
    }

    @Test
    @Tag("NCR-21")
    void theSeverityGivesTheLevel() {
        nonconformity()
                .given(reported(TEN), SEGREGATED, CONFIRMED)
                .when(new Classify("minor", null))
                .then(classified("minor"));
        nonconformity()
                .given(reported(TEN), SEGREGATED, CONFIRMED)
                .when(new Classify("major", null))
                .then(classified("major"))
                .thenState(state ->
                        assertEquals("mrb-company", sheet(state).review().level()));
    }

    @Test
    void aSeverityMayBePutRightUntilTheReview() {
        nonconformity()
                .given(reported(TEN), SEGREGATED, CONFIRMED, classified("minor"))
                .when(new Classify("major", null))
                .then(classified("major"));
        nonconformity()
                .given(reported(TEN), SEGREGATED, CONFIRMED, classified("minor"))
                .when(new Classify("minor", null))
                .thenNothing();
        nonconformity()
                .given(heard())
                .when(new Classify("major", null))
                .thenRefused(NonconformityRefusal.ALREADY_IN_REVIEW);
    }

    @Test
    void whatIsNotConfirmedIsNotClassified() {
        nonconformity()
                .given(reported(TEN))
                .when(new Classify("minor", null))
                .thenRefused(NonconformityRefusal.NOT_CONFIRMED);
        nonconformity()
                .given(reported(TEN), SEGREGATED)
                .when(new Classify("minor", null))
                .thenRefused(NonconformityRefusal.NOT_CONFIRMED);
    }

    @Test
    @Tag("NCR-06")
    void anUnknownSeverityIsMalformed() {
        nonconformity()
                .given(reported(TEN), SEGREGATED, CONFIRMED)
                .when(new Classify("ordinary", null))
                .thenInvalid("/severity");
    }
}

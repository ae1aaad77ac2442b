package io.huiyin.nonconformity;

import static io.huiyin.nonconformity.Sheets.COMPLAINT;
import static io.huiyin.nonconformity.Sheets.INSPECTOR;
import static io.huiyin.nonconformity.Sheets.NOW;
import static io.huiyin.nonconformity.Sheets.TEN;
import static io.huiyin.nonconformity.Sheets.filing;
import static io.huiyin.nonconformity.Sheets.nonconformity;
import static io.huiyin.nonconformity.Sheets.reported;
import static io.huiyin.nonconformity.Sheets.reportedForComplaint;
import static io.huiyin.nonconformity.Sheets.sheet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.nonconformity.NonconformityCommand.Close;
import io.huiyin.nonconformity.NonconformityCommand.Confirm;
import io.huiyin.nonconformity.NonconformityCommand.OpenForComplaint;
import io.huiyin.nonconformity.NonconformityCommand.Report;
import io.huiyin.nonconformity.NonconformityEvent.ComplaintLinked;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityClosed;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityReported;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReportingTest {

    private static OpenForComplaint determined(int round) {
        return new OpenForComplaint(
                "NC26030001",
                new Filing("customer-complaint", "delivered", null, TEN, null, null, "运行时有异响", null),
                COMPLAINT,
                "26030007",
                round,
                "我方质量责任",
                "zhao");
    }

    @Test
    @Tag("NCR-04")
    void whoFilesItIsItsDiscoverer() {
        nonconformity()
                .given()
                .at(NOW)
                .by(INSPECTOR)
                .when(new Report("NC26030001", filing(TEN), null, null))
                .then(reported(TEN))
                .thenState(state -> {
                    assertEquals(NonconformityStatus.REPORTED, sheet(state).status());
                    assertEquals("zheng", sheet(state).origin().discoverer());
                    assertEquals(List.of(), sheet(state).origin().complaintIds());
                });
    }

    @Test
    @Tag("X-16")
    void aPersonMayNameTheComplaint() {
        nonconformity()
                .given()
                .when(new Report("NC26030001", filing(TEN), COMPLAINT, "客户来电"))
                .thenState(state ->
                        assertEquals(List.of(COMPLAINT), sheet(state).origin().complaintIds()));
    }

    @Test
    @Tag("NCR-18")
    void aSheetThatSaysNothingIsRefusedFieldByField() {
        InvalidInput invalid = assertThrows(
                InvalidInput.class,
                () -> nonconformity()
                        .given()
                        .when(new Report(
                                "NC26030001", new Filing(null, " ", "huge", null, null, null, null, null), null, null))
                        .then());
        assertEquals(
                List.of("/source", "/category", "/finding", "/severity"),
                invalid.faults().stream().map(FieldFault::pointer).toList());
    }

    @Test
    @Tag("CMP-37")
    void aDeterminationOpensItOnce() {
        nonconformity()
                .given()
                .at(NOW)
                .when(determined(1))
                .then(reportedForComplaint(TEN))
                .thenState(state ->
                        assertEquals(List.of(COMPLAINT), sheet(state).origin().complaintIds()));
    }

    @Test
    @Tag("CMP-37")
    void aLaterDeterminationLinksWhereverItStands() {
        ComplaintLinked linked = new ComplaintLinked(COMPLAINT, "26030007", 2, "我方质量责任", null);
        NonconformityReported first = reportedForComplaint(TEN);
        nonconformity().given(first).when(determined(2)).then(linked).thenState(state -> {
            assertEquals(List.of(COMPLAINT), sheet(state).origin().complaintIds());
            assertEquals(NonconformityStatus.REPORTED, sheet(state).status());
        });
        nonconformity()
                .given(first, new NonconformityClosed("NC26030001", List.of(COMPLAINT), "li", null))
                .when(determined(2))
                .then(linked)
                .thenState(state ->
                        assertEquals(NonconformityStatus.CLOSED, sheet(state).status()));
    }

    @Test
    void nothingHappensToWhatWasNeverReported() {
        assertThrows(
                IllegalStateException.class,
                () -> nonconformity().given().when(new Confirm(null)).then());
        assertThrows(
                IllegalStateException.class,
                () -> nonconformity().given().when(new Close(null)).then());
    }
}

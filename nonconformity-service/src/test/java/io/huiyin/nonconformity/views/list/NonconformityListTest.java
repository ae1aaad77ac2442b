package io.huiyin.nonconformity.views.list;

import static io.huiyin.nonconformity.Sheets.A;
import static io.huiyin.nonconformity.Sheets.B;
import static io.huiyin.nonconformity.Sheets.COMPLAINT;
import static io.huiyin.nonconformity.Sheets.SEGREGATED;
import static io.huiyin.nonconformity.Sheets.TEN;
import static io.huiyin.nonconformity.Sheets.approved;
import static io.huiyin.nonconformity.Sheets.executed;
import static io.huiyin.nonconformity.Sheets.heard;
import static io.huiyin.nonconformity.Sheets.proposed;
import static io.huiyin.nonconformity.Sheets.reported;
import static io.huiyin.nonconformity.Sheets.reportedForComplaint;
import static io.huiyin.nonconformity.Sheets.verified;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.event.EventJson;
import io.huiyin.nonconformity.Envelopes;
import io.huiyin.nonconformity.Nonconformity;
import io.huiyin.nonconformity.NonconformityDecider;
import io.huiyin.nonconformity.NonconformityEvent;
import io.huiyin.nonconformity.NonconformityEvent.ComplaintLinked;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityCleared;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityClosed;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityVerified;
import io.huiyin.nonconformity.NonconformityEvent.ReinspectionFailed;
import io.huiyin.nonconformity.NonconformityEvent.ReinspectionPassed;
import io.huiyin.nonconformity.Sheets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NonconformityListTest {

    private static NonconformityListRow after(NonconformityEvent... events) {
        Object row =
                new NonconformityListProjection().fold(Envelopes.of(events)).get(Envelopes.ID);
        return assertInstanceOf(NonconformityListRow.class, row);
    }

    @Test
    void showsWhatWasReported() {
        NonconformityListRow row = after(reported(TEN));
        assertEquals("NC26030001", row.number());
        assertEquals("reported", row.status());
        assertEquals(1, row.version());
        assertEquals("incoming-inspection", row.source());
        assertEquals("purchased-item", row.category());
        assertEquals("苏州轴承有限公司", row.supplier());
        assertEquals("L-7", row.lot());
        assertEquals("轴承", row.product());
        assertEquals("6204", row.model());
        assertEquals(10, row.quantity());
        assertEquals("收货区", row.location());
        assertNull(row.severity());
        assertNull(row.complaintId());
        assertFalse(row.held());
        assertTrue(row.search().contains("s-2"));
        assertTrue(row.search().contains("nc26030001"));
    }

    @Test
    void itsStatusIsThatOfTheAggregateAfterEveryStep() {
        NonconformityEvent[] all = heard(
                proposed(A, "rework", 6),
                proposed(B, "scrap", 4),
                approved(A, B),
                executed(A, "rework", 6),
                executed(B, "scrap", 4),
                new ReinspectionFailed(A, "zheng", null, 6, null),
                Sheets.HEARD,
                proposed(Sheets.C, "repair", 6),
                approved(Sheets.C),
                executed(Sheets.C, "repair", 6),
                new ReinspectionPassed(Sheets.C, "zheng", null, 6, null),
                verified(B),
                new NonconformityVerified("NC26030001", List.of(), List.of()),
                new NonconformityClosed("NC26030001", List.of(), "li", null));
        NonconformityDecider decider = new NonconformityDecider();
        for (int count = 1; count <= all.length; count++) {
            NonconformityEvent[] some = Arrays.copyOf(all, count);
            Nonconformity state = decider.evolve(decider.initial(), List.of(some));
            NonconformityListRow row = after(some);
            assertEquals(Sheets.sheet(state).status().wire(), row.status(), "after " + count);
            assertEquals(count, row.version());
        }
        assertEquals("closed", after(all).status());
        assertEquals("minor", after(all).severity());
        assertEquals("mrb-site", after(all).level());
        assertFalse(after(all).held());
    }

    @Test
    void itsPartsAreKeptAsTheyAre() {
        NonconformityListRow.Parts parts =
                after(heard(proposed(A, "rework", 6), approved(A))).parts();
        assertEquals(parts, EventJson.read(EventJson.write(parts), NonconformityListRow.Parts.class));
    }

    @Test
    void segregatingMovesAndHoldsItUntilItIsCleared() {
        NonconformityListRow held = after(reported(TEN), SEGREGATED);
        assertTrue(held.held());
        assertEquals("不合格品区", held.location());
        NonconformityListRow cleared =
                after(reported(TEN), SEGREGATED, new NonconformityCleared("合格", List.of(), null));
        assertFalse(cleared.held());
        assertEquals("cleared", cleared.status());
    }

    @Test
    void itIsFoundByItsComplaint() {
        assertEquals(COMPLAINT, after(reportedForComplaint(TEN)).complaintId());
        assertTrue(after(reportedForComplaint(TEN)).search().contains("26030007"));
        ComplaintLinked linked = new ComplaintLinked(COMPLAINT, "26030007", 2, "复核", null);
        assertEquals(COMPLAINT, after(reported(TEN), linked).complaintId());
        assertEquals(2, after(reportedForComplaint(TEN), linked).version());
    }

    @Test
    void aLongFindingIsCutAtAWholeCharacter() {
        assertEquals("异", NonconformityListRow.summary("异"));
        assertEquals("x".repeat(200) + "…", NonconformityListRow.summary("x".repeat(201)));
        assertEquals("x".repeat(199) + "…", NonconformityListRow.summary("x".repeat(199) + "😀😀"));
    }
}

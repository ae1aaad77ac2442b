package io.huiyin.nonconformity.views.holds;

import static io.huiyin.nonconformity.Sheets.SEGREGATED;
import static io.huiyin.nonconformity.Sheets.TEN;
import static io.huiyin.nonconformity.Sheets.heard;
import static io.huiyin.nonconformity.Sheets.reported;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.nonconformity.Envelopes;
import io.huiyin.nonconformity.NonconformityEvent;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityCleared;
import io.huiyin.nonconformity.NonconformityEvent.NonconformityClosed;
import io.huiyin.nonconformity.NonconformityEvent.NonconformitySegregated;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("NCR-08")
@DisplayName("NCR-08: what is segregated is held until it is cleared or closed")
class HoldsTest {

    private static Map<UUID, Set<String>> after(NonconformityEvent... events) {
        return HoldsProjection.held(Envelopes.of(events));
    }

    @Test
    void aReportHoldsNothing() {
        assertEquals(Map.of(), after(reported(TEN)));
    }

    @Test
    void theLotAndEachSerialNumberAreHeldFromSegregationOn() {
        Set<String> held = Set.of("lot:L-7", "serial:S-1", "serial:S-2");
        assertEquals(Map.of(Envelopes.ID, held), after(reported(TEN), SEGREGATED));
        assertEquals(Map.of(Envelopes.ID, held), after(heard()));
    }

    @Test
    void namesAreTakenWithoutBlanksAroundThem() {
        assertEquals(
                Map.of(Envelopes.ID, Set.of("lot:L-7", "serial:S-1")),
                after(new NonconformitySegregated("A", "chen", " L-7　", List.of(" S-1", "S-1 ", " "), null)));
        assertEquals(Map.of(Envelopes.ID, Set.of()), after(new NonconformitySegregated("A", "chen", null, null, null)));
    }

    @Test
    void theHoldEndsWithClearingAndWithClosing() {
        assertEquals(
                Map.of(Envelopes.ID, Set.of()),
                after(reported(TEN), SEGREGATED, new NonconformityCleared("合格", List.of(), null)));
        assertEquals(
                Map.of(Envelopes.ID, Set.of()),
                after(SEGREGATED, new NonconformityClosed("NC26030001", List.of(), "li", null)));
    }

    @Test
    void nothingElseIsTaken() {
        HoldsProjection holds = new HoldsProjection();
        assertTrue(holds.takes("nonconformity-segregated"));
        assertTrue(holds.takes("nonconformity-cleared"));
        assertTrue(holds.takes("nonconformity-closed"));
        assertFalse(holds.takes("nonconformity-verified"));
    }
}

package io.huiyin.complaint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("CMP-34: only where we are liable a settlement is needed")
class SettlementIsNeededTest {

    @ParameterizedTest
    @CsvSource({"own, true", "shared, true", "customer, false", "transport, false", "supplier, false", "none, false"})
    void whereWeAreLiable(String party, boolean needed) {
        assertEquals(needed, SettlementIsNeeded.where(party));
    }
}

package io.huiyin.nonconformity.lot.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.huiyin.nonconformity.lot.rules.LotTraceability.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X-16")
@DisplayName("X-16: a complaint is found from the lot and from the serial number it names")
class LotTraceabilityTest {

    @Test
    void aLotAndASerialNumberOfTheSameNameAreTwoThings() {
        assertEquals("lot:7", Kind.LOT.key("7"));
        assertEquals("serial:7", Kind.SERIAL_NUMBER.key("7"));
    }

    @Test
    void blanksAroundANameMakeNoOtherThing() {
        assertEquals("lot:L-202610", Kind.LOT.key(" L-202610　"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "　"})
    void whatIsNotNamedIsNotFound(String named) {
        assertNull(Kind.LOT.key(named));
        assertNull(Kind.SERIAL_NUMBER.key(named));
    }

    @Test
    void aKeySaysWhatItIsOf() {
        assertEquals(Kind.LOT, LotTraceability.kind("lot:serial:9"));
        assertEquals("serial:9", LotTraceability.value("lot:serial:9"));
        assertEquals(Kind.SERIAL_NUMBER, LotTraceability.kind("serial:SN-1"));
        assertEquals("SN-1", LotTraceability.value("serial:SN-1"));
    }
}

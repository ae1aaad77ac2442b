package io.huiyin.kernel.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.kernel.policy.PolicyValue.Tier;
import io.huiyin.kernel.policy.PolicyValue.Tiers;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyValueTest {

    @Test
    void anAmountBelongsToTheLowestTierThatHoldsIt() {
        Tiers tiers = new Tiers(
                "CNY",
                List.of(
                        new Tier("desk", new BigDecimal("1000")),
                        new Tier("manager", new BigDecimal("5000")),
                        new Tier("board", null)));
        assertEquals(0, tiers.placeOf(new BigDecimal("1000.00")));
        assertEquals(1, tiers.placeOf(new BigDecimal("1000.01")));
        assertEquals(2, tiers.placeOf(new BigDecimal("1000000")));
        assertEquals(1, tiers.placeOf("manager"));
        assertEquals(-1, tiers.placeOf("stranger"));
    }
}

package io.huiyin.report;

import io.huiyin.kernel.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theHouseRulesHold() {
        HouseRules.of("io.huiyin.report").check();
    }
}

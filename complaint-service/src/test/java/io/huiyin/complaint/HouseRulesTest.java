package io.huiyin.complaint;

import io.huiyin.kernel.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theArchitectureIsKept() {
        HouseRules.of("io.huiyin.complaint").check();
    }
}

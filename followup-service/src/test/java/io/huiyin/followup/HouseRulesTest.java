package io.huiyin.followup;

import io.huiyin.kernel.testing.HouseRules;
import io.huiyin.kernel.testing.RulesAreListed;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theArchitectureHolds() {
        HouseRules.of("io.huiyin.followup").check();
    }

    @Test
    void everyRuleIsListedAndTested() throws IOException {
        RulesAreListed.check("followup-service");
    }
}

package io.huiyin.complaint;

import io.huiyin.kernel.testing.RulesAreListed;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RulesAreListedTest {

    @Test
    void everyRuleStandsInTheReadmeAndInATest() throws IOException {
        RulesAreListed.check("complaint-service");
    }
}

package io.huiyin.report;

import io.huiyin.kernel.testing.RulesAreListed;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RulesAreListedTest {

    @Test
    void everyRuleStandsInTheReadme() throws IOException {
        RulesAreListed.check("report-service");
    }
}

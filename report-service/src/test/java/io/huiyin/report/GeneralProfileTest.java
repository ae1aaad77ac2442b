package io.huiyin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.kernel.policy.PolicyValue.Direction;
import io.huiyin.kernel.policy.PolicyValue.Target;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GeneralProfileTest {

    @Test
    @DisplayName("RPT-30: the targets of the default profile")
    void theDefaultProfileHasEveryKey() {
        assertEquals(
                new Target(BigDecimal.valueOf(90), Direction.AT_LEAST),
                ReportExamples.POLICIES.target("kpi.targets.timeliness"));
        assertEquals(
                new Target(BigDecimal.valueOf(85), Direction.AT_LEAST),
                ReportExamples.POLICIES.target("kpi.targets.satisfaction"));
        assertEquals(
                new Target(BigDecimal.valueOf(3), Direction.BELOW),
                ReportExamples.POLICIES.target("kpi.targets.complaintRate"));
        assertEquals(ZoneId.of("Asia/Shanghai"), ReportExamples.POLICIES.zone("business.zone"));
    }
}

package io.huiyin.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.kernel.policy.PolicyProfiles;
import io.huiyin.kernel.policy.PolicyValue;
import io.huiyin.kernel.policy.PolicyValues;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"GENERAL", "MACHINERY"})
    void eachHasAValueForEveryKey(String profile) {
        PolicyValues values = PolicyProfiles.load(profile);
        assertEquals(
                PolicyProfiles.load("GENERAL").values().keySet(),
                values.values().keySet());
        assertEquals(
                new PolicyValue.Limit(Duration.ofHours(24), PolicyValue.CalendarKind.ELAPSED),
                values.limit("cmp.sla.firstReply"));
        assertEquals("yyMM", values.numberPattern("cmp.number.pattern").datePattern());
        assertEquals(ZoneId.of("Asia/Shanghai"), values.zone("business.zone"));
    }

    @Test
    void machinerySaysWhereItDiffers() {
        PolicyValues values = PolicyProfiles.load("MACHINERY");
        assertEquals(2, values.numberPattern("cmp.number.pattern").digits());
        assertEquals("MACHINERY", values.ref("cmp.number.pattern").profile());
        assertEquals("GENERAL", values.ref("cmp.sla.firstReply").profile());
    }
}

package io.huiyin.nonconformity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.policy.PolicyProfiles;
import io.huiyin.kernel.policy.PolicyValues;
import io.huiyin.nonconformity.rules.DispositionCatalogue;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"GENERAL", "MACHINERY"})
    void eachHasAValueForEveryKey(String profile) {
        PolicyValues values = PolicyProfiles.load(profile);
        assertEquals(ZoneId.of("Asia/Shanghai"), values.zone("business.zone"));
        assertEquals(4, values.numberPattern("ncr.number.pattern").digits());
        assertEquals(16, values.names("ncr.sources").names().size());
        assertEquals(17, values.names("ncr.categories").names().size());
        assertEquals(List.of("minor", "major"), values.names("ncr.severity").names());
        assertEquals("quality", values.word("ncr.verifier"));
        assertEquals("allowed", values.word("ncr.execution.byReviewer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GENERAL", "MACHINERY"})
    void everySeverityHasALevelAndEveryDispositionIsOfTheCatalogue(String profile) {
        PolicyValues values = PolicyProfiles.load(profile);
        assertEquals(
                Set.copyOf(values.names("ncr.severity").names()),
                values.byName("ncr.authority").names().keySet());
        Set<String> enabled = new HashSet<>(values.names("ncr.dispositions").names());
        assertTrue(DispositionCatalogue.ALL.containsAll(enabled));
        assertFalse(enabled.contains("urgent-release"));
        assertEquals(DispositionCatalogue.ALL.size() - 1, enabled.size());
    }
}

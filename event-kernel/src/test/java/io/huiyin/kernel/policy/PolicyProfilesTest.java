package io.huiyin.kernel.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are data: a profile gives them, and what it leaves out it inherits. */
class PolicyProfilesTest {

    @Test
    void everyKindOfValueIsRead() {
        PolicyValues values = PolicyProfiles.load("KERNEL-PARENT");

        assertEquals(
                new PolicyValue.Limit(Duration.ofHours(24), PolicyValue.CalendarKind.ELAPSED), values.limit("a.limit"));
        assertEquals(
                new PolicyValue.Limit(Duration.ofHours(8), PolicyValue.CalendarKind.WORKING), values.limit("a.work"));
        assertEquals(List.of("low", "high"), values.names("a.names").names());
        assertEquals("yyMM", values.numberPattern("a.number").datePattern());
        assertEquals(4, values.numberPattern("a.number").digits());
        assertEquals(
                new PolicyValue.Target(new BigDecimal("99.5"), PolicyValue.Direction.AT_MOST),
                values.target("a.target"));
        assertEquals(ZoneId.of("Asia/Shanghai"), values.zone("a.zone"));
        assertEquals(6, values.count("a.count"));
        assertEquals("refile", values.word("a.choice"));
        assertEquals(
                Map.of("low", "agent", "high", "leader"), values.byName("a.who").names());
        assertEquals(
                List.of(new PolicyValue.Tier("desk", new BigDecimal("1000")), new PolicyValue.Tier("board", null)),
                values.tiers("a.tiers").tiers());
        assertEquals("EUR", values.tiers("a.tiers").currency());
        assertEquals(
                List.of(
                        new PolicyValue.Window(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                        new PolicyValue.Window(LocalTime.of(14, 0), LocalTime.of(18, 0))),
                values.callWindow("a.window").windows());
    }

    @Test
    void whatAProfileLeavesOutItInherits() {
        PolicyValues values = PolicyProfiles.load("KERNEL-CHILD");

        assertEquals(Duration.ofHours(1), values.limit("a.limit").duration(), "its own");
        assertEquals(Duration.ofHours(8), values.limit("a.work").duration(), "inherited");
        assertEquals(new PolicyRef("a.limit", 1, "KERNEL-CHILD"), values.ref("a.limit"));
        assertEquals(new PolicyRef("a.work", 1, "KERNEL-PARENT"), values.ref("a.work"));
    }

    @Test
    void aMissingKeyAndAValueOfAnotherKindAreNamed() {
        PolicyValues values = PolicyProfiles.load("KERNEL-PARENT");

        assertTrue(message(() -> values.limit("no.such")).contains("no.such"));
        assertTrue(message(() -> values.limit("no.such")).contains("KERNEL-PARENT"));
        assertTrue(message(() -> values.limit("a.zone")).contains("a.zone"));
    }

    @Test
    void profilesThatInheritFromEachOtherStopTheStart() {
        assertTrue(message(() -> PolicyProfiles.load("KERNEL-CYCLE")).contains("KERNEL-CYCLE"));
    }

    @Test
    void anUnknownProfileStopsTheStart() {
        assertTrue(message(() -> PolicyProfiles.load("NOWHERE")).contains("profiles/NOWHERE.yaml"));
    }

    @ParameterizedTest
    @CsvSource({
        "KERNEL-BAD-DURATION, a.limit",
        "KERNEL-BAD-CALENDAR, a.limit",
        "KERNEL-BAD-ZONE, a.zone",
        "KERNEL-BAD-KIND, a.what",
        "KERNEL-BAD-PERCENT, a.target",
        "KERNEL-BAD-PATTERN, a.number",
        "KERNEL-BAD-DIGITS, a.number",
        "KERNEL-BAD-COUNT, a.count",
        "KERNEL-BAD-CHOICE, a.choice",
        "KERNEL-BAD-TIERS, a.tiers",
        "KERNEL-BAD-TOP, a.tiers",
        "KERNEL-BAD-WINDOW, a.window",
        "KERNEL-BAD-DAYS, a.window",
        "KERNEL-BAD-HOUR, a.window"
    })
    void aValueThatCannotBeReadStopsTheStartNamingFileAndKey(String profile, String key) {
        String message = message(() -> PolicyProfiles.load(profile));
        assertTrue(message.contains("profiles/" + profile + ".yaml"), message);
        assertTrue(message.contains(key), message);
    }

    private static String message(Runnable work) {
        return String.valueOf(
                assertThrows(IllegalStateException.class, work::run).getMessage());
    }
}

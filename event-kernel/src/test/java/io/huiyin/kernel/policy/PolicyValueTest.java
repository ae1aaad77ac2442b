package io.huiyin.kernel.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.policy.PolicyValue.CallWindow;
import io.huiyin.kernel.policy.PolicyValue.Tier;
import io.huiyin.kernel.policy.PolicyValue.Tiers;
import io.huiyin.kernel.policy.PolicyValue.Window;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyValueTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final CallWindow HOURS = new CallWindow(
            List.of(
                    new Window(LocalTime.of(14, 0), LocalTime.of(18, 0)),
                    new Window(LocalTime.of(9, 0), LocalTime.of(12, 0))),
            WORKDAYS);

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    /** 2026-12-03 is a Thursday. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-03T09:00:00+08:00, 2026-12-03T09:00:00+08:00",
        "2026-12-03T08:59:59.999999+08:00, 2026-12-03T09:00:00+08:00",
        "2026-12-03T11:59:59+08:00, 2026-12-03T11:59:59+08:00",
        "2026-12-03T12:00:00+08:00, 2026-12-03T14:00:00+08:00",
        "2026-12-03T18:00:00+08:00, 2026-12-04T09:00:00+08:00",
        "2026-12-04T18:00:00+08:00, 2026-12-07T09:00:00+08:00",
        "2026-12-05T10:00:00+08:00, 2026-12-07T09:00:00+08:00"
    })
    void aCallWaitsForTheNextWindow(String now, String opening) {
        assertEquals(at(opening), HOURS.nextOpening(at(now), SHANGHAI));
        assertEquals(now.equals(opening), HOURS.isOpen(at(now), SHANGHAI));
    }

    @Test
    void aWindowMayLastOverMidnightAndBelongsToTheDayItBegins() {
        CallWindow night =
                new CallWindow(List.of(new Window(LocalTime.of(22, 0), LocalTime.of(2, 0))), Set.of(DayOfWeek.FRIDAY));
        assertTrue(night.isOpen(at("2026-12-04T22:00:00+08:00"), SHANGHAI));
        assertTrue(night.isOpen(at("2026-12-05T01:59:00+08:00"), SHANGHAI));
        assertFalse(night.isOpen(at("2026-12-05T02:00:00+08:00"), SHANGHAI));
        assertEquals(at("2026-12-11T22:00:00+08:00"), night.nextOpening(at("2026-12-05T02:00:00+08:00"), SHANGHAI));
    }

    @Test
    void noWindowMeansAlways() {
        Instant night = at("2026-12-05T03:00:00+08:00");
        assertTrue(new CallWindow(List.of(), Set.of()).isOpen(night, SHANGHAI));
    }

    @Test
    void onTheDayTheClocksGoForwardTheWindowBeginsLater() {
        CallWindow early =
                new CallWindow(List.of(new Window(LocalTime.of(2, 30), LocalTime.of(4, 0))), Set.of(DayOfWeek.SUNDAY));
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertEquals(at("2026-03-29T03:30:00+02:00"), early.nextOpening(at("2026-03-29T01:00:00+01:00"), berlin));
    }

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

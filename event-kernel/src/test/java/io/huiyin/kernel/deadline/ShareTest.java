package io.huiyin.kernel.deadline;

import static io.huiyin.kernel.calendar.Calendars.at;
import static io.huiyin.kernel.calendar.Calendars.general;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.policy.PolicyValue.CalendarKind;
import io.huiyin.kernel.policy.PolicyValue.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CMP-26: each department has its limit, and its delay is its own. */
class ShareTest {

    private static final Instant ACCEPTED = at("2026-11-23T10:00:00+08:00");

    private static Limit days(int days) {
        return new Limit(Duration.ofDays(days), CalendarKind.CALENDAR_DAYS);
    }

    private static Instant after(int hours) {
        return ACCEPTED.plus(Duration.ofHours(hours));
    }

    private static Share share(String holder, int used, int overdue) {
        return new Share(holder, Duration.ofHours(used), Duration.ofHours(overdue));
    }

    /** MACHINERY: one day each, two for Production, six in all. */
    @Test
    void stepsAreLimitedFromTheAcceptanceOn() {
        List<StepLimit> steps = List.of(
                new StepLimit("gm-office", days(1)),
                new StepLimit("quality", days(1)),
                new StepLimit("research", days(1)),
                new StepLimit("market", days(1)),
                new StepLimit("production", days(2)));

        assertEquals(
                List.of(1L, 2L, 3L, 4L, 6L),
                StepLimit.cumulative(steps).stream()
                        .map(step -> step.limit().duration().toDays())
                        .toList());
        assertEquals(
                List.of("gm-office", "quality", "research", "market", "production"),
                StepLimit.cumulative(steps).stream().map(StepLimit::holder).toList());
        assertEquals(List.of(), StepLimit.cumulative(List.of()));
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> StepLimit.cumulative(List.of(
                                steps.getFirst(),
                                new StepLimit("market", new Limit(Duration.ofDays(1), CalendarKind.WORKING_DAYS)))))
                .getMessage());
        assertTrue(message.contains("market") && message.contains("WORKING_DAYS"), message);
    }

    @Test
    void delayBelongsToWhoHasTheCaseWhenTheLimitIsPast() {
        Clock clock = Clock.start(ACCEPTED, days(2), general());
        List<Holding> holdings = List.of(
                new Holding("gm-office", ACCEPTED, after(40)),
                new Holding("quality", after(40), after(60)),
                new Holding("market", after(60), null));

        assertEquals(
                List.of(share("gm-office", 40, 0), share("quality", 8, 12), share("market", 0, 6)),
                Share.of(clock, holdings, after(66)));
        assertEquals(
                List.of(share("gm-office", 40, 0), share("quality", 8, 12), share("market", 0, 2)),
                Share.of(clock.stop(after(62)), holdings, after(66)));
    }

    @Test
    void whatIsPausedIsNobodys() {
        Clock clock = Clock.start(ACCEPTED, days(1), general())
                .pause(after(10), "customer")
                .resume(after(30));
        List<Holding> holdings =
                List.of(new Holding("quality", ACCEPTED, after(20)), new Holding("market", after(20), null));

        assertEquals(List.of(share("quality", 10, 0), share("market", 14, 3)), Share.of(clock, holdings, after(47)));
    }

    @Test
    void theNextHoldingEndsTheOneBeforeAndOneMayHaveItTwice() {
        Clock clock = Clock.start(ACCEPTED, days(1), general());
        List<Holding> holdings = List.of(
                new Holding("quality", after(12), null),
                new Holding("market", ACCEPTED, null),
                new Holding("market", after(20), null));

        assertEquals(List.of(share("market", 16, 4), share("quality", 8, 0)), Share.of(clock, holdings, after(28)));
    }

    @Test
    void timeThatNobodyHadItIsNobodys() {
        Clock clock = Clock.start(ACCEPTED, days(1), general());
        List<Holding> holdings = List.of(
                new Holding("quality", ACCEPTED.minusSeconds(9999), after(5)), new Holding("market", after(9), null));

        assertEquals(List.of(share("quality", 5, 0), share("market", 3, 0)), Share.of(clock, holdings, after(12)));
    }
}

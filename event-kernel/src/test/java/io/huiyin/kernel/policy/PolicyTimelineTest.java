package io.huiyin.kernel.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.huiyin.kernel.policy.PolicyEvent.PolicyValueChanged;
import io.huiyin.kernel.policy.PolicyValue.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which value holds when, and as which version a promise names it. */
@Tag("X-24")
class PolicyTimelineTest {

    private static final String KEY = "a.count";
    private static final String OTHER = "b.count";
    private static final Instant FIRST = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant SECOND = FIRST.plus(Duration.ofDays(10));

    private static final PolicyValues PROFILE = new PolicyValues(
            "HOSPITAL",
            Map.of(
                    KEY, new PolicyValues.Entry(new Count(6), 1, "GENERAL", "house"),
                    OTHER, new PolicyValues.Entry(new Count(1), 1, "HOSPITAL", "002-8")));

    private static PolicyTimeline timeline(PolicyValueChanged... changes) {
        PolicyChanges all = PolicyChanges.NONE;
        for (PolicyValueChanged change : changes) {
            all = all.with(change);
        }
        return new PolicyTimeline(PROFILE, Map.of(KEY, all));
    }

    private static PolicyValueChanged change(int version, int count, Instant from) {
        return new PolicyValueChanged(KEY, version, PolicyValueJson.write(new Count(count)), from, "because");
    }

    private static int count(PolicyTimeline timeline, Instant at) {
        return timeline.at(at).count(KEY);
    }

    @Test
    void aChangeHoldsFromItsInstantOn() {
        PolicyTimeline timeline = timeline(change(2, 4, FIRST));

        assertEquals(6, count(timeline, FIRST.minusNanos(1)));
        assertEquals(4, count(timeline, FIRST));
        assertEquals(
                new PolicyRef(KEY, 1, "GENERAL"),
                timeline.at(FIRST.minusNanos(1)).ref(KEY));
        assertEquals(new PolicyRef(KEY, 2, "GENERAL"), timeline.at(FIRST).ref(KEY));
        assertEquals(new PolicyRef(OTHER, 1, "HOSPITAL"), timeline.at(FIRST).ref(OTHER));
    }

    @Test
    void timeMayBeAskedInAnyOrder() {
        PolicyTimeline timeline = timeline(change(2, 4, FIRST), change(3, 5, SECOND));

        assertEquals(5, count(timeline, SECOND.plusSeconds(1)));
        assertEquals(6, count(timeline, FIRST.minusSeconds(1)));
        assertEquals(4, count(timeline, SECOND.minusSeconds(1)));
        assertEquals(5, count(timeline, SECOND));
    }

    @Test
    void whatWasDecidedLaterForAnEarlierDayHoldsUntilTheLaterDay() {
        PolicyTimeline timeline = timeline(change(2, 4, SECOND), change(3, 5, FIRST));

        assertEquals(5, count(timeline, FIRST));
        assertEquals(4, count(timeline, SECOND));
        assertEquals(2, timeline.at(SECOND).ref(KEY).version());
    }

    @Test
    void ofTwoForOneInstantTheOneDecidedLastHolds() {
        PolicyTimeline timeline = timeline(change(2, 4, FIRST), change(3, 5, FIRST));

        assertEquals(5, count(timeline, FIRST));
    }

    @Test
    void valuesAreMadeOnceForAllInstantsBetweenTwoChanges() {
        PolicyTimeline timeline = timeline(change(2, 4, FIRST), change(3, 5, SECOND));

        assertSame(timeline.at(FIRST), timeline.at(SECOND.minusNanos(1)));
    }
}

package io.huiyin.kernel.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.policy.PolicyChanges.Change;
import io.huiyin.kernel.policy.PolicyCommand.ChangeValue;
import io.huiyin.kernel.policy.PolicyCommand.FollowValue;
import io.huiyin.kernel.policy.PolicyEvent.PolicyValueChanged;
import io.huiyin.kernel.policy.PolicyValue.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X-06")
@Tag("X-24")
class PolicyDeciderTest {

    private static final String KEY = "a.count";
    private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final PolicyDecider DECIDER = new PolicyDecider();
    private static final PolicyKey FOLLOWED = new PolicyKey(
            KEY, PolicyType.COUNT, false, List.of(), List.of(), new PolicyKey.Meaning("数", "A count"), "elsewhere");

    private static Context at(Instant now) {
        PolicyValues values =
                new PolicyValues("GENERAL", Map.of(KEY, new PolicyValues.Entry(new Count(6), 1, "GENERAL")));
        return new Context(now, Actor.system("admin"), values, Calendars.of(values));
    }

    private static List<PolicyEvent> change(PolicyChanges changes, int count, @Nullable Instant from) {
        return DECIDER.decide(new ChangeValue(KEY, new Count(count), from, "because"), changes, at(NOW));
    }

    private static PolicyChanges changed(PolicyChanges changes, int count, Instant from) {
        return DECIDER.evolve(changes, change(changes, count, from));
    }

    private static PolicyValueChanged event(int version, int count, Instant from) {
        return new PolicyValueChanged(KEY, version, PolicyValueJson.write(new Count(count)), from, "because");
    }

    @Test
    void theFirstChangeIsTheSecondVersionAndHoldsAtOnce() {
        assertEquals(List.of(event(2, 4, NOW)), change(PolicyChanges.NONE, 4, null));
    }

    @Test
    void aChangeMayHoldFromLaterOn() {
        assertEquals(List.of(event(2, 4, NOW.plus(DAY))), change(PolicyChanges.NONE, 4, NOW.plus(DAY)));
    }

    @Test
    void nothingIsChangedBackwards() {
        InvalidInput refused =
                assertThrows(InvalidInput.class, () -> change(PolicyChanges.NONE, 4, NOW.minusNanos(1000)));

        assertEquals("/effectiveFrom", refused.faults().getFirst().pointer());
    }

    @Test
    void theValueThatHoldsIsNoChange() {
        assertEquals(List.of(), change(PolicyChanges.NONE, 6, null));
        PolicyChanges four = changed(PolicyChanges.NONE, 4, NOW);
        assertEquals(List.of(), change(four, 4, NOW.plus(DAY)));
    }

    private static List<PolicyEvent> follow(PolicyChanges changes, int version, String value, Instant from) {
        return DECIDER.decide(
                new FollowValue(FOLLOWED, version, EventJson.read(value, JsonNode.class), from, "elsewhere: because"),
                changes,
                at(NOW));
    }

    @Test
    void whatAnotherServiceDecidedIsTakenOverAlsoWhenItHoldsAlready() {
        Instant before = NOW.minus(DAY);

        List<PolicyEvent> followed = follow(PolicyChanges.NONE, 2, "{\"count\":4}", before);

        assertEquals(
                List.of(new PolicyValueChanged(
                        KEY, 2, PolicyValueJson.write(new Count(4)), before, "elsewhere: because")),
                followed);
        PolicyChanges changes = DECIDER.evolve(PolicyChanges.NONE, followed);
        assertEquals(4, changes.at(before).orElseThrow().value().path("count").asInt());
    }

    @Test
    void eachOfItsChangesIsOneHereTooSoThatTheVersionsAreTheSame() {
        assertEquals(1, follow(PolicyChanges.NONE, 2, "{\"count\":6}", NOW).size());
    }

    @Test
    void whatCannotBeReadHereIsNotTakenOver() {
        InvalidInput refused =
                assertThrows(InvalidInput.class, () -> follow(PolicyChanges.NONE, 2, "{\"flag\":true}", NOW));

        assertEquals("/value", refused.faults().getFirst().pointer());
    }

    private static PolicyChanges followed(PolicyChanges changes, int version, int count) {
        return DECIDER.evolve(changes, follow(changes, version, "{\"count\":" + count + "}", NOW));
    }

    @Test
    void whatIsTakenOverOnlyAfterItWasReplacedStaysReplaced() {
        PolicyChanges third = followed(PolicyChanges.NONE, 3, 5);

        PolicyChanges secondToo = followed(third, 2, 4);

        assertEquals(
                List.of(3, 2), secondToo.changes().stream().map(Change::version).toList());
        assertEquals(third.at(NOW), secondToo.at(NOW));
        assertEquals(3, secondToo.at(NOW).orElseThrow().version());
    }

    @Test
    void aVersionThatIsThereAlreadyIsNoNews() {
        PolicyChanges second = followed(PolicyChanges.NONE, 2, 4);

        assertEquals(List.of(), follow(second, 2, "{\"count\":4}", NOW));
    }

    @Test
    void theVersionOfTheProfileIsNobodysToTakeOver() {
        InvalidInput refused =
                assertThrows(InvalidInput.class, () -> follow(PolicyChanges.NONE, 1, "{\"count\":4}", NOW));

        assertEquals("/version", refused.faults().getFirst().pointer());
    }

    @Test
    void whereVersionsAreMissingTheNextIsStillAboveAll() {
        PolicyChanges third = followed(PolicyChanges.NONE, 3, 5);

        assertEquals(List.of(event(4, 6, NOW)), change(third, 6, null));
    }

    @Test
    void whatIsPlannedCanBeTakenBackForThatDay() {
        PolicyChanges planned = changed(PolicyChanges.NONE, 4, NOW.plus(DAY));

        assertEquals(List.of(), change(planned, 6, null), "until then it holds anyway");
        assertEquals(List.of(event(3, 6, NOW.plus(DAY))), change(planned, 6, NOW.plus(DAY)));
    }
}

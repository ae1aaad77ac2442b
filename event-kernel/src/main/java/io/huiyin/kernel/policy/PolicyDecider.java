package io.huiyin.kernel.policy;

import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.decide.Decider;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.policy.PolicyCommand.ChangeValue;
import io.huiyin.kernel.policy.PolicyCommand.FollowValue;
import io.huiyin.kernel.policy.PolicyEvent.PolicyValueChanged;
import java.time.Instant;
import java.util.List;

/**
 * A policy key as an aggregate: values change from now or from later on, never backwards. What another service decided is taken over as
 * it stands, also when it holds already by the time it is heard of..
 */
public final class PolicyDecider implements Decider<PolicyCommand, PolicyChanges, PolicyEvent> {

    @Override
    public PolicyChanges initial() {
        return PolicyChanges.NONE;
    }

    @Override
    public List<PolicyEvent> decide(PolicyCommand command, PolicyChanges changes, Context context) {
        return switch (command) {
            case ChangeValue change -> change(change, changes, context);
            case FollowValue follow -> follow(follow, changes);
        };
    }

    private static List<PolicyEvent> change(ChangeValue command, PolicyChanges changes, Context context) {
        Instant asked = command.effectiveFrom();
        Instant from = asked == null ? context.now() : asked;
        if (from.isBefore(context.now())) {
            throw new InvalidInput("/effectiveFrom", "must not lie before now: what was promised stays as it was");
        }
        // Where no change holds by then the key still has its first value, which is the one it has now.
        PolicyValue before = changes.at(from)
                .map(change -> PolicyValueJson.read(change.value()))
                .orElseGet(() -> context.policies().entry(command.key()).value());
        return before.equals(command.value())
                ? List.of()
                : List.of(new PolicyValueChanged(
                        command.key(),
                        changes.nextVersion(),
                        PolicyValueJson.write(command.value()),
                        from,
                        command.reason()));
    }

    /**
     * Each change is one here too, even to the value that holds already, and has the version that it has there: one that could not be
     * followed at first keeps its place when it comes after newer ones.
     */
    private static List<PolicyEvent> follow(FollowValue command, PolicyChanges changes) {
        if (command.version() <= PolicyChanges.OF_PROFILE) {
            throw new InvalidInput("/version", "must be 2 or more: 1 is the profile's own");
        }
        if (changes.has(command.version())) {
            return List.of();
        }
        PolicyValue value = command.key().read(command.value(), "/value");
        Calendars.check(value, "/value");
        return List.of(new PolicyValueChanged(
                command.key().key(),
                command.version(),
                PolicyValueJson.write(value),
                command.effectiveFrom(),
                command.reason()));
    }

    @Override
    public PolicyChanges evolve(PolicyChanges changes, PolicyEvent event) {
        return switch (event) {
            case PolicyValueChanged e -> changes.with(e);
        };
    }
}

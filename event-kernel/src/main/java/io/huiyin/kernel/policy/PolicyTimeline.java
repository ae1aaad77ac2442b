package io.huiyin.kernel.policy;

import io.huiyin.kernel.policy.PolicyChanges.Change;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values of a profile with what was changed at run time, by instant. It never changes; the values of the last instant are kept. */
public final class PolicyTimeline {

    private final PolicyValues profile;
    private final Map<String, PolicyChanges> changes;
    private volatile Stretch last;

    /** Values that hold from an instant to before another. */
    private record Stretch(Instant from, Instant until, PolicyValues values) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    /**
     * What is in force in between.
     *
     * @param changes by key; every one of them is a key of the profile
     */
    public PolicyTimeline(PolicyValues profile, Map<String, PolicyChanges> changes) {
        this.profile = profile;
        this.changes = Map.copyOf(changes);
        this.last = stretch(Instant.MIN);
    }

    public PolicyChanges changes(String key) {
        return changes.getOrDefault(key, PolicyChanges.NONE);
    }

    /** The values in force at an instant. */
    public PolicyValues at(Instant instant) {
        Stretch stretch = last;
        if (!stretch.holds(instant)) {
            stretch = stretch(instant);
            last = stretch;
        }
        return stretch.values();
    }

    private Stretch stretch(Instant at) {
        Map<String, PolicyValues.Entry> values = new HashMap<>(profile.values());
        Instant from = Instant.MIN;
        Instant until = Instant.MAX;
        for (Map.Entry<String, PolicyChanges> changed : changes.entrySet()) {
            Optional<Change> change = changed.getValue().at(at);
            if (change.isPresent()) {
                PolicyValue value = PolicyValueJson.read(change.get().value());
                int version = change.get().version();
                values.computeIfPresent(changed.getKey(), (key, entry) -> entry.changed(value, version));
                Instant since = change.get().effectiveFrom();
                from = since.isAfter(from) ? since : from;
            }
            Instant next = changed.getValue().nextAfter(at).orElse(Instant.MAX);
            until = next.isBefore(until) ? next : until;
        }
        return new Stretch(from, until, new PolicyValues(profile.profile(), values));
    }
}

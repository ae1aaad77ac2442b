package io.huiyin.kernel.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.policy.PolicyEvent.PolicyValueChanged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a key was changed to, folded from its events, in the order in which it was decided.
 *
 * @param changes may take effect in another order
 */
public record PolicyChanges(List<Change> changes) {

    public static final PolicyChanges NONE = new PolicyChanges(List.of());

    /** The version of a value that a profile gives. */
    public static final int OF_PROFILE = 1;

    /** A value from an instant on. */
    public record Change(int version, JsonNode value, Instant effectiveFrom, String reason) {}

    public PolicyChanges {
        changes = List.copyOf(changes);
    }

    PolicyChanges with(PolicyValueChanged e) {
        Change change = new Change(e.version(), e.value(), e.effectiveFrom(), e.reason());
        return new PolicyChanges(
                Stream.concat(changes.stream(), Stream.of(change)).toList());
    }

    /** The version the next change gets. */
    int nextVersion() {
        return OF_PROFILE + changes.size() + 1;
    }

    /** The change in force at an instant: the one that took effect last, of several at once the one decided last. */
    public Optional<Change> at(Instant instant) {
        Change last = null;
        for (Change change : changes) {
            if (!change.effectiveFrom().isAfter(instant)
                    && (last == null || !change.effectiveFrom().isBefore(last.effectiveFrom()))) {
                last = change;
            }
        }
        return Optional.ofNullable(last);
    }

    /** When the next change takes effect after an instant. */
    Optional<Instant> nextAfter(Instant instant) {
        return changes.stream()
                .map(Change::effectiveFrom)
                .filter(from -> from.isAfter(instant))
                .min(Instant::compareTo);
    }
}

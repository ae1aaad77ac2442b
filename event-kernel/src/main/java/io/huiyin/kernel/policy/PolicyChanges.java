package io.huiyin.kernel.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.kernel.policy.PolicyEvent.PolicyValueChanged;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a key was changed to, folded from its events, in the order in which they were recorded.
 *
 * @param changes may take effect in another order; those of another service may also have been decided in another
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

    /** The version the next change gets: one above all there are, some of which may be missing where another service decides. */
    int nextVersion() {
        return changes.stream().mapToInt(Change::version).max().orElse(OF_PROFILE) + 1;
    }

    boolean has(int version) {
        return changes.stream().anyMatch(change -> change.version() == version);
    }

    /** The change in force at an instant: the one that took effect last, of several at once the one with the highest version. */
    public Optional<Change> at(Instant instant) {
        return changes.stream()
                .filter(change -> !change.effectiveFrom().isAfter(instant))
                .max(Comparator.comparing(Change::effectiveFrom).thenComparingInt(Change::version));
    }

    /** When the next change takes effect after an instant. */
    Optional<Instant> nextAfter(Instant instant) {
        return changes.stream()
                .map(Change::effectiveFrom)
                .filter(from -> from.isAfter(instant))
                .min(Instant::compareTo);
    }
}

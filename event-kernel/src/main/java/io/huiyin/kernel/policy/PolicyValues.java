package io.huiyin.kernel.policy;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The policy values in force.
 *
 * @param profile the profile they were selected by
 * @param values by key
 */
public record PolicyValues(String profile, Map<String, Entry> values) {

    /**
     * A value, the version it has, and the profile that gave it.
     *
     * @param source the text a profile has it from, or {@code house}; null when it comes from no profile
     */
    public record Entry(
            PolicyValue value,
            int version,
            String profile,
            @Nullable String source) {

        /** The value it was changed to. */
        Entry changed(PolicyValue to, int toVersion) {
            return new Entry(to, toVersion, profile, null);
        }

        /** A value that comes from no text. */
        public Entry(PolicyValue value, int version, String profile) {
            this(value, version, profile, null);
        }
    }

    public PolicyValues {
        values = Map.copyOf(values);
    }

    /** Whether the service has such a key. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** What stands under a key. */
    public Entry entry(String key) {
        Entry entry = values.get(key);
        if (entry == null) {
            throw new IllegalStateException("no policy value for " + key + " in profile " + profile);
        }
        return entry;
    }

    /** The value of a key, by the type it is declared with. */
    public <T extends PolicyValue> T value(String key, Class<T> type) {
        PolicyValue value = entry(key).value();
        if (!type.isInstance(value)) {
            throw new IllegalStateException("policy " + key + " is not a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    /** The same of a key that may have none. */
    public <T extends PolicyValue> Optional<T> given(String key, Class<T> type) {
        return entry(key).value() instanceof PolicyValue.None ? Optional.empty() : Optional.of(value(key, type));
    }

    public PolicyValue.Limit limit(String key) {
        return value(key, PolicyValue.Limit.class);
    }

    /** A list of names; of classes with ranks, the lowest first. */
    public PolicyValue.Names names(String key) {
        return entry(key).value() instanceof Ranks ranks
                ? new PolicyValue.Names(ranks.names())
                : value(key, PolicyValue.Names.class);
    }

    public PolicyValue.NumberPattern numberPattern(String key) {
        return value(key, PolicyValue.NumberPattern.class);
    }

    public PolicyValue.Target target(String key) {
        return value(key, PolicyValue.Target.class);
    }

    public int count(String key) {
        return value(key, PolicyValue.Count.class).count();
    }

    public String word(String key) {
        return value(key, PolicyValue.Word.class).word();
    }

    public PolicyValue.ByName byName(String key) {
        return value(key, PolicyValue.ByName.class);
    }

    public PolicyValue.Tiers tiers(String key) {
        return value(key, PolicyValue.Tiers.class);
    }

    public PolicyValue.CallWindow callWindow(String key) {
        return value(key, PolicyValue.CallWindow.class);
    }

    public ZoneId zone(String key) {
        return value(key, PolicyValue.Zone.class).zone();
    }

    public PolicyRef ref(String key) {
        Entry entry = entry(key);
        return new PolicyRef(key, entry.version(), entry.profile());
    }
}

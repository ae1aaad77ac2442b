package io.huiyin.kernel.policy;

import java.time.ZoneId;
import java.util.Map;

/**
 * The policy values in force.
 *
 * @param profile the profile they were selected by
 * @param values by key
 */
public record PolicyValues(String profile, Map<String, Entry> values) {

    /** A value, the version it has, and the profile that gave it. */
    public record Entry(PolicyValue value, int version, String profile) {}

    public PolicyValues {
        values = Map.copyOf(values);
    }

    private Entry entry(String key) {
        Entry entry = values.get(key);
        if (entry == null) {
            throw new IllegalStateException("no policy value for " + key + " in profile " + profile);
        }
        return entry;
    }

    private <T extends PolicyValue> T value(String key, Class<T> type) {
        PolicyValue value = entry(key).value();
        if (!type.isInstance(value)) {
            throw new IllegalStateException("policy " + key + " is not a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    public PolicyValue.Limit limit(String key) {
        return value(key, PolicyValue.Limit.class);
    }

    public PolicyValue.Names names(String key) {
        return value(key, PolicyValue.Names.class);
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
        return ZoneId.of(value(key, PolicyValue.Word.class).word());
    }

    public PolicyRef ref(String key) {
        Entry entry = entry(key);
        return new PolicyRef(key, entry.version(), entry.profile());
    }
}

package io.huiyin.report.views.facts;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Versions of things: each change closes what was known before and opens what is known from then on. What is recorded at one
 * instant makes one version.
 *
 * @param <K> what tells the things apart
 * @param <R> a version of one
 */
public final class FactVersions<K, R extends KnownFact<R>> {

    private final Function<R, K> key;
    private final Function<R, String> factId;
    private final Map<K, R> current = new HashMap<>();
    private final Map<String, R> changed = new LinkedHashMap<>();

    /**
     * What is known so far.
     *
     * @param factId the key of a version
     */
    public FactVersions(Function<R, K> key, Function<R, String> factId, Collection<R> known) {
        this.key = key;
        this.factId = factId;
        known.forEach(row -> current.put(key.apply(row), row));
    }

    /** The first version of something. */
    public void begin(R first) {
        put(first);
    }

    /** One more event of something that is known. */
    public void change(R before, R after, int sequence, Instant recordedAt) {
        if (!recordedAt.isAfter(before.knownFrom())) {
            put(after.including(sequence));
        } else if (!after.equals(before)) {
            put(before.knownUntil(recordedAt));
            put(after.knownSince(sequence, recordedAt));
        }
    }

    private void put(R row) {
        changed.put(factId.apply(row), row);
        current.put(key.apply(row), row);
    }

    /** Every version that is new or was closed. */
    public Collection<R> changed() {
        return changed.values();
    }

    /** What is known of something now. */
    public @Nullable R now(K wanted) {
        return current.get(wanted);
    }

    /** What is known of everything now. */
    public Collection<R> all() {
        return current.values();
    }
}

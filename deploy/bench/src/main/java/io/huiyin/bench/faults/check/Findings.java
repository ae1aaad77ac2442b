package io.huiyin.bench.faults.check;

import io.huiyin.bench.faults.check.Difference.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The differences found so far: all are counted, and of each sort enough are kept to be looked into. */
public final class Findings {

    private static final int KEPT = 20;

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<Difference> kept = new ArrayList<>();

    public void add(Kind kind, String invariant, String evidence) {
        int before = counts.merge(kind, 1, Integer::sum);
        if (before <= KEPT) {
            kept.add(new Difference(kind, invariant, evidence));
        }
    }

    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    public List<Difference> kept() {
        return List.copyOf(kept);
    }
}

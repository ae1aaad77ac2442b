package io.huiyin.bench.faults.check;

import io.huiyin.bench.faults.evidence.Entry;
import io.huiyin.bench.faults.evidence.EventRow;
import io.huiyin.bench.faults.evidence.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a command did: the events that carry its request's id, but none that a policy added of its own accord. */
final class Effects {

    private final Map<String, List<EventRow>> byRequest = new HashMap<>();
    private final Map<String, EventRow> byVersion = new HashMap<>();

    Effects(Evidence evidence) {
        evidence.events()
                .forEach((service, rows) -> rows.forEach(row -> {
                    byVersion.put(service + row.stream() + row.version(), row);
                    if (row.wasAskedFor()) {
                        byRequest
                                .computeIfAbsent(service + row.correlation(), request -> new ArrayList<>())
                                .add(row);
                    }
                }));
    }

    /** In log order. */
    List<EventRow> of(Entry entry) {
        return byRequest.getOrDefault(entry.asked().service() + entry.asked().id(), List.of());
    }

    /** The event that made an aggregate what an answer says it is. */
    @Nullable
    EventRow at(Entry entry, Entry.Try answer) {
        return byVersion.get(entry.asked().service() + answer.aggregate() + answer.version());
    }

    /** How many transactions these events stand in: how often the command took effect. */
    static long times(List<EventRow> effect) {
        return effect.stream()
                .map(row -> row.position().epoch() + "." + row.position().tx())
                .distinct()
                .count();
    }
}

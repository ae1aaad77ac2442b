package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Json;
import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.bench.faults.evidence.EventRow;
import io.huiyin.bench.faults.evidence.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** G10: of each limit a reminder, its breach and each level of the ladder are told once, whoever looked for them. */
final class TimePassesOnce implements Checker.Invariant {

    private static final Set<String> TOLD =
            Set.of("complaint-deadline-approached", "complaint-deadline-breached", "complaint-overdue-escalated");

    @Override
    public void check(Evidence evidence, Findings findings) {
        Map<List<String>, EventRow> told = new HashMap<>();
        evidence.events().values().stream()
                .flatMap(List::stream)
                .filter(row -> TOLD.contains(row.type()))
                .forEach(row -> {
                    JsonNode data = Json.read(row.data());
                    List<String> what = List.of(
                            row.stream(),
                            row.type(),
                            data.path("milestone").asText(),
                            data.path("department").asText(),
                            data.path("dueAt").asText(),
                            data.path("level").asText());
                    EventRow before = told.putIfAbsent(what, row);
                    if (before != null) {
                        findings.add(Kind.DOUBLED, "G10", before + " is told again by " + row);
                    }
                });
    }
}

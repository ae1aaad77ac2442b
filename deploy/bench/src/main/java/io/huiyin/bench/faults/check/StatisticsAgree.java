package io.huiyin.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Json;
import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.bench.faults.evidence.EventRow;
import io.huiyin.bench.faults.evidence.Evidence;
import java.util.Map;
import java.util.TreeMap;

/** I8: the figures that report-service tells are those one counts over the events. */
final class StatisticsAgree implements Checker.Invariant {

    @Override
    public void check(Evidence evidence, Findings findings) {
        if (evidence.statistics().isEmpty()) {
            return;
        }
        Map<String, Long> counted = new TreeMap<>();
        evidence.statistics().keySet().forEach(name -> counted.put(name, 0L));
        evidence.events()
                .values()
                .forEach(rows -> rows.stream()
                        .filter(row -> !evidence.planted().streams().contains(row.stream()))
                        .forEach(row -> count(row, counted)));
        evidence.statistics().forEach((name, told) -> {
            if (!told.equals(counted.get(name))) {
                findings.add(
                        Kind.WRONG, "I8", "statistics tell " + name + " " + told + ", the events " + counted.get(name));
            }
        });
    }

    private static void count(EventRow row, Map<String, Long> counted) {
        switch (row.type()) {
            case "complaint-registered" -> add(counted, "complaints/total", 1);
            case "follow-up-recorded" -> {
                JsonNode data = Json.read(row.data());
                add(counted, "follow-ups/overall/recorded", 1);
                add(
                        counted,
                        "follow-ups/overall/dissatisfied",
                        data.path("dissatisfied").asBoolean() ? 1 : 0);
                add(counted, "follow-ups/overall/issues", data.path("issues").size());
            }
            case "nonconformity-reported" -> {
                add(counted, "nonconformities/overall/events", 1);
                add(
                        counted,
                        "nonconformities/overall/items",
                        Json.read(row.data()).at("/product/quantity").asLong());
            }
            case "nonconformity-reinspection-passed" -> add(counted, "nonconformities/overall/reinspections/passed", 1);
            case "nonconformity-reinspection-failed" -> add(counted, "nonconformities/overall/reinspections/failed", 1);
            default -> {
                // no figure counts it
            }
        }
    }

    private static void add(Map<String, Long> counted, String name, long more) {
        counted.computeIfPresent(name, (key, before) -> before + more);
    }
}

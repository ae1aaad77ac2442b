package io.huiyin.bench.faults.check;

import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.bench.faults.evidence.EventRow;
import io.huiyin.bench.faults.evidence.Evidence;
import io.huiyin.bench.faults.evidence.LogEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** I3: the log holds the events of the table, all of them and no others, and holds one twice only as the same record again. */
final class LogHoldsTheEvents implements Checker.Invariant {

    @Override
    public void check(Evidence evidence, Findings findings) {
        evidence.events().forEach((service, rows) -> {
            List<LogEntry> log = evidence.log().getOrDefault(service, List.of());
            Map<String, LogEntry> first = new HashMap<>();
            for (LogEntry entry : log) {
                if (!entry.isEvent()) {
                    if (!evidence.planted().foreign().contains(entry.header("planted"))) {
                        findings.add(Kind.WRONG, "I3", service.id() + "'s log holds what is no event: " + entry);
                    }
                    continue;
                }
                LogEntry before = first.putIfAbsent(entry.id(), entry);
                if (before != null && !entry.repeats(before)) {
                    findings.add(
                            Kind.DOUBLED,
                            "I3",
                            service.id() + "'s log holds " + before + " again, but not the same: " + entry.headers()
                                    + " instead of " + before.headers());
                }
            }
            Set<String> stored = new HashSet<>();
            for (EventRow row : rows) {
                stored.add(row.id());
                LogEntry entry = first.get(row.id());
                if (entry == null) {
                    findings.add(Kind.LOST, "I3", row + " of " + service.id() + " never reached the log");
                } else {
                    compare(row, entry, findings);
                }
            }
            first.forEach((id, entry) -> {
                if (!stored.contains(id)) {
                    findings.add(
                            Kind.WRONG, "I3", service.id() + "'s log holds " + entry + ", which its table does not");
                }
            });
        });
    }

    private static void compare(EventRow row, LogEntry entry, Findings findings) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("ce_type", "huiyin." + row.type() + ".v" + row.typeVersion());
        wanted.put("ce_source", "/" + row.service().id() + "-service");
        wanted.put("ce_subject", row.stream());
        wanted.put("ce_aggregate", row.aggregate());
        wanted.put("ce_actor", row.actor());
        wanted.put("ce_correlationid", row.correlation());
        wanted.put("ce_causationid", Objects.requireNonNullElse(row.causation(), ""));
        wanted.put("ce_position", row.position().toString());
        wanted.forEach((header, value) -> {
            if (!value.equals(entry.header(header))) {
                differs(row, header + " " + entry.header(header) + " instead of " + value, findings);
            }
        });
        if (Integer.parseInt(entry.header("ce_sequence")) != row.version()) {
            differs(row, "ce_sequence " + entry.header("ce_sequence"), findings);
        }
        if (!Instant.parse(entry.header("ce_time")).equals(row.occurredAt())
                || !Instant.parse(entry.header("ce_recordedtime")).equals(row.recordedAt())) {
            differs(row, "times " + entry.header("ce_time") + " and " + entry.header("ce_recordedtime"), findings);
        }
        if (!entry.key().equals(row.stream()) || !entry.body().equals(row.data())) {
            differs(row, "key or body " + entry.key() + " " + entry.body(), findings);
        }
    }

    private static void differs(EventRow row, String how, Findings findings) {
        findings.add(Kind.WRONG, "I3", row + " stands in the log with " + how);
    }
}

package io.huiyin.bench.faults.check;

import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.bench.faults.evidence.EventRow;
import io.huiyin.bench.faults.evidence.Evidence;
import io.huiyin.bench.faults.evidence.LogEntry;
import io.huiyin.bench.faults.evidence.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * I4: a stream's versions run from 1 without a gap, in log order and in recorded time; and who follows a partition of the log by its
 * chain of positions meets each event once, in that order, up to the last.
 */
final class VersionsInOrder implements Checker.Invariant {

    @Override
    public void check(Evidence evidence, Findings findings) {
        evidence.events().forEach((service, rows) -> {
            streams(rows, findings);
            Map<Integer, List<LogEntry>> partitions = new HashMap<>();
            evidence.log().getOrDefault(service, List.of()).stream()
                    .filter(LogEntry::isEvent)
                    .forEach(entry -> partitions
                            .computeIfAbsent(entry.partition(), partition -> new ArrayList<>())
                            .add(entry));
            partitions.forEach((partition, entries) -> chain(service.id() + "-events-" + partition, entries, findings));
            onePartitionEach(service.id(), partitions, findings);
        });
    }

    /** The rows come in log order. */
    private static void streams(List<EventRow> rows, Findings findings) {
        Map<String, EventRow> last = new HashMap<>();
        for (EventRow row : rows) {
            EventRow before = last.put(row.stream(), row);
            int expected = before == null ? 1 : before.version() + 1;
            if (row.version() != expected) {
                findings.add(
                        Kind.REORDERED,
                        "I4",
                        row + " of " + row.service().id() + " stands in log order where version " + expected
                                + " should");
            }
            Instant recorded = before == null ? Instant.MIN : before.recordedAt();
            if (row.recordedAt().isBefore(recorded)) {
                findings.add(Kind.REORDERED, "I4", row + " was recorded before " + before);
            }
        }
    }

    private static void chain(String partition, List<LogEntry> entries, Findings findings) {
        Position at = Position.START;
        Position furthest = Position.START;
        Map<String, Integer> versions = new HashMap<>();
        for (LogEntry entry : entries) {
            Position position = entry.position();
            furthest = position.isAfter(furthest) ? position : furthest;
            if (!entry.previous().equals(at)) {
                continue;
            }
            if (!position.isAfter(at)) {
                findings.add(Kind.REORDERED, "I4", partition + ": " + entry + " leads back from " + at);
            }
            at = position;
            int version = Integer.parseInt(entry.header("ce_sequence"));
            int expected = versions.getOrDefault(entry.key(), 0) + 1;
            if (version != expected) {
                findings.add(
                        Kind.REORDERED,
                        "I4",
                        partition + ": " + entry + " is version " + version + " where " + expected + " should follow");
            }
            versions.put(entry.key(), version);
        }
        if (!at.equals(furthest)) {
            findings.add(
                    Kind.STUCK,
                    "I4",
                    partition + ": the chain of positions ends at " + at + ", the log at " + furthest);
        }
    }

    private static void onePartitionEach(String service, Map<Integer, List<LogEntry>> partitions, Findings findings) {
        Map<String, Integer> where = new HashMap<>();
        partitions.forEach((partition, entries) -> entries.forEach(entry -> {
            Integer other = where.putIfAbsent(entry.key(), partition);
            if (other != null && !other.equals(partition)) {
                findings.add(
                        Kind.REORDERED,
                        "I4",
                        service + " " + entry.key() + " stands in partitions " + other + " and " + partition);
            }
        }));
    }
}

package io.huiyin.bench.faults.check;

import io.huiyin.bench.Asked;
import io.huiyin.bench.Person;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.Checkpoint;
import io.huiyin.bench.faults.evidence.Entry;
import io.huiyin.bench.faults.evidence.EventRow;
import io.huiyin.bench.faults.evidence.Evidence;
import io.huiyin.bench.faults.evidence.Evidence.DeadLetter;
import io.huiyin.bench.faults.evidence.Evidence.Observation;
import io.huiyin.bench.faults.evidence.LogEntry;
import io.huiyin.bench.faults.evidence.Misbehaviour;
import io.huiyin.bench.faults.evidence.Position;
import io.huiyin.bench.faults.evidence.RelayState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A made-up installation after a run: two complaints, each filed and accepted, all as it should be. Tests spoil it. */
final class Scene {

    private static final Instant NOON = Instant.parse("2027-07-05T04:00:00Z");
    private static final Person AGENT = Person.of("agent", "agent");

    final List<Entry> ledger = new ArrayList<>();
    final List<Misbehaviour> misbehaviours = new ArrayList<>();
    final List<EventRow> events = new ArrayList<>();
    final List<LogEntry> log = new ArrayList<>();
    final List<Observation> observations = new ArrayList<>();
    final List<String> refused = new ArrayList<>();
    final Set<String> considered = new HashSet<>();
    final List<DeadLetter> letters = new ArrayList<>();
    final Map<String, Map<String, Map<String, String>>> rows = new HashMap<>();
    Position carried;
    Position taken;
    long read;
    long total = 2;

    Scene() {
        for (long complaint = 1; complaint <= 2; complaint++) {
            String stream = "c" + complaint;
            filed(stream, 10 * complaint);
            accepted(stream, 10 * complaint + 1);
            shown(stream);
        }
        carried = events.getLast().position();
        taken = carried;
        read = log.size();
    }

    private void filed(String stream, long tx) {
        String body = "{\"channel\":\"web\",\"description\":\"noise in " + stream + "\"}";
        happened(event(
                stream,
                1,
                tx,
                "complaint-registered",
                "file-" + stream,
                "{\"number\":\"" + stream + "\",\"status\":\"registered\"," + body.substring(1)));
        ledger.add(acknowledged("file-" + stream, "/v1/complaints", body, 201, stream, 1));
    }

    private void accepted(String stream, long tx) {
        happened(event(stream, 2, tx, "complaint-accepted", "accept-" + stream, "{\"handler\":\"wang\"}"));
        ledger.add(acknowledged(
                "accept-" + stream, "/v1/complaints/" + stream + "/accept", "{\"handler\":\"wang\"}", 200, stream, 2));
    }

    private void shown(String stream) {
        Map<String, String> row = new LinkedHashMap<>();
        for (String blank : List.of(
                "severity",
                "category",
                "issue",
                "product",
                "customer_id",
                "customer_name",
                "source_reference",
                "origin_follow_up_id")) {
            row.put(blank, "null");
        }
        row.put("number", stream);
        row.put("version", "2");
        row.put("status", "accepted");
        row.put("channel", "web");
        row.put("held", "f");
        list().put(stream, row);
    }

    /** What the list of complaints shows. */
    Map<String, Map<String, String>> list() {
        return rows.computeIfAbsent("complaint-list", view -> new TreeMap<>());
    }

    static EventRow event(String stream, int version, long tx, String type, String request, String data) {
        return new EventRow(
                Service.COMPLAINT,
                stream,
                version,
                new Position(1, tx, tx),
                stream + "-" + version + "-" + tx,
                "complaint",
                type,
                1,
                NOON.plusSeconds(tx),
                NOON.plusSeconds(tx),
                "agent",
                request,
                null,
                data);
    }

    /** Puts an event into table and log. */
    void happened(EventRow row) {
        events.add(row);
        log.add(record(row, log.isEmpty() ? Position.START : log.getLast().position(), log.size()));
    }

    static LogEntry record(EventRow row, Position previous, long offset) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_id", row.id());
        headers.put("ce_type", "huiyin." + row.type() + ".v1");
        headers.put("ce_source", "/complaint-service");
        headers.put("ce_subject", row.stream());
        headers.put("ce_aggregate", row.aggregate());
        headers.put("ce_actor", row.actor());
        headers.put("ce_correlationid", row.correlation());
        headers.put("ce_sequence", String.valueOf(row.version()));
        headers.put("ce_time", row.occurredAt().toString());
        headers.put("ce_recordedtime", row.recordedAt().toString());
        headers.put("ce_position", row.position().toString());
        headers.put("ce_previousposition", previous.toString());
        return new LogEntry(0, offset, row.stream(), headers, row.data());
    }

    /** The same record at another offset. */
    static LogEntry again(LogEntry entry, long offset) {
        return new LogEntry(entry.partition(), offset, entry.key(), entry.headers(), entry.body());
    }

    static Entry acknowledged(String id, String path, String body, int status, String aggregate, int version) {
        return asked(id, path, body, new Entry.Try(status, aggregate, version, "same", Duration.ofMillis(5)));
    }

    static Entry asked(String id, String path, String body, Entry.Try... tries) {
        return new Entry(new Asked(AGENT, Service.COMPLAINT, "POST", path, id, "key-" + id, body), List.of(tries));
    }

    /** What the checker says of it. */
    Findings check() {
        List<Position> partitions = new ArrayList<>(Collections.nCopies(6, Position.START));
        partitions.set(0, carried);
        Findings findings = new Findings();
        Checker.check(
                new Evidence(
                        ledger,
                        misbehaviours,
                        Map.of(Service.COMPLAINT, events),
                        Map.of(Service.COMPLAINT, log),
                        Map.of(
                                Service.COMPLAINT,
                                new RelayState(carried, events.getLast().position(), partitions, "log")),
                        List.of(new Checkpoint(
                                Service.COMPLAINT, "complaint-list", 1, "complaint-events", 0, "log", read, taken)),
                        Map.of(Service.COMPLAINT, Map.of(0, (long) log.size())),
                        observations,
                        rows,
                        Map.of("complaints/total", total),
                        refused,
                        considered,
                        letters,
                        Evidence.Planted.NOTHING),
                findings);
        return findings;
    }
}

package io.huiyin.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Answer;
import io.huiyin.bench.Client;
import io.huiyin.bench.Service;
import io.huiyin.bench.Staff;
import io.huiyin.bench.faults.check.Fold;
import io.huiyin.bench.faults.check.ViewsAreFolds;
import io.huiyin.bench.faults.evidence.Checkpoint;
import io.huiyin.bench.faults.evidence.EventRow;
import io.huiyin.bench.faults.evidence.Evidence;
import io.huiyin.bench.faults.evidence.Evidence.DeadLetter;
import io.huiyin.bench.faults.evidence.Evidence.Observation;
import io.huiyin.bench.faults.evidence.LogEntry;
import io.huiyin.bench.faults.evidence.LogReader;
import io.huiyin.bench.faults.evidence.RelayState;
import io.huiyin.bench.faults.evidence.Tables;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers all that can be seen of a site that stands still. */
final class Gatherer {

    private static final String PERIOD = "?from=2027-01-01&to=2028-01-01";
    private static final List<String> FOLLOW_UP_FIGURES = List.of("recorded", "dissatisfied", "issues");
    private static final List<String> NONCONFORMITY_FIGURES =
            List.of("events", "items", "reinspections/passed", "reinspections/failed");

    private final Site site;
    private final Client client;

    Gatherer(Site site) {
        this.site = site;
        this.client = site.bystander();
    }

    Evidence gather(List<Observation> observations) throws SQLException, IOException {
        Map<Service, List<EventRow>> events = new EnumMap<>(Service.class);
        Map<Service, RelayState> relays = new EnumMap<>(Service.class);
        List<Checkpoint> checkpoints = new ArrayList<>();
        Map<String, Map<String, Map<String, String>>> rows = new HashMap<>();
        Set<String> considered = new HashSet<>();
        try (Databases databases = site.databases()) {
            for (Service service : Service.values()) {
                events.put(service, databases.ask(service, connection -> Tables.events(connection, service)));
                relays.put(service, databases.ask(service, Tables::relay));
                checkpoints.addAll(databases.ask(service, connection -> Tables.checkpoints(connection, service)));
                considered.addAll(databases.ask(service, Tables::considered));
            }
            for (Fold fold : ViewsAreFolds.folds()) {
                rows.put(
                        fold.name(),
                        databases.ask(fold.service(), connection -> Tables.rows(connection, fold.query())));
            }
        }
        Map<Service, List<LogEntry>> log = new EnumMap<>(Service.class);
        Map<Service, Map<Integer, Long>> ends = new EnumMap<>(Service.class);
        try (LogReader reader = new LogReader(site.brokers())) {
            for (Service service : Service.values()) {
                log.put(service, reader.read(service));
                ends.put(service, reader.ends(service));
            }
        }
        return new Evidence(
                site.ledger().entries(),
                site.ledger().misbehaviours(),
                events,
                log,
                relays,
                checkpoints,
                ends,
                observations,
                rows,
                statistics(),
                refusedReactions(),
                considered,
                deadLetters(),
                site.planted());
    }

    private Map<String, Long> statistics() {
        Map<String, Long> figures = new HashMap<>();
        figures.put("complaints/total", told("complaints").number("/total"));
        Answer followUps = told("follow-ups");
        FOLLOW_UP_FIGURES.forEach(
                figure -> figures.put("follow-ups/overall/" + figure, followUps.number("/overall/" + figure)));
        Answer nonconformities = told("nonconformities");
        NONCONFORMITY_FIGURES.forEach(figure ->
                figures.put("nonconformities/overall/" + figure, nonconformities.number("/overall/" + figure)));
        return figures;
    }

    private Answer told(String what) {
        return client.get(Staff.AUDITOR, Service.REPORT, "/v1/statistics/" + what + PERIOD)
                .ok();
    }

    private List<String> refusedReactions() {
        List<String> refused = new ArrayList<>();
        for (Service service : Service.values()) {
            client.all(Staff.ADMIN, service, "/v1/reactions?outcome=refused")
                    .forEach(reaction -> refused.add(service.id() + " " + reaction));
        }
        return refused;
    }

    List<DeadLetter> deadLetters() {
        List<DeadLetter> letters = new ArrayList<>();
        for (Service service : Service.values()) {
            for (JsonNode letter : client.get(Staff.ADMIN, service, "/v1/views/dead-letters")
                    .ok()
                    .nodes("/items")) {
                letters.add(new DeadLetter(
                        service,
                        letter.path("view").asText(),
                        letter.path("subject").asText(),
                        letter.toString()));
            }
        }
        return letters;
    }
}

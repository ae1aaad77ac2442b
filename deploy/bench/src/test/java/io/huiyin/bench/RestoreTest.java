package io.huiyin.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.embedded.OwnInstallation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A backup is put back where it was taken, with the log on Kafka ahead of it, and where nothing was: every list and every figure is
 * what it was, and what was done after the backup can be done again.
 */
class RestoreTest {

    private static final YearMonth BEFORE = YearMonth.of(2027, 3);
    private static final YearMonth AFTER = YearMonth.of(2027, 7);

    @Test
    void everythingIsAsItWasAndGoesOn() throws Exception {
        Path backup = Path.of("target", "stacks", "backup");
        delete(backup);
        Map<String, Object> then;
        try (OwnInstallation installation = Stack.prepare("restore")) {
            start(installation);
            drive(installation, BEFORE);
            then = figures(installation);
            installation.backUp(backup);
            drive(installation, AFTER);

            for (String part : Stream.concat(OwnInstallation.SERVICES.stream(), Stream.of("kafka", "postgres"))
                    .toList()) {
                installation.kill(part);
            }
            installation.restore(backup);

            isAsItWasAndGoesOn(installation, then);
        }
        try (OwnInstallation another = OwnInstallation.restored(Path.of("target", "stacks", "restored"), backup)) {
            isAsItWasAndGoesOn(another, then);
        }
        delete(backup);
    }

    private static void start(OwnInstallation installation) throws Exception {
        installation.startStores();
        installation.start(OwnInstallation.SERVICES);
    }

    private static void drive(OwnInstallation installation, YearMonth month) {
        new WholeLoop(new Client(installation.access()), Shifts.allAtWork(), month).run();
    }

    private static void isAsItWasAndGoesOn(OwnInstallation installation, Map<String, Object> then) throws Exception {
        start(installation);
        Client client = new Client(installation.access());
        Client.eventually(() -> everyViewIsBuiltAnew(client));
        assertEquals(then, figures(installation));
        drive(installation, AFTER);
    }

    /** And every relay and every view is well. */
    private static void everyViewIsBuiltAnew(Client client) {
        for (Service service : Service.values()) {
            for (JsonNode view :
                    client.get(Staff.ADMIN, service, "/v1/views").ok().nodes("/items")) {
                boolean isPolicy = view.path("view").asText().startsWith("when-");
                if (view.path("generation").asInt() == 1 != isPolicy) {
                    throw new Unexpected(service.id() + " is still at " + view);
                }
            }
            client.get(Staff.ADMIN, service, "/q/health/well").is(200);
        }
    }

    private static Map<String, Object> figures(OwnInstallation installation) {
        Client client = new Client(installation.access());
        Map<String, Object> figures = new TreeMap<>();
        for (Map.Entry<Service, List<String>> lists : Map.of(
                        Service.COMPLAINT, List.of("complaints", "events"),
                        Service.FOLLOWUP, List.of("follow-ups", "follow-up-chains", "customers", "events"),
                        Service.NONCONFORMITY, List.of("nonconformities", "lots", "events"),
                        Service.REPORT, List.of("reports", "improvement-actions", "events"))
                .entrySet()) {
            for (String list : lists.getValue()) {
                figures.put(lists.getKey().id() + " " + list, client.all(Staff.AUDITOR, lists.getKey(), "/v1/" + list));
            }
        }
        for (String what : List.of("complaints", "follow-ups", "nonconformities")) {
            String question = "/v1/statistics/" + what + "?from=2027-01-01&to=2028-01-01";
            figures.put("statistics of " + what, told(client.get(Staff.AUDITOR, Service.REPORT, question)));
        }
        figures.put("key figures", told(client.get(Staff.AUDITOR, Service.REPORT, "/v1/kpis?period=2027-03")));
        return figures;
    }

    private static JsonNode told(Answer answer) {
        return answer.ok().body();
    }

    private static void delete(Path folder) throws Exception {
        if (Files.exists(folder)) {
            List<Path> paths = new ArrayList<>();
            try (Stream<Path> all = Files.walk(folder)) {
                all.forEach(paths::add);
            }
            for (Path path : paths.reversed()) {
                Files.delete(path);
            }
        }
    }
}

package io.huiyin.bench;

import static io.huiyin.bench.Json.object;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.embedded.OwnInstallation;
import io.huiyin.embedded.Variation;
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

    private static final Variation SHORT_LIVES = new Variation(null, Stack.SHORT_LIVES);

    private static final Path FOLDERS = Path.of("target", "stacks");
    private static final String STATISTICS = "/v1/statistics/%s?from=2027-01-01&to=2028-01-01";
    private static final YearMonth BEFORE = YearMonth.of(2027, 3);
    private static final YearMonth AFTER = YearMonth.of(2027, 7);

    @Test
    void everythingIsAsItWasAndGoesOn() throws Exception {
        Path backup = FOLDERS.resolve("backup");
        delete(backup);
        Map<String, Object> then;
        try (OwnInstallation installation =
                OwnInstallation.in(FOLDERS.resolve("restore"), Stack.BEGINNING, SHORT_LIVES)) {
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

            isAsItWas(installation, then);
            drive(installation, AFTER);
        }
        try (OwnInstallation another = OwnInstallation.restored(FOLDERS.resolve("restored"), backup, SHORT_LIVES)) {
            isAsItWas(another, then);
            isHeardEverywhere(another);
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

    private static void isAsItWas(OwnInstallation installation, Map<String, Object> then) throws Exception {
        start(installation);
        Client client = new Client(installation.access());
        Client.eventually(() -> everyViewIsBuiltAnew(client));
        assertEquals(then, figures(installation));
    }

    /** A new complaint, in a list of each service. */
    private static void isHeardEverywhere(OwnInstallation installation) {
        Client client = new Client(installation.access());
        Answer filed = new ComplaintApi(client)
                .file(
                        Staff.AGENT,
                        object(
                                "channel",
                                "web",
                                "customer",
                                object("name", "李雷", "phone", "13911110000"),
                                "product",
                                object("name", "干燥机", "model", "DR-40", "lot", "L-after", "quantity", 1),
                                "issue",
                                "noise",
                                "severity",
                                "ordinary",
                                "description",
                                "运行时有异响",
                                "demand",
                                "repair"))
                .is(201);
        String position = filed.header("Event-Position").orElseThrow();
        for (Map.Entry<Service, String> list : Map.of(
                        Service.COMPLAINT, "/v1/complaints?channel=web",
                        Service.FOLLOWUP, "/v1/customers?phone=13911110000",
                        Service.NONCONFORMITY, "/v1/lots?value=L-after")
                .entrySet()) {
            Answer found = client.getAtLeast(Staff.AUDITOR, list.getKey(), list.getValue(), position)
                    .ok();
            assertEquals(1, found.nodes("/items").size(), found::text);
        }
        client.getAtLeast(Staff.AUDITOR, Service.REPORT, STATISTICS.formatted("complaints"), position)
                .ok();
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
            figures.put(
                    "statistics of " + what,
                    told(client.get(Staff.AUDITOR, Service.REPORT, STATISTICS.formatted(what))));
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

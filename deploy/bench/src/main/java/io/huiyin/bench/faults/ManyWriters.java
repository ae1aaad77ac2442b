package io.huiyin.bench.faults;

import static io.huiyin.bench.Json.object;

import io.huiyin.bench.Answer;
import io.huiyin.bench.Asked;
import io.huiyin.bench.Client;
import io.huiyin.bench.Service;
import io.huiyin.bench.Staff;
import io.huiyin.bench.faults.check.Difference.Kind;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** F15: 32 people change one complaint at once: of those who name the version they saw exactly one may; of the others none gets stuck. */
final class ManyWriters implements Fault {

    private static final int WRITERS = 32;

    @Override
    public String id() {
        return "F15";
    }

    @Override
    public String what() {
        return WRITERS + " writers on one complaint";
    }

    @Override
    public void strike(Strike strike) throws IOException, SQLException {
        long deadlocks = deadlocks(strike);
        Client client = strike.site().privileged();
        String path = client.post(
                        Staff.AGENT,
                        Service.COMPLAINT,
                        "/v1/complaints",
                        object("channel", "web", "anonymous", true, "description", "匿名来信", "demand", "repair"))
                .ok()
                .header("Location")
                .orElse("");
        Map<Integer, Long> same = answers(client, path, "华东", Map.of("If-Match", "\"1\""));
        if (!same.equals(Map.of(200, 1L, 412, WRITERS - 1L))) {
            strike.found(Kind.UNTRUE, "F15", WRITERS + " writers of version 1 of " + path + " are answered " + same);
        }
        Map<Integer, Long> any = answers(client, path, "华北", Map.of());
        if (!any.equals(Map.of(200, (long) WRITERS))) {
            strike.found(Kind.UNTRUE, "F15", WRITERS + " writers of any version of " + path + " are answered " + any);
        }
        if (deadlocks(strike) != deadlocks) {
            strike.found(Kind.FAILED, "F15", "PostgreSQL had to end a deadlock");
        }
    }

    /** How often each status is answered; who is told that others were faster asks again. */
    private static Map<Integer, Long> answers(Client client, String path, String region, Map<String, String> headers) {
        return Crowd.together(WRITERS, seat -> {
                    Asked correction = Client.command(
                            Staff.AGENT,
                            Service.COMPLAINT,
                            path + "/correct",
                            object("reason", "地区登记有误", "region", region + " " + seat));
                    return client.post(correction, headers);
                })
                .stream()
                .collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()));
    }

    private static long deadlocks(Strike strike) throws IOException, SQLException {
        try (Databases databases = strike.site().databases()) {
            return databases.ask(Service.COMPLAINT, connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet found = statement.executeQuery(
                                "select deadlocks from pg_stat_database where datname = current_database()")) {
                    found.next();
                    return found.getLong(1);
                }
            });
        }
    }
}

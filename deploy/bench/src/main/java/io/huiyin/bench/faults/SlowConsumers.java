package io.huiyin.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Client;
import io.huiyin.bench.Json;
import io.huiyin.bench.Service;
import io.huiyin.bench.Staff;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** F13: a view of each service is paused over a growing backlog, and one service moves only in jerks; who files does not feel it. */
final class SlowConsumers implements Fault {

    private static final Duration JERK = Duration.ofMillis(300);
    private static final int JERKS = 6;

    @Override
    public String id() {
        return "F13";
    }

    @Override
    public String what() {
        return "slow consumers over a backlog";
    }

    @Override
    public void strike(Strike strike) {
        Client admin = strike.site().bystander();
        Map<Service, String> paused = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            List<JsonNode> views =
                    admin.get(Staff.ADMIN, service, "/v1/views").ok().nodes("/items");
            String view =
                    views.get(strike.dice().nextInt(views.size())).path("view").asText();
            admin.post(Staff.ADMIN, service, "/v1/views/" + view + "/pause", Json.object())
                    .ok();
            paused.put(service, view);
        }
        strike.note("paused " + paused);
        Service jerky = strike.dice().nextBoolean() ? Service.FOLLOWUP : Service.REPORT;
        for (int i = 0; i < JERKS; i++) {
            strike.site().installation().pause(jerky.id());
            Client.pause(JERK);
            strike.site().installation().resume(jerky.id());
            Client.pause(JERK);
        }
        strike.awaitAcknowledged(800);
        paused.forEach(
                (service, view) -> admin.post(Staff.ADMIN, service, "/v1/views/" + view + "/resume", Json.object())
                        .ok());
    }
}

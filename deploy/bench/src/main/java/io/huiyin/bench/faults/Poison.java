package io.huiyin.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.huiyin.bench.Client;
import io.huiyin.bench.Json;
import io.huiyin.bench.Service;
import io.huiyin.bench.Staff;
import io.huiyin.bench.Together;
import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.bench.faults.evidence.Evidence.DeadLetter;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * F10: poison in the middle of the log. Records that are no events, of any size, are written past the relay; events that nobody can
 * read, and one of a type that nobody knows, are written into the event table. Others go on, each poison is listed, and what a
 * person skips stays skipped.
 */
final class Poison implements Fault {

    private static final int BIG = 5 * 1024 * 1024;
    private static final int PASSES = 10;
    private static final int PEOPLE = 16;

    private static final String INSERT =
            "insert into event (stream, version, epoch, tx, event_id, aggregate, type, type_version, occurred_at, recorded_at, "
                    + "actor, actor_name, actor_roles, correlation_id, data) "
                    + "select ?::uuid, ?, l.epoch, pg_current_xact_id(), gen_random_uuid(), 'complaint', ?, 1, clock_timestamp(), "
                    + "clock_timestamp(), 'poisoner', 'poisoner', 'admin', 'planted', ?::json from log_epoch l";

    @Override
    public String id() {
        return "F10";
    }

    @Override
    public String what() {
        return "poison records and events";
    }

    @Override
    public void strike(Strike strike) throws IOException, SQLException {
        Site site = strike.site();
        String mark = "poison-" + UUID.randomUUID();
        site.plantedRecord(mark);
        try (LogWriter writer = new LogWriter(site.brokers())) {
            int partition = strike.dice().nextInt(6);
            Map<String, String> marked = Map.of("planted", mark);
            writer.write(Service.COMPLAINT, partition, "nobody", marked, "{\"broken\": ");
            writer.write(Service.FOLLOWUP, partition, "nobody", marked, "");
            writer.write(
                    Service.NONCONFORMITY,
                    partition,
                    "nobody",
                    Map.of("planted", mark, "ce_id", "x", "ce_type", "huiyin.nonconformity-closed.v1"),
                    "{}");
            writer.write(Service.COMPLAINT, partition, "nobody", marked, "\"" + "x".repeat(BIG) + "\"");
        }
        String unreadable = plantStream(site);
        String unknown = plantStream(site);
        try (Databases databases = site.databases()) {
            insert(
                    databases,
                    unreadable,
                    1,
                    "complaint-registered",
                    "{\"number\": {\"odd\": 1}, \"receivedAt\": \"long ago\"}");
            insert(databases, unreadable, 2, "complaint-closed", "{\"closedAt\": \"never\"}");
            insert(databases, unknown, 1, "complaint-shredded", "{\"because\": \"nobody knows\"}");
        }
    }

    private static String plantStream(Site site) {
        String stream = UUID.randomUUID().toString();
        site.planted(stream);
        return stream;
    }

    private static void insert(Databases databases, String stream, int version, String type, String data)
            throws SQLException, IOException {
        databases.ask(Service.COMPLAINT, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                statement.setString(1, stream);
                statement.setInt(2, version);
                statement.setString(3, type);
                statement.setString(4, data);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public void afterwards(Strike strike) {
        Gatherer gatherer = new Gatherer(strike.site());
        List<DeadLetter> letters = gatherer.deadLetters();
        for (Service service : Service.values()) {
            boolean named = letters.stream()
                    .anyMatch(letter -> letter.service() == service
                            && strike.site().planted().streams().contains(letter.subject()));
            if (!named) {
                strike.found(Kind.LOST, "G9", service.id() + " lists no event that it could not take");
            }
        }
        strike.note(letters.size() + " dead letters");
        for (int pass = 0; pass < PASSES && !gatherer.deadLetters().isEmpty(); pass++) {
            skipAll(strike.site().bystander());
        }
        if (!gatherer.deadLetters().isEmpty()) {
            strike.found(Kind.STUCK, "G9", "cannot be skipped: " + gatherer.deadLetters());
        }
    }

    /** Each waits until its view has come to it, so they are all sent at once. */
    private static void skipAll(Client admin) {
        List<Runnable> skips = new ArrayList<>();
        for (Service service : Service.values()) {
            for (JsonNode letter : admin.get(Staff.ADMIN, service, "/v1/views/dead-letters")
                    .ok()
                    .nodes("/items")) {
                if (!letter.path("waiting").asBoolean()) {
                    skips.add(() -> admin.post(
                            Staff.ADMIN,
                            service,
                            "/v1/views/dead-letters/" + letter.path("id").asText() + "/skip",
                            Json.object("reason", "planted to do harm")));
                }
            }
        }
        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
            Together.run(people, skips);
        }
    }
}

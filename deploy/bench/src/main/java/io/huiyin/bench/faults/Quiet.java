package io.huiyin.bench.faults;

import static io.huiyin.bench.Json.object;

import io.huiyin.bench.Client;
import io.huiyin.bench.Service;
import io.huiyin.bench.Staff;
import io.huiyin.bench.Together;
import io.huiyin.bench.faults.evidence.Checkpoint;
import io.huiyin.bench.faults.evidence.Evidence.Observation;
import io.huiyin.bench.faults.evidence.RelayState;
import io.huiyin.bench.faults.evidence.Tables;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Waits until nothing is on its way any more: every relay has carried all, and every view and policy has taken it. */
final class Quiet implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration TAIL_LIMIT = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int BURST = 16;

    private final Site site;
    private final Databases databases;

    Quiet(Site site) {
        this.site = site;
        this.databases = site.databases();
    }

    /** Where everything stands. */
    private record Standing(Map<Service, RelayState> relays, List<Checkpoint> checkpoints) {

        boolean isQuiet() {
            return relays.values().stream().allMatch(RelayState::hasCarriedAll)
                    && checkpoints.stream().allMatch(this::hasTakenAll);
        }

        private boolean hasTakenAll(Checkpoint checkpoint) {
            return relays.entrySet().stream()
                    .filter(relay -> checkpoint.topic().equals(relay.getKey().id() + "-events"))
                    .allMatch(relay -> checkpoint
                            .position()
                            .equals(relay.getValue().partitions().get(checkpoint.partition())));
        }
    }

    /** How long it took; nothing when it does not come about within a minute. */
    Optional<Duration> await() {
        long began = System.nanoTime();
        @Nullable Standing before = null;
        while (System.nanoTime() - began < LIMIT.toNanos()) {
            Standing now = look();
            // The four databases are not read at one instant: only what is quiet twice is quiet.
            if (now != null && now.isQuiet() && now.equals(before)) {
                return Optional.of(Duration.ofNanos(System.nanoTime() - began));
            }
            before = now;
            Client.pause(BETWEEN_LOOKS);
        }
        return Optional.empty();
    }

    private @Nullable Standing look() {
        Map<Service, RelayState> relays = new EnumMap<>(Service.class);
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (Service service : Service.values()) {
            try {
                relays.put(service, databases.ask(service, Tables::relay));
                checkpoints.addAll(databases.ask(service, connection -> Tables.checkpoints(connection, service)));
            } catch (SQLException | IOException e) {
                return null;
            }
        }
        return new Standing(relays, checkpoints);
    }

    /** A burst of filings on an idle installation, then nothing: within a second the relay has carried the last of them (I6). */
    List<Observation> tail() throws SQLException, IOException {
        Client client = site.privileged();
        try (ExecutorService people = Executors.newFixedThreadPool(BURST)) {
            Together.run(
                    people,
                    Collections.nCopies(
                            BURST,
                            () -> client.post(
                                            Staff.AGENT,
                                            Service.COMPLAINT,
                                            "/v1/complaints",
                                            object(
                                                    "channel",
                                                    "web",
                                                    "anonymous",
                                                    true,
                                                    "description",
                                                    "匿名来信",
                                                    "demand",
                                                    "repair"))
                                    .ok()));
        }
        long end = System.nanoTime() + TAIL_LIMIT.toNanos();
        RelayState relay = databases.ask(Service.COMPLAINT, Tables::relay);
        while (!relay.hasCarriedAll() && System.nanoTime() < end) {
            Client.pause(Duration.ofMillis(10));
            relay = databases.ask(Service.COMPLAINT, Tables::relay);
        }
        return relay.hasCarriedAll()
                ? List.of()
                : List.of(new Observation(
                        "I6",
                        "a second after a burst the relay of complaint stands at " + relay.checkpoint()
                                + ", the last event at " + relay.last()));
    }

    @Override
    public void close() {
        databases.close();
    }
}

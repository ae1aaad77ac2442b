package io.huiyin.bench.faults;

import io.huiyin.bench.Client;
import io.huiyin.bench.Clock;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.evidence.Evidence.Planted;
import io.huiyin.embedded.Links;
import io.huiyin.embedded.OwnInstallation;
import io.huiyin.embedded.Variation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An installation to be broken: with our own lines to its stores, a ledger of all who ask, and a second instance where wanted. */
final class Site implements AutoCloseable {

    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";

    /** Starting quickly counts for more than running quickly. */
    private static final List<String> SHORT_LIVES = List.of("-XX:TieredStopAtLevel=1");

    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 7, 5);
    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final OwnInstallation installation;
    private final Link postgresLink;
    private final Link kafkaLink;
    private final Routes routes = new Routes();
    private final Map<Service, String> seconds = new EnumMap<>(Service.class);
    private final Gate gate = new Gate(false);
    private final Ledger ledger = new Ledger();
    private final Set<String> plantedStreams = ConcurrentHashMap.newKeySet();
    private final Set<String> plantedRecords = ConcurrentHashMap.newKeySet();
    private final Client client;
    /** Asks past ledger and gate, and the first instances only. */
    private final Client bystander;

    private LocalDate day = FIRST_DAY.minusDays(1);

    private Site(OwnInstallation installation, Link postgresLink, Link kafkaLink) {
        this.installation = installation;
        this.postgresLink = postgresLink;
        this.kafkaLink = kafkaLink;
        for (Service service : Service.values()) {
            routes.add(service, first(service));
        }
        this.client = new Client(installation.access(), routes::to, new Doorkeeper(gate, ledger));
        this.bystander = new Client(installation.access());
    }

    /** Starts all of it, with fresh data. */
    static Site start(Path folder) throws IOException, InterruptedException {
        Link postgres = new Link();
        Link kafka = new Link();
        Instant beginning =
                FIRST_DAY.minusDays(3).atTime(MORNING).atZone(Clock.ZONE).toInstant();
        OwnInstallation installation = OwnInstallation.in(
                folder, beginning, new Variation(new Links(postgres.port(), kafka.port()), SHORT_LIVES));
        postgres.leadTo(port(installation, "POSTGRES"));
        kafka.leadTo(port(installation, "KAFKA"));
        Site site = new Site(installation, postgres, kafka);
        try {
            installation.startStores();
            installation.start(OwnInstallation.SERVICES);
        } catch (IOException | InterruptedException | RuntimeException e) {
            site.close();
            throw e;
        }
        return site;
    }

    private static int port(OwnInstallation installation, String what) {
        return Integer.parseInt(String.valueOf(installation.environment().get("HUIYIN_" + what + "_PORT")));
    }

    OwnInstallation installation() {
        return installation;
    }

    Link postgresLink() {
        return postgresLink;
    }

    Link kafkaLink() {
        return kafkaLink;
    }

    Gate gate() {
        return gate;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Who asks and is held to the ledger. */
    Client client() {
        return client;
    }

    Client bystander() {
        return bystander;
    }

    /** Who is held to the ledger too, but goes through a gate of his own. */
    Client privileged() {
        return new Client(installation.access(), routes::to, new Doorkeeper(new Gate(true), ledger));
    }

    /** Remembers an aggregate whose events no view can take. */
    void planted(String stream) {
        plantedStreams.add(stream);
    }

    /** Remembers the mark of records that are no events. */
    void plantedRecord(String mark) {
        plantedRecords.add(mark);
    }

    Planted planted() {
        return new Planted(plantedStreams, plantedRecords);
    }

    Routes routes() {
        return routes;
    }

    /** Where the broker is found, whoever asks. */
    String brokers() {
        return "127.0.0.1:" + kafkaLink.port();
    }

    /** The databases of the services, not through the link. */
    Databases databases() {
        return new Databases(installation);
    }

    /** The address of a service's first instance. */
    String first(Service service) {
        return installation.access().url(service.id());
    }

    /** The address of a service's second instance. */
    String second(Service service) {
        return String.valueOf(seconds.get(service));
    }

    /** Starts second instances and sends them every other request. */
    void startSeconds(Collection<Service> services) throws IOException, InterruptedException {
        Map<String, String> urls =
                installation.startSeconds(services.stream().map(Service::id).toList());
        for (Service service : services) {
            String url = String.valueOf(urls.get(service.id()));
            seconds.put(service, url);
            routes.add(service, url);
        }
    }

    /** Kills second instances; the first ones go on alone. */
    void killSeconds(Collection<Service> services) {
        for (Service service : services) {
            String url = seconds.remove(service);
            if (url != null) {
                routes.remove(service, url);
                installation.kill(OwnInstallation.second(service.id()));
            }
        }
    }

    /** Moves business time to the next working morning, so that whoever was not reached may be called again. */
    void nextDay() {
        do {
            day = day.plusDays(1);
        } while (List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()));
        new Clock(bystander).set(Service.COMPLAINT, day, MORNING);
    }

    @Override
    public void close() throws IOException {
        installation.close();
        postgresLink.close();
        kafkaLink.close();
    }
}

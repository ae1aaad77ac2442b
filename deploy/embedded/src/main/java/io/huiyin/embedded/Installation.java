package io.huiyin.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one installation consists of: the database, the broker and the services, with their ports and settings. */
final class Installation {

    /** One of the services; it stands in the folder {@code <name>-service}. */
    record Service(String name, Port port) {

        String url() {
            return "http://127.0.0.1:" + port.number();
        }
    }

    private static final Duration SERVICE_GRACE = Duration.ofSeconds(8);

    private final Path root;
    private final DataFolder folder;
    private final List<Service> services;
    private final Port postgresPort;
    private final Port kafkaPort;
    private final Port controllerPort;
    private final Links links;
    private final List<String> serviceOptions;

    Installation(Path root, DataFolder folder, Map<String, String> environment) {
        this(root, folder, environment, Variation.NONE);
    }

    Installation(Path root, DataFolder folder, Map<String, String> environment, Variation variation) {
        this.root = root;
        this.folder = folder;
        this.services = List.of(
                service(environment, "complaint", 8081),
                service(environment, "followup", 8082),
                service(environment, "nonconformity", 8083),
                service(environment, "report", 8084));
        this.postgresPort = Port.of(environment, "PostgreSQL", "HUIYIN_POSTGRES_PORT", 15432);
        this.kafkaPort = Port.of(environment, "Kafka", "HUIYIN_KAFKA_PORT", 19092);
        this.controllerPort =
                Port.of(environment, "Kafka's controller", "HUIYIN_KAFKA_CONTROLLER_PORT", kafkaPort.number() + 1);
        Links between = variation.links();
        this.links = between == null ? new Links(postgresPort.number(), kafkaPort.number()) : between;
        this.serviceOptions = variation.serviceOptions();
    }

    private static Service service(Map<String, String> environment, String name, int usualPort) {
        String variable = "HUIYIN_" + name.toUpperCase(Locale.ROOT) + "_PORT";
        return new Service(name, Port.of(environment, "the " + name + " service", variable, usualPort));
    }

    /** The checkout whose services run: where the code of this class was built. */
    static Path root() {
        String given = System.getProperty("huiyin.root");
        return given != null
                ? Path.of(given)
                : Java.classes().resolve("../../../..").normalize();
    }

    /** The list of policy profiles; the same in all services. */
    static Path profiles() {
        return root().resolve("complaint-service/src/main/resources/profiles/profiles.yaml");
    }

    static Path defaultDataFolder() {
        return root().resolve("deploy/.data");
    }

    List<Port> ports() {
        List<Port> ports = new ArrayList<>(services.stream().map(Service::port).toList());
        ports.addAll(List.of(postgresPort, kafkaPort, controllerPort));
        return ports;
    }

    List<Service> services() {
        return services;
    }

    /** The parts in the order of their start: each stage needs the one before. */
    List<List<Part>> stages() throws IOException {
        Part postgres = postgres();
        Part kafka = Kafka.part(
                folder, kafkaPort.number(), controllerPort.number(), links.kafka(), Program.Life.OUTLIVES_ITS_STARTER);
        Map<String, String> settings = settings();
        return List.of(
                List.of(postgres, kafka),
                services.stream()
                        .map(service -> part(service.name(), service, settings))
                        .toList());
    }

    /** A second instance of a service, on a port of its own; its number tells it from the first. */
    Part second(Service service) throws IOException {
        return part(service.name() + "-2", service, settings());
    }

    private Map<String, String> settings() throws IOException {
        Keys keys = Keys.in(folder.keys());
        Passwords passwords = keys.passwords();
        Files.createDirectories(folder.imports());
        Map<String, String> settings = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "HUIYIN_POSTGRES_HOST",
                "127.0.0.1",
                "HUIYIN_POSTGRES_PORT",
                Integer.toString(links.postgres()),
                "HUIYIN_POSTGRES_OWNER_PASSWORD",
                passwords.owner(),
                "HUIYIN_POSTGRES_APP_PASSWORD",
                passwords.app(),
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + links.kafka(),
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                "file:" + keys.publicKeyFile(),
                "HUIYIN_IMPORTS_DIR",
                folder.imports().toString()));
        VirtualClock.of(folder).ifPresent(clock -> settings.putAll(clock.settings()));
        Profile.of(folder).ifPresent(profile -> settings.put("HUIYIN_PROFILE", profile));
        return settings;
    }

    /** The database alone. */
    Postgres postgres() throws IOException {
        return new Postgres(
                PostgresBinaries.under(folder.programs()),
                folder.postgres(),
                folder.log("postgres"),
                postgresPort.number(),
                Keys.in(folder.keys()).passwords());
    }

    Port postgresPort() {
        return postgresPort;
    }

    private Part part(String name, Service service, Map<String, String> settings) {
        Path jar = root.resolve(service.name() + "-service/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new UserError("the " + service.name() + " service is not built: there is no " + jar);
        }
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(service.port().number()));
        // Of the arenas that glibc gives to threads each keeps what it once took.
        environment.put("MALLOC_ARENA_MAX", "2");
        List<String> command = new ArrayList<>(List.of(
                Java.executable(),
                folder.mark(),
                "-Xms74m",
                "-Xmx" + heap(service),
                // What a view holds of a batch must fit into a survivor space: else the old generation fills with what
                // soon is garbage.
                "-Xmn46m",
                "-XX:SurvivorRatio=4",
                // Not with compact object headers: there the compiler of JDK 25 may write wrong bytes (JDK-8380060).
                "-XX:+UseSerialGC",
                "-XX:TrimNativeHeapInterval=10000",
                // Of the cache below the classes alone are taken: see pom.xml.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-AOTAdapterCaching"));
        // A cache that does not fit this JVM or its options is left aside by it, with a warning in the log.
        command.add("-XX:AOTCache=" + jar.resolveSibling("app.aot"));
        command.addAll(serviceOptions);
        command.addAll(List.of("-jar", jar.toString()));
        return new Program(
                name,
                folder.mark(),
                folder.log(name),
                SERVICE_GRACE,
                command,
                environment,
                Program.Life.OUTLIVES_ITS_STARTER,
                () -> answers(service.url() + "/q/health/ready"));
    }

    /** Under load a heap fills up to what it is given, whatever little of it is in use: reports alone hold much at once. */
    private static String heap(Service service) {
        return service.name().equals("report") ? "178m" : "118m";
    }

    private static boolean answers(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** The database of a service, as PostgreSQL's superuser sees it, not through any link. */
    Database database(String service) throws IOException {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + postgresPort.number() + "/huiyin_" + service,
                "postgres",
                Keys.in(folder.keys()).passwords().superuser());
    }

    /** Where everything is, for the person who started it. */
    String addresses() {
        StringBuilder text = new StringBuilder();
        for (Service service : services) {
            text.append("  %-14s %s   Swagger UI %s/q/swagger-ui%n"
                    .formatted(service.name(), service.url(), service.url()));
        }
        text.append("  %-14s 127.0.0.1:%d   databases huiyin_*, users huiyin_owner and huiyin_app, passwords in %s%n"
                .formatted("PostgreSQL", postgresPort.number(), folder.keys()));
        text.append("  %-14s 127.0.0.1:%d%n".formatted("Kafka", kafkaPort.number()));
        text.append("  %-14s %s%n".formatted("Logs", folder.logs()));
        text.append("  %-14s deploy/token agent --name Li%s%n".formatted("A token", dataOption()));
        return text.toString();
    }

    private String dataOption() {
        return dataOption(folder);
    }

    /** The option that the other commands need to find this data folder; nothing for the usual one. */
    static String dataOption(DataFolder folder) {
        return folder.root().equals(defaultDataFolder()) ? "" : " --data " + folder.root();
    }
}

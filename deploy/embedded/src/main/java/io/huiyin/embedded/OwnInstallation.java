package io.huiyin.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A whole installation that a program of ours runs for itself: on free ports, with fresh data, the same processes as
 * {@code deploy/up} starts. Its parts may be stopped, killed and started one by one; none is started again by itself. It ends with
 * that program, and what a killed one left behind is stopped by the next on the same folder.
 */
public final class OwnInstallation implements AutoCloseable {

    /** The services, by name. */
    public static final List<String> SERVICES = List.of("complaint", "followup", "nonconformity", "report");

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final DataFolder folder;
    private final Map<String, String> environment;
    private final Installation installation;
    private final Map<String, Part> parts;
    private final Access access;
    private final Thread closeAtExit = Thread.ofPlatform().unstarted(this::stopAll);

    private OwnInstallation(DataFolder folder, Map<String, String> environment, Installation installation)
            throws IOException {
        this.folder = folder;
        this.environment = environment;
        this.installation = installation;
        this.parts = installation.stages().stream()
                .flatMap(Collection::stream)
                .collect(Collectors.toMap(Part::name, part -> part, (one, other) -> one, LinkedHashMap::new));
        this.access = Access.to(folder, installation);
        Runtime.getRuntime().addShutdownHook(closeAtExit);
    }

    /**
     * Prepares an installation and starts nothing; whatever the folder held is deleted.
     *
     * @param clock where virtual time stands, or null for real time
     */
    public static OwnInstallation in(Path path, @Nullable Instant clock) throws IOException {
        return in(path, clock, Variation.NONE);
    }

    /** The same, but for a variation. */
    public static OwnInstallation in(Path path, @Nullable Instant clock, Variation variation) throws IOException {
        DataFolder folder = cleared(path);
        if (clock != null) {
            VirtualClock.set(folder, clock);
        }
        String profile = variation.profile();
        if (profile != null) {
            Profile.choose(folder, Installation.profiles(), profile);
        }
        Map<String, String> environment = freePorts();
        return new OwnInstallation(
                folder, environment, new Installation(Installation.root(), folder, environment, variation));
    }

    /** Prepares an installation that stands where the backup was taken, and starts nothing; whatever the folder held is deleted. */
    public static OwnInstallation restored(Path path, Path backup, Variation variation)
            throws IOException, InterruptedException {
        DataFolder folder = cleared(path);
        Map<String, String> environment = freePorts();
        Installation installation = new Installation(Installation.root(), folder, environment, variation);
        new Restoration(folder, installation, System.out).from(backup);
        return new OwnInstallation(folder, environment, installation);
    }

    private static DataFolder cleared(Path path) throws IOException {
        DataFolder folder = DataFolder.open(path);
        folder.runningParts().stopAll();
        folder.clear();
        return folder;
    }

    private static Map<String, String> freePorts() throws IOException {
        List<String> variables = new ArrayList<>(List.of("POSTGRES", "KAFKA", "KAFKA_CONTROLLER"));
        SERVICES.forEach(service -> variables.add(service.toUpperCase(Locale.ROOT)));
        return freePorts(variables);
    }

    private static Map<String, String> freePorts(List<String> variables) throws IOException {
        Map<String, String> ports = new LinkedHashMap<>();
        List<ServerSocket> held = new ArrayList<>();
        try {
            // All are held until each has its own, or two might be given the same.
            for (String variable : variables) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put("HUIYIN_" + variable + "_PORT", Integer.toString(socket.getLocalPort()));
            }
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
        return ports;
    }

    /** Starts PostgreSQL and Kafka and waits until they answer. */
    public void startStores() throws IOException, InterruptedException {
        start(List.of("postgres", "kafka"));
    }

    /** Starts parts together and waits until all are ready; those that run already are left as they are. */
    public void start(Collection<String> names) throws IOException, InterruptedException {
        List<Part> starting = new ArrayList<>();
        for (String name : names) {
            Part part = part(name);
            if (!part.isRunning()) {
                folder.runningParts().remember(part, part.start());
                starting.add(part);
            }
        }
        Readiness.await(starting, START_LIMIT, part -> !part.isRunning());
    }

    /** Ends a part in good order. */
    public void stop(String name) {
        part(name).stop();
    }

    /** Ends a part as a power failure would. */
    public void kill(String name) {
        part(name).kill();
    }

    /** Lets a part stand still in the middle of whatever it does. */
    public void pause(String name) {
        part(name).signal(Signal.STOP);
    }

    /** Lets a part that stands still go on as if nothing had been. */
    public void resume(String name) {
        part(name).signal(Signal.CONT);
    }

    /** The process of a part; killing it alone leaves what it has started. */
    public ProcessHandle process(String name) {
        return part(name).handle();
    }

    /**
     * Starts a second instance of services beside the first and waits until they are ready. Each is a part of its own, called
     * {@link #second}.
     *
     * @return their addresses, by service
     */
    public Map<String, String> startSeconds(Collection<String> services) throws IOException, InterruptedException {
        Map<String, String> ports =
                freePorts(services.stream().map(OwnInstallation::second).toList());
        Map<String, String> urls = new LinkedHashMap<>();
        for (String service : services) {
            String name = second(service);
            Installation.Service there =
                    new Installation.Service(service, Port.of(ports, name, "HUIYIN_" + name + "_PORT", 0));
            parts.put(name, installation.second(there));
            urls.put(service, there.url());
        }
        start(services.stream().map(OwnInstallation::second).toList());
        return urls;
    }

    /** The name of a service's second instance. */
    public static String second(String service) {
        return service + "-2";
    }

    /** The database of a service. */
    public Database database(String service) throws IOException {
        return installation.database(service);
    }

    /** Moves virtual time on by hand, for when no service runs that could be told to. */
    public void setClock(Instant now) throws IOException {
        VirtualClock.set(folder, now);
    }

    /** Deletes the log as a lost disk would; the broker does not run. */
    public void loseLog() throws IOException {
        Folders.delete(folder.kafka());
    }

    public boolean isRunning(String name) {
        return part(name).isRunning();
    }

    /** Parts that ended without being told to, each with how it ended and the last it said; none, hopefully. */
    public List<String> lost() {
        return parts.values().stream().map(Part::lost).flatMap(Optional::stream).toList();
    }

    /** What {@code deploy/backup} does. */
    public void backUp(Path to) throws IOException {
        Backup.of(folder, to, System.out);
    }

    /** What {@code deploy/restore} does, once every part has ended. */
    public void restore(Path backup) throws IOException, InterruptedException {
        folder.runningParts().stopAll();
        new Restoration(folder, new Installation(Installation.root(), folder, environment), System.out).from(backup);
    }

    /** What the scripts of {@code deploy} need in their environment to mean this installation: its ports. */
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    public Access access() {
        return access;
    }

    private Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("no part " + name);
        }
        return part;
    }

    /** Stops everything; the data stays until the next run. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(closeAtExit);
        stopAll();
    }

    private void stopAll() {
        List<Thread> services = parts.keySet().stream()
                .filter(name -> !name.equals("kafka") && !name.equals("postgres"))
                .map(name -> Thread.ofPlatform().start(() -> stop(name)))
                .toList();
        try {
            for (Thread service : services) {
                service.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop("kafka");
        stop("postgres");
        try {
            folder.runningParts().stopAll();
        } catch (IOException e) {
            System.err.println(e);
        }
    }
}

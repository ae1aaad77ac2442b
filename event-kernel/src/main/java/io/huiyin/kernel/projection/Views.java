package io.huiyin.kernel.projection;

import io.huiyin.kernel.command.CommandProblem.Busy;
import io.huiyin.kernel.command.CommandProblem.NotFound;
import io.huiyin.kernel.command.PositionToken;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.lease.Leases;
import io.huiyin.kernel.log.KafkaClients;
import io.huiyin.kernel.log.TopicIds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** All views and policies of this service: starts their generations, rebuilds them, waits for them. */
@ApplicationScoped
public class Views {

    private static final Logger LOG = Logger.getLogger(Views.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration RETIREMENT = Duration.ofSeconds(5);

    private final List<Projection> projections;
    private final ViewStore store;
    private final Leases leases;
    private final KafkaClients kafka;
    private final TopicIds topicIds;
    private final WholeLogs whole;
    private final Pool pool;
    private final MeterRegistry meters;
    private final Map<String, EventConsumer> running = new ConcurrentHashMap<>();
    private final Map<String, Long> retiredAt = new HashMap<>();
    private volatile Map<String, Long> deadLetters = Map.of();
    private volatile Map<String, Long> refusals = Map.of();
    private volatile boolean stopping;
    private @Nullable Thread thread;

    Views(
            @All List<Projection> projections,
            ViewStore store,
            Leases leases,
            KafkaClients kafka,
            TopicIds topicIds,
            WholeLogs whole,
            Pool pool,
            MeterRegistry meters) {
        this.projections = projections;
        this.store = store;
        this.leases = leases;
        this.kafka = kafka;
        this.topicIds = topicIds;
        this.whole = whole;
        this.pool = pool;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        for (Projection view : projections) {
            Gauge.builder("huiyin.dead.letters", () -> deadLetters.getOrDefault(view.name(), 0L))
                    .tag("view", view.name())
                    .register(meters);
            if (view.tables().isEmpty()) {
                Gauge.builder("huiyin.policy.refusals", () -> refusals.getOrDefault(view.name(), 0L))
                        .tag("policy", view.name())
                        .register(meters);
            }
            Gauge.builder("huiyin.view.lag", () -> lag(view.name()))
                    .tag("view", view.name())
                    .register(meters);
        }
        thread = Thread.ofPlatform().name("views").start(this::look);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        Thread looking = thread;
        if (looking != null) {
            looking.interrupt();
            looking.join(LOOK.multipliedBy(2));
        }
        running.values().forEach(EventConsumer::stop);
        for (EventConsumer consumer : running.values()) {
            consumer.join();
        }
    }

    private long lag(String view) {
        return running.values().stream()
                .filter(consumer -> consumer.view().name().equals(view))
                .mapToLong(EventConsumer::lag)
                .max()
                .orElse(0);
    }

    /** What keeps a view from moving on, by view; empty when all move. */
    public Map<String, String> troubles() {
        Map<String, String> troubles = new TreeMap<>();
        for (EventConsumer consumer : running.values()) {
            String trouble = consumer.trouble();
            if (trouble != null) {
                troubles.put(consumer.view().name(), trouble);
            }
        }
        return troubles;
    }

    /** Open dead letters by view. */
    public Map<String, Long> deadLetters() {
        return deadLetters;
    }

    /** The view, or 404. */
    public Projection view(String name) {
        return projections.stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("view", name));
    }

    public List<Projection> all() {
        return projections;
    }

    private void look() {
        while (!stopping) {
            try {
                List<Generation> generations = store.generations();
                for (Projection view : projections) {
                    generations = declare(view, generations);
                }
                for (Generation generation : generations) {
                    follow(generation);
                }
                deadLetters = store.openDeadLetterCounts();
                refusals = store.refusalCounts();
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                if (!stopping) {
                    LOG.debugf("looking after the views: %s", e);
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A view new to the database serves at once; a higher revision is built beside the old one. */
    private List<Generation> declare(Projection view, List<Generation> generations) {
        List<Generation> own = generations.stream()
                .filter(each -> each.view().equals(view.name()))
                .toList();
        if (own.stream().anyMatch(each -> each.revision() >= view.revision())) {
            return generations;
        }
        int next = own.stream().mapToInt(Generation::number).max().orElse(0) + 1;
        store.addGeneration(view, next, own.isEmpty() ? Generation.State.SERVING : Generation.State.BUILDING);
        return store.generations();
    }

    private void follow(Generation generation) {
        Projection view = projections.stream()
                .filter(each -> each.name().equals(generation.view()))
                .findFirst()
                .orElse(null);
        if (view == null) {
            return;
        }
        String key = generation.view() + "-" + generation.number();
        if (generation.state() == Generation.State.RETIRED) {
            retire(view, generation, key);
            return;
        }
        EventConsumer consumer = running.get(key);
        if (consumer == null) {
            consumer = new EventConsumer(view, generation, store, leases, kafka, topicIds, whole);
            running.put(key, consumer);
            consumer.start();
        } else {
            consumer.update(generation);
        }
    }

    private void retire(Projection view, Generation generation, String key) {
        EventConsumer consumer = running.remove(key);
        if (consumer != null) {
            consumer.stop();
        }
        long since = retiredAt.computeIfAbsent(key, each -> System.nanoTime());
        if (System.nanoTime() - since > RETIREMENT.toNanos()) {
            store.drop(view, generation.number());
            retiredAt.remove(key);
        }
    }

    /**
     * Starts building a second generation from the beginning of the log.
     *
     * @return its number, or the number of the one that is building already
     */
    public int rebuild(String name) {
        Projection view = view(name);
        if (view.tables().isEmpty()) {
            throw new InvalidInput("/view", "is a policy: it reacts once and is never rebuilt");
        }
        List<Generation> own = store.generations().stream()
                .filter(each -> each.view().equals(name))
                .toList();
        for (Generation generation : own) {
            if (generation.state() == Generation.State.BUILDING) {
                return generation.number();
            }
        }
        int next = own.stream().mapToInt(Generation::number).max().orElse(0) + 1;
        store.addGeneration(view, next, Generation.State.BUILDING);
        return next;
    }

    /** One generation as an operator sees it. */
    public record Shown(
            String view,
            int generation,
            String state,
            boolean paused,
            Map<String, String> positions,
            long lag,
            long deadLetters) {}

    /** Every generation of every view. Blocks. */
    public List<Shown> shown() {
        List<Shown> shown = new ArrayList<>();
        Map<String, Long> letters = store.openDeadLetterCounts();
        for (Generation generation : store.generations()) {
            Map<String, String> positions = new TreeMap<>();
            store.marks(generation.view(), generation.number()).forEach((partition, mark) -> {
                if (!mark.position().equals(Position.START)) {
                    positions.put(partition.toString(), mark.position().toString());
                }
            });
            EventConsumer consumer = running.get(generation.view() + "-" + generation.number());
            shown.add(new Shown(
                    generation.view(),
                    generation.number(),
                    generation.state().name().toLowerCase(Locale.ROOT),
                    generation.paused(),
                    positions,
                    consumer == null ? 0 : consumer.lag(),
                    letters.getOrDefault(generation.view(), 0L)));
        }
        shown.sort(Comparator.comparing(Shown::view).thenComparing(Shown::generation));
        return shown;
    }

    /**
     * Waits until a view holds what a command wrote: at most two seconds, then 503.
     *
     * @param token from If-Projection-At-Least, or null to not wait
     */
    public Uni<@Nullable Void> atLeast(String view, @Nullable String token) {
        if (token == null || token.isBlank()) {
            return Uni.createFrom().voidItem();
        }
        PositionToken wanted = PositionToken.decode(token);
        if (!view(view).topics().contains(wanted.topic())) {
            throw new InvalidInput("/If-Projection-At-Least", "this list does not follow " + wanted.topic());
        }
        return reached(view, wanted, System.nanoTime() + WAIT.toNanos());
    }

    private Uni<@Nullable Void> reached(String view, PositionToken wanted, long until) {
        return pool.preparedQuery("select c.epoch, c.tx, c.id from view_checkpoint c join view_generation g "
                        + "on g.view = c.view and g.generation = c.generation and g.state = 'serving' "
                        + "where c.view = $1 and c.topic = $2 and c.partition = $3")
                .execute(Tuple.of(view, wanted.topic(), wanted.partition()))
                .flatMap(rows -> {
                    for (Row row : rows) {
                        Position at = new Position(row.getInteger("epoch"), row.getLong("tx"), row.getLong("id"));
                        if (!wanted.position().isAfter(at)) {
                            return Uni.createFrom().voidItem();
                        }
                    }
                    if (System.nanoTime() > until) {
                        return Uni.createFrom().failure(new Busy("the list has not reached that position yet"));
                    }
                    return Uni.createFrom()
                            .voidItem()
                            .onItem()
                            .delayIt()
                            .by(Duration.ofMillis(10))
                            .flatMap(ignored -> reached(view, wanted, until));
                });
    }

    /** Where the serving generation of a view stands in each partition: what an answer was computed from. */
    public Uni<Map<String, String>> positions(String view) {
        return pool.preparedQuery("select c.topic, c.partition, c.epoch, c.tx, c.id from view_checkpoint c "
                        + "join view_generation g on g.view = c.view and g.generation = c.generation and g.state = 'serving' "
                        + "where c.view = $1 order by c.topic, c.partition")
                .execute(Tuple.of(view))
                .map(rows -> {
                    Map<String, String> positions = new TreeMap<>();
                    for (Row row : rows) {
                        Position at = new Position(row.getInteger("epoch"), row.getLong("tx"), row.getLong("id"));
                        positions.put(row.getString("topic") + "-" + row.getInteger("partition"), at.toString());
                    }
                    return positions;
                });
    }
}

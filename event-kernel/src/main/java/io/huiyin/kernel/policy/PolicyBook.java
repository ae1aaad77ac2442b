package io.huiyin.kernel.policy;

import io.huiyin.kernel.calendar.source.Calendars;
import io.huiyin.kernel.command.Answer;
import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.command.CommandProblem.NotFound;
import io.huiyin.kernel.command.CommandRequest;
import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.decide.Refused;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.policy.PolicyCommand.ChangeValue;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.time.BusinessClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The policy keys of this service as aggregates. What was changed is read at the start, after each change of one's own,
 * and every second, because another instance may have changed it: it works there at once, here within that second, and each promise
 * says which version it was made with.
 */
@ApplicationScoped
public class PolicyBook {

    private static final Logger LOG = Logger.getLogger(PolicyBook.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final PolicyCatalogue catalogue;
    private final PoliciesInForce inForce;
    private final BusinessClock clock;
    private final EventStore store;
    private final String topic;
    private final CommandHandler<PolicyCommand, PolicyChanges, PolicyEvent> handler;
    /** By the aggregate each is, in the order in which they are declared. */
    private final Map<UUID, PolicyKey> keys = new LinkedHashMap<>();

    private int known;
    private @Nullable Cancellable looking;

    PolicyBook(
            PolicyCatalogue catalogue,
            PoliciesInForce inForce,
            BusinessClock clock,
            EventStore store,
            @ConfigProperty(name = "huiyin.topic") String topic) {
        this.catalogue = catalogue;
        this.inForce = inForce;
        this.clock = clock;
        this.store = store;
        this.topic = topic;
        catalogue.keys().values().forEach(key -> keys.put(id(key.key()), key));
        this.handler = new CommandHandler<>(
                new CommandHandler.Aggregate<>(
                        "policy",
                        topic,
                        "/v1/policies",
                        new PolicyDecider(),
                        EventNames.of(PolicyEvent.class),
                        (id, changes, version) -> shown(key(id), changes, clock.instant())),
                store,
                clock,
                inForce);
    }

    /** Before anything is decided. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        Calendars.of(inForce.values());
        look().await().indefinitely();
        looking = Multi.createFrom()
                .ticks()
                .startingAfter(LOOK)
                .every(LOOK)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> look().onFailure().recoverWithItem(failure -> {
                    LOG.warnf("policies cannot be looked up, those known hold: %s", failure);
                    return null;
                }))
                .subscribe()
                .with(done -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        Cancellable running = looking;
        if (running != null) {
            running.cancel();
        }
    }

    private Uni<Void> look() {
        return store.load(keys.keySet()).invoke(this::take).replaceWithVoid();
    }

    /** An older look may come back later than a newer one. */
    private synchronized void take(Map<UUID, List<EventEnvelope>> streams) {
        int found = streams.values().stream().mapToInt(List::size).sum();
        if (found <= known) {
            return;
        }
        Map<String, PolicyChanges> changes = new LinkedHashMap<>();
        streams.forEach((id, history) -> changes.put(key(id).key(), readable(key(id), handler.fold(history))));
        inForce.changed(changes);
        known = found;
    }

    /** A release may declare a key otherwise than the one before, whose changes still stand. */
    private static PolicyChanges readable(PolicyKey key, PolicyChanges changes) {
        for (PolicyChanges.Change change : changes.changes()) {
            try {
                key.read(change.value());
            } catch (InvalidInput e) {
                throw new IllegalStateException(
                        "policy " + key.key() + ", version " + change.version() + ": " + e.faults(), e);
            }
        }
        return changes;
    }

    /** All keys with the values in force at an instant, in the order in which they are declared. */
    public List<PolicyAnswer> all(@Nullable Instant at) {
        Instant instant = at == null ? clock.instant() : at;
        return keys.values().stream()
                .map(key -> shown(key, inForce.changes(key.key()), instant))
                .toList();
    }

    /**
     * One key with the value in force at an instant.
     *
     * @throws NotFound for a key that this service has not
     */
    public PolicyAnswer one(String key, @Nullable Instant at) {
        return shown(declared(key), inForce.changes(key), at == null ? clock.instant() : at);
    }

    /**
     * The business calendar in force at an instant.
     *
     * @param year whose special days are shown; null for the one the instant lies in
     * @throws NotFound when this service has none
     */
    public CalendarAnswer calendar(@Nullable Instant at, @Nullable Integer year) {
        Instant instant = at == null ? clock.instant() : at;
        PolicyAnswer policy = one(Calendars.KEY, instant);
        if (!(declared(Calendars.KEY).read(policy.value()) instanceof WorkingWeek value)) {
            throw new IllegalStateException("policy " + Calendars.KEY + " is no calendar");
        }
        return CalendarAnswer.of(policy, value, instant, year);
    }

    /** Every change with who, when and why. */
    public Uni<List<EventEnvelope>> history(String key) {
        declared(key);
        return store.load(id(key));
    }

    /**
     * Gives a key another value; what is the same already is no change.
     *
     * @param pointer where the value stands in what was asked for
     * @throws Refused for a key whose values another service gives
     * @throws InvalidInput for a value that nothing could be counted with
     */
    public Uni<Answer> change(ChangeValue command, String pointer, CommandRequest request) {
        String owner = declared(command.key()).owner();
        if (owner != null) {
            throw new Refused(PolicyRefusal.OWNED_ELSEWHERE, "by " + owner);
        }
        Calendars.check(command.value(), pointer);
        // The change stands whether it can be looked up at once or only by the next look.
        return handler.put(id(command.key()), command, request)
                .call(() -> look().onFailure().recoverWithNull());
    }

    /**
     * What may stand under a key.
     *
     * @throws NotFound for a key that this service has not
     */
    public PolicyKey declared(String key) {
        PolicyKey declared = catalogue.keys().get(key);
        if (declared == null) {
            throw new NotFound("policy", key);
        }
        return declared;
    }

    private PolicyAnswer shown(PolicyKey key, PolicyChanges changes, Instant at) {
        return PolicyAnswer.of(key, inForce.ofProfile(key.key()), changes, at);
    }

    private PolicyKey key(UUID id) {
        PolicyKey key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException(id + " is no policy");
        }
        return key;
    }

    /** How a key is decided and stored. */
    CommandHandler<PolicyCommand, PolicyChanges, PolicyEvent> handler() {
        return handler;
    }

    UUID id(String key) {
        return Ids.derived("policy", topic, key);
    }
}

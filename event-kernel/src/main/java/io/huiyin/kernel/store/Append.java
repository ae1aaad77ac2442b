package io.huiyin.kernel.store;

import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is written together by one append.
 *
 * @param timers of its streams, as far as they move
 */
public record Append(
        List<NewEvent> events,
        ActorName actor,
        String correlationId,
        @Nullable String traceparent,
        @Nullable KeyedAnswer key,
        @Nullable NaturalKey natural,
        @Nullable Series series,
        List<Timer> timers) {

    public Append {
        events = List.copyOf(events);
        timers = List.copyOf(timers);
    }

    /** Of aggregates that time asks nothing of. */
    public Append(
            List<NewEvent> events,
            ActorName actor,
            String correlationId,
            @Nullable String traceparent,
            @Nullable KeyedAnswer key,
            @Nullable NaturalKey natural,
            @Nullable Series series) {
        this(events, actor, correlationId, traceparent, key, natural, series, List.of());
    }

    /** The same, with another text for one that stood for it. */
    public Append saying(String placeholder, String text) {
        List<NewEvent> said = events.stream()
                .map(event -> event.saying(event.data().replace(placeholder, text)))
                .toList();
        return new Append(said, actor, correlationId, traceparent, key, natural, series, timers);
    }

    /** Whether one of the streams existed before. */
    boolean hasPredecessors() {
        Set<UUID> begun = new HashSet<>();
        for (NewEvent event : events) {
            if (begun.add(event.stream()) && event.version() > 1) {
                return true;
            }
        }
        return false;
    }

    /** An answer kept under the caller's Idempotency-Key (G5). */
    public record KeyedAnswer(
            String caller,
            String key,
            String fingerprint,
            int status,
            String answer,
            @Nullable String location) {}

    /** An answer found under a key. */
    public record FoundAnswer(
            String fingerprint,
            int status,
            String answer,
            @Nullable String location,
            UUID stream,
            int version,
            Position position) {}

    /** What the outside world calls the new aggregate (G5). */
    public record NaturalKey(String scope, String key, String fingerprint) {}

    /** A natural key that is taken, and by which stream. */
    public record FoundNatural(UUID stream, String fingerprint) {}

    /**
     * The serial number to take.
     *
     * @param series whose numbers never repeat, such as {@code complaint:2611}
     * @param prefix printed before the serial
     * @param digits printed width of the serial; it grows past it
     * @param placeholder stands for the number in events and answer; unguessable, so that no user text can contain it
     */
    public record Series(String series, String prefix, int digits, String placeholder) {}
}

package io.huiyin.kernel.timer;

import io.huiyin.kernel.command.CommandHandler;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.decide.Context;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.NewEvent;
import io.huiyin.kernel.store.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Streams and timers in memory, written together or not at all. */
final class SimulatedTimers implements TimerStore {

    private final Bells bells;
    private final Map<UUID, List<EventEnvelope>> streams = new HashMap<>();
    private final Map<UUID, Due> timers = new HashMap<>();
    private final Set<UUID> aside = new HashSet<>();

    final List<EventEnvelope> log = new ArrayList<>();
    final Map<UUID, String> reasons = new HashMap<>();

    /** Of which nothing can be stored. */
    final Set<UUID> unstorable = new HashSet<>();

    /** What others do before the next append, or before the streams of what is due are loaded. */
    Runnable meanwhile = () -> {};

    Runnable beforeLoading = () -> {};

    SimulatedTimers(Bells bells) {
        this.bells = bells;
    }

    void give(UUID id, Bell.Command command) {
        CommandHandler<Bell.Command, Bell, Bell.Event> handler = bells.handler();
        List<EventEnvelope> history = streams.getOrDefault(id, List.of());
        Bell before = handler.fold(history);
        Context context = handler.context(Actor.system("somebody"));
        List<Bell.Event> events = handler.decider().decide(command, before, context);
        write(new Append(
                handler.recordable(id, history.size(), events, context.now(), null),
                CommandHandler.named(context.actor()),
                "c",
                null,
                null,
                null,
                null,
                handler.timers(id, before, handler.decider().evolve(before, events))));
    }

    private void write(Append append) {
        for (NewEvent event : append.events()) {
            EventEnvelope envelope = new EventEnvelope(
                    event.id(),
                    event.name(),
                    event.nameVersion(),
                    "/bell-service",
                    event.aggregate(),
                    event.stream(),
                    event.version(),
                    event.occurredAt(),
                    event.occurredAt(),
                    append.actor(),
                    append.correlationId(),
                    event.causation(),
                    null,
                    new Position(1, 1, log.size() + 1L),
                    event.data());
            streams.computeIfAbsent(event.stream(), id -> new ArrayList<>()).add(envelope);
            log.add(envelope);
        }
        for (Timer timer : append.timers()) {
            timers.remove(timer.stream());
            aside.remove(timer.stream());
            if (timer.dueAt() != null) {
                timers.put(timer.stream(), new Due(timer.stream(), timer.aggregate(), timer.dueAt()));
            }
        }
    }

    @Override
    public List<Due> due(Instant now, int most) {
        return timers.values().stream()
                .filter(due -> !due.at().isAfter(now) && !aside.contains(due.stream()))
                .sorted(Comparator.comparing(Due::at).thenComparing(Due::stream))
                .limit(most)
                .toList();
    }

    @Override
    public Map<UUID, List<EventEnvelope>> load(Collection<UUID> ids) {
        Runnable others = beforeLoading;
        beforeLoading = () -> {};
        others.run();
        return ids.stream()
                .filter(streams::containsKey)
                .collect(Collectors.toMap(id -> id, id -> List.copyOf(streams.getOrDefault(id, List.of()))));
    }

    @Override
    public boolean append(List<Append> appends) {
        Runnable others = meanwhile;
        meanwhile = () -> {};
        others.run();
        Map<UUID, Integer> versions = new HashMap<>();
        for (Append append : appends) {
            if (append.events().stream().anyMatch(event -> unstorable.contains(event.stream()))) {
                throw new Unstorable(new IllegalArgumentException("out of range"));
            }
            for (NewEvent event : append.events()) {
                int stands = versions.getOrDefault(
                        event.stream(),
                        streams.getOrDefault(event.stream(), List.of()).size());
                if (event.version() != stands + 1) {
                    return false;
                }
                versions.put(event.stream(), event.version());
            }
        }
        appends.forEach(this::write);
        return true;
    }

    @Override
    public void correct(Due row, @Nullable Instant dueAt) {
        if (timers.remove(row.stream(), row) && dueAt != null) {
            timers.put(row.stream(), new Due(row.stream(), row.aggregate(), dueAt));
        }
    }

    /** What no append of today would leave: a row that its aggregate's state does not know. */
    void stale(UUID id, Instant dueAt) {
        timers.put(id, new Due(id, Bells.NAME, dueAt));
    }

    @Override
    public void setAside(Due due, String reason) {
        if (due.equals(timers.get(due.stream()))) {
            aside.add(due.stream());
            reasons.put(due.stream(), reason);
        }
    }

    @Override
    public void takeBack() {
        aside.clear();
    }

    @Override
    public long troubled() {
        return aside.size();
    }

    /** What rang when, in the order of the log. */
    List<String> rung() {
        return log.stream()
                .filter(event -> event.name().equals("bell-rang"))
                .map(event -> name(event.subject()) + " " + event.occurredAt())
                .toList();
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }

    private static String name(UUID id) {
        return String.valueOf(id.getLeastSignificantBits());
    }
}

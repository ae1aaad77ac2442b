package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A view with one row per key: changes one row by one event; the kernel loads, saves and keeps the checkpoint.
 *
 * @param <R> the row, a plain record
 * @param <E> the events it takes, a sealed family of tolerant records
 */
public abstract class RowProjection<R extends Record, E> implements Projection {

    private final String name;
    private final int revision;
    private final Set<String> topics;
    private final EventNames<E> names;
    private final RowTable<R> table;

    /**
     * A view.
     *
     * @param revision a higher number rebuilds the view at the next start
     */
    protected RowProjection(String name, int revision, Set<String> topics, Class<E> events, RowTable<R> table) {
        this.name = name;
        this.revision = revision;
        this.topics = Set.copyOf(topics);
        this.names = EventNames.of(events);
        this.table = table;
    }

    /**
     * The row an event belongs to, or null when it belongs to none. A view that looks at more than the event for it does not
     * {@linkplain #preparesAhead() prepare ahead}.
     */
    protected abstract @Nullable Object key(E event, EventEnvelope about);

    /** The row after one more event; null leaves it as it was. */
    protected abstract @Nullable R apply(@Nullable R row, E event, EventEnvelope about);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int revision() {
        return revision;
    }

    @Override
    public final Set<String> topics() {
        return topics;
    }

    @Override
    public final List<String> tables() {
        return List.of(table.table());
    }

    @Override
    public final boolean takes(String eventName) {
        return names.classOf(eventName) != null;
    }

    private record Taken<E>(Object key, E event, EventEnvelope about) {}

    @Override
    public boolean preparesAhead() {
        return true;
    }

    @Override
    public final Work prepare(List<EventEnvelope> events) {
        List<Taken<E>> taken = new ArrayList<>(events.size());
        Set<Object> keys = new LinkedHashSet<>();
        for (EventEnvelope envelope : events) {
            E event = names.read(envelope.name(), envelope.version(), envelope.data());
            Object key = event == null ? null : key(event, envelope);
            if (event != null && key != null) {
                taken.add(new Taken<>(key, event, envelope));
                keys.add(key);
            }
        }
        return transaction -> {
            if (taken.isEmpty()) {
                return;
            }
            Map<Object, R> rows = table.load(transaction, keys);
            Set<Object> present = Set.copyOf(rows.keySet());
            Map<Object, R> changed = new LinkedHashMap<>();
            for (Taken<E> one : taken) {
                R row = apply(rows.get(one.key()), one.event(), one.about());
                if (row != null) {
                    rows.put(one.key(), row);
                    changed.put(one.key(), row);
                }
            }
            table.save(transaction, changed.values(), present);
        };
    }

    /** Folds events in memory, without a database: for tests. */
    public final Map<Object, R> fold(List<EventEnvelope> events) {
        Map<Object, R> rows = new LinkedHashMap<>();
        for (EventEnvelope envelope : events) {
            E event = names.read(envelope.name(), envelope.version(), envelope.data());
            Object key = event == null ? null : key(event, envelope);
            if (event != null && key != null) {
                R row = apply(rows.get(key), event, envelope);
                if (row != null) {
                    rows.put(key, row);
                }
            }
        }
        return rows;
    }
}

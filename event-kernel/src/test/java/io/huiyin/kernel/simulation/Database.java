package io.huiyin.kernel.simulation;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Position;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL as far as the promises lean on it: transactions take their number when they first write, become visible at once when
 * they commit, lock the rows they write and find what others have committed. Held against the real one by {@code SimulatedOrderTest}.
 */
public final class Database {

    /** The log's epoch; no run restores a backup. */
    public static final int EPOCH = 1;

    private final Map<Object, Object> rows = new LinkedHashMap<>();
    private final Map<Object, Transaction> locks = new HashMap<>();
    private final NavigableMap<Position, EventEnvelope> events = new TreeMap<>();
    private final Map<UUID, List<EventEnvelope>> streams = new HashMap<>();
    private final TreeSet<Long> running = new TreeSet<>();
    private long nextNumber = 100;
    private long nextId = 1;

    /** The row is locked by a transaction that has not ended. */
    public static final class Locked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Locked() {
            super("locked", null, false, false);
        }
    }

    /** The key of an event's row. */
    record Place(UUID stream, int version) {}

    public Transaction begin() {
        return new Transaction();
    }

    /** One statement in a transaction of its own. */
    public <T> T atOnce(Function<Transaction, T> statement) {
        Transaction transaction = begin();
        try {
            T result = statement.apply(transaction);
            transaction.commit();
            return result;
        } finally {
            transaction.rollback();
        }
    }

    /** The oldest transaction that is still running, or the next that will begin: pg_snapshot_xmin of a statement that begins now. */
    public long xmin() {
        return running.isEmpty() ? nextNumber : running.first();
    }

    /** Committed events after a position, in log order. */
    public Iterable<EventEnvelope> after(Position position) {
        return List.copyOf(events.tailMap(position, false).values());
    }

    /** Committed events up to a position, the last first. */
    public Iterable<EventEnvelope> upTo(Position position) {
        return List.copyOf(events.headMap(position, true).descendingMap().values());
    }

    /** All committed events, in log order. */
    public List<EventEnvelope> events() {
        return List.copyOf(events.values());
    }

    /** The committed events of a stream. */
    public List<EventEnvelope> stream(UUID stream) {
        return List.copyOf(streams.getOrDefault(stream, List.of()));
    }

    /** Committed rows of one kind, by the type of their keys, in the order in which they were made. */
    public <K, V> Map<K, V> rows(Class<K> keys, Class<V> values) {
        Map<K, V> found = new LinkedHashMap<>();
        rows.forEach((key, value) -> {
            if (keys.isInstance(key)) {
                found.put(keys.cast(key), values.cast(value));
            }
        });
        return found;
    }

    /** One transaction. */
    public final class Transaction {

        private final Map<Object, Object> written = new LinkedHashMap<>();
        private final List<Object> locked = new ArrayList<>();
        private final List<EventEnvelope> appended = new ArrayList<>();
        private long number;
        private boolean ended;

        /** Its number: pg_current_xact_id. */
        public long number() {
            if (number == 0) {
                number = nextNumber++;
                running.add(number);
            }
            return number;
        }

        /** The next number of the event table's identity column; it is not given back. */
        public long nextId() {
            return nextId++;
        }

        /** A row as a statement of this transaction sees it. */
        public @Nullable Object get(Object key) {
            Object own = written.get(key);
            return own == null ? rows.get(key) : own;
        }

        /** Writes a row. */
        public void put(Object key, Object value) {
            lock(key);
            written.put(key, value);
        }

        /** Writes a row whose key nobody may have taken. */
        public void insert(Object key, Object value) {
            lock(key);
            if (get(key) != null) {
                throw new PgException("the key is taken: " + key, "ERROR", "23505", "");
            }
            written.put(key, value);
        }

        private void lock(Object key) {
            number();
            Transaction holder = locks.putIfAbsent(key, this);
            if (holder == null) {
                locked.add(key);
            } else if (holder != this) {
                throw new Locked();
            }
        }

        /** Writes an event to its place in its stream. */
        public void append(EventEnvelope event) {
            insert(new Place(event.subject(), event.sequence()), event);
            appended.add(event);
        }

        /** The event at a place of a stream. */
        public @Nullable EventEnvelope event(UUID stream, int version) {
            return (EventEnvelope) get(new Place(stream, version));
        }

        public boolean isOpen() {
            return !ended;
        }

        public void commit() {
            rows.putAll(written);
            for (EventEnvelope event : appended) {
                events.put(event.position(), event);
                streams.computeIfAbsent(event.subject(), stream -> new ArrayList<>())
                        .add(event);
            }
            end();
        }

        /** Undoes all of it, if it has not ended yet. */
        public void rollback() {
            if (!ended) {
                end();
            }
        }

        private void end() {
            ended = true;
            locked.forEach(locks::remove);
            running.remove(number);
        }
    }
}

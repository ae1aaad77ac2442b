package io.huiyin.kernel.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names to classes and back for one sealed family of events, read once from its permitted records.
 *
 * @param <E> the sealed interface
 */
public final class EventNames<E> {

    private final Map<String, Class<? extends E>> classes = new HashMap<>();
    private final Map<Class<?>, EventName> names = new HashMap<>();
    private final Map<String, Map<Integer, Upcast>> upcasts = new HashMap<>();

    private EventNames(Class<E> sealed, List<Upcast> upcasts) {
        collect(sealed, sealed);
        for (Upcast upcast : upcasts) {
            this.upcasts.computeIfAbsent(upcast.name(), name -> new HashMap<>()).put(upcast.from(), upcast);
        }
    }

    /** Reads the records a sealed interface permits. */
    public static <E> EventNames<E> of(Class<E> sealed, Upcast... upcasts) {
        return new EventNames<>(sealed, List.of(upcasts));
    }

    private void collect(Class<E> root, Class<?> sealed) {
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                collect(root, permitted);
                continue;
            }
            EventName name = permitted.getAnnotation(EventName.class);
            if (name == null) {
                throw new IllegalStateException(permitted + " has no @EventName");
            }
            Class<? extends E> type = permitted.asSubclass(root);
            if (classes.put(name.value(), type) != null) {
                throw new IllegalStateException("two events are called " + name.value());
            }
            names.put(permitted, name);
        }
    }

    public Set<String> all() {
        return classes.keySet();
    }

    public @Nullable Class<? extends E> classOf(String name) {
        return classes.get(name);
    }

    public String nameOf(E event) {
        return annotationOf(event).value();
    }

    public int versionOf(E event) {
        return annotationOf(event).version();
    }

    private EventName annotationOf(E event) {
        EventName name = names.get(event.getClass());
        if (name == null) {
            throw new IllegalArgumentException(event.getClass() + " is no event of this family");
        }
        return name;
    }

    /**
     * Reads an event in whatever version it was written.
     *
     * @return null when the family does not know the name: a reader takes what it needs and skips the rest
     * @throws UnreadableEvent when the name is known and the shape is not
     */
    public @Nullable E read(String name, int version, String json) {
        Class<? extends E> type = classes.get(name);
        if (type == null) {
            return null;
        }
        Map<Integer, Upcast> chain = upcasts.get(name);
        return EventJson.read(chain == null ? json : upcast(chain, version, json), type);
    }

    private static String upcast(Map<Integer, Upcast> chain, int version, String json) {
        Upcast next = chain.get(version);
        if (next == null) {
            return json;
        }
        try {
            if (!(EventJson.tolerant().readTree(json) instanceof ObjectNode node)) {
                throw new UnreadableEvent("not a JSON object");
            }
            while (next != null) {
                node = next.change().apply(node);
                next = chain.get(next.to());
            }
            return node.toString();
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent(e.getOriginalMessage(), e);
        }
    }
}

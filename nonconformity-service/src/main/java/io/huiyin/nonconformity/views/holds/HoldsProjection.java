package io.huiyin.nonconformity.views.holds;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventName;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.projection.Projection;
import io.huiyin.nonconformity.Nonconformities;
import io.huiyin.nonconformity.lot.rules.LotTraceability.Kind;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The view {@code holds}: which nonconformity holds which lot or serial number, as long as it does (NCR-08). */
@ApplicationScoped
public class HoldsProjection implements Projection {

    /** Its name for ever. */
    public static final String NAME = "holds";

    private static final String TABLE = "hold_rows";

    private static final EventNames<HoldFact> FACTS = EventNames.of(HoldFact.class);

    /** What of a nonconformity's events begins and ends a hold. */
    sealed interface HoldFact {

        @EventName("nonconformity-segregated")
        record Begun(@Nullable String lot, @Nullable List<String> serialNumbers) implements HoldFact {}

        @EventName("nonconformity-cleared")
        record Cleared() implements HoldFact {}

        @EventName("nonconformity-closed")
        record Closed() implements HoldFact {}
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Nonconformities.TOPIC);
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    @Override
    public boolean takes(String eventName) {
        return FACTS.classOf(eventName) != null;
    }

    /** What each nonconformity of a batch holds after it, by its keys; nothing where its hold has ended. */
    static Map<UUID, Set<String>> held(List<EventEnvelope> events) {
        Map<UUID, Set<String>> held = new LinkedHashMap<>();
        for (EventEnvelope about : events) {
            switch (FACTS.read(about.name(), about.version(), about.data())) {
                case HoldFact.Begun begun -> held.put(about.subject(), keys(begun));
                case HoldFact.Cleared ended -> held.put(about.subject(), Set.of());
                case HoldFact.Closed ended -> held.put(about.subject(), Set.of());
                case null -> {
                    // begins and ends no hold
                }
            }
        }
        return held;
    }

    private static Set<String> keys(HoldFact.Begun begun) {
        List<String> serials = begun.serialNumbers();
        return Stream.concat(
                        Stream.of(Kind.LOT).map(kind -> kind.key(begun.lot())),
                        serials == null ? Stream.empty() : serials.stream().map(Kind.SERIAL_NUMBER::key))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Work prepare(List<EventEnvelope> events) {
        Map<UUID, Set<String>> held = held(events);
        List<String> keys = new ArrayList<>();
        List<UUID> holders = new ArrayList<>();
        held.forEach((id, names) -> names.forEach(name -> {
            keys.add(name);
            holders.add(id);
        }));
        return transaction -> {
            if (held.isEmpty()) {
                return;
            }
            String partition = TABLE + "_g" + transaction.generation();
            transaction.send(
                    "delete from " + partition + " where generation = $1 and nonconformity_id = any($2)",
                    Tuple.of(transaction.generation(), held.keySet().toArray(UUID[]::new)));
            transaction.send(
                    "insert into " + partition + " (generation, key, nonconformity_id) "
                            + "select $1, u.key, u.id from unnest($2::text[], $3::uuid[]) as u(key, id)",
                    Tuple.of(transaction.generation(), keys.toArray(String[]::new), holders.toArray(UUID[]::new)));
        };
    }
}

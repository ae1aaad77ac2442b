package io.huiyin.report.views.nonconformities;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.projection.Projection;
import io.huiyin.kernel.projection.RowTable;
import io.huiyin.report.incoming.nonconformity.NonconformityFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Nonconformities and their dispositions as they were known, for statistics and reports. */
@ApplicationScoped
public class NonconformityFactsProjection implements Projection {

    /** Its name: in addresses, health and metrics. */
    public static final String NAME = "nonconformity-facts";

    private static final String ID = "nonconformity_id";
    private static final String CURRENT = "known_to is null";

    private static final EventNames<NonconformityFact> FACTS = EventNames.of(NonconformityFact.class);

    private final RowTable<NonconformityFactRow> table =
            RowTable.of("nonconformity_fact_rows", NonconformityFactRow.class, MethodHandles.lookup());

    private final RowTable<DispositionFactRow> dispositions =
            RowTable.of("nonconformity_disposition_fact_rows", DispositionFactRow.class, MethodHandles.lookup());

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
        return Set.of("nonconformity-events");
    }

    @Override
    public List<String> tables() {
        return List.of(table.table(), dispositions.table());
    }

    @Override
    public boolean takes(String eventName) {
        return FACTS.classOf(eventName) != null;
    }

    private record Taken(NonconformityFact event, EventEnvelope about) {}

    @Override
    public Work prepare(List<EventEnvelope> events) {
        List<Taken> taken = new ArrayList<>(events.size());
        for (EventEnvelope about : events) {
            NonconformityFact event = FACTS.read(about.name(), about.version(), about.data());
            if (event != null) {
                taken.add(new Taken(event, about));
            }
        }
        List<UUID> nonconformities =
                taken.stream().map(one -> one.about().subject()).distinct().toList();
        return transaction -> {
            NonconformityHistory history = new NonconformityHistory(
                    table.loadBy(transaction, ID, nonconformities, CURRENT).values(),
                    dispositions
                            .loadBy(transaction, ID, nonconformities, CURRENT)
                            .values());
            taken.forEach(one -> history.take(one.event(), one.about()));
            table.save(transaction, history.changed());
            dispositions.save(transaction, history.changedDispositions());
        };
    }
}

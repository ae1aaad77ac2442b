package io.huiyin.report.views.facts;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.projection.Projection;
import io.huiyin.kernel.projection.RowTable;
import io.huiyin.report.incoming.complaint.ComplaintFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Complaints as they were known, for statistics and reports. */
@ApplicationScoped
public class ComplaintFactsProjection implements Projection {

    /** Its name: in addresses, health and metrics. */
    public static final String NAME = "complaint-facts";

    private static final EventNames<ComplaintFact> FACTS = EventNames.of(ComplaintFact.class);

    private final RowTable<ComplaintFactRow> table =
            RowTable.of("complaint_fact_rows", ComplaintFactRow.class, MethodHandles.lookup());

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public Set<String> topics() {
        return Set.of("complaint-events");
    }

    @Override
    public List<String> tables() {
        return List.of(table.table());
    }

    @Override
    public boolean takes(String eventName) {
        return FACTS.classOf(eventName) != null;
    }

    private record Taken(ComplaintFact event, EventEnvelope about) {}

    @Override
    public Work prepare(List<EventEnvelope> events) {
        List<Taken> taken = new ArrayList<>(events.size());
        for (EventEnvelope about : events) {
            ComplaintFact event = FACTS.read(about.name(), about.version(), about.data());
            if (event != null) {
                taken.add(new Taken(event, about));
            }
        }
        List<UUID> complaints =
                taken.stream().map(one -> one.about().subject()).distinct().toList();
        return transaction -> {
            FactHistory history =
                    new FactHistory(table.loadBy(transaction, "complaint_id", complaints, "known_to is null")
                            .values());
            taken.forEach(one -> history.take(one.event(), one.about()));
            table.save(transaction, history.changed());
        };
    }
}

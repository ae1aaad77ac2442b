package io.huiyin.report.views.followups;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.projection.Projection;
import io.huiyin.kernel.projection.RowTable;
import io.huiyin.report.incoming.followup.FollowUpFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Follow-ups as they were known, for statistics and reports. */
@ApplicationScoped
public class FollowUpFactsProjection implements Projection {

    /** Its name: in addresses, health and metrics. */
    public static final String NAME = "follow-up-facts";

    private static final EventNames<FollowUpFact> FACTS = EventNames.of(FollowUpFact.class);

    private final RowTable<FollowUpFactRow> table =
            RowTable.of("follow_up_fact_rows", FollowUpFactRow.class, MethodHandles.lookup());

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
        return Set.of("followup-events");
    }

    @Override
    public List<String> tables() {
        return List.of(table.table());
    }

    @Override
    public boolean takes(String eventName) {
        return FACTS.classOf(eventName) != null;
    }

    private record Taken(FollowUpFact event, EventEnvelope about) {}

    @Override
    public Work prepare(List<EventEnvelope> events) {
        List<Taken> taken = new ArrayList<>(events.size());
        for (EventEnvelope about : events) {
            FollowUpFact event = FACTS.read(about.name(), about.version(), about.data());
            if (event != null) {
                taken.add(new Taken(event, about));
            }
        }
        List<UUID> followUps =
                taken.stream().map(one -> one.about().subject()).distinct().toList();
        return transaction -> {
            FollowUpHistory history =
                    new FollowUpHistory(table.loadBy(transaction, "follow_up_id", followUps, "known_to is null")
                            .values());
            taken.forEach(one -> history.take(one.event(), one.about()));
            table.save(transaction, history.changed());
        };
    }
}

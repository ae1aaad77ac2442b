package io.huiyin.report.action.views.register;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventNames;
import io.huiyin.kernel.projection.Projection;
import io.huiyin.kernel.projection.RowTable;
import io.huiyin.report.Reports;
import io.huiyin.report.action.ImprovementActionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The register of improvement actions, as they were known and from when to when. */
@ApplicationScoped
public class ActionRegisterProjection implements Projection {

    /** Its name: in addresses, health and metrics. */
    public static final String NAME = "improvement-actions";

    private static final EventNames<ImprovementActionEvent> NAMES = EventNames.of(ImprovementActionEvent.class);

    private final RowTable<ActionRow> table =
            RowTable.of("improvement_action_rows", ActionRow.class, MethodHandles.lookup());

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
        return Set.of(Reports.TOPIC);
    }

    @Override
    public List<String> tables() {
        return List.of(table.table());
    }

    @Override
    public boolean takes(String eventName) {
        return NAMES.classOf(eventName) != null;
    }

    private record Taken(ImprovementActionEvent event, EventEnvelope about) {}

    @Override
    public Work prepare(List<EventEnvelope> events) {
        List<Taken> taken = new ArrayList<>(events.size());
        for (EventEnvelope about : events) {
            ImprovementActionEvent event = NAMES.read(about.name(), about.version(), about.data());
            if (event != null) {
                taken.add(new Taken(event, about));
            }
        }
        List<UUID> actions =
                taken.stream().map(one -> one.about().subject()).distinct().toList();
        return transaction -> {
            ActionVersions versions =
                    new ActionVersions(table.loadBy(transaction, "action_id", actions, "known_to is null")
                            .values());
            taken.forEach(one -> versions.take(one.event(), one.about()));
            table.save(transaction, versions.changed());
        };
    }
}

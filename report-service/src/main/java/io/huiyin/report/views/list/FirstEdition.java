package io.huiyin.report.views.list;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows which report said first by when its period's is due; it may lag, and says nothing of one compiled a moment ago. */
@ApplicationScoped
public class FirstEdition {

    /** The earliest compiled one of a kind and period, whatever its zone, that has a day; null when there is none. */
    public Uni<@Nullable UUID> withDueDay(String kind, String period) {
        return Panache.withSession(() -> ReportListEntry.<ReportListEntry>find(
                        "kind = ?1 and period = ?2 and dueOn is not null order by compiledAt, id", kind, period)
                .page(0, 1)
                .list()
                .map(found -> found.isEmpty() ? null : found.getFirst().id));
    }
}

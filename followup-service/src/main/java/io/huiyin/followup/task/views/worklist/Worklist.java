package io.huiyin.followup.task.views.worklist;

import io.huiyin.kernel.rest.Conditions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Nominates the tasks an agent may take; it may lag, so whoever takes one asks the task itself. */
@ApplicationScoped
public class Worklist {

    /** Tasks of some roles that may be contacted now and nobody else holds, earliest due first, after another. */
    public Uni<List<WorklistEntry>> claimable(
            List<String> roles, Instant now, @Nullable WorklistEntry after, int size) {
        Conditions conditions = free(roles, now).where("nextContactAt is null or nextContactAt <= :%s", now);
        if (after != null) {
            conditions.after(after.dueAt + "|" + after.id, "dueAt", true, Instant::parse, "id", UUID::fromString);
        }
        return Panache.withSession(
                () -> WorklistEntry.<WorklistEntry>find(conditions.where() + " order by dueAt, id", conditions.values())
                        .page(0, size)
                        .list());
    }

    /** The one that may be contacted soonest, of those nobody else holds. */
    public Uni<@Nullable WorklistEntry> soonest(List<String> roles, Instant now) {
        Conditions conditions = free(roles, now);
        return Panache.withSession(() -> WorklistEntry.<WorklistEntry>find(
                        conditions.where() + " order by nextContactAt nulls first, id", conditions.values())
                .page(0, 1)
                .list()
                .map(found -> found.isEmpty() ? null : found.getFirst()));
    }

    private static Conditions free(List<String> roles, Instant now) {
        return new Conditions()
                .where("awaitsContact = true")
                .in("assigneeRole", roles)
                .where("leaseUntil is null or leaseUntil <= :%s", now);
    }
}

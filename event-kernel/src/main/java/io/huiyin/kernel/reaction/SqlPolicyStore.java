package io.huiyin.kernel.reaction;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventJson;
import io.huiyin.kernel.projection.ViewTransaction;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.Appended;
import io.huiyin.kernel.store.EventStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a policy reads and writes in PostgreSQL. */
record SqlPolicyStore(EventStore events) implements PolicyStore {

    private static final String KEEP = "insert into policy_reaction "
            + "(policy, cause, place, subject, outcome, rule, detail, stream, event) "
            + "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    private static final String DONE_AT_LAST = "update policy_reaction set outcome = $2, rule = $3, detail = $4, "
            + "retried_by = $5, retried_at = clock_timestamp() where id = $1 and outcome = 'refused'";

    @Override
    public Set<UUID> reacted(String policy, List<UUID> causes) {
        return events.reacted(policy, causes).await().indefinitely();
    }

    @Override
    public Map<UUID, List<EventEnvelope>> load(Set<UUID> streams) {
        return events.load(streams).await().indefinitely();
    }

    @Override
    public Uni<Appended> append(ViewTransaction transaction, Append append) {
        return events.append(transaction.connection(), append);
    }

    @Override
    public Uni<Boolean> keep(ViewTransaction transaction, String policy, Reaction reaction) {
        Said refusal = reaction.refusal();
        return transaction
                .connection()
                .preparedQuery(KEEP)
                .execute(Tuple.from(new @Nullable Object[] {
                    policy,
                    reaction.cause().id(),
                    reaction.place(),
                    reaction.cause().subject(),
                    reaction.outcome(),
                    refusal == null ? null : refusal.rule(),
                    refusal == null ? null : refusal.detail(),
                    reaction.stream(),
                    refusal == null ? null : EventJson.write(reaction.cause())
                }))
                .map(done -> true);
    }

    @Override
    public boolean keepRetried(long id, Reaction reaction, @Nullable Append append, String person) {
        Said refusal = reaction.refusal();
        return events.transaction(connection -> connection
                        .preparedQuery(DONE_AT_LAST)
                        .execute(Tuple.from(new @Nullable Object[] {
                            id,
                            reaction.outcome(),
                            refusal == null ? null : refusal.rule(),
                            refusal == null ? null : refusal.detail(),
                            person
                        }))
                        .flatMap(rows -> rows.rowCount() == 0 || append == null
                                ? Uni.createFrom().item(rows.rowCount() == 1)
                                : events.append(connection, append).map(done -> true)))
                .await()
                .indefinitely();
    }

    @Override
    public void committed() {
        events.committed();
    }
}

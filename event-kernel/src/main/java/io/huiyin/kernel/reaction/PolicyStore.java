package io.huiyin.kernel.reaction;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.projection.ViewTransaction;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.Appended;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a policy reads and writes: its service's events, and what it has reacted to. */
interface PolicyStore {

    /** A reaction to an event, kept under the policy, its cause and its place among the reactions to it. */
    record Reaction(
            EventEnvelope cause,
            int place,
            String outcome,
            @Nullable Said refusal,
            @Nullable UUID stream) {}

    /** What was said to a refused command. */
    record Said(@Nullable String rule, String detail) {}

    /** Those of the causes that a policy has reacted to already. Blocks. */
    Set<UUID> reacted(String policy, List<UUID> causes);

    /** Several streams; those that are not there are left out. Blocks. */
    Map<UUID, List<EventEnvelope>> load(Set<UUID> streams);

    /** Appends in the transaction of the batch. */
    Uni<Appended> append(ViewTransaction transaction, Append append);

    /** Keeps a reaction, in the transaction of the batch; fails when it was kept before. */
    Uni<Boolean> keep(ViewTransaction transaction, String policy, Reaction reaction);

    /**
     * Keeps how a refused reaction ended, with what is to be appended for it, in a transaction of its own. Blocks.
     *
     * @param id of its row
     * @return whether it still stood refused
     */
    boolean keepRetried(long id, Reaction reaction, @Nullable Append append, String person);

    /** Something may have been appended and committed. */
    void committed();
}

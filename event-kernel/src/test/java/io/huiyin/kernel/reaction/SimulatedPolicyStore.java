package io.huiyin.kernel.reaction;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.projection.SimulatedTransaction;
import io.huiyin.kernel.projection.ViewTransaction;
import io.huiyin.kernel.simulation.Database;
import io.huiyin.kernel.simulation.ReactionKey;
import io.huiyin.kernel.simulation.ServiceProcess;
import io.huiyin.kernel.store.Append;
import io.huiyin.kernel.store.Appended;
import io.huiyin.kernel.store.SimulatedAppend;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a policy reads and writes in the fake database. */
class SimulatedPolicyStore implements PolicyStore {

    private final ServiceProcess process;
    private final Database database;

    SimulatedPolicyStore(ServiceProcess process, Database database) {
        this.process = process;
        this.database = database;
    }

    @Override
    public Set<UUID> reacted(String policy, List<UUID> causes) {
        process.asks();
        Set<UUID> reacted = database.rows(ReactionKey.class, Object.class).keySet().stream()
                .filter(key -> key.policy().equals(policy))
                .map(ReactionKey::cause)
                .filter(causes::contains)
                .collect(Collectors.toSet());
        process.hears();
        return reacted;
    }

    @Override
    public Map<UUID, List<EventEnvelope>> load(Set<UUID> streams) {
        process.asks();
        Map<UUID, List<EventEnvelope>> loaded = new HashMap<>();
        for (UUID stream : streams) {
            List<EventEnvelope> history = database.stream(stream);
            if (!history.isEmpty()) {
                loaded.put(stream, history);
            }
        }
        process.hears();
        return loaded;
    }

    @Override
    public Uni<Appended> append(ViewTransaction transaction, Append append) {
        return Uni.createFrom().item(() -> {
            SimulatedAppend statement = new SimulatedAppend(((SimulatedTransaction) transaction).rows(), append, true);
            process.asks();
            statement.begin(process.world().now());
            process.asks();
            statement.check();
            process.asks();
            Appended appended = statement.insert();
            process.hears();
            return appended;
        });
    }

    @Override
    public Uni<Boolean> keep(ViewTransaction transaction, String policy, Reaction reaction) {
        return Uni.createFrom().item(() -> {
            process.asks();
            keep(
                    ((SimulatedTransaction) transaction).rows(),
                    new ReactionKey(policy, reaction.cause().id(), reaction.place()));
            process.hears();
            return true;
        });
    }

    void keep(Database.Transaction rows, ReactionKey key) {
        rows.insert(key, key);
    }

    @Override
    public boolean keepRetried(long id, Reaction reaction, @Nullable Append append, String person) {
        throw new AssertionError("nothing is refused here");
    }

    @Override
    public void committed() {
        // The relay comes round by itself.
    }

    /** Remembers no reaction. */
    static final class WithoutKey extends SimulatedPolicyStore {

        WithoutKey(ServiceProcess process, Database database) {
            super(process, database);
        }

        @Override
        public Set<UUID> reacted(String policy, List<UUID> causes) {
            return Set.of();
        }

        @Override
        void keep(Database.Transaction rows, ReactionKey key) {
            // that is the bug
        }
    }
}

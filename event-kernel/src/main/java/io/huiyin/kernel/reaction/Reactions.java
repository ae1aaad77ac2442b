package io.huiyin.kernel.reaction;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventJson;
import io.quarkus.arc.All;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What policies did and what they were refused, for operators (G4). Every call blocks. */
@Singleton
public class Reactions {

    private static final String COLUMNS =
            "id, policy, cause, place, subject, outcome, rule, detail, stream, recorded_at, retried_by, retried_at";

    private final Pool pool;
    private final List<Policy<?, ?, ?>> policies;

    Reactions(Pool pool, @All List<Policy<?, ?, ?>> policies) {
        this.pool = pool;
        this.policies = policies;
    }

    /**
     * One reaction of a policy.
     *
     * @param cause the event it reacted to
     * @param subject the aggregate that event happened to
     * @param outcome {@code done}, {@code nothing} or {@code refused}
     * @param rule the rule that refused
     * @param detail what was refused
     * @param stream the aggregate the command went to
     */
    public record Reaction(
            long id,
            String policy,
            UUID cause,
            int place,
            UUID subject,
            String outcome,
            @Nullable String rule,
            @Nullable String detail,
            @Nullable UUID stream,
            Instant recordedAt,
            @Nullable String retriedBy,
            @Nullable Instant retriedAt) {

        private static Reaction of(Row row) {
            return new Reaction(
                    row.getLong("id"),
                    row.getString("policy"),
                    row.getUUID("cause"),
                    row.getInteger("place"),
                    row.getUUID("subject"),
                    row.getString("outcome"),
                    row.getString("rule"),
                    row.getString("detail"),
                    row.getUUID("stream"),
                    row.getOffsetDateTime("recorded_at").toInstant(),
                    row.getString("retried_by"),
                    row.getOffsetDateTime("retried_at") == null
                            ? null
                            : row.getOffsetDateTime("retried_at").toInstant());
        }
    }

    /** Reactions after an id, oldest first; of one policy, of one outcome, to one aggregate's events, as asked. */
    public List<Reaction> list(
            @Nullable String policy, @Nullable String outcome, @Nullable UUID subject, long after, int limit) {
        List<Reaction> found = new ArrayList<>();
        pool.preparedQuery("select " + COLUMNS + " from policy_reaction where id > $1 and ($2::text is null or "
                        + "policy = $2) and ($3::text is null or outcome = $3) and ($4::uuid is null or subject = $4) "
                        + "order by id limit $5")
                .executeAndAwait(Tuple.from(new @Nullable Object[] {after, policy, outcome, subject, limit}))
                .forEach(row -> found.add(Reaction.of(row)));
        return found;
    }

    public Optional<Reaction> find(long id) {
        for (Row row : pool.preparedQuery("select " + COLUMNS + " from policy_reaction where id = $1")
                .executeAndAwait(Tuple.of(id))) {
            return Optional.of(Reaction.of(row));
        }
        return Optional.empty();
    }

    /**
     * Tries a refused reaction again.
     *
     * @return whether it stood refused and was tried
     */
    public boolean retry(Reaction refused, String person) {
        for (Row row : pool.preparedQuery("select event from policy_reaction where id = $1 and outcome = 'refused'")
                .executeAndAwait(Tuple.of(refused.id()))) {
            EventEnvelope cause = EventJson.read(row.getString("event"), EventEnvelope.class);
            Policy<?, ?, ?> policy = policies.stream()
                    .filter(one -> one.name().equals(refused.policy()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no policy " + refused.policy()));
            return policy.retry(refused.id(), cause, refused.place(), person);
        }
        return false;
    }
}

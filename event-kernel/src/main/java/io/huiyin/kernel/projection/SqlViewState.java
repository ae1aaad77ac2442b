package io.huiyin.kernel.projection;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What a generation keeps in PostgreSQL.
 *
 * @param replays whether what a crash takes from it is done again from the log
 */
record SqlViewState(ViewStore store, String view, int generation, boolean replays) implements ViewState {

    @Override
    public @Nullable Instant restoredAt() {
        return store.restoredAt();
    }

    @Override
    public Map<TopicPartition, Mark> marks() {
        return store.marks(view, generation);
    }

    @Override
    public void setMarks(Map<TopicPartition, Mark> from, Map<TopicPartition, Mark> to) {
        store.setMarks(view, generation, from, to);
    }

    @Override
    public Set<UUID> held() {
        return store.held(view, generation);
    }

    @Override
    public void forget(String topic) {
        store.forget(view, generation, topic);
    }

    @Override
    public void outdate() {
        store.outdate(view, generation);
    }

    @Override
    public boolean hasRead(String topic) {
        return store.hasRead(view, topic);
    }

    @Override
    public void promote() {
        store.promote(view, generation);
    }

    @Override
    public boolean move(Map<TopicPartition, Mark> from, Map<TopicPartition, Mark> to, Consumer<Open> work) {
        return store.onConnection(
                connection -> new SqlTransaction(store, view, generation, connection).run(begin(), from, to, work));
    }

    /**
     * What is lost of rows is done again: their commit is not waited for on disk, but whatever is committed later and is waited for
     * stands behind it. And who writes them is alone with the generation: rows of several partitions' aggregates may be shared, and
     * checkpoints tell two instances apart in each partition on its own, so who lost the lease with a transaction open must not
     * write beside who has it now.
     */
    private String begin() {
        return replays
                ? "begin; set local synchronous_commit = off; select pg_advisory_xact_lock(%d, %d)"
                        .formatted(view.hashCode(), generation)
                : "begin";
    }

    @Override
    public List<DeadLetter> asked() {
        // Of one that is to be skipped nobody needs the body.
        return store.deadLetters(
                "case when requested = 'skip' then null else body end",
                "view = $1 and generation = $2 and resolution is null and (requested is not null or waiting and not exists "
                        + "(select 1 from dead_letter b where b.view = $1 and b.generation = $2 and b.resolution is null "
                        + "and b.subject = dead_letter.subject and b.id < dead_letter.id)) order by id",
                Tuple.of(view, generation));
    }

    @Override
    public List<DeadLetter> open(UUID subject) {
        return store.deadLetters(
                "body",
                "view = $1 and generation = $2 and resolution is null and subject = $3 order by id",
                Tuple.of(view, generation, subject));
    }

    @Override
    public void failedAgain(long id, String error) {
        store.failedAgain(id, error);
    }
}

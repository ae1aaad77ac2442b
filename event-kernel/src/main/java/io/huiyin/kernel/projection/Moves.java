package io.huiyin.kernel.projection;

import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Compare-and-set of the checkpoints that a batch moves. An offset alone does not tell where one stands: when a log was cut off and
 * filled again, another event stands there. When one stands elsewhere the statement fails, dividing by zero, so that the end of the
 * transaction can be sent behind it.
 */
final class Moves {

    static final String SQL =
            "with moved as (update view_checkpoint c set next_offset = m.new_offset, epoch = m.epoch, tx = m.tx, "
                    + "id = m.id, log_epoch = m.log_epoch, updated_at = clock_timestamp() "
                    + "from unnest($3::text[], $4::int[], $5::bigint[], $6::bigint[], $7::int[], $8::bigint[], "
                    + "$9::bigint[], $10::text[], $11::int[], $12::int[], $13::bigint[], $14::bigint[]) as m(topic, "
                    + "partition, old_offset, new_offset, epoch, tx, id, topic_id, log_epoch, old_epoch, old_tx, old_id) "
                    + "where c.view = $1 and c.generation = $2 and c.topic = m.topic and c.partition = m.partition "
                    + "and c.next_offset = m.old_offset and c.topic_id = m.topic_id "
                    + "and c.epoch = m.old_epoch and c.tx = m.old_tx and c.id = m.old_id returning 1) "
                    + "select 1 / (count(*) = $15)::int from moved";

    private static final String DIVISION_BY_ZERO = "22012";

    private Moves() {}

    /** Whether the statement failed because a checkpoint does not stand where it stood. */
    static boolean isOvertaken(Throwable failure) {
        return failure instanceof PgException refused && DIVISION_BY_ZERO.equals(refused.getSqlState());
    }

    /** The statement's values; one that is not known to stand anywhere is not moved. */
    static Tuple values(String view, int generation, Map<TopicPartition, Mark> from, Map<TopicPartition, Mark> to) {
        int size = to.size();
        @Nullable String[] topics = new String[size];
        @Nullable Integer[] partitions = new Integer[size];
        @Nullable Long[] oldOffsets = new Long[size];
        @Nullable Long[] newOffsets = new Long[size];
        @Nullable Integer[] epochs = new Integer[size];
        @Nullable Long[] txs = new Long[size];
        @Nullable Long[] ids = new Long[size];
        @Nullable String[] topicIds = new String[size];
        @Nullable Integer[] logEpochs = new Integer[size];
        @Nullable Integer[] oldEpochs = new Integer[size];
        @Nullable Long[] oldTxs = new Long[size];
        @Nullable Long[] oldIds = new Long[size];
        int i = 0;
        for (Map.Entry<TopicPartition, Mark> entry : to.entrySet()) {
            Mark old = from.get(entry.getKey());
            if (old == null) {
                continue;
            }
            topics[i] = entry.getKey().topic();
            partitions[i] = entry.getKey().partition();
            oldOffsets[i] = old.nextOffset();
            newOffsets[i] = entry.getValue().nextOffset();
            epochs[i] = entry.getValue().position().epoch();
            txs[i] = entry.getValue().position().tx();
            ids[i] = entry.getValue().position().id();
            topicIds[i] = old.topicId();
            logEpochs[i] = entry.getValue().logEpoch();
            oldEpochs[i] = old.position().epoch();
            oldTxs[i] = old.position().tx();
            oldIds[i] = old.position().id();
            i++;
        }
        Tuple values = Tuple.tuple();
        values.addString(view);
        values.addInteger(generation);
        values.addValue(topics);
        values.addValue(partitions);
        values.addValue(oldOffsets);
        values.addValue(newOffsets);
        values.addValue(epochs);
        values.addValue(txs);
        values.addValue(ids);
        values.addValue(topicIds);
        values.addValue(logEpochs);
        values.addValue(oldEpochs);
        values.addValue(oldTxs);
        values.addValue(oldIds);
        values.addLong((long) size);
        return values;
    }
}

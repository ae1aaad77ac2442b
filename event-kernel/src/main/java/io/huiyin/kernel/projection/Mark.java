package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.Position;

/**
 * Where a generation of a view stands in one partition.
 *
 * @param topicId the log it was read from; another id means the log was wiped and filled again
 * @param nextOffset the offset to read next
 * @param position the last event applied
 * @param logEpoch the epoch under which the log was filled that was read last; a higher one means that the log's database was
 *     restored to an earlier point (ADR 0009)
 */
public record Mark(String topicId, long nextOffset, Position position, int logEpoch) {

    /** The next offset of a generation that is read no more. */
    private static final long NEVER = -1;

    /** Of a log from which nothing has been read. */
    static Mark before(String topicId) {
        return new Mark(topicId, 0, Position.START, 0);
    }

    Mark at(long offset) {
        return new Mark(topicId, offset, position, logEpoch);
    }

    /** The same place in another log under the same name: it is found again by its position. */
    Mark in(String otherTopicId, long offset) {
        return new Mark(otherTopicId, offset, position, logEpoch);
    }

    /** Whether what was applied may be missing in a log that was filled under this epoch. */
    boolean isCutOffBy(int epoch) {
        return epoch > logEpoch && !position.equals(Position.START);
    }

    /** Whether the generation was given up. */
    boolean isOutdated() {
        return nextOffset == NEVER;
    }
}

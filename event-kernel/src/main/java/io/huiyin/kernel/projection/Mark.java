package io.huiyin.kernel.projection;

import io.huiyin.kernel.event.Position;

/**
 * Where a generation of a view stands in one partition.
 *
 * @param topicId the log it was read from; another id means the log was wiped and filled again
 * @param nextOffset the offset to read next
 * @param position the last event applied
 */
public record Mark(String topicId, long nextOffset, Position position) {

    Mark at(long offset) {
        return new Mark(topicId, offset, position);
    }
}

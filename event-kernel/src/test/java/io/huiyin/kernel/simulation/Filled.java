package io.huiyin.kernel.simulation;

import io.huiyin.kernel.event.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row of the relay's checkpoint. */
public record Filled(Position position, @Nullable String topicId, List<Position> partitions) {

    /** The key of the one row. */
    public record Key() {}
}

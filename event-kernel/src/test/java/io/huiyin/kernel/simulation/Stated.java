package io.huiyin.kernel.simulation;

import io.huiyin.kernel.event.Position;
import java.time.Instant;
import java.util.List;

/** A watermark that was stated, with the position of each partition. */
public record Stated(Instant at, List<Position> positions) {}

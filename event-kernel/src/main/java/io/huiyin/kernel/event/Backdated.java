package io.huiyin.kernel.event;

import java.time.Instant;

/** An event that happened in the world before it was recorded: a paper slip, an import. */
public interface Backdated {

    /** When it happened in the world. */
    Instant occurredAt();
}

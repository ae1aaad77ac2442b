package io.huiyin.kernel.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event that may have happened before it was entered; its own time counts, not that of the entry. */
public interface Backdated {

    /** When it happened; null for as it was entered. */
    @Nullable
    Instant occurredAt();
}

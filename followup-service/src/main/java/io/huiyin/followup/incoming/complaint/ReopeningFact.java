package io.huiyin.followup.incoming.complaint;

import io.huiyin.kernel.event.EventName;
import org.jspecify.annotations.Nullable;

/** What the complaint service says about a case that lives again: our tolerant copy. */
public sealed interface ReopeningFact {

    /** A person reopened a case; {@code closing} is the one he undid. */
    @EventName("complaint-reopened")
    record Reopened(@Nullable Integer closing) implements ReopeningFact {}
}

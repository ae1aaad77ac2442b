package io.huiyin.kernel.event;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifiers of aggregates and events. */
public final class Ids {

    private Ids() {}

    /** A new one, ordered by time (UUIDv7). */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /**
     * The one that always belongs to a cause (UUIDv5): whoever asks again, or later, meets the same aggregate.
     *
     * @param what kebab-case noun of the aggregate that is made
     * @param cause what it is made for
     */
    public static UUID derived(String what, Object... cause) {
        StringBuilder name = new StringBuilder("huiyin:").append(what);
        for (Object part : cause) {
            name.append(':').append(part);
        }
        return UuidCreator.getNameBasedSha1(name.toString());
    }
}

package io.huiyin.kernel.event;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** New identities: UUIDv7, so that they sort by time of birth. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}

package io.huiyin.kernel.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The time business decisions see. Tests fix it; leases and log times never ask it. */
@ApplicationScoped
public class BusinessClock implements InstantSource {

    private volatile @Nullable Instant fixed;

    /** Now, in microseconds: what PostgreSQL keeps. */
    @Override
    public Instant instant() {
        Instant set = fixed;
        return set != null ? set : Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Stops the clock at an instant, for tests. */
    public void fix(Instant instant) {
        fixed = instant;
    }

    /** Lets the clock run again. */
    public void release() {
        fixed = null;
    }
}

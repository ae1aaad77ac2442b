package io.huiyin.kernel.timer;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.store.Append;
import java.io.Serial;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What going through the timers reads and writes. Every call blocks. */
interface TimerStore {

    /** An aggregate whose time has come. */
    record Due(UUID stream, String aggregate, Instant at) {}

    /** What was decided can never be stored, whoever tries again. */
    final class Unstorable extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        Unstorable(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Those due up to an instant that are not set aside, earliest first. */
    List<Due> due(Instant now, int most);

    Map<UUID, List<EventEnvelope>> load(Collection<UUID> streams);

    /**
     * All of them, in their order, or none.
     *
     * @return false when somebody else was first at one of them
     * @throws Unstorable when one of them can never be stored
     */
    boolean append(List<Append> appends);

    /** Puts a row right that still says what its aggregate's state does not. */
    void correct(Due row, @Nullable Instant dueAt);

    /** Sets one aside with the reason, if it is still due at that instant. */
    void setAside(Due due, String reason);

    /** Takes back all that were set aside. */
    void takeBack();

    /** How many are set aside. */
    long troubled();
}

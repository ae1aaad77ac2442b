package io.huiyin.kernel.simulation;

import io.huiyin.kernel.lease.Lease;
import io.huiyin.kernel.lease.Leases;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A lease in the fake database, as one process sees it. */
public final class SimulatedLease implements Lease {

    private final ServiceProcess process;
    private final Database database;
    private final String name;

    /** The lease of a name, for a process. */
    public SimulatedLease(ServiceProcess process, Database database, String name) {
        this.process = process;
        this.database = database;
        this.name = name;
    }

    record Key(String name) {}

    /** The row of a lease. */
    record Held(String owner, long epoch, long until) {}

    /** The latest epoch of a lease. */
    public static long epoch(Database database, String name) {
        Held held = database.rows(Key.class, Held.class).get(new Key(name));
        return held == null ? 0 : held.epoch();
    }

    private long now() {
        return process.world().nanos();
    }

    @Override
    public OptionalLong acquire() {
        process.asks();
        long epoch = database.atOnce(transaction -> {
            Held held = (Held) transaction.get(new Key(name));
            if (held != null && held.until() >= now() && !held.owner().equals(process.name())) {
                return 0L;
            }
            Held taken = new Held(process.name(), held == null ? 1 : held.epoch() + 1, now() + Leases.TERM.toNanos());
            transaction.put(new Key(name), taken);
            process.world().tell(() -> "%s takes %s: %d".formatted(process.name(), name, taken.epoch()));
            return taken.epoch();
        });
        process.hears();
        return epoch == 0 ? OptionalLong.empty() : OptionalLong.of(epoch);
    }

    @Override
    public boolean renew(long epoch) {
        process.asks();
        boolean renewed = holdUntil(epoch, now() + Leases.TERM.toNanos());
        process.hears();
        return renewed;
    }

    @Override
    public void release(long epoch) {
        process.asks();
        holdUntil(epoch, now() - 1);
        process.hears();
    }

    private boolean holdUntil(long epoch, long until) {
        return database.atOnce(transaction -> {
            @Nullable Held held = (Held) transaction.get(new Key(name));
            if (held == null || held.epoch() != epoch) {
                return false;
            }
            transaction.put(new Key(name), new Held(held.owner(), epoch, until));
            return true;
        });
    }
}

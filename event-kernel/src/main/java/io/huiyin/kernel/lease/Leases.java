package io.huiyin.kernel.lease;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who runs the relay, a view, an import: one instance at a time, by the database's clock. A restarted instance of the same name
 * takes over from itself at once; another one waits until the lease has run out. The epoch fences a former owner that wakes up
 * late: what it writes is conditional on it.
 */
@ApplicationScoped
public class Leases {

    /** How long a lease lasts without renewal. */
    public static final Duration TERM = Duration.ofSeconds(3);

    /** How often a holder renews. */
    public static final Duration RENEWAL = Duration.ofSeconds(1);

    private static final String ACQUIRE = "insert into lease (name, owner, epoch, held_until) "
            + "values ($1, $2, 1, clock_timestamp() + $3 * interval '1 millisecond') on conflict (name) do update "
            + "set owner = $2, epoch = lease.epoch + 1, held_until = clock_timestamp() + $3 * interval '1 millisecond' "
            + "where lease.held_until < clock_timestamp() or lease.owner = $2 returning epoch";

    private static final String RENEW =
            "update lease set held_until = clock_timestamp() + $3 * interval '1 millisecond' "
                    + "where name = $1 and epoch = $2";

    private static final String RELEASE =
            "update lease set held_until = clock_timestamp() - interval '1 second' where name = $1 and epoch = $2";

    private final Pool pool;
    private final String instance;

    Leases(Pool pool, @ConfigProperty(name = "huiyin.instance") String instance) {
        this.pool = pool;
        this.instance = instance;
    }

    /** The lease of a name. */
    public Lease of(String name) {
        return new Lease() {
            @Override
            public OptionalLong acquire() {
                return Leases.this.acquire(name);
            }

            @Override
            public boolean renew(long epoch) {
                return Leases.this.renew(name, epoch);
            }

            @Override
            public void release(long epoch) {
                Leases.this.release(name, epoch);
            }
        };
    }

    /** The lease's new epoch, or empty when another instance holds it. Blocks. */
    public OptionalLong acquire(String name) {
        RowSet<Row> rows = pool.preparedQuery(ACQUIRE).executeAndAwait(Tuple.of(name, instance, TERM.toMillis()));
        return rows.rowCount() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(rows.iterator().next().getLong("epoch"));
    }

    /** Holds on; false when the lease has gone to somebody else. Blocks. */
    public boolean renew(String name, long epoch) {
        return pool.preparedQuery(RENEW)
                        .executeAndAwait(Tuple.of(name, epoch, TERM.toMillis()))
                        .rowCount()
                == 1;
    }

    /** Lets go, so that another instance need not wait. Blocks. */
    public void release(String name, long epoch) {
        pool.preparedQuery(RELEASE).executeAndAwait(Tuple.of(name, epoch));
    }
}

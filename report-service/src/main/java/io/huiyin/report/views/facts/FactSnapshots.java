package io.huiyin.report.views.facts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Reads the facts and where they stand in one snapshot: figures and positions always belong together. */
@ApplicationScoped
public class FactSnapshots {

    private final Pool pool;

    FactSnapshots(Pool pool) {
        this.pool = pool;
    }

    /** Reads in one repeatable-read transaction. */
    public <T> Uni<T> read(Function<FactSnapshot, Uni<T>> work) {
        return pool.withTransaction(connection -> connection
                .query("set transaction isolation level repeatable read read only")
                .execute()
                .flatMap(set -> work.apply(new FactSnapshot(connection))));
    }
}

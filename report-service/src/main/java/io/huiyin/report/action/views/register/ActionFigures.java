package io.huiyin.report.action.views.register;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** What reports and indicators take from the register of improvement actions. */
@ApplicationScoped
public class ActionFigures {

    private final Pool pool;

    ActionFigures(Pool pool) {
        this.pool = pool;
    }

    /** Reads in one repeatable-read transaction: figures and positions belong together. */
    public <T> Uni<T> read(Function<ActionSnapshot, Uni<T>> work) {
        return pool.withTransaction(connection -> connection
                .query("set transaction isolation level repeatable read read only")
                .execute()
                .flatMap(set -> work.apply(new ActionSnapshot(connection))));
    }
}

package io.huiyin.kernel.projection;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Supplier;

/** The open transaction of a batch, on the one connection that also moves the checkpoint. Every call blocks. */
public interface ViewTransaction {

    /** The generation that is being written. */
    int generation();

    /** The connection, for appends of a policy. */
    SqlConnection connection();

    /** Runs a statement and waits for its answer. */
    default RowSet<Row> execute(String sql, Tuple values) {
        return ask(sql, values).get();
    }

    /** Sends a statement, behind those before it; whoever gets the answer waits for it. */
    Supplier<RowSet<Row>> ask(String sql, Tuple values);

    /** Sends a statement, behind those before it, and waits for nothing; what it fails with the transaction fails with. */
    void send(String sql, Tuple values);
}

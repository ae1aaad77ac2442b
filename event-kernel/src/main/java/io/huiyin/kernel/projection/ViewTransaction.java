package io.huiyin.kernel.projection;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The open transaction of a batch, on the one connection that also moves the checkpoint. Every call blocks. */
public final class ViewTransaction {

    private final SqlConnection connection;
    private final int generation;

    ViewTransaction(SqlConnection connection, int generation) {
        this.connection = connection;
        this.generation = generation;
    }

    /** The generation that is being written. */
    public int generation() {
        return generation;
    }

    /** The connection, for appends of a policy. */
    public SqlConnection connection() {
        return connection;
    }

    public RowSet<Row> execute(String sql, Tuple values) {
        return connection.preparedQuery(sql).executeAndAwait(values);
    }
}

package io.huiyin.bench.run;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/**
 * The bare control: takes a body, writes it with its key in one durable statement, answers 201 after the commit. Beside it the same
 * statement without HTTP, to see whether the control itself is any good. Ends when its stdin closes.
 */
public final class ControlServer {

    static final String DATABASE = "bench_control";
    static final String[] TABLES = {
        "create table event (id bigint generated always as identity primary key, tx xid8 not null default pg_current_xact_id(), "
                + "stream uuid not null, version integer not null, recorded_at timestamptz not null default now(), "
                + "data text not null, unique (stream, version))",
        "create table idempotency_key (key text primary key, event bigint not null)"
    };
    private static final String INSERT =
            "with e as (insert into event (stream, version, data) values ($1, 1, $2) returning id) "
                    + "insert into idempotency_key (key, event) select $3, id from e returning event";
    private static final int CONNECTIONS = 16;

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    private ControlServer(int postgres, String password) {
        pool = PgBuilder.pool()
                .using(vertx)
                .connectingTo(new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(postgres)
                        .setDatabase(DATABASE)
                        .setUser(Databases.USER)
                        .setPassword(password)
                        .setCachePreparedStatements(true))
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .build();
    }

    /** Arguments: the port of PostgreSQL; its password stands in the environment. Says {@code READY} and its own port. */
    public static void main(String[] args) throws IOException {
        new ControlServer(Integer.parseInt(args[0]), System.getenv().getOrDefault("PGPASSWORD", "")).serve();
        while (System.in.read() >= 0) {
            // Until whoever started it has ended.
        }
        System.exit(0);
    }

    private void serve() {
        vertx.createHttpServer()
                .requestHandler(request -> {
                    if (request.path().equals("/sql")) {
                        sql(request);
                    } else {
                        request.body().onSuccess(body -> post(request, body));
                    }
                })
                .listen(0, "127.0.0.1")
                .onSuccess(server -> System.out.println("READY " + server.actualPort()));
    }

    private void post(HttpServerRequest request, Buffer body) {
        insert(request.getHeader("Idempotency-Key"), body.toString())
                .onSuccess(id -> request.response()
                        .setStatusCode(201)
                        .putHeader("Content-Type", "application/json")
                        .end("{\"id\":" + id + "}"))
                .onFailure(e -> request.response().setStatusCode(500).end(String.valueOf(e.getMessage())));
    }

    private Future<Long> insert(String key, String data) {
        return pool.preparedQuery(INSERT)
                .execute(Tuple.of(UUID.randomUUID(), data, key))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** So many clients, each writing again when it has written, for so long; answers how many rows were written. */
    private void sql(HttpServerRequest request) {
        int clients = Integer.parseInt(request.getParam("clients"));
        String data = "x".repeat(Integer.parseInt(request.getParam("bytes")));
        long end = System.nanoTime() + Long.parseLong(request.getParam("millis")) * 1_000_000;
        LongAdder written = new LongAdder();
        Future<?>[] all = new Future<?>[clients];
        for (int i = 0; i < clients; i++) {
            Promise<Void> done = Promise.promise();
            writeUntil(end, data, written, done);
            all[i] = done.future();
        }
        Future.all(List.of(all)).onComplete(done -> request.response().end(Long.toString(written.sum())));
    }

    /** Each write begins when the one before has returned; a chain of futures as long as the writes would end in one deep call. */
    private void writeUntil(long end, String data, LongAdder written, Promise<Void> done) {
        insert(UUID.randomUUID().toString(), data).onComplete(write -> {
            if (write.failed() || System.nanoTime() >= end) {
                done.complete();
            } else {
                written.increment();
                writeUntil(end, data, written, done);
            }
        });
    }
}

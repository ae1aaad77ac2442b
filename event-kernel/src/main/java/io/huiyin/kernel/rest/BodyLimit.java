package io.huiyin.kernel.rest;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Bodies are small, but for uploads: multipart alone may be as large as the server takes. */
public class BodyLimit {

    void register(@Observes Filters filters) {
        filters.register(BodyLimit::limit, 1000);
    }

    private static void limit(RoutingContext context) {
        String type = context.request().getHeader("Content-Type");
        if (type == null || !type.startsWith("multipart/form-data")) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, (long) StrictJsonReader.MAX_BODY);
        }
        context.next();
    }
}

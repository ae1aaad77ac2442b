package io.huiyin.kernel.rest;

import io.huiyin.kernel.event.EventJson;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Bodies are small, but for uploads: multipart alone may be as large as the server takes. A request without a body says as much as
 * an empty JSON object, whatever type it names or does not name.
 */
public class BodyLimit {

    void register(@Observes Filters filters) {
        filters.register(BodyLimit::limit, 1000);
    }

    private static void limit(RoutingContext context) {
        HttpServerRequest request = context.request();
        String type = request.getHeader("Content-Type");
        if (type != null && type.startsWith("multipart/form-data")) {
            context.next();
            return;
        }
        if (announced(request) > StrictJsonReader.MAX_BODY) {
            refuse(context);
            return;
        }
        if (isEmpty(request)) {
            request.headers().set("Content-Type", "application/json");
        }
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, (long) StrictJsonReader.MAX_BODY);
        context.next();
    }

    private static boolean isEmpty(HttpServerRequest request) {
        String method = request.method().name();
        if (!method.equals("POST") && !method.equals("PUT")) {
            return false;
        }
        String length = request.getHeader("Content-Length");
        return length == null
                ? request.getHeader("Content-Type") == null && request.getHeader("Transfer-Encoding") == null
                : length.equals("0");
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Answered before a byte is read; the connection ends, for the rest of the body is not wanted. */
    private static void refuse(RoutingContext context) {
        ProblemText text = ProblemText.TOO_LARGE;
        String id = RequestIds.sane(context.request().getHeader(RequestIds.HEADER));
        Problem problem = new Problem(
                "/problems/" + text.slug(),
                text.title(Languages.chinese(context.request().headers().getAll("Accept-Language"))),
                text.status(),
                null,
                context.request().path(),
                id,
                null,
                null);
        context.response()
                .setStatusCode(text.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader(RequestIds.HEADER, id)
                .putHeader("Connection", "close")
                .end(EventJson.write(problem));
    }
}

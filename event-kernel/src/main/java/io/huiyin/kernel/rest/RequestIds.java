package io.huiyin.kernel.rest;

import io.huiyin.kernel.event.Ids;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Every request has an id: the caller's X-Request-Id if it is sane, else a new one. It correlates events and answers. */
public class RequestIds {

    /** The header, in and out. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    @ServerRequestFilter(preMatching = true)
    public void give(ContainerRequestContext request) {
        request.getHeaders().putSingle(HEADER, sane(request.getHeaderString(HEADER)));
    }

    /** The given id, or a new one in place of one that is missing or insane. */
    static String sane(@Nullable String given) {
        return given != null && SANE.matcher(given).matches()
                ? given
                : Ids.next().toString();
    }

    @ServerResponseFilter
    public void echo(ContainerRequestContext request, ContainerResponseContext response) {
        String id = request.getHeaderString(HEADER);
        if (id != null && SANE.matcher(id).matches()) {
            response.getHeaders().putSingle(HEADER, id);
        }
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        response.getHeaders().putSingle("Cache-Control", "no-store");
    }

    static String traceId(HttpHeaders headers) {
        String traceparent = headers.getHeaderString("traceparent");
        if (traceparent != null && traceparent.length() == 55) {
            return traceparent.substring(3, 35);
        }
        String id = headers.getHeaderString(HEADER);
        return id == null ? Ids.next().toString() : id;
    }
}

package io.huiyin.kernel.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Who asks is found out when a resource wants to know ({@code quarkus.http.auth.proactive=false}, and no permissions by path), so on
 * the way to it nobody is refused. What Quarkus keeps ready for that case it would take away itself before the resource is reached,
 * but only after it has made a router of its own, with each request, to name the path in its metrics. It is taken away at once.
 */
public class AuthenticationShortcut {

    /** The priority of the authentication itself; of equal ones what an application adds comes later. */
    private static final int BEHIND_AUTHENTICATION = 200;

    void register(@Observes Filters filters) {
        filters.register(AuthenticationShortcut::drop, BEHIND_AUTHENTICATION);
    }

    private static void drop(RoutingContext context) {
        context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        context.next();
    }
}

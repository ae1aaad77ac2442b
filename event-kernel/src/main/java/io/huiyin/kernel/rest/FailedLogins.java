package io.huiyin.kernel.rest;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.resteasy.reactive.server.runtime.observability.ObservabilityIntegrationRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.function.BiConsumer;

/**
 * A refused token is measured under the path of the resource it was sent to. Quarkus looks for that path before it knows whether the
 * token is refused, and makes a router anew with each request to do so; here it is looked for when it is needed.
 */
public class FailedLogins {

    /** Right behind the authentication, which puts Quarkus' own handler in place, and before what would replace it. */
    private static final int BEHIND_AUTHENTICATION = 200;

    private static final BiConsumer<RoutingContext, Throwable> REFUSE = FailedLogins::refuse;

    void register(@Observes Filters filters) {
        filters.register(FailedLogins::prepare, BEHIND_AUTHENTICATION);
    }

    private static void prepare(RoutingContext context) {
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, REFUSE);
        context.next();
    }

    private static void refuse(RoutingContext context, Throwable failure) {
        ObservabilityIntegrationRecorder.setTemplatePath(context, ResteasyReactiveRecorder.getCurrentDeployment());
        DefaultAuthFailureHandler.markIfOtherAuthenticationFailure(context, failure);
        if (!context.failed()) {
            context.fail(DefaultAuthFailureHandler.extractRootCause(failure));
        }
    }
}

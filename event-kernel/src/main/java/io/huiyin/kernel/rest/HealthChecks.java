package io.huiyin.kernel.rest;

import io.huiyin.kernel.projection.Views;
import io.huiyin.kernel.relay.EventRelay;
import io.huiyin.kernel.timer.Timers;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Well, apart from ready (the database answers; the log may be away for a while): the relay runs, every view moves,
 * nothing lies in the dead letters, and what time asks for is decided.
 */
@ApplicationScoped
public class HealthChecks {

    /** A write transaction this old holds every reader of the log back. */
    private static final double OLD_TRANSACTION_SECONDS = 1.0;

    @Produces
    @ApplicationScoped
    @Wellness
    AsyncHealthCheck log(EventRelay relay, Views views) {
        return () -> Uni.createFrom().item(() -> log(relay, views, HealthCheckResponse.named("log")));
    }

    @Produces
    @ApplicationScoped
    @Wellness
    AsyncHealthCheck timers(Timers timers) {
        return () -> Uni.createFrom().item(() -> timers(timers, HealthCheckResponse.named("timers")));
    }

    private static HealthCheckResponse timers(Timers timers, HealthCheckResponseBuilder response) {
        String trouble = timers.trouble();
        if (trouble != null) {
            response.withData("trouble", trouble);
        }
        if (timers.troubled() > 0) {
            response.withData("set aside", timers.troubled());
        }
        return response.status(trouble == null && timers.troubled() == 0).build();
    }

    private static HealthCheckResponse log(EventRelay relay, Views views, HealthCheckResponseBuilder response) {
        boolean up = true;
        String trouble = relay.trouble();
        if (trouble != null) {
            up = false;
            response.withData("relay", trouble);
        }
        if (relay.blockedSeconds() > OLD_TRANSACTION_SECONDS) {
            up = false;
            response.withData("oldTransactionSeconds", (long) relay.blockedSeconds());
        }
        for (Map.Entry<String, String> view : views.troubles().entrySet()) {
            up = false;
            response.withData("view " + view.getKey(), view.getValue());
        }
        for (Map.Entry<String, Long> letters : views.deadLetters().entrySet()) {
            up = false;
            response.withData("dead letters " + letters.getKey(), letters.getValue());
        }
        return response.status(up).build();
    }
}

package io.huiyin.bench.faults;

import io.huiyin.bench.Client;
import io.huiyin.bench.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** F6: every service stands still past its leases, its second instance takes over, and then it wakes up and knows of nothing. */
final class Zombies implements Fault {

    /** Leases last three seconds. */
    private static final Duration PAST_THE_LEASE = Duration.ofSeconds(4);

    private static final Duration UNTIL_IT_IS_NOTICED = Duration.ofSeconds(1);

    @Override
    public String id() {
        return "F6";
    }

    @Override
    public String what() {
        return "each service stopped past its lease, then woken";
    }

    @Override
    public void strike(Strike strike) throws IOException, InterruptedException {
        Site site = strike.site();
        List<Service> all = strike.shuffled();
        strike.startSeconds(all);
        strike.awaitAcknowledged(200);
        for (Service service : all) {
            site.installation().pause(service.id());
            strike.pause(0, 200);
        }
        Client.pause(UNTIL_IT_IS_NOTICED);
        all.forEach(service -> site.routes().remove(service, site.first(service)));
        Client.pause(PAST_THE_LEASE);
        for (Service service : all) {
            site.installation().resume(service.id());
            site.routes().add(service, site.first(service));
            strike.pause(0, 200);
        }
        strike.awaitAcknowledged(200);
        site.killSeconds(all);
    }
}

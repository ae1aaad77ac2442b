package io.huiyin.bench.faults;

import io.huiyin.bench.Service;
import java.io.IOException;
import java.util.List;

/** F12: two instances of each service come and go, some in good order and some not, as the dice decide. */
final class Storm implements Fault {

    @Override
    public String id() {
        return "F12";
    }

    @Override
    public String what() {
        return "two instances of each service come and go";
    }

    @Override
    public void strike(Strike strike) throws IOException, InterruptedException {
        Site site = strike.site();
        List<Service> all = strike.shuffled();
        strike.startSeconds(all);
        for (Service service : all) {
            site.routes().remove(service, site.first(service));
            if (strike.dice().nextBoolean()) {
                site.installation().kill(service.id());
            } else {
                site.installation().stop(service.id());
            }
            strike.pause(100, 700);
        }
        strike.start(all.stream().map(Service::id).toArray(String[]::new));
        all.forEach(service -> site.routes().add(service, site.first(service)));
        for (Service service : all) {
            strike.pause(100, 700);
            site.killSeconds(List.of(service));
        }
    }
}

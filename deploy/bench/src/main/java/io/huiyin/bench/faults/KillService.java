package io.huiyin.bench.faults;

import io.huiyin.bench.Service;
import java.io.IOException;

/** F1: services are killed in the middle of what they do, one after the other, and started again. */
final class KillService implements Fault {

    private final int howMany;

    KillService(int howMany) {
        this.howMany = howMany;
    }

    @Override
    public String id() {
        return "F1";
    }

    @Override
    public String what() {
        return howMany == 1 ? "kill -9 of a service" : "kill -9 of each service";
    }

    @Override
    public void strike(Strike strike) throws IOException, InterruptedException {
        for (Service service : strike.shuffled().subList(0, howMany)) {
            strike.pause(50, 500);
            strike.kill(service);
            strike.start(service.id());
        }
    }
}

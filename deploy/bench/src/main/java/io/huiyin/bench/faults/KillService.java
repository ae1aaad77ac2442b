package io.huiyin.bench.faults;

import io.huiyin.bench.Service;
import java.io.IOException;

/** F1: each service in turn is killed in the middle of what it does, and started again. */
final class KillService implements Fault {

    @Override
    public String id() {
        return "F1";
    }

    @Override
    public String what() {
        return "kill -9 of each service";
    }

    @Override
    public void strike(Strike strike) throws IOException, InterruptedException {
        for (Service service : strike.shuffled()) {
            strike.pause(50, 500);
            strike.kill(service);
            strike.start(service.id());
        }
    }
}

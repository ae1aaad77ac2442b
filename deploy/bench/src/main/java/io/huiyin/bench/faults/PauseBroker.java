package io.huiyin.bench.faults;

import io.huiyin.bench.Service;
import java.io.IOException;

/** F2: the broker stands still while events are on their way to it; then their relay is killed, and the broker goes on. */
final class PauseBroker implements Fault {

    @Override
    public String id() {
        return "F2";
    }

    @Override
    public String what() {
        return "broker stopped for a second, then kill -9 of the relay";
    }

    @Override
    public void strike(Strike strike) throws IOException, InterruptedException {
        strike.site().installation().pause(Site.KAFKA);
        strike.pause(800, 1300);
        strike.kill(Service.COMPLAINT);
        strike.pause(0, 300);
        strike.site().installation().resume(Site.KAFKA);
        strike.start(Service.COMPLAINT.id());
    }
}

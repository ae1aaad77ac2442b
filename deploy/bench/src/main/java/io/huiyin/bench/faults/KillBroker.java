package io.huiyin.bench.faults;

import io.huiyin.bench.Client;
import java.io.IOException;
import java.time.Duration;

/** F4: the broker is killed and stays away, while people work on. */
final class KillBroker implements Fault {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "F4";
    }

    @Override
    public String what() {
        return "kill -9 of the broker, away some time";
    }

    @Override
    public void strike(Strike strike) throws IOException, InterruptedException {
        strike.site().installation().kill(Site.KAFKA);
        if (strike.isLong()) {
            Client.pause(LONG);
        } else {
            strike.pause(2000, 5000);
        }
        strike.start(Site.KAFKA);
    }
}

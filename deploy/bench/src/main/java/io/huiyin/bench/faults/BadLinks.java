package io.huiyin.bench.faults;

import io.huiyin.bench.Client;
import java.time.Duration;
import java.util.List;

/** F7: the lines to PostgreSQL and to the broker are cut, slow, or silent, one after the other. */
final class BadLinks implements Fault {

    private static final Duration LONG_SILENCE = Duration.ofSeconds(12);

    @Override
    public String id() {
        return "F7";
    }

    @Override
    public String what() {
        return "links to PostgreSQL and Kafka cut, slow, silent";
    }

    @Override
    public void strike(Strike strike) {
        Site site = strike.site();
        for (Link link : List.of(site.postgresLink(), site.kafkaLink())) {
            link.cut();
            strike.pause(500, 1500);
            link.heal();
            strike.awaitAcknowledged(50);
            link.slow(strike.dice().nextInt(20, 80));
            strike.pause(1000, 2000);
            link.heal();
            strike.awaitAcknowledged(50);
            link.silence();
            if (strike.isLong()) {
                Client.pause(LONG_SILENCE);
            } else {
                strike.pause(1500, 4000);
            }
            link.heal();
            strike.awaitAcknowledged(50);
        }
    }
}

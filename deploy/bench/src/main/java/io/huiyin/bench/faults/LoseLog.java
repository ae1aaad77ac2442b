package io.huiyin.bench.faults;

import java.io.IOException;

/** F5: the broker loses all it has; the relays fill the log again from their event tables. */
final class LoseLog implements Fault {

    @Override
    public String id() {
        return "F5";
    }

    @Override
    public String what() {
        return "the broker's data wiped";
    }

    @Override
    public void strike(Strike strike) throws IOException, InterruptedException {
        strike.site().installation().kill(Site.KAFKA);
        strike.site().installation().loseLog();
        strike.start(Site.KAFKA);
    }
}

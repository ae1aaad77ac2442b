package io.huiyin.bench;

import io.huiyin.embedded.OwnInstallation;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole loop over four real processes, every link of it and every refusal on the way. */
class EndToEndTest {

    private static OwnInstallation installation;

    @BeforeAll
    static void start() throws Exception {
        installation = Stack.prepare("end-to-end");
        installation.startStores();
        installation.start(OwnInstallation.SERVICES);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void aCaseGoesTheWholeWayRound() {
        new WholeLoop(new Client(installation.access()), Shifts.allAtWork(), YearMonth.of(2027, 3)).run();
    }
}

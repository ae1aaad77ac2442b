package io.huiyin.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.huiyin.bench.run.ShortRun;
import io.huiyin.embedded.Access;
import io.huiyin.embedded.OwnInstallation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Four real processes from outside. Time only goes forward, so the tests stand in its order, each in months of its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
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
    @Order(1)
    void aCaseGoesTheWholeWayRound() {
        new WholeLoop(new Client(installation.access()), Shifts.allAtWork(), YearMonth.of(2027, 3)).run();
    }

    @Test
    @Order(2)
    void madeUpCasesEndWhereTheLedgerSays() {
        LoopGenerator.Plan plan = new LoopGenerator.Plan(40, 20_261_121, 8, LocalDate.of(2027, 7, 5));
        LoopLedger ledger = new LoopGenerator(new Client(installation.access()), plan).run();
        assertEquals(List.of(), ledger.differences(plan.threads()), () -> "seed " + plan.seed());
    }

    @Test
    @Order(3)
    void theLoopByCurlIsAsItsPageSays() throws Exception {
        List<String> said = new LoopPage(Access.root()).type(installation, Path.of("target", "stacks", "loop-page.sh"));
        assertFalse(said.isEmpty());
    }

    @Test
    @Order(4)
    void everySectionOfTheBenchmarkMeasures() throws Exception {
        // After the last day of the page by curl.
        ShortRun.on(installation, LocalDate.of(2035, 4, 9));
    }
}

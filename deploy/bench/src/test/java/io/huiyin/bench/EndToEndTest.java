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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Four real processes from outside. Time only goes forward, so the tests stand in its order, each in months of its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndTest {

    private static OwnInstallation installation;

    @BeforeAll
    static void start() throws Exception {
        installation = Stack.prepare("end-to-end");
        installation.startStores();
        installation.start(List.of("complaint", "nonconformity", "report"));
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    /** Nothing ends here but what a test ends; else what follows would only say that nobody answers. */
    @AfterEach
    void everyPartLives() {
        assertEquals(List.of(), installation.lost());
    }

    @Test
    @Order(1)
    void aServiceThatHasNeverRunCatchesUpFromTheBeginning() {
        driveWithout(Service.FOLLOWUP, YearMonth.of(2027, 3));
    }

    /** It ends no differently. */
    @Order(2)
    @ParameterizedTest
    @EnumSource
    void aServiceThatWasAwayCatchesUp(Service absent) {
        driveWithout(
                absent,
                switch (absent) {
                    case COMPLAINT -> YearMonth.of(2027, 5);
                    case FOLLOWUP -> YearMonth.of(2027, 7);
                    case NONCONFORMITY -> YearMonth.of(2027, 8);
                    case REPORT -> YearMonth.of(2027, 11);
                });
    }

    private static void driveWithout(Service absent, YearMonth month) {
        Client client = new Client(installation.access());
        new WholeLoop(client, new Absence(installation, client, absent), month).run();
    }

    @Test
    @Order(3)
    void aCaseGoesTheWholeWayRound() {
        new WholeLoop(new Client(installation.access()), Shifts.allAtWork(), YearMonth.of(2028, 2)).run();
    }

    @Test
    @Order(4)
    void madeUpCasesEndWhereTheLedgerSays() {
        LoopGenerator.Plan plan = new LoopGenerator.Plan(40, 20_261_121, 8, LocalDate.of(2028, 5, 8));
        LoopLedger ledger = new LoopGenerator(new Client(installation.access()), plan).run();
        assertEquals(List.of(), ledger.differences(plan.threads()), () -> "seed " + plan.seed());
    }

    @Test
    @Order(5)
    void theLoopByCurlIsAsItsPageSays() throws Exception {
        List<String> said = new LoopPage(Access.root()).type(installation, Path.of("target", "stacks", "loop-page.sh"));
        assertFalse(said.isEmpty());
    }

    @Test
    @Order(6)
    void everySectionOfTheBenchmarkMeasures() throws Exception {
        // After the last day of the page by curl.
        ShortRun.on(installation, LocalDate.of(2035, 4, 9));
    }
}

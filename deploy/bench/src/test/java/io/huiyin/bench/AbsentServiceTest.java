package io.huiyin.bench;

import io.huiyin.embedded.OwnInstallation;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole loop again, with each service in turn away while the others are worked on: it ends no differently. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AbsentServiceTest {

    private static final List<YearMonth> MONTHS =
            List.of(YearMonth.of(2027, 5), YearMonth.of(2027, 7), YearMonth.of(2027, 8), YearMonth.of(2027, 11));

    private static OwnInstallation installation;

    @BeforeAll
    static void startAllButOne() throws Exception {
        installation = Stack.prepare("absent-service");
        installation.startStores();
        installation.start(List.of("complaint", "nonconformity", "report"));
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    @Order(1)
    void aServiceThatHasNeverRunCatchesUpFromTheBeginning() {
        drive(Service.FOLLOWUP, YearMonth.of(2027, 3));
    }

    @Order(2)
    @ParameterizedTest
    @EnumSource
    void aServiceThatWasAwayCatchesUp(Service absent) {
        drive(absent, MONTHS.get(absent.ordinal()));
    }

    private static void drive(Service absent, YearMonth month) {
        Client client = new Client(installation.access());
        new WholeLoop(client, new Absence(installation, client, absent), month).run();
    }
}

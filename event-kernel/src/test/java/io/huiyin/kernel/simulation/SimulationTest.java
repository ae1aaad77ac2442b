package io.huiyin.kernel.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** G2, G3, G4, G9, G11 under thousands of seeds; and each planted bug is caught. */
class SimulationTest {

    /** The one seed to repeat, with all that happens. */
    private static final String SEED = "simulation.seed";
    /** How many seeds to run. */
    private static final String SEEDS = "simulation.seeds";

    private static final int ENOUGH = 3_000;

    private static final Map<Bug, Set<Promise>> CAUGHT_BY = Map.of(
            Bug.CHECKPOINT_BEFORE_ACK, Set.of(Promise.ACKNOWLEDGED_FIRST),
            Bug.NO_GAP_RULE,
                    Set.of(Promise.ALL_IN_THE_LOG, Promise.IN_ORDER, Promise.EXACT_REPEATS, Promise.ACKNOWLEDGED_FIRST),
            Bug.ORDER_BY_ID_ALONE, Set.of(Promise.ALL_IN_THE_LOG, Promise.IN_ORDER, Promise.ACKNOWLEDGED_FIRST),
            Bug.VERSION_TAKEN_INSIDE, Set.of(Promise.NO_INVERSION),
            Bug.POLICY_WITHOUT_KEY, Set.of(Promise.ONE_REACTION),
            Bug.LEASE_WITHOUT_EPOCH, Set.of(Promise.ONE_RELAY));

    private static final Logger KERNEL = Logger.getLogger("io.huiyin.kernel");

    @BeforeAll
    static void beSilent() {
        KERNEL.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        KERNEL.setLevel(null);
    }

    @Test
    void everyPromiseIsKeptUnderEverySeed() {
        Long one = Long.getLong(SEED);
        if (one != null) {
            Simulation.run(one, Bug.NONE, true);
            return;
        }
        for (long seed = 1; seed <= Long.getLong(SEEDS, ENOUGH); seed++) {
            try {
                Simulation.run(seed, Bug.NONE, false);
            } catch (Violation violation) {
                fail("seed " + seed + " (repeat it with -D" + SEED + "=" + seed + "): " + violation.getMessage());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aPlantedBugIsCaught(Bug bug) {
        for (long seed = 1; seed <= ENOUGH; seed++) {
            try {
                Simulation.run(seed, bug, false);
            } catch (Violation violation) {
                assertTrue(
                        CAUGHT_BY.getOrDefault(bug, Set.of()).contains(violation.promise()),
                        bug + " shows as " + violation.getMessage());
                return;
            }
        }
        fail(bug + " is not caught");
    }
}

package io.huiyin.bench.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A handful of the faults of {@code deploy/bench/faults}, each once: whatever breaks, every promise is kept. */
class FaultsTest {

    private static final List<Fault> HANDFUL = List.of(
            new KillService(1), new KillPostgres(), new KillBroker(), new ManyWriters(), new OneKeyManyThreads());

    @Test
    void whateverBreaksEveryPromiseIsKept() throws Exception {
        long seed = new Random().nextInt(1_000_000);
        List<String> broken = new ArrayList<>();
        new Rounds(Path.of("target", "stacks", "faults-short"), new Rounds.Plan(1, 1, seed, 300, false, HANDFUL))
                .run(outcome -> {
                    System.out.println(outcome.text());
                    if (!outcome.isGood()) {
                        broken.add(outcome.text());
                    }
                });
        assertEquals(List.of(), broken, () -> "seed " + seed);
    }
}

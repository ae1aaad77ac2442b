package io.huiyin.bench.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class GateTest {

    @Test
    void whatBreaksWaitsUntilEnoughAreOnTheirWay() throws Exception {
        Gate gate = new Gate(true);
        CountDownLatch answered = new CountDownLatch(1);
        List<Future<?>> people = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3; i++) {
                int late = i;
                people.add(threads.submit(() -> {
                    Thread.sleep(20L * late);
                    gate.enter();
                    answered.await();
                    gate.leave();
                    return null;
                }));
            }
            assertEquals(3, gate.awaitInside(3, Duration.ofSeconds(30)));
            assertEquals(3, gate.awaitInside(4, Duration.ofMillis(50)), "who does not come is not waited for longer");
            answered.countDown();
            assertTrue(gate.close(Duration.ofSeconds(30)));
        }
        for (Future<?> person : people) {
            person.get();
        }
    }
}

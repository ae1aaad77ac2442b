package io.huiyin.kernel.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay when something was appended in this process; the relay polls as well. */
@ApplicationScoped
public class LogSignal {

    private final Semaphore signal = new Semaphore(0);

    /** Something was appended. */
    public void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    /** Waits for the next append, at most so long. */
    public void await(long millis) throws InterruptedException {
        if (signal.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }
}

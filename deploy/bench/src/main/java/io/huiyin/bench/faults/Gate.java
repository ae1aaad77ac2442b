package io.huiyin.bench.faults;

import java.time.Duration;

/** Lets requests through while it is open, and knows how many are on their way. */
final class Gate {

    private static final long SLOWLY_MS = 1500;

    private volatile boolean slow;
    private boolean open;
    private int inside;

    Gate(boolean open) {
        this.open = open;
    }

    /** Waits until it is open, and a while more when all are to go slowly. */
    void enter() throws InterruptedException {
        if (slow) {
            Thread.sleep(SLOWLY_MS);
        }
        synchronized (this) {
            while (!open) {
                wait();
            }
            inside++;
            notifyAll();
        }
    }

    /** Waits until that many are on their way at once; gives how many there are, fewer when they do not come to it in time. */
    synchronized int awaitInside(int least, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (inside < least && System.nanoTime() < end) {
            wait(100);
        }
        return inside;
    }

    /** Whether all go slowly: something is starting, and they would leave it no processor to start on. */
    void slow(boolean now) {
        slow = now;
    }

    synchronized void leave() {
        inside--;
        notifyAll();
    }

    synchronized void open() {
        open = true;
        notifyAll();
    }

    /** Lets no more in, and waits until all that are on their way have come to their end; false when they do not in time. */
    synchronized boolean close(Duration limit) throws InterruptedException {
        open = false;
        long end = System.nanoTime() + limit.toNanos();
        while (inside > 0 && System.nanoTime() < end) {
            wait(100);
        }
        return inside == 0;
    }

    synchronized int inside() {
        return inside;
    }
}

package io.huiyin.bench.faults;

import io.huiyin.bench.Client;
import io.huiyin.bench.Desk;
import io.huiyin.bench.Matter;
import io.huiyin.bench.QualityRoom;
import io.huiyin.bench.Unexpected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People at work on the whole loop, each asking for the next thing as soon as the last is answered: desks take complaints from filing
 * to closing, quality takes their nonconformities, callers their follow-ups, whose dissatisfied customers complain again; and
 * somebody sees to improvements. What is broken meanwhile is nothing to them but a reason to ask again.
 */
final class Load implements AutoCloseable {

    private static final int DESKS = 16;
    private static final int QUALITY_PEOPLE = 4;
    private static final int CALLERS = 4;

    private final long seed;
    private final Client client;
    private final AtomicInteger roots = new AtomicInteger();
    private final BlockingQueue<Matter> sheets = new LinkedBlockingQueue<>();
    private final Queue<Matter> arrived = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> people = new ArrayList<>();
    /** Who began before the last one was called is at work no more. */
    private volatile Object shift = new Object();

    Load(Client client, long seed) {
        this.client = client;
        this.seed = seed;
    }

    /** What one of them does next. */
    interface Step {
        void take() throws InterruptedException;
    }

    /** Calls them to work. */
    void start() {
        Object now = new Object();
        shift = now;
        for (int i = 0; i < DESKS; i++) {
            atWork(now, "desk-" + i, this::handleNext);
        }
        for (int i = 0; i < QUALITY_PEOPLE; i++) {
            atWork(now, "quality-" + i, this::judgeNext);
        }
        for (int i = 0; i < CALLERS; i++) {
            Caller caller = new Caller(
                    client, i, seed, followUp -> arrived.add(Matter.arrived(seed, roots.incrementAndGet(), followUp)));
            atWork(now, "caller-" + i, caller::callNext);
        }
        atWork(now, "improver", new Improver(client)::improve);
    }

    private void atWork(Object mine, String name, Step step) {
        people.add(Thread.ofPlatform().daemon().name(name).start(() -> {
            while (shift == mine) {
                try {
                    step.take();
                } catch (Unexpected e) {
                    failures.add(name + ": " + e.getMessage());
                } catch (Doorkeeper.Ended | InterruptedException e) {
                    return;
                }
            }
        }));
    }

    private void handleNext() {
        Matter next = arrived.poll();
        Matter matter = next == null ? Matter.filed(seed, roots.incrementAndGet()) : next;
        new Desk(client, seed).handle(matter);
        if (matter.hasNonconformity()) {
            sheets.add(matter);
        }
    }

    private void judgeNext() throws InterruptedException {
        Matter matter = sheets.poll(200, TimeUnit.MILLISECONDS);
        if (matter != null) {
            new QualityRoom(client).handle(matter);
        }
    }

    /** What went otherwise than it should have, since the last question. */
    List<String> failures() {
        List<String> found = new ArrayList<>();
        for (String failure = failures.poll(); failure != null; failure = failures.poll()) {
            found.add(failure);
        }
        return found;
    }

    /** Sends everybody home in the middle of what he does, and forgets what was begun; others may be called. */
    void sendHome() {
        shift = new Object();
        people.forEach(Thread::interrupt);
        for (Thread one : people) {
            try {
                one.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        people.clear();
        sheets.clear();
        arrived.clear();
        failures.clear();
    }

    @Override
    public void close() {
        sendHome();
    }
}

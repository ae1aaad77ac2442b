package io.huiyin.bench.faults;

import io.huiyin.bench.Client;
import io.huiyin.bench.Desk;
import io.huiyin.bench.Matter;
import io.huiyin.bench.QualityRoom;
import io.huiyin.bench.Unexpected;
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
    private volatile boolean ended;

    Load(Client client, long seed) {
        this.client = client;
        this.seed = seed;
    }

    /** What one of them does next. */
    interface Step {
        void take() throws InterruptedException;
    }

    void start() {
        for (int i = 0; i < DESKS; i++) {
            atWork("desk-" + i, this::handleNext);
        }
        for (int i = 0; i < QUALITY_PEOPLE; i++) {
            atWork("quality-" + i, this::judgeNext);
        }
        for (int i = 0; i < CALLERS; i++) {
            Caller caller = new Caller(
                    client, i, seed, followUp -> arrived.add(Matter.arrived(seed, roots.incrementAndGet(), followUp)));
            atWork("caller-" + i, caller::callNext);
        }
        atWork("improver", new Improver(client)::improve);
    }

    private void atWork(String name, Step step) {
        people.add(Thread.ofPlatform().daemon().name(name).start(() -> {
            while (!ended) {
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

    /** Sends everybody home in the middle of what he does. */
    @Override
    public void close() {
        ended = true;
        people.forEach(Thread::interrupt);
    }
}

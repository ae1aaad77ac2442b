package io.huiyin.kernel.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is, what time it is and what goes wrong, all of it from one seed. Nothing runs at the same time: what is concurrent
 * elsewhere happens here while somebody waits for an answer, within his call. So a seed is repeated exactly, on one stack.
 */
public final class World {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DEEPEST = 5;

    private final SplittableRandom random;
    private final boolean told;
    private final List<Actor> actors = new ArrayList<>();
    private final Set<Actor> acting = Collections.newSetFromMap(new IdentityHashMap<>());
    private long nanos;
    private int left;
    private boolean calm;
    private @Nullable Violation violation;

    /**
     * A world in which nothing has happened.
     *
     * @param told whether it says what happens
     */
    World(long seed, boolean told) {
        this.random = new SplittableRandom(seed);
        this.told = told;
    }

    void join(Actor actor) {
        actors.add(actor);
    }

    /** Counts time. */
    public long nanos() {
        return nanos;
    }

    public Instant now() {
        return BEGINNING.plusNanos(nanos / 1000 * 1000);
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }

    /** One of so many. */
    public int any(int bound) {
        return random.nextInt(bound);
    }

    /** Whether it goes wrong this time; nothing does once all is calm. */
    public boolean chance(int inTenThousand) {
        return !calm && random.nextInt(10_000) < inTenThousand;
    }

    /** Whether nothing goes wrong any more. */
    boolean isCalm() {
        return calm;
    }

    /** From now on nothing goes wrong. */
    void calmDown() {
        calm = true;
    }

    /** Lets so many steps happen, whoever takes them. */
    void run(int steps) {
        left = steps;
        while (left > 0) {
            act();
        }
    }

    /** Somebody waits for an answer: others may go before him, and now and then he is left standing for long. */
    void wait(int inTenThousand) {
        if (acting.size() > DEEPEST || !chance(inTenThousand / acting.size())) {
            return;
        }
        int kind = any(100);
        int steps = kind < 70 ? 1 + any(2) : kind < 95 ? 3 + any(12) : 20 + any(60);
        if (kind >= 95) {
            nanos += any(4_000) * 1_000_000L;
        }
        while (steps > 0 && left > 0) {
            act();
            steps--;
        }
    }

    /** One step of one of those who are not waiting themselves. */
    void act() {
        left--;
        nanos += any(calm ? 20 : 100) * 1_000_000L;
        List<Actor> free =
                actors.stream().filter(actor -> !acting.contains(actor)).toList();
        Actor actor = free.get(any(free.size()));
        acting.add(actor);
        try {
            actor.step();
        } finally {
            acting.remove(actor);
        }
        if (violation != null) {
            throw violation;
        }
    }

    /** A promise is broken. Whoever stands between may swallow what is thrown; the world remembers. */
    public Violation broken(Promise promise, String how) {
        if (violation == null) {
            violation = new Violation(promise, how);
        }
        return violation;
    }

    /** Tells what happens, to whoever repeats a seed. */
    public void tell(Supplier<String> what) {
        if (told) {
            System.out.printf("%9.3f %s%s%n", nanos / 1e9, "  ".repeat(acting.size()), what.get());
        }
    }
}

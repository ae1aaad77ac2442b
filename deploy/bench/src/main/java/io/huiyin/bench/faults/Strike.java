package io.huiyin.bench.faults;

import io.huiyin.bench.Client;
import io.huiyin.bench.Service;
import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.bench.faults.check.Findings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One time that something is broken: what is broken, by which dice, and what was seen. */
final class Strike {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Site site;
    private final Load load;
    private final Watch watch;
    private final SplittableRandom dice;
    private final boolean isLong;
    private final Findings findings;
    private final List<String> notes = new ArrayList<>();
    private final Map<Service, Long> killed = new EnumMap<>(Service.class);

    Strike(Site site, Load load, Watch watch, SplittableRandom dice, boolean isLong, Findings findings) {
        this.site = site;
        this.load = load;
        this.watch = watch;
        this.dice = dice;
        this.isLong = isLong;
        this.findings = findings;
    }

    Site site() {
        return site;
    }

    Load load() {
        return load;
    }

    Watch watch() {
        return watch;
    }

    SplittableRandom dice() {
        return dice;
    }

    /** Whether what is away is to stay away long. */
    boolean isLong() {
        return isLong;
    }

    /** Says something worth reading in the report. */
    void note(String what) {
        notes.add(what);
    }

    List<String> notes() {
        return notes;
    }

    void found(Kind kind, String invariant, String evidence) {
        findings.add(kind, invariant, evidence);
    }

    /** Kills a service as a power failure would, and remembers when. */
    void kill(Service service) {
        site.installation().kill(service.id());
        killed.put(service, System.nanoTime());
    }

    /** Starts parts again, while people go slowly. */
    void start(String... parts) throws IOException, InterruptedException {
        site.gate().slow(true);
        try {
            site.installation().start(List.of(parts));
        } finally {
            site.gate().slow(false);
        }
    }

    /** Starts second instances of services, while people go slowly. */
    void startSeconds(List<Service> services) throws IOException, InterruptedException {
        site.gate().slow(true);
        try {
            site.startSeconds(services);
        } finally {
            site.gate().slow(false);
        }
    }

    /** When a service was killed last; nanoseconds. */
    Map<Service, Long> killed() {
        return killed;
    }

    /** Waits a while that the dice decide. */
    void pause(int fromMillis, int toMillis) {
        Client.pause(Duration.ofMillis(dice.nextInt(fromMillis, toMillis + 1)));
    }

    Service anyService() {
        return shuffled().getFirst();
    }

    /** All services, in an order that the dice decide. */
    List<Service> shuffled() {
        List<Service> services = new ArrayList<>(List.of(Service.values()));
        for (int i = services.size() - 1; i > 0; i--) {
            services.set(i, services.set(dice.nextInt(i + 1), services.get(i)));
        }
        return services;
    }

    /** Waits until so many more commands are acknowledged. */
    void awaitAcknowledged(long more) {
        long wanted = site.ledger().counts().acknowledged() + more;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (site.ledger().counts().acknowledged() < wanted) {
            if (System.nanoTime() > end) {
                found(
                        Kind.STUCK,
                        "I9",
                        "only " + (site.ledger().counts().acknowledged() + more - wanted) + " of " + more
                                + " commands are acknowledged in " + PATIENCE.toSeconds() + " s");
                return;
            }
            Client.pause(Duration.ofMillis(20));
        }
    }

    /** Waits until that many requests are on their way, and tells how many there are. */
    int awaitInFlight(int least) throws InterruptedException {
        int inFlight = site.gate().awaitInside(least, PATIENCE);
        if (inFlight < least) {
            found(
                    Kind.STUCK,
                    "I9",
                    "only " + inFlight + " requests are on their way after " + PATIENCE.toSeconds() + " s");
        }
        return inFlight;
    }
}

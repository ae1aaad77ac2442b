package io.huiyin.bench.faults;

import io.huiyin.bench.Unexpected;
import io.huiyin.bench.faults.check.Checker;
import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.bench.faults.check.Findings;
import io.huiyin.bench.faults.evidence.Evidence.Observation;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Lets people work, breaks something, heals it, lets them work on, sends them out, waits until all is quiet, and looks. */
final class FaultRun {

    /** Requests on their way when something breaks. */
    private static final int IN_FLIGHT = 16;

    /** Acknowledged after all is healed. */
    private static final int AFTER = 100;

    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(60);

    private final Site site;
    private final Load load;
    private final Watch watch;
    private final Rounds.Plan plan;

    FaultRun(Site site, Load load, Watch watch, Rounds.Plan plan) {
        this.site = site;
        this.load = load;
        this.watch = watch;
        this.plan = plan;
    }

    Outcome run(int round, Fault fault, SplittableRandom dice) throws IOException, InterruptedException, SQLException {
        long began = System.nanoTime();
        Findings findings = new Findings();
        Strike strike = new Strike(site, load, watch, dice, plan.isLong(), findings);
        Ledger.Counts before = site.ledger().counts();
        site.ledger().beginRun();
        site.nextDay();
        site.gate().open();
        strike.awaitAcknowledged(plan.least() / 5);
        int inFlight = strike.awaitInFlight(IN_FLIGHT);
        try {
            fault.strike(strike);
        } catch (Fault.Skipped e) {
            closeGate(findings);
            return Outcome.skipped(round, fault, String.valueOf(e.getMessage()));
        }
        long sofar = site.ledger().counts().since(before).acknowledged();
        strike.awaitAcknowledged(Math.max(AFTER, plan.least() - sofar));
        closeGate(findings);
        Optional<Duration> lag = look(fault, strike, findings);
        return new Outcome(
                round,
                fault,
                null,
                site.ledger().counts().since(before),
                inFlight,
                recovered(strike),
                lag.orElse(null),
                Duration.ofNanos(System.nanoTime() - began),
                strike.notes(),
                findings);
    }

    private void closeGate(Findings findings) throws InterruptedException {
        if (!site.gate().close(DRAIN_LIMIT)) {
            findings.add(
                    Kind.STUCK,
                    "I9",
                    site.gate().inside() + " requests have no answer " + DRAIN_LIMIT.toSeconds() + " s after the last");
        }
    }

    private Optional<Duration> look(Fault fault, Strike strike, Findings findings)
            throws IOException, InterruptedException, SQLException {
        List<Observation> observations = new ArrayList<>();
        Optional<Duration> lag;
        try (Quiet quiet = new Quiet(site)) {
            lag = quiet.await();
            if (lag.isEmpty()) {
                observations.add(new Observation("I6", "all is not quiet a minute after the last request"));
            } else {
                fault.afterwards(strike);
                observations.addAll(quiet.tail());
                quiet.await();
            }
        }
        observations.addAll(watch.seen());
        load.failures().forEach(failure -> findings.add(Kind.UNTRUE, "I9", failure));
        try {
            Checker.check(new Gatherer(site).gather(observations), findings);
        } catch (Unexpected e) {
            findings.add(Kind.FAILED, "I9", String.valueOf(e.getMessage()));
        }
        return lag;
    }

    private Map<String, Duration> recovered(Strike strike) {
        Map<String, Duration> recovered = new TreeMap<>();
        strike.killed().forEach((service, at) -> {
            OptionalLong first = site.ledger().firstAfter(service, at);
            first.ifPresent(instant -> recovered.put(service.id(), Duration.ofNanos(instant - at)));
        });
        return recovered;
    }
}

package io.huiyin.bench.faults.check;

import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.bench.faults.evidence.Evidence;

/** I6: when all is quiet, relays and views have come to the end, nobody waits for an answer, and no event was set aside. */
final class NothingIsStuck implements Checker.Invariant {

    @Override
    public void check(Evidence evidence, Findings findings) {
        evidence.observations().forEach(seen -> findings.add(Kind.STUCK, seen.invariant(), seen.what()));
        evidence.relays().forEach((service, relay) -> {
            if (!relay.hasCarriedAll()) {
                findings.add(
                        Kind.STUCK,
                        "I6",
                        "the relay of " + service.id() + " stands at " + relay.checkpoint() + ", the last event at "
                                + relay.last());
            }
        });
        evidence.checkpoints()
                .forEach(checkpoint -> evidence.relays().forEach((service, relay) -> {
                    if (checkpoint.topic().equals(service.id() + "-events")
                            && !checkpoint.position().equals(relay.partitions().get(checkpoint.partition()))) {
                        findings.add(
                                Kind.STUCK,
                                "I6",
                                checkpoint.name() + " stands at " + checkpoint.position() + ", the log at "
                                        + relay.partitions().get(checkpoint.partition()));
                    }
                }));
        evidence.ledger().stream()
                .filter(entry -> entry.outcome() == null)
                .forEach(entry -> findings.add(Kind.STUCK, "I6", entry + " was never answered: " + entry.tries()));
        evidence.deadLetters().stream()
                .filter(letter -> !evidence.planted().streams().contains(letter.subject()))
                .filter(letter -> evidence.planted().foreign().stream().noneMatch(letter.text()::contains))
                .forEach(letter -> findings.add(Kind.STUCK, "I6", "set aside: " + letter));
    }
}

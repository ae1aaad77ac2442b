package io.huiyin.bench.faults.check;

import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.bench.faults.evidence.Entry;
import io.huiyin.bench.faults.evidence.EventRow;
import io.huiyin.bench.faults.evidence.Evidence;
import java.util.List;

/** I2: one key has at most one effect, however often it was sent and whatever was answered; and every answer is the same. */
final class OneKeyOneEffect implements Checker.Invariant {

    @Override
    public void check(Evidence evidence, Findings findings) {
        Effects effects = new Effects(evidence);
        for (Entry entry : evidence.ledger()) {
            List<EventRow> effect = effects.of(entry);
            if (Effects.times(effect) > 1) {
                findings.add(
                        Kind.DOUBLED,
                        "I2",
                        entry + ", sent " + entry.tries().size() + " times, took effect as " + effect);
            }
            List<Entry.Try> answers =
                    entry.tries().stream().filter(Entry.Try::isAcknowledged).toList();
            long different = answers.stream()
                    .map(answer -> answer.aggregate() + " version " + answer.version() + " " + answer.text())
                    .distinct()
                    .count();
            if (different > 1) {
                findings.add(Kind.UNTRUE, "I2", entry + " was answered differently: " + answers);
            }
        }
    }
}

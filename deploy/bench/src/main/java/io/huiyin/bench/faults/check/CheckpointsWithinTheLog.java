package io.huiyin.bench.faults.check;

import io.huiyin.bench.Service;
import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.bench.faults.evidence.Evidence;
import java.util.Map;

/** I7: no view has read past the end of its log. That none ever goes back is watched while it happens. */
final class CheckpointsWithinTheLog implements Checker.Invariant {

    @Override
    public void check(Evidence evidence, Findings findings) {
        evidence.checkpoints().forEach(checkpoint -> {
            for (Service service : Service.values()) {
                long end = evidence.ends()
                        .getOrDefault(service, Map.of())
                        .getOrDefault(checkpoint.partition(), Long.MAX_VALUE);
                if (checkpoint.topic().equals(service.id() + "-events") && checkpoint.nextOffset() > end) {
                    findings.add(
                            Kind.WRONG,
                            "I7",
                            checkpoint.name() + " has read up to " + checkpoint.nextOffset() + ", the log ends at "
                                    + end);
                }
            }
        });
    }
}

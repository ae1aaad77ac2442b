package io.huiyin.bench.faults.check;

import io.huiyin.bench.faults.check.Difference.Kind;
import io.huiyin.bench.faults.evidence.Evidence;

/** I9: whatever breaks, a client is told to come again (503) or finds the line dead, and within his deadline; never anything else. */
final class AnswersAreDecent implements Checker.Invariant {

    @Override
    public void check(Evidence evidence, Findings findings) {
        evidence.misbehaviours().forEach(seen -> findings.add(Kind.FAILED, "I9", seen.toString()));
    }
}

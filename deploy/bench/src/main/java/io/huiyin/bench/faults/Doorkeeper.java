package io.huiyin.bench.faults;

import io.huiyin.bench.Answer;
import io.huiyin.bench.Asked;
import io.huiyin.bench.Client;
import io.huiyin.bench.Witness;
import java.time.Duration;

/** Keeps those that ask at a gate, and the ledger of all that went through it. */
final class Doorkeeper implements Witness {

    /** Longer than anything stays broken. */
    private static final int TRIES = 400;

    private final Gate gate;
    private final Ledger ledger;
    /** How often the request of this thread was sent already. */
    private final ThreadLocal<Integer> sent = ThreadLocal.withInitial(() -> 0);

    Doorkeeper(Gate gate, Ledger ledger) {
        this.gate = gate;
        this.ledger = ledger;
    }

    /** The load has ended, whoever still wants to ask. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Who has sent a request once may send it again through a closed gate: it must come to its end. */
    @Override
    public void sending(Asked asked) {
        if (sent.get() == 0) {
            try {
                gate.enter();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Ended();
            }
        }
        sent.set(sent.get() + 1);
    }

    @Override
    public void answered(Asked asked, Answer answer, Duration took) {
        ledger.answered(asked, answer, took);
        if (answer.status() != 503 || sent.get() >= TRIES) {
            settled();
        }
    }

    @Override
    public void unanswered(Asked asked, String why, Duration took) {
        ledger.lost(asked, why, took);
        if (took.compareTo(Client.TIMEOUT) >= 0) {
            ledger.misbehaved(asked.verb() + " " + asked.service().id() + asked.path(), "nothing in time: " + why);
        }
        if (sent.get() >= TRIES) {
            settled();
        }
    }

    private void settled() {
        sent.set(0);
        gate.leave();
    }

    @Override
    public int tries() {
        return TRIES;
    }
}

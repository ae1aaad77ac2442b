package io.huiyin.kernel.projection;

import io.huiyin.kernel.log.LogRecord;
import java.util.List;
import java.util.UUID;

/** Does what a person asked for about dead letters (G9): replays in order, or skips and replays what waited behind. */
final class DeadLetters {

    private final Projection view;
    private final ViewState state;

    DeadLetters(Projection view, ViewState state) {
        this.view = view;
        this.state = state;
    }

    /** Settles what was asked for since the last look; whether there was anything. */
    boolean settle() {
        List<DeadLetter> asked = state.asked();
        for (DeadLetter letter : asked) {
            settle(letter);
        }
        return !asked.isEmpty();
    }

    private void settle(DeadLetter letter) {
        if ("skip".equals(letter.requested())) {
            state.inTransaction(open -> open.resolve(letter.id(), "skipped"));
        } else if (!replay(letter)) {
            return;
        }
        UUID subject = letter.subject();
        if (subject == null) {
            return;
        }
        for (DeadLetter next : state.open(subject)) {
            if (!replay(next)) {
                return;
            }
        }
    }

    private boolean replay(DeadLetter letter) {
        LogRecord.Read read = LogRecord.read(letter.headers(), letter.body());
        if (read == null) {
            state.failedAgain(letter.id(), letter.error());
            return false;
        }
        try {
            Projection.Work work = view.prepare(List.of(read.event()));
            state.inTransaction(open -> {
                if (!open.resolve(letter.id(), "replayed")) {
                    throw new Fenced();
                }
                work.write(open);
            });
            view.committed();
            return true;
        } catch (Fenced settledBefore) {
            return false;
        } catch (RuntimeException failure) {
            if (!Failures.isOfTheEvent(failure)) {
                throw failure;
            }
            state.failedAgain(letter.id(), Failures.describe(failure));
            return false;
        }
    }
}

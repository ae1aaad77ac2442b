package io.huiyin.complaint.rules;

import io.huiyin.complaint.Deadline;
import io.huiyin.complaint.Deadline.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of each limit that runs come, once each and in this order: a reminder before it, its breach, and then level by level the ladder.
 * CMP-28, X-08, X-10.
 */
public final class OverdueControl {

    private OverdueControl() {}

    /** What comes of a limit. */
    public enum Stage {
        REMINDER,
        BREACH,
        ESCALATION
    }

    /**
     * What has come of a limit so far.
     *
     * @param level how many levels of the ladder were told
     * @param stood how long its clock has stood still since the breach
     */
    public record Raised(boolean reminded, boolean breached, int level, Duration stood) {

        public static final Raised NOTHING = new Raised(false, false, 0, Duration.ZERO);

        public Raised withReminder() {
            return new Raised(true, breached, level, stood);
        }

        public Raised withBreach() {
            return new Raised(true, true, level, stood);
        }

        /** It was no breach after all. */
        public Raised withoutBreach() {
            return new Raised(true, false, level, stood);
        }

        public Raised withLevel(int told) {
            return new Raised(true, true, told, stood);
        }

        public Raised withStanding(Duration more) {
            return breached ? new Raised(reminded, true, level, stood.plus(more)) : this;
        }
    }

    /** What comes next, and when. */
    public record Next(Stage stage, Instant at) {}

    /** What comes next of a limit whose clock runs; null when nothing does. */
    public static @Nullable Next next(Deadline limit, Raised raised) {
        Instant reminder = limit.remindAt();
        if (!raised.reminded() && reminder != null) {
            return new Next(Stage.REMINDER, reminder);
        }
        if (!raised.breached()) {
            return new Next(Stage.BREACH, limit.dueAt());
        }
        List<Rung> rungs = limit.rungs();
        return raised.level() < rungs.size()
                ? new Next(
                        Stage.ESCALATION,
                        limit.dueAt()
                                .plus(rungs.get(raised.level()).afterLimit())
                                .plus(raised.stood()))
                : null;
    }
}
